"""The files of the library, known by their names: to read them all takes a while."""

from pathlib import Path

FOLDER = Path(__file__).parent / "library"


def in_library(movement_id: str) -> bool:
    """Return whether a movement called `movement_id` comes with the program."""
    return any(path.stem == movement_id for path in FOLDER.glob("*.toml"))
