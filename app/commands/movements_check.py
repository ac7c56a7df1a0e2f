"""``unhurried movements check``: every fault of movement files, one line each."""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import click

from exercises.exercise import Exercise
from exercises.fault import DefinitionError, Fault
from exercises.loading import load
from exercises.relation_checks import relation_faults


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path())
def check(files: tuple[str, ...]) -> None:
    """Check movement files; names every fault of each.

    Without FILE the whole library and your own movements are checked.
    """
    faults, fine = _check_files(files) if files else _check_all()
    for line in fine:
        click.echo(line)
    for fault in faults:
        click.echo(str(fault), err=True)
    sys.exit(1 if faults else 0)


def _check_all() -> tuple[list[Fault], list[str]]:
    from app.movements import movements
    from exercises.library import library

    there = movements()
    faults = _related(library().values(), library(), {})
    fine = [f"{len(library())} movements of the library: {_amiss(faults)}"]
    faults += there.faults
    for movement_id, exercise in there.own.items():
        file = {movement_id: str(there.files[movement_id])}
        own = _related([exercise], there.exercises, file, unchanged=library())
        fine += [] if own else [f"{file[movement_id]}: {movement_id}, nothing amiss"]
        faults += own
    return faults, fine


def _check_files(files: tuple[str, ...]) -> tuple[list[Fault], list[str]]:
    from app.movements import movements
    from exercises.library import library

    faults: list[Fault] = []
    read: dict[str, Exercise] = {}
    for file in files:
        try:
            read[file] = load(Path(file))
        except DefinitionError as error:
            faults += error.faults
        except OSError as error:
            faults.append(Fault(file, "", str(error.strerror)))
    known = {**movements().exercises, **{exercise.id: exercise for exercise in read.values()}}
    fine = []
    for file, exercise in read.items():
        fixed = library() if exercise.id not in library() else {}
        found = _related([exercise], known, {exercise.id: file}, unchanged=fixed)
        fine += [] if found else [f"{file}: {exercise.id}, nothing amiss"]
        faults += found
    return faults, fine


def _related(
    exercises: Iterable[Exercise],
    known: Mapping[str, Exercise],
    files: Mapping[str, str],
    unchanged: Mapping[str, Exercise] | None = None,
) -> list[Fault]:
    return [
        replace(fault, file=files.get(exercise.id, f"{exercise.id}.toml"))
        for exercise in exercises
        for fault in relation_faults(exercise, known, unchanged or ())
    ]


def _amiss(faults: list[Fault]) -> str:
    return f"{len(faults)} amiss" if faults else "nothing amiss"
