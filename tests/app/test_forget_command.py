"""Somebody is forgotten by command: asked once more, all gone, a receipt, the log, the backups."""

import json
from pathlib import Path

import pytest

from app.log_file import NAME, log_files, take_out
from tests.app.clinic import Clinic

CALLED = "Zebrafink"


@pytest.fixture
def known(clinic: Clinic) -> Clinic:
    clinic.run("people", "add", "P-0147", "--name", CALLED, "--consent", "record")
    clinic.run("people", "add", "P-0148")
    return clinic


def test_somebody_is_forgotten_once_the_code_is_typed_again(known: Clinic) -> None:
    known.run("store", "backup")
    log = known.place.folder / NAME
    log.write_text("a P-0147 b\nP-0148: well\np-0147\nP-01470: another\n")
    refused = known.refused("people", "forget", "p-0147", secrets=("P-0148",)).last
    assert "another code; nothing was erased" in refused
    ran = known.run("people", "forget", "p-0147", "--by", "ab", secrets=("p-0147",))
    (receipt,) = (known.place.folder / "receipts").iterdir()
    text = receipt.read_text()
    assert ran.out.strip() == text.strip()
    assert "P-0147" not in text.upper()
    assert CALLED not in text
    assert "      2  lines of the log" in text
    (backup,) = known.place.backups.glob("*.db")
    assert f"may hold P-0147 still: {backup}" in ran.error
    assert backup.name in text
    assert log.read_text() == "P-0148: well\nP-01470: another\n"
    assert "not in the store" in known.refused("people", "show", "P-0147").last
    known.run("people", "show", "P-0148")
    lines = known.run("store", "audit").out.splitlines()
    assert lines[-1].split()[3:] == ["forgot", "AB", "(forgotten)", "receipt", receipt.stem]
    assert "P-0147" not in "".join(lines)
    found = json.loads(known.run("store", "audit", "--last", "1", "--json").out)
    assert (found["action"], found["forgotten"], found["code"]) == ("forgot", True, None)
    assert "built anew" in known.run("store", "tidy").out


def test_a_receipt_goes_where_it_is_to_and_over_nothing(known: Clinic, tmp_path: Path) -> None:
    there = tmp_path / "there.txt"
    there.write_text("mine")
    refused = known.refused("people", "forget", "P-0147", "--yes", "--receipt", str(there))
    assert "left as it is" in refused.last
    assert there.read_text() == "mine"
    known.run("people", "show", "P-0147")
    ran = known.run("people", "forget", "P-0147", "--yes", "--receipt", str(tmp_path / "new.txt"))
    assert (tmp_path / "new.txt").read_text().strip() == ran.out.strip()


def test_nobody_is_forgotten_for_a_receipt_that_has_no_place(known: Clinic, tmp_path: Path) -> None:
    where = tmp_path / "file"
    where.write_text("")
    refused = known.refused(
        *("people", "forget", "P-0147", "--yes", "--receipt", str(where / "receipt.txt"))
    )
    assert "nothing was erased" in refused.last
    known.run("people", "show", "P-0147")


def test_a_receipt_that_cannot_be_written_all_the_same_is_on_the_screen(known: Clinic) -> None:
    (known.place.folder / "receipts").write_text("no folder")
    ran = known.refused("people", "forget", "P-0147", "--yes")
    assert "Receipt: a person was forgotten" in ran.out
    assert "copy it from there" in ran.error


def test_lines_are_taken_out_of_the_older_logs_too(tmp_path: Path) -> None:
    for name in (NAME, f"{NAME}.1", f"{NAME}.3"):
        (tmp_path / name).write_bytes(b"P-1\n\xff P-2\n(P-1)\nP-1x\n")
    assert len(log_files(tmp_path)) == 3
    assert take_out(tmp_path, "p-1") == 6
    assert {each.read_bytes() for each in log_files(tmp_path)} == {b"\xff P-2\nP-1x\n"}
    assert take_out(tmp_path, "p-1") == 0
    assert take_out(tmp_path / "nowhere", "p-1") == 0


def test_a_chain_that_was_changed_is_told_with_a_fault(known: Clinic) -> None:
    with known.store() as store, store._engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER audit_is_only_added")
        connection.exec_driver_sql("UPDATE audit SET detail = 'x'")
    ran = known.refused("store", "audit")
    assert "entry 1 is not as it was written" in ran.error
