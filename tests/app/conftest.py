"""What the tests of the commands share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from records.place import Place
from tests.app.clinic import Clinic, a_clinic, first_place


@pytest.fixture(scope="session")
def made_first(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Return a store with staff in it, not to be written to."""
    return first_place(tmp_path_factory.mktemp("clinic"))


@pytest.fixture
def clinic(tmp_path: Path, made_first: Place) -> Iterator[Clinic]:
    """Return a clinic's machine with a store of its own."""
    with a_clinic(tmp_path, made_first) as made:
        yield made
