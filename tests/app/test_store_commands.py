"""The store and the staff by command: what is asked, what is said, what is refused."""

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import pytest

from app import main as command_line
from records import migrating, pins, sealing
from records.migrations.revisions import KNOWN
from tests.app.clinic import Clinic
from tests.records.test_migrating import steps_with

PASSPHRASE = "a quiet morning"
CODE = re.compile(r"^ +((?:[0-9a-f]{4}-){7}[0-9a-f]{4})$", re.MULTILINE)


class Desk:
    """Runs commands in this process; secrets are piped in, one a line."""

    def __init__(
        self, home: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
    ) -> None:
        self.home = home
        self._monkeypatch, self._capfd = monkeypatch, capfd

    def run(self, *arguments: str, secrets: tuple[str, ...] = ()) -> str:
        """Return what was printed by a command that goes well."""
        status, out, error = self._run(arguments, secrets)
        assert status == 0, error
        return out

    def refused(self, *arguments: str, secrets: tuple[str, ...] = ()) -> str:
        """Return the last line of what a command says that does not go well."""
        status, _, error = self._run(arguments, secrets)
        assert status != 0
        assert "Traceback" not in error
        return error.strip().splitlines()[-1]

    def _run(self, arguments: tuple[str, ...], secrets: tuple[str, ...]) -> tuple[int, str, str]:
        piped = ("--secrets-stdin",) if secrets else ()
        self._monkeypatch.setattr(sys, "argv", ["unhurried", *arguments, *piped])
        self._monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{s}\n" for s in secrets)))
        self._capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            command_line.main()
        captured = self._capfd.readouterr()
        status = ended.value.code
        return status if isinstance(status, int) else 0, captured.out, captured.err


@pytest.fixture
def desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Desk:
    monkeypatch.setenv("UNHURRIED_HOME", str(tmp_path / "home"))
    # Little work for keys and PINs; the test at a terminal lets them take all of it.
    monkeypatch.setattr(sealing, "MEMORY_KIB", 64)
    monkeypatch.setattr(pins, "_MEMORY_KIB", 64)
    return Desk(tmp_path / "home", monkeypatch, capfd)


def code_in(printed: str) -> str:
    found = CODE.search(printed)
    assert found is not None, printed
    return found[1]


def test_a_persons_own_laptop_opens_without_asking(desk: Desk) -> None:
    assert "not made yet" in desk.run("store", "where")
    assert not desk.home.exists(), "looking makes nothing"
    assert "without asking" in desk.run("store", "init")
    assert "all is well; 0 people" in desk.run("store", "verify")
    where = desk.run("store", "where")
    assert str(desk.home / "store.db") in where
    assert str(desk.home.with_name("home-key")) in where


def test_a_clinic_sets_a_passphrase_and_gets_in_by_its_code_when_it_is_lost(desk: Desk) -> None:
    code = code_in(desk.run("store", "init", "--passphrase", secrets=(PASSPHRASE,)))
    assert "all is well" in desk.run("store", "verify", secrets=(PASSPHRASE,))
    assert "not its passphrase" in desk.refused("store", "verify", secrets=("a loud one",))
    assert "--secrets-stdin" in desk.refused("store", "verify")
    changed = desk.run("store", "passphrase", "--recovery", secrets=(code, "an evening walk"))
    assert "with its passphrase" in changed
    assert "all is well" in desk.run("store", "verify", secrets=("an evening walk",))


def test_a_passphrase_is_set_later_and_removed(desk: Desk) -> None:
    desk.run("store", "init")
    assert "8 to 1024" in desk.refused("store", "passphrase", secrets=("short",))
    desk.run("store", "passphrase", secrets=(PASSPHRASE,))
    assert "without asking" in desk.run("store", "passphrase", "--remove", secrets=(PASSPHRASE,))
    assert "all is well" in desk.run("store", "verify")


def test_a_new_recovery_code_takes_the_place_of_the_old(desk: Desk) -> None:
    old = code_in(desk.run("store", "init"))
    new = code_in(desk.run("store", "passphrase", "--new-recovery-code"))
    refused = desk.refused("store", "passphrase", "--recovery", secrets=(old, PASSPHRASE))
    assert "not its recovery code" in refused
    desk.run("store", "passphrase", "--recovery", secrets=(new, PASSPHRASE))


def test_a_second_store_is_not_made_over_the_first(desk: Desk) -> None:
    desk.run("store", "init")
    before = (desk.home / "store.db").read_bytes()
    assert "already" in desk.refused("store", "init")
    assert (desk.home / "store.db").read_bytes() == before


def test_without_a_store_every_command_says_how_to_make_one(desk: Desk) -> None:
    for command in (
        ("store", "verify"),
        ("store", "backup"),
        ("staff", "list"),
        ("staff", "add", "AB", "--role", "therapist"),
    ):
        assert "unhurried store init" in desk.refused(*command), command
    assert "key file is not there" in desk.refused("store", "passphrase", "--recovery")


def test_a_backup_is_brought_back_here_and_on_a_new_machine(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = code_in(desk.run("store", "init"))
    desk.run("staff", "add", "AB", "--role", "therapist", secrets=("4711",))
    backup = tmp_path / "backup.db"
    assert "looked over" in desk.run("store", "backup", str(backup))
    assert "is there already" in desk.refused("store", "backup", str(backup))
    assert "all is well" in desk.run("store", "verify", str(backup))
    assert "brought back" in desk.run("store", "restore", str(backup))
    assert "AB" in desk.run("staff", "list")
    monkeypatch.setenv("UNHURRIED_HOME", str(tmp_path / "new"))
    assert "not its recovery code" in desk.refused("store", "restore", str(backup), secrets=("1",))
    restored = desk.run("store", "restore", str(backup), "--passphrase", secrets=(PASSPHRASE, code))
    assert "brought back" in restored
    assert "AB" in desk.run("staff", "list", secrets=(PASSPHRASE,))


def test_backups_go_into_the_data_folder_unless_another_is_named(
    desk: Desk, tmp_path: Path
) -> None:
    desk.run("store", "init")
    desk.run("store", "backup")
    (backup,) = (desk.home / "backups").glob("store-*.db")
    assert "1 of them" in desk.run("store", "where")
    desk.run("store", "backup", str(tmp_path))
    assert (tmp_path / backup.name).exists() or len(list(tmp_path.glob("store-*.db"))) == 1


def test_a_damaged_store_is_told_by_verify(desk: Desk) -> None:
    desk.run("store", "init")
    well = json.loads(desk.run("store", "verify", "--json"))
    assert (well["faults"], well["counts"]["people"]) == ([], 0)
    whole = (desk.home / "store.db").read_bytes()
    for pages in (range(20, 21), range(1, len(whole) // 4096)):
        data = bytearray(whole)
        for page in pages:
            data[page * 4096 + 9] ^= 1
        (desk.home / "store.db").write_bytes(data)
        assert "unhurried store restore" in desk.refused("store", "verify")
        if len(pages) == 1:
            status, out, _ = desk._run(("store", "verify", "--json"), ())
            found = json.loads(out)
            assert (status, found["form"], len(found["faults"]) > 0) == (1, "damaged", True)
    assert "damaged" in desk.refused("store", "backup")


def test_the_first_who_signs_is_added_freely_and_the_next_with_their_word(desk: Desk) -> None:
    code = code_in(desk.run("store", "init"))
    desk.run("staff", "add", "AB", "--role", "therapist", secrets=("4711",))
    second = ("staff", "add", "CD", "--role", "assistant")
    assert "--by" in desk.refused(*second, secrets=("2580",))
    assert "not the PIN of AB" in desk.refused(*second, "--by", "AB", secrets=("1234", "2580"))
    desk.run(*second, "--by", "ab", secrets=("4711", "2580"))
    third = ("staff", "add", "EF", "--role", "clinician")
    assert "may not sign" in desk.refused(*third, "--by", "CD", secrets=("2580", "1470"))
    desk.run(*third, "--recovery", secrets=(code, "1470"))
    rows = [line.split() for line in desk.run("staff", "list").splitlines()[1:]]
    assert rows == [
        ["AB", "therapist", "yes"],
        ["CD", "assistant", "no"],
        ["EF", "clinician", "yes"],
    ]


def test_a_pin_is_changed_with_the_old_one_or_with_somebodys_word(desk: Desk) -> None:
    desk.run("store", "init")
    desk.run("staff", "add", "AB", "--role", "therapist", secrets=("4711",))
    assert "not the PIN" in desk.refused("staff", "pin", "AB", secrets=("1234", "2580"))
    assert "4 to 12 digits" in desk.refused("staff", "pin", "AB", secrets=("4711", "12"))
    desk.run("staff", "pin", "AB", secrets=("4711", "2580"))
    desk.run("staff", "add", "CD", "--role", "assistant", "--by", "AB", secrets=("2580", "1470"))
    desk.run("staff", "pin", "CD", "--by", "AB", secrets=("2580", "3690"))
    desk.run("staff", "remove", "CD", "--by", "AB", secrets=("2580",))
    assert "no longer here" in desk.run("staff", "list")
    assert "not in the store" in desk.refused("staff", "remove", "XY", "--by", "AB", secrets=("1",))


def test_a_secret_that_is_not_in_the_pipe_is_named(desk: Desk) -> None:
    desk.run("store", "init")
    line = desk.refused("staff", "add", "AB", "--role", "therapist", "--secrets-stdin")
    assert "New PIN of AB" in line
    assert "initials" in desk.refused("staff", "add", "A1", "--role", "therapist")


@pytest.mark.skipif(os.name != "posix", reason="needs a terminal of its own")
def test_at_a_terminal_what_is_typed_is_not_shown_and_is_hard_to_guess(tmp_path: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "app.main", "store", "init", "--passphrase"]
    environment = {**os.environ, "UNHURRIED_HOME": str(tmp_path / "home")}
    process = subprocess.Popen(
        command,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment,
        start_new_session=True,
    )
    os.close(theirs)
    shown = b""
    for prompt in (b"New passphrase:", b"once more:"):
        while prompt not in shown:
            shown += os.read(ours, 1024)
        os.write(ours, f"{PASSPHRASE}\n".encode())
    try:
        while part := os.read(ours, 1024):
            shown += part
    except OSError:  # Linux says so when the other end is closed
        pass
    os.close(ours)
    assert process.wait() == 0, shown
    assert b"recovery code" in shown
    assert PASSPHRASE.encode() not in shown
    key_file = json.loads((tmp_path / "home-key" / "store-key.json").read_text())
    for slot in ("passphrase", "recovery"):  # RFC 9106, the second recommended
        work = key_file[slot]
        assert (work["memory_kib"], work["passes"], work["lanes"]) == (65536, 3, 4)


def test_that_an_older_store_was_brought_up_to_date_is_said_with_its_backups_place(
    clinic: Clinic, tmp_path: Path
) -> None:
    with (
        patch.object(migrating, "HEAD", "next"),
        patch.object(migrating, "KNOWN", (*KNOWN, "next")),
        patch.object(migrating, "STEPS", steps_with(tmp_path, "pass")),
    ):
        (line,) = clinic.run("staff", "list").error.splitlines()
        assert clinic.run("staff", "list").error == ""
    (backup,) = clinic.place.backups.glob("*.db")
    assert "brought to this program's form" in line
    assert line.endswith(str(backup))
