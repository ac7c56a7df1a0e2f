"""A store that is damaged, locked, full, or cannot be written: named, and nothing is lost."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from records import driver, keys, locking
from records.driver import PAGE_BYTES
from records.errors import (
    NoStore,
    NotAStore,
    NotUnderstood,
    Stale,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreLocked,
    StoreReadOnly,
)
from records.key_errors import KeyFileMissing
from records.place import Place
from records.store import Store, make_store, open_store
from records.verifying import verify
from tests.records import store_writer
from tests.records.holding import lacks
from tests.records.specimens import PIN, person, signed
from tests.records.store_writer import place_in

NOBODY = 65534
STAIRS = "stairs " * 500


@pytest.fixture
def filled(place: Place) -> Place:
    """Return the place of a closed store with 40 people, each of them on a page of their own."""
    with open_store(place) as store:
        for number in range(40):
            store.people.add(person(f"P-{number:03}", wary_of=STAIRS))
    return place


def read_all(store: Store) -> None:
    """Read everybody; whoever is read is as they were written."""
    for listed in store.people.list(search="p"):
        assert store.people.get(listed.code).value.wary_of == STAIRS


def key_of(place: Place) -> bytes:
    return keys.find_key(place.key_file)


def test_a_flipped_bit_is_noticed_and_never_read_as_data(filled: Place) -> None:
    data = bytearray(filled.store.read_bytes())
    for page in range(len(data) // PAGE_BYTES // 2, len(data) // PAGE_BYTES):
        data[page * PAGE_BYTES + 999] ^= 0x10
    filled.store.write_bytes(data)
    with suppress(StoreDamaged):  # where it cannot be opened at all
        assert verify(filled.store, key_of(filled)).faults
    with pytest.raises(StoreDamaged, match="restore"), open_store(filled) as store:
        read_all(store)
    assert filled.store.read_bytes() == data, "the original is left as it is"


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(at=st.integers(min_value=0), bit=st.integers(min_value=0, max_value=7))
def test_any_flipped_bit_is_found_by_looking_over(place: Place, at: int, bit: int) -> None:
    data = place.store.read_bytes()
    damaged = bytearray(data)
    damaged[at % len(data)] ^= 1 << bit
    other = place.store.with_name("damaged.db")
    other.write_bytes(damaged)
    with suppress(StoreDamaged):  # where it cannot be opened at all
        assert verify(other, key_of(place)).faults


def test_a_store_cut_short_is_damaged(filled: Place) -> None:
    data = filled.store.read_bytes()
    filled.store.write_bytes(data[: len(data) // 2 // PAGE_BYTES * PAGE_BYTES])
    for look in (lambda: open_store(filled), lambda: verify(filled.store, key_of(filled))):
        with pytest.raises(StoreDamaged):
            look()


@pytest.mark.parametrize(
    "content",
    [b"", b"short", b"this is a letter, not a store. " * 400, b"SQLite format 3\0" + bytes(8192)],
)
def test_another_file_in_its_place_is_left_as_it_is(place: Place, content: bytes) -> None:
    place.store.write_bytes(content)
    with pytest.raises(NotAStore, match="left as it is"):
        open_store(place)
    assert place.store.read_bytes() == content


def test_a_folder_in_its_place_is_no_store(place: Place) -> None:
    place.store.unlink()
    place.store.mkdir()
    with pytest.raises(NotAStore):
        open_store(place)


def test_no_store_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(NoStore, match="unhurried store init"):
        open_store(Place(tmp_path / "data", tmp_path / "key"))
    assert not (tmp_path / "data").exists(), "looking makes nothing"


def test_a_lost_key_file_is_named_and_another_key_does_not_open(place: Place) -> None:
    before = place.store.read_bytes()
    place.key_file.unlink()
    with pytest.raises(KeyFileMissing):
        open_store(place)
    keys.make_key(place.key_file, None, with_keyring=False)
    with pytest.raises(StoreDamaged, match="another key"):
        open_store(place)
    assert place.store.read_bytes() == before


def test_a_writer_who_does_not_let_go_is_named(
    staffed: Store, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "BUSY_MS", 50)
    other = driver.connect(place.store, key_of(place))
    other.execute("BEGIN IMMEDIATE")
    with open_store(place) as store:
        with pytest.raises(StoreLocked, match="Try again"):
            store.people.add(person("P-2"))
        assert store.people.get("P-0147").row_version == 1, "reading waits for nobody"
        other.execute("ROLLBACK")
        store.people.add(person("P-2"))
    other.close()


def test_a_window_that_is_being_restored_keeps_others_from_opening(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locking, "LOCK_PATIENCE_S", 0.05)
    with locking.held(place), pytest.raises(StoreLocked):
        open_store(place)


def test_what_is_not_understood_is_named_and_left(staffed: Store, place: Place) -> None:
    connection = driver.connect(place.store, key_of(place))
    connection.execute('UPDATE person SET document = \'{"code": "P-0147", "aura": 1}\'')
    connection.close()
    with pytest.raises(NotUnderstood, match="aura"):
        staffed.people.get("P-0147")
    assert "aura" in verify(place.store, key_of(place)).faults[0]
    assert [listed.code for listed in staffed.people.list()] == ["P-0147"]


def test_many_threads_write_and_read_at_once(staffed: Store) -> None:
    def work(number: int) -> int:
        staffed.people.add(person(f"P-{number}"))
        staffed.people.list()
        return staffed.people.get(f"P-{number}").row_version

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(work, range(60))) == [1] * 60
    assert staffed.people.count() == 61


def test_of_many_windows_that_change_one_range_one_is_first_and_all_others_are_told(
    staffed: Store,
) -> None:
    def sign(high: float) -> bool:
        try:
            staffed.ranges.sign(signed(high=high), PIN)
        except Stale:
            return False
        return True

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(sign, [70.0 + n for n in range(6)])) == 1
    assert len(staffed.ranges.history("P-0147")) == 1


@pytest.fixture
def unwritable(tmp_path: Path) -> Iterator[Place]:
    """Return the place of a store in a folder that may only be read, as somebody who may not."""
    if os.name != "posix":
        pytest.skip("leave to write is told by file modes here")
    place = Place(tmp_path / "data", tmp_path / "key")
    make_store(place)
    place.folder.chmod(0o500)
    yield place
    place.folder.chmod(0o700)


def test_a_folder_that_may_only_be_read_is_named(unwritable: Place) -> None:
    code = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from records.errors import StoreReadOnly\n"
        "from records.place import Place\n"
        "from records.store import make_store, open_store\n"
        "import alembic.command, alembic.config, cryptography.hazmat.primitives.kdf.argon2\n"
        "folder = Path(sys.argv[1])\n"
        f"if os.geteuid() == 0: os.seteuid({NOBODY})\n"
        "os.chdir(folder)\n"
        "for place, deed in ((Place(Path('data'), Path('key')), open_store),\n"
        "                    (Place(Path('data/new'), Path('key')), make_store)):\n"
        "    try: deed(place)\n"
        "    except StoreReadOnly as error: print(error)\n"
    )
    folder = unwritable.folder.parent
    if os.geteuid() == 0:
        folder = Path(shutil.copytree(folder, Path("/tmp") / f"unwritable-{os.getpid()}"))
        for path in (folder, *folder.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
    try:
        done = subprocess.run(
            [sys.executable, "-c", code, str(folder)],
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": str(Path.cwd())},
        )
    finally:
        if os.geteuid() == 0:
            shutil.rmtree(folder)
    assert done.stdout.count("cannot be written here") == 2, done.stdout + done.stderr


def acknowledged_is_there(folder: Path, acknowledged: list[str]) -> None:
    place = place_in(folder)
    with open_store(place) as store:
        assert lacks(store, acknowledged) is None
    assert verify(place.store, key_of(place)).faults == ()


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed (strace)")
def test_a_disk_that_fails_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    folder.mkdir()
    log = place_in(folder).store.with_name("store.db-wal")
    done = subprocess.run(
        [
            *("strace", "-f", "-qq", "-e", "trace=pwrite64", "-o", os.devnull),
            *("-e", "inject=pwrite64:error=EIO:when=60+", "-P", str(log)),
            *(sys.executable, "-m", "tests.records.store_writer", str(folder), "20"),
        ],
        capture_output=True,
        text=True,
    )
    if "ptrace" in done.stderr.lower():
        pytest.skip("this machine does not allow tracing")
    *acknowledged, last = done.stdout.splitlines()
    assert last.startswith("StoreUnreachable"), done.stdout + done.stderr
    assert len(acknowledged) > 3
    acknowledged_is_there(folder, acknowledged)


@pytest.fixture(params=[600, 700, 900])
def small_disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a disk of so many kB, which the store soon fills."""
    folder = tmp_path / "small"
    folder.mkdir()
    options = f"size={request.param}k"
    mount = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("a small disk cannot be mounted here; that takes root on Linux")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_that_is_full_loses_nothing_that_was_acknowledged(
    small_disk: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(StoreFull):
        store_writer.main(small_disk, 20)
    acknowledged = capfd.readouterr().out.splitlines()
    assert "staffed" in acknowledged
    for aside in place_in(small_disk).folder.glob("backup-*"):
        aside.unlink()  # room is made
    acknowledged_is_there(small_disk, acknowledged)


def add_without_end(store: Store) -> None:
    for number in range(1000):
        store.people.add(person(f"P-{number:02}", wary_of=STAIRS))


def test_full_is_said_of_a_store_that_may_not_grow(
    staffed: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = driver._pragmas
    monkeypatch.setattr(driver, "_pragmas", lambda *given: [*real(*given), "max_page_count = 72"])
    with open_store(staffed.place) as store:
        with pytest.raises(StoreFull, match="Make room"):
            add_without_end(store)
        before = store.people.count()
        assert 1 < before < 1000
        store.forgetting.forget("P-00")
        assert store.people.count() == before - 1


def test_every_fault_says_what_and_what_to_do_in_one_line(tmp_path: Path) -> None:
    where = tmp_path / "store.db"
    for fault in (NoStore, NotAStore, StoreLocked, StoreFull, StoreReadOnly):
        line = str(fault(where))
        assert line.startswith(str(where))
        assert "\n" not in line
        assert isinstance(fault(where), StoreError)
