"""All movements there are now: the library's, and the clinic's own in the data folder."""

from pathlib import Path

import click

from app.data_folder import data_folder
from exercises.library import library
from exercises.own_folder import ENDING, Movements, with_own
from records.atomic_file import make_folder, write_whole

__all__ = ["ENDING", "IdTakenError", "free_id", "keep_own", "movements", "own_folder"]

FOLDER = "movements"


class IdTakenError(ValueError):
    """There is a movement, or a file, of this id already; said in one line."""


def own_folder() -> Path:
    """Return the folder of the clinic's own movements; it need not be there."""
    return data_folder() / FOLDER


def movements() -> Movements:
    """Return all movements; the own folder is read anew each time.

    Raises
    ------
    DefinitionError
        Where the library itself was altered so that it no longer holds together.
    """
    return with_own(library(), own_folder())


def left_out_line(found: Movements) -> str | None:
    """Return the one line to say of own movements that are left out; `None` where none is."""
    count = len(found.left_out)
    if not count:
        return None
    what = "one of your own movements is" if count == 1 else f"{count} of your own movements are"
    return f"{what} left out; `unhurried movements check` says why"


def say_left_out(found: Movements) -> None:
    """Say at the terminal, in one line, that own movements are left out, where some are."""
    line = left_out_line(found)
    if line is not None:
        click.echo(line, err=True)


def told_movements() -> Movements:
    """Return all movements, as `movements` does, and say where own ones are left out."""
    found = movements()
    say_left_out(found)
    return found


def keep_own(movement_id: str, text: str) -> Path:
    """Write a new own movement, whole or not at all, and return its file.

    Raises
    ------
    IdTakenError
        Where there is a movement or a file of that id.
    OSError
        Where the folder or the file cannot be written.
    """
    refuse_taken(movement_id)
    folder = own_folder()
    make_folder(folder.parent)
    make_folder(folder)
    path = folder / f"{movement_id}{ENDING}"
    write_whole(path, text.encode("utf-8"))
    return path


def free_id(movement_id: str) -> str:
    """Return the id, or with a number where there is a movement or a file of it already."""
    found, number = movement_id, 1
    taken = movements().exercises
    while found in taken or (own_folder() / f"{found}{ENDING}").exists():
        number += 1
        found = f"{movement_id}-{number}"
    return found


def refuse_taken(movement_id: str) -> None:
    """Raise `IdTakenError` where there is a movement, or an own file, of that id."""
    found = movements()
    if movement_id in found.own:
        where = found.files[movement_id]
        raise IdTakenError(f"there is an own movement {movement_id!r} already, in {where}")
    if movement_id in found.exercises:
        raise IdTakenError(
            f"the library has a movement {movement_id!r}, which holds; choose another id, such as "
            f"{movement_id}-own"
        )
    path = own_folder() / f"{movement_id}{ENDING}"
    if path.exists() or path.is_symlink():
        raise IdTakenError(f"{path} is there already; choose another id")
