"""A clinic's own movements: files beside the library, of which a faulty one is left out."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from exercises.exercise import Exercise
from exercises.fault import DefinitionError, Fault
from exercises.library import UnknownMovement
from exercises.loading import load

ENDING = ".toml"


@dataclass(frozen=True, slots=True, eq=False)
class Movements:
    """All movements there are: the library's, and a clinic's own after them.

    Attributes
    ----------
    exercises
        By id, the library's first; then the own ones, ordered by number, then id.
    own
        The own ones alone, by id.
    files
        The file of each own one, by id.
    faults
        What is amiss in the files that are left out, in the order of their names.
    """

    exercises: Mapping[str, Exercise]
    own: Mapping[str, Exercise]
    files: Mapping[str, Path]
    faults: tuple[Fault, ...]

    @property
    def left_out(self) -> tuple[str, ...]:
        """The files that are left out, each once."""
        return tuple(dict.fromkeys(fault.file for fault in self.faults))

    def find(self, movement_id: str) -> Exercise:
        """Return the movement called `movement_id`.

        Raises
        ------
        UnknownMovement
            Where there is none of that id; says which id is nearest.
        """
        try:
            return self.exercises[movement_id]
        except KeyError:
            raise UnknownMovement(movement_id, self.exercises) from None


def with_own(library: Mapping[str, Exercise], folder: Path) -> Movements:
    """Return the library with the movements in `folder`.

    Every ``*.toml`` in the folder itself is read, in the order of the names. One that cannot be
    read, or is not a movement, is left out and never stops the others; so is one whose id the
    library has, or an own file before it: whoever asks for the id means what they knew by it. A
    folder that is not there holds none.
    """
    found: dict[str, tuple[Exercise, Path]] = {}
    faults: list[Fault] = []
    for path in _files(folder, faults):
        exercise = _read(path, faults)
        if exercise is None:
            continue
        if (taken := _taken(exercise.id, library, found)) is not None:
            faults.append(Fault(str(path), "id", *taken))
        else:
            found[exercise.id] = exercise, path
    own = {
        exercise.id: exercise
        for exercise, _ in sorted(found.values(), key=lambda each: (each[0].number, each[0].id))
    }
    return Movements(
        exercises=MappingProxyType({**library, **own}),
        own=MappingProxyType(own),
        files=MappingProxyType({movement_id: path for movement_id, (_, path) in found.items()}),
        faults=tuple(faults),
    )


def _files(folder: Path, faults: list[Fault]) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.name.endswith(ENDING))
    except FileNotFoundError:
        return []
    except OSError as error:
        faults.append(Fault(str(folder), "", f"cannot be read ({error.strerror})"))
        return []


def _read(path: Path, faults: list[Fault]) -> Exercise | None:
    """Return the movement in a file, or add to `faults` why there is none."""
    try:
        if not path.is_file():  # opening a pipe would wait for ever
            faults.append(Fault(str(path), "", "not a plain file"))
            return None
        return load(path)
    except DefinitionError as error:
        faults.extend(error.faults)
    except OSError as error:
        faults.append(Fault(str(path), "", f"cannot be read ({error.strerror})"))
    return None


def _taken(
    movement_id: str,
    library: Mapping[str, Exercise],
    found: Mapping[str, tuple[Exercise, Path]],
) -> tuple[str, str] | None:
    """Return what is amiss with an id that is there already, and what to do; else `None`."""
    hint = f'give it another, such as "{movement_id}-own"'
    if movement_id in library:
        return f'"{movement_id}" is a movement of the library, which holds', hint
    if movement_id in found:
        return f'"{movement_id}" is the id of {found[movement_id][1].name} already', hint
    return None


def next_number(movements: Movements) -> int:
    """Return the place after all there are, from 101 on and at most 999."""
    return min(max([100, *(exercise.number for exercise in movements.own.values())]) + 1, 999)
