"""The log in the data folder: initials and moments, for its owner alone."""

import logging
import stat
import sys
from pathlib import Path

import pytest

from app import main as command_line
from app.log_file import NAME, noting
from tests.app.clinic import Clinic

FAULTY = "90909"


def test_a_pause_after_faulty_pins_is_noted_by_initials_and_not_on_the_screen(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    pipe = clinic.place.folder.parent / "secrets"
    pipe.write_text(f"{FAULTY}\n")
    arguments = ("unhurried", "staff", "remove", "CD", "--by", "AB", "--secrets-stdin")
    monkeypatch.setattr(sys, "argv", list(arguments))
    log = clinic.place.folder / NAME
    for tries in range(5):
        assert not log.exists(), f"after {tries} there is nothing to note"
        with pipe.open() as typed:
            monkeypatch.setattr(sys, "stdin", typed)
            with pytest.raises(SystemExit) as ended:
                command_line.main()
        assert ended.value.code == 1
    (line,) = log.read_text().splitlines()
    assert "WARNING AB: 5 faulty PINs; paused until " in line
    assert FAULTY not in line
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert "paused until" not in capfd.readouterr().err


def test_a_log_that_is_full_goes_on_in_a_new_file_for_its_owner_alone(tmp_path: Path) -> None:
    with noting(tmp_path):
        for _ in range(2000):
            logging.getLogger("records.staff").warning("AB: %s", "x" * 400)
    files = sorted(tmp_path.iterdir())
    assert [file.name for file in files] == [NAME, *(f"{NAME}.{number}" for number in (1, 2, 3))]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert sum(file.stat().st_size for file in files) <= 2**20


def test_where_nothing_can_be_noted_nothing_is_made_and_nothing_stops(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with noting(tmp_path / "not-there"):
        logging.getLogger("records.staff").warning("AB: 5 faulty PINs")
    assert list(tmp_path.iterdir()) == []
    assert capfd.readouterr().err == ""
