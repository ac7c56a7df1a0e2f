"""A store for each test, made once and copied."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from exercises.staff import Staff
from records import pins, sealing
from records.place import Place
from records.store import Made, Store, make_store, open_store
from tests.records.specimens import PIN, person


@pytest.fixture(scope="session", autouse=True)
def little_work() -> Iterator[None]:
    """Let the real derivation of keys do little work; the commands' tests do all of it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sealing, "MEMORY_KIB", 64)
        patch.setattr(sealing, "PASSES", 1)
        patch.setattr(pins, "_MEMORY_KIB", 64)
        yield


@pytest.fixture(scope="session")
def made_once(little_work: None, tmp_path_factory: pytest.TempPathFactory) -> tuple[Place, Made]:
    """Return an empty store that opens without asking, not to be written to."""
    folder = tmp_path_factory.mktemp("made-once")
    place = Place(folder / "data", folder / "key")
    return place, make_store(place)


@pytest.fixture
def place(made_once: tuple[Place, Made], tmp_path: Path) -> Place:
    """Return the place of an empty store."""
    first, _ = made_once
    own = Place(tmp_path / "data", tmp_path / "key")
    shutil.copytree(first.folder, own.folder)
    shutil.copytree(first.key_folder, own.key_folder)
    return own


@pytest.fixture
def recovery_code(made_once: tuple[Place, Made]) -> str:
    """Return the recovery code of the store at `place`."""
    return made_once[1].recovery_code


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    """Return an empty store, open."""
    with open_store(place) as opened:
        yield opened


@pytest.fixture
def staffed(store: Store) -> Store:
    """Return a store with a therapist AB, an assistant CD, and the person P-0147."""
    store.staff.add(Staff(initials="AB", role="therapist"), PIN)
    store.staff.add(Staff(initials="CD", role="assistant"), PIN)
    store.people.add(person())
    return store
