"""A clinic and a home for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from records.place import Place
from records.store import Made, Store
from tests.records.exchange.two_stores import Two, furnish, stores


@pytest.fixture
def two(made_once: tuple[Place, Made], tmp_path: Path) -> Iterator[Two]:
    """Return a clinic with P-0147, and an empty home."""
    with stores(made_once[0], tmp_path, "clinic", "home") as (clinic, home):
        furnish(clinic)
        yield Two(clinic, home, tmp_path)


@pytest.fixture
def another_clinic(made_once: tuple[Place, Made], tmp_path: Path) -> Iterator[Store]:
    """Return another clinic, with a P-0147 of its own."""
    with stores(made_once[0], tmp_path, "another-clinic") as (clinic,):
        furnish(clinic)
        yield clinic


@pytest.fixture
def second_home(made_once: tuple[Place, Made], tmp_path: Path) -> Iterator[Store]:
    """Return another empty home."""
    with stores(made_once[0], tmp_path, "second-home") as (home,):
        yield home
