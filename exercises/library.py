"""The movements that come with the program."""

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from exercises.exercise import Exercise
from exercises.fault import did_you_mean
from exercises.library_files import FOLDER
from exercises.loading import load


class UnknownMovement(LookupError):  # noqa: N818 (it is a question, not a fault)
    """No movement has this id; the message names the nearest of those `known`."""

    def __init__(self, movement_id: str, known: Iterable[str] | None = None) -> None:
        hint = did_you_mean(movement_id, library() if known is None else known)
        super().__init__(f"no movement is called {movement_id!r}" + (f"; {hint}" if hint else ""))


@cache
def library() -> Mapping[str, Exercise]:
    """Return the movements that come with the program, by id, ordered by number, then id.

    Raises
    ------
    DefinitionError
        Where a file of the library has been altered so that it no longer holds together.
    """
    movements = sorted(
        (load(path) for path in FOLDER.glob("*.toml")),
        key=lambda movement: (movement.number, movement.id),
    )
    return MappingProxyType({movement.id: movement for movement in movements})


def find_exercise(movement_id: str) -> Exercise:
    """Return the movement called `movement_id`.

    Raises
    ------
    UnknownMovement
        Where the library has none of that id; says which id is nearest.
    """
    try:
        return library()[movement_id]
    except KeyError:
        raise UnknownMovement(movement_id) from None
