"""A clinic's machine for tests: a store in a folder of its own, staff with PINs, and commands."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.main import cli, one_line
from exercises.staff import Staff
from records import pins, sealing
from records.place import Place
from records.store import Store, make_store, open_store

PIN, ANOTHER = "4711", "1234"


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it printed."""

    status: int
    out: str
    error: str

    @property
    def last(self) -> str:
        """The last line of what it said is amiss."""
        return self.error.strip().splitlines()[-1]


class Clinic:
    """Runs commands over a store that holds a therapist AB and an assistant CD."""

    def __init__(self, place: Place) -> None:
        self.place = place

    def run(self, *arguments: str, secrets: tuple[str, ...] = ()) -> Ran:
        """Return what came of a command that goes well; `secrets` are piped in, one a line."""
        ran = self._run(arguments, secrets)
        assert ran.status == 0, ran.error
        return ran

    def refused(self, *arguments: str, secrets: tuple[str, ...] = ()) -> Ran:
        """Return what came of a command that is refused."""
        ran = self._run(arguments, secrets)
        assert ran.status != 0, ran.out
        return ran

    @contextmanager
    def store(self) -> Iterator[Store]:
        """Open the store beside the commands, as another window does."""
        with open_store(self.place) as opened:
            yield opened

    def _run(self, arguments: tuple[str, ...], secrets: tuple[str, ...]) -> Ran:
        piped = ("--secrets-stdin",) if secrets else ()
        ended = CliRunner().invoke(cli, (*arguments, *piped), input="\n".join((*secrets, "")))
        error = ended.stderr
        if ended.exception is not None and not isinstance(ended.exception, SystemExit):
            line = one_line(ended.exception)
            if line is None:
                raise ended.exception
            error += f"unhurried: {line}\n"
        return Ran(ended.exit_code, ended.stdout, error)


@contextmanager
def little_work() -> Iterator[None]:
    """Let the derivation of keys and PINs do little work."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sealing, "MEMORY_KIB", 64)
        patch.setattr(sealing, "PASSES", 1)
        patch.setattr(pins, "_MEMORY_KIB", 64)
        yield


def first_place(folder: Path) -> Place:
    """Make a store with staff in `folder`, to be copied from."""
    place = Place(folder / "home", folder / "home-key")
    with little_work():
        make_store(place)
        with open_store(place) as store:
            store.staff.add(Staff(initials="AB", role="therapist"), PIN)
            store.staff.add(Staff(initials="CD", role="assistant"), ANOTHER)
    return place


@contextmanager
def a_clinic(folder: Path, first: Place) -> Iterator[Clinic]:
    """Make a clinic in `folder`, its store a copy of the `first`."""
    place = Place(folder / "home", folder / "home-key")
    shutil.copytree(first.folder, place.folder)
    shutil.copytree(first.key_folder, place.key_folder)
    with little_work(), pytest.MonkeyPatch.context() as patch:
        patch.setenv("UNHURRIED_HOME", str(place.folder))
        patch.delenv("UNHURRIED_KEY_HOME", raising=False)
        yield Clinic(place)
