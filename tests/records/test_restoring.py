"""Backups: proven before they count, and brought back without losing what was there."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from records import driver, keys
from records.backing_up import back_up, key_beside
from records.errors import (
    AlreadyThere,
    NoStore,
    NotAStore,
    StoreDamaged,
    StoreError,
    StoreLocked,
    StoreNewer,
)
from records.key_errors import NeedsRecoveryCode, NotTheRecoveryCode
from records.migrations.revisions import HEAD
from records.place import Place
from records.restoring import Opening, restore
from records.store import make_store, open_store
from records.verifying import verify
from tests.records.specimens import person
from tests.records.test_migrating import set_form


def no_code() -> str:
    raise AssertionError("the recovery code is not needed")


def typed(code: str) -> Callable[[], str]:
    return lambda: code


def key_of(place: Place) -> bytes:
    return keys.find_key(place.key_file)


def add(place: Place, *codes: str) -> None:
    with open_store(place) as store:
        for code in codes:
            store.people.add(person(code))


def codes(place: Place) -> list[str]:
    with open_store(place) as store:
        return [listed.code for listed in store.people.list()]


@pytest.fixture
def backup(place: Place, tmp_path: Path) -> Path:
    """Return a backup with one person; the store has two by now."""
    add(place, "P-1")
    written = back_up(place, key_of(place), tmp_path / "stick" / "backup.db")
    add(place, "P-2")
    return written


@pytest.fixture(autouse=True)
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_what_was_backed_up_comes_back_and_what_was_there_is_kept(
    place: Place, backup: Path
) -> None:
    done = restore(place, backup, key_of(place), no_code)
    assert codes(place) == ["P-1"]
    assert done.found.counts["people"] == 1
    assert done.aside is not None
    restore(place, done.aside, key_of(place), no_code)
    assert codes(place) == ["P-1", "P-2"]


def test_a_store_in_use_is_backed_up_whole(place: Place, stick: Path) -> None:
    with open_store(place) as store:
        store.people.add(person("P-1"))
        written = back_up(place, key_of(place), stick / "backup.db")
        store.people.add(person("P-2"))
    assert verify(written, key_of(place)).counts["people"] == 1
    assert sorted(path.name for path in stick.iterdir()) == ["backup.db", "backup.db.key"]
    assert key_of(place).hex() not in key_beside(written).read_text()


def test_nothing_is_overwritten_by_a_backup(place: Place, stick: Path) -> None:
    (stick / "backup.db").write_text("a letter")
    with pytest.raises(AlreadyThere):
        back_up(place, key_of(place), stick / "backup.db")
    assert (stick / "backup.db").read_text() == "a letter"


def test_on_a_new_machine_the_recovery_code_opens_it(
    backup: Path, recovery_code: str, tmp_path: Path
) -> None:
    new = Place(tmp_path / "new", tmp_path / "new-key")
    opening = Opening(passphrase="a quiet morning")
    restore(new, backup, None, typed(recovery_code), opening)
    with open_store(new, "a quiet morning") as store:
        assert [listed.code for listed in store.people.list()] == ["P-1"]
    assert keys.recover_key(new.key_file, recovery_code) == keys.find_key(
        new.key_file, "a quiet morning"
    )


def test_on_a_machine_with_a_key_of_its_own_it_is_brought_under_that(
    backup: Path, recovery_code: str, tmp_path: Path
) -> None:
    other = Place(tmp_path / "other", tmp_path / "other-key")
    make_store(other)
    before = other.key_file.read_bytes()
    restore(other, backup, key_of(other), typed(recovery_code))
    assert codes(other) == ["P-1"]
    assert other.key_file.read_bytes() == before


def test_after_the_key_file_was_lost_the_backup_and_the_code_are_enough(
    place: Place, backup: Path, recovery_code: str
) -> None:
    place.key_file.write_text("scrambled")
    done = restore(place, backup, None, typed(recovery_code))
    assert codes(place) == ["P-1"]
    assert done.aside is not None
    assert [path.name[:20] for path in place.key_folder.glob("*replaced*")] == [
        "store-key-replaced-2"
    ]


def test_a_backups_key_opens_the_store_itself_after_the_key_file_was_lost(
    place: Place, backup: Path, recovery_code: str
) -> None:
    shutil.copy(key_beside(backup), place.key_file)
    with pytest.raises(NeedsRecoveryCode, match="passphrase --recovery"):
        open_store(place)
    key = keys.recover_key(place.key_file, recovery_code)
    keys.change_opening(place.key_file, key, None, with_keyring=False)
    assert codes(place) == ["P-1", "P-2"]


def test_another_recovery_code_changes_nothing(backup: Path, tmp_path: Path) -> None:
    new = Place(tmp_path / "new", tmp_path / "new-key")
    with pytest.raises(NotTheRecoveryCode):
        restore(new, backup, None, typed("1111-2222"))
    assert not new.store.exists()
    assert not new.key_file.exists()


def damaged(backup: Path) -> Path:
    data = bytearray(backup.read_bytes())
    data[len(data) // 2] ^= 1
    backup.write_bytes(data)
    return backup


def cut_short(backup: Path) -> Path:
    backup.write_bytes(backup.read_bytes()[:8192])
    return backup


def another_file(backup: Path) -> Path:
    backup.write_text("this is a letter. " * 500)
    return backup


def not_there(backup: Path) -> Path:
    return backup.with_name("absent.db")


@pytest.mark.parametrize(
    ("spoil", "named"),
    [
        (damaged, StoreDamaged),
        (cut_short, StoreDamaged),
        (another_file, NotAStore),
        (not_there, NoStore),
    ],
)
def test_a_backup_that_does_not_hold_is_refused_and_the_store_stays(
    place: Place, backup: Path, spoil: Callable[[Path], Path], named: type[StoreError]
) -> None:
    key_beside(backup).unlink()
    with pytest.raises(named):
        restore(place, spoil(backup), key_of(place), no_code)
    assert codes(place) == ["P-1", "P-2"]
    assert sorted(path.name for path in place.folder.glob("store*")) == ["store.db", "store.lock"]


def test_a_backup_of_a_newer_program_is_refused(place: Place, backup: Path) -> None:
    set_form(place, "0999")
    newer = back_up(place, key_of(place), backup.with_name("newer.db"))
    set_form(place, HEAD)
    with pytest.raises(StoreNewer):
        restore(place, newer, key_of(place), no_code)
    assert codes(place) == ["P-1", "P-2"]


def test_a_store_that_is_open_in_another_window_is_not_replaced(
    place: Place, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "BUSY_MS", 50)
    with open_store(place) as store:
        assert store.people.count() == 2
        with pytest.raises(StoreLocked):
            restore(place, backup, key_of(place), no_code)
        assert store.people.count() == 2


def test_a_lost_key_does_not_let_an_open_store_be_replaced(
    place: Place, backup: Path, recovery_code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "BUSY_MS", 50)
    with open_store(place) as store:
        assert store.people.count() == 2
        place.key_file.unlink()
        with pytest.raises(StoreLocked):
            restore(place, backup, None, typed(recovery_code))
        assert not place.key_file.exists()
        assert store.people.count() == 2
    restore(place, backup, None, typed(recovery_code))
    assert codes(place) == ["P-1"]


def test_a_damaged_store_is_kept_aside_to_the_last_byte(place: Place, backup: Path) -> None:
    data = bytearray(place.store.read_bytes())
    data[100] ^= 1
    place.store.write_bytes(data)
    done = restore(place, backup, key_of(place), no_code)
    assert codes(place) == ["P-1"]
    assert done.aside is not None
    assert done.aside.read_bytes() == data


def test_what_was_only_in_the_log_of_a_crashed_store_is_kept_aside_with_it(
    place: Place, backup: Path, tmp_path: Path
) -> None:
    with open_store(place) as store:
        store.people.add(person("P-3"))
        crashed = tmp_path / "crashed"
        shutil.copytree(place.folder, crashed)  # as it is while the log is not yet brought in
    assert (crashed / "store.db-wal").stat().st_size > 0
    after = Place(crashed, place.key_folder)
    done = restore(after, backup, key_of(place), no_code)
    assert codes(after) == ["P-1"]
    assert done.aside is not None
    restore(after, done.aside, key_of(place), no_code)
    assert codes(after) == ["P-1", "P-2", "P-3"]


def test_where_files_cannot_have_two_names_a_copy_is_kept_aside(
    place: Place, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no links on this file system")

    monkeypatch.setattr("records.atomic_file.os.link", refuse)
    before = place.store.read_bytes()
    done = restore(place, backup, key_of(place), no_code)
    assert done.aside is not None
    assert done.aside.read_bytes()[:16] == before[:16]
    assert codes(place) == ["P-1"]
