"""The sheet of movements: figures painted here, pages made where records are."""

from collections.abc import Callable, Sequence
from pathlib import Path

import ui
from app.figure_strip import strip_of
from exercises.exercise import Exercise
from figure.body import BODIES
from records.movement_sheet import Entry, write_sheet

FONTS = tuple(
    Path(str(ui.__file__)).parent / "fonts" / f"Lato-{weight}.ttf"
    for weight in ("Regular", "Medium")
)


def entry_of(exercise: Exercise, *, own: bool = False) -> Entry:
    """Return a movement with its strip painted; one body for all of one number."""
    body = exercise.number % len(BODIES) + 1
    return Entry(exercise, strip_of(exercise, body).images, own)


def print_movements(
    path: Path,
    exercises: Sequence[Exercise],
    own: frozenset[str],
    paper: str,
    language: str,
    progress: Callable[[int], None] = lambda done: None,
) -> int:
    """Write the sheet of `exercises`, and return how many pages it has.

    Parameters
    ----------
    own
        Ids of those that are the clinic's own.
    progress
        Called with the number of movements painted.

    Raises
    ------
    OSError
        Where the file cannot be written.
    """
    entries = []
    for exercise in exercises:
        entries.append(entry_of(exercise, own=exercise.id in own))
        progress(len(entries))
    part = path.with_name(path.name + ".part")
    try:
        pages = write_sheet(part, entries, FONTS, paper, language)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return pages
