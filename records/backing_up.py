"""A backup: the whole store in one file, and beside it the key sealed under the recovery code."""

from datetime import UTC, datetime
from pathlib import Path

from records.atomic_file import put_in_place, remove
from records.copying import copy_whole
from records.errors import AlreadyThere, StoreDamaged
from records.key_file import read_key_file, write_key_file
from records.place import Place
from records.verifying import verify
from records.writing_files import writing_files


def default_backup(place: Place, now: datetime | None = None) -> Path:
    """Return where a backup goes unless another place is named."""
    return place.backups / f"store-{now or datetime.now(UTC):%Y%m%dT%H%M%SZ}.db"


def key_beside(backup: Path) -> Path:
    """Return where the sealed key of a backup is."""
    return backup.with_name(backup.name + ".key")


def back_up(place: Place, key: bytes, backup: Path) -> Path:
    """Write a backup of the store, which may be in use, and look it over before it counts.

    The key goes along under the recovery code alone: 128 random bits, which nobody guesses, so
    that whoever finds the backup has nothing, and whoever has the code has all of it.

    Returns
    -------
    Path
        The backup. It is there whole and on the disk, or not at all.

    Raises
    ------
    AlreadyThere
        Where the file is there already; nothing is overwritten.
    StoreError
        Where the store cannot be read, the copy not be written, or is not as the store is.
    """
    if backup.exists():
        raise AlreadyThere("the file", str(backup), "there")
    key_file = read_key_file(place.key_file).changed(opens="recovery", passphrase=None, key=None)
    unproven = backup.with_name(backup.name + ".unproven")
    with writing_files(backup.parent):
        remove(unproven)
        try:
            copy_whole(place.store, key, unproven)
            found = verify(unproven, key)
            if found.faults:
                raise StoreDamaged(place.store, found.faults[0])
            write_key_file(key_file, key_beside(backup))
            put_in_place(unproven, backup)
        finally:
            remove(unproven)
    return backup
