"""Ids of movements on the command line, of which the library's are known without being read."""

from pathlib import Path

import click
import pytest

from app.commands.options import MovementId
from app.movements import own_folder
from exercises import library_files
from exercises.library import library
from exercises.library_files import in_library

SUNRISE = "sunrise-arms-seated"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNHURRIED_HOME", str(tmp_path))


def taken(text: str) -> str:
    return MovementId().convert(text, None, None)


def test_every_movement_of_the_library_is_known_by_its_file() -> None:
    assert all(in_library(movement_id) for movement_id in library())
    assert not in_library("sunrise")
    assert not in_library(f"../library/{SUNRISE}")


def test_one_of_the_library_is_taken_without_being_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.movements.movements", lambda: pytest.fail("they were read"))
    assert taken(SUNRISE) == SUNRISE


def test_one_of_the_clinics_own_is_taken_whatever_its_file_is_called() -> None:
    text = (library_files.FOLDER / f"{SUNRISE}.toml").read_text(encoding="utf-8")
    own_folder().mkdir()
    (own_folder() / "ours.toml").write_text(text.replace(f'"{SUNRISE}"', '"morning-arms"', 1))
    assert taken("morning-arms") == "morning-arms"


def test_one_that_is_nowhere_is_refused_with_the_nearest() -> None:
    with pytest.raises(click.BadParameter, match=SUNRISE):
        taken("sunrise-arms-seatd")
