"""Bringing a backup back: proven first, then put in the store's place, which is kept aside."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from records import driver, keys
from records.atomic_file import (
    beside,
    copy_bytes,
    keep_aside,
    make_folder,
    put_in_place,
    remove,
)
from records.backing_up import key_beside
from records.driver import DriverError, named
from records.errors import NoStore, StoreDamaged, StoreError, StoreLocked, StoreNewer
from records.key_file import KeyFile, read_key_file
from records.locking import held, refuse_network
from records.migrations.revisions import KNOWN
from records.place import Place
from records.verifying import Verified, verify
from records.work import naming
from records.writing_files import writing_files


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done.

    Attributes
    ----------
    found
        What the backup holds.
    aside
        Where the store that was there before is now; `None` where there was none.
    """

    found: Verified
    aside: Path | None


@dataclass(frozen=True, slots=True)
class Opening:
    """How a key that is taken over from a backup is found from now on, as in `keys.make_key`."""

    passphrase: str | None = None
    with_keyring: bool = False


def restore(
    place: Place,
    backup: Path,
    key: bytes | None,
    recovery_code: Callable[[], str],
    opening: Opening = Opening(),
) -> Restored:
    """Put the store in `backup` in the place of the one at `place`, or where there is none.

    Parameters
    ----------
    place
        The store to replace.
    backup
        Stays as it is.
    key
        The key of this machine; `None` where it has none, or lost it.
    recovery_code
        Asked for the code of the backup, where it was made under another key. On a machine with
        a key of its own the store is brought under that; else the backup's key is taken over.
    opening
        How a key that is taken over is found from now on.

    Raises
    ------
    StoreError
        Where the backup is none, is damaged or newer than this program, its code is another, the
        store is in use, or cannot be written. The store that was there is still there.
    """
    refuse_network(place)
    if not backup.is_file():
        raise NoStore(backup)
    unproven = place.store.with_name(place.store.name + ".unproven")
    with writing_files(place.folder):
        make_folder(place.folder)
        with held(place):
            try:
                _copy(backup, unproven)
                taken, theirs = _opened(unproven, backup, key, recovery_code)
                found = _proven(unproven, backup, taken)
                _alone(unproven, taken, key or taken)
                _refuse_in_use(place, key or taken)
                if theirs is not None and key is None:
                    with writing_files(place.key_folder):
                        keys.take_over(
                            place.key_file,
                            theirs,
                            taken,
                            opening.passphrase,
                            with_keyring=opening.with_keyring,
                        )
                aside = _replaced(place, unproven)
            finally:
                remove(unproven)
    return Restored(found, aside)


def _copy(backup: Path, unproven: Path) -> None:
    """Copy the backup here; of a store that was kept aside while in use, what is beside it too."""
    remove(unproven)
    log, _ = beside(backup)
    if log.exists():
        copy_bytes(log, beside(unproven)[0])
    copy_bytes(backup, unproven)


def _opened(
    unproven: Path, backup: Path, key: bytes | None, recovery_code: Callable[[], str]
) -> tuple[bytes, KeyFile | None]:
    """Return the key of the backup, and its key file where that was needed."""
    if key is not None and _opens(unproven, key):
        return key, None
    where = key_beside(backup)
    if not where.exists():
        raise driver.unreadable(backup)
    theirs = read_key_file(where)
    taken = keys.recover_key(where, recovery_code())
    if not _opens(unproven, taken):
        raise driver.unreadable(backup)
    return taken, theirs


def _opens(path: Path, key: bytes) -> bool:
    try:
        driver.connect(path, key).close()
    except DriverError as error:
        meant = named(error, path)
        if meant is None:
            raise
        return False
    return True


def _proven(unproven: Path, backup: Path, key: bytes) -> Verified:
    found = verify(unproven, key)
    if found.faults:
        raise StoreDamaged(backup, found.faults[0])
    if found.form not in KNOWN:
        raise StoreNewer(backup, found.form)
    return found


def _alone(path: Path, key: bytes, new_key: bytes) -> None:
    """Bring the store at `path` into one file, under `new_key`.

    Raises
    ------
    StoreLocked
        Where somebody else has it open.
    """
    with naming(path):
        connection = driver.connect(path, key)
        try:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            (mode,) = connection.execute("PRAGMA journal_mode = DELETE").fetchone()
            if mode != "delete":
                raise StoreLocked(path)
            if new_key != key:
                connection.execute(f"PRAGMA rekey = \"x'{new_key.hex()}'\"").fetchall()
        finally:
            connection.close()


def _refuse_in_use(place: Place, key: bytes) -> None:
    """Raise `StoreLocked` where another window has the store at `place` open.

    A machine that lost its key has that of the backup, which is the store's own unless it is the
    backup of another store.
    """
    if not place.store.exists():
        return
    try:
        # Brings in what is only beside it yet, and shows that no other window has it open.
        _alone(place.store, key, key)
    except StoreLocked:
        raise
    except StoreError:
        pass  # damaged, which is why a backup is brought back: kept aside as it is


def _replaced(place: Place, unproven: Path) -> Path | None:
    """Put the proven store in its place; return where the one before is now."""
    aside = keep_aside(place.store, datetime.now(UTC))
    for file in beside(place.store):  # a log of the old store is not to be read into the new one
        file.unlink(missing_ok=True)
    put_in_place(unproven, place.store)
    return aside
