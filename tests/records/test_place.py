"""Where a store may be: on this machine, its key elsewhere, its files their owner's alone."""

import os
import stat
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from records.atomic_file import make_folder, write_whole
from records.errors import NetworkFolder
from records.key_errors import KeyInside
from records.network_folder import network_kind
from records.place import Place
from records.store import Store, make_store, open_store
from tests.records.specimens import person


def mounted(monkeypatch: pytest.MonkeyPatch, *mounts: tuple[Path, str, str]) -> None:
    found = [
        SimpleNamespace(mountpoint=str(point), fstype=kind, opts=options)
        for point, kind, options in ((Path("/"), "ext4", "rw"), *mounts)
    ]
    monkeypatch.setattr(psutil, "disk_partitions", lambda all: found)


@pytest.mark.parametrize(
    ("kind", "options"),
    [("nfs4", "rw"), ("CIFS", "rw"), ("fuse.sshfs", "rw"), ("NTFS", "rw,remote")],
)
def test_a_network_folder_is_refused_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, options: str
) -> None:
    share = tmp_path / "share"
    share.mkdir()
    mounted(monkeypatch, (tmp_path, "ext4", "rw"), (share, kind, options))
    place = Place(share / "clinic" / "data", tmp_path / "key")
    with pytest.raises(NetworkFolder, match="UNHURRIED_HOME"):
        make_store(place)
    assert list(share.iterdir()) == []
    assert network_kind(tmp_path / "other") is None


def test_a_store_that_was_moved_to_a_network_folder_is_not_opened(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounted(monkeypatch, (place.folder, "nfs", "rw"))
    with pytest.raises(NetworkFolder):
        open_store(place)


def test_what_is_mounted_last_over_a_folder_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounted(monkeypatch, (tmp_path, "nfs", "rw"), (tmp_path, "ext4", "rw"))
    assert network_kind(tmp_path / "data") is None


def test_this_machine_is_no_network() -> None:
    assert network_kind(Path(__file__).parent) is None


def test_the_key_is_never_inside_the_data(tmp_path: Path) -> None:
    with pytest.raises(KeyInside, match="UNHURRIED_KEY_HOME"):
        Place(tmp_path, tmp_path / "key")
    Place(tmp_path / "data", tmp_path / "data-key")


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_folder_and_files_are_their_owners_alone(staffed: Store, place: Place) -> None:
    staffed.people.add(person("P-2"))
    for folder in (place.folder, place.key_folder):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        for path in folder.iterdir():
            assert stat.S_IMODE(path.stat().st_mode) == 0o600, path


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_a_folder_that_was_open_to_all_is_closed(tmp_path: Path) -> None:
    folder = tmp_path / "home"
    folder.mkdir(mode=0o755)
    make_folder(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_nothing_of_a_person_can_be_read_in_the_files(staffed: Store, place: Place) -> None:
    staffed.people.add(person("P-7777", display_name="Wilhelmine Beispiel"))
    staffed.close()
    everything = b"".join(path.read_bytes() for path in place.folder.iterdir())
    for told in (b"Wilhelmine", b"P-7777", b"SQLite", b"person", PIN_TABLE):
        assert told not in everything


PIN_TABLE = b"argon2id"


def test_a_file_that_cannot_be_written_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "key.json"
    write_whole(path, b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("records.atomic_file.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["key.json"]
