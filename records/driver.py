"""The one place that speaks to the database driver: SQLCipher, an encrypted SQLite.

Every page carries a checksum under the key, so one flipped bit is noticed and never read as data.
"""

import shutil
import sys
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from records.errors import (
    NotAStore,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreLocked,
    StoreReadOnly,
    StoreUnreachable,
)

MODULE: Any = dbapi2
"""The driver, as SQLAlchemy takes it."""
DriverError: type[Exception] = dbapi2.Error
"""Everything it raises."""
SYNCHRONOUS = "FULL"
"""What was acknowledged is on the disk: of simulated power cuts none lost anything with WAL and
FULL; with WAL and NORMAL some lost what was acknowledged (docs/adr/0014)."""
BUSY_MS = 5000
"""How long another writer is waited for."""

PAGE_BYTES = 4096
LEAST_ROOM_BYTES = 256 * 1024
"""With less room than this a fault of the disk is taken for want of room (a default of ours)."""
_PLAIN_SQLITE = b"SQLite format 3\0"
# SQLite's result codes (https://www.sqlite.org/rescode.html) that a person can do something about.
_NAMES = {
    3: "read-only",  # PERM
    5: "locked",  # BUSY
    6: "locked",  # LOCKED
    8: "read-only",  # READONLY
    10: "unreachable",  # IOERR
    11: "damaged",  # CORRUPT
    13: "full",  # FULL
    14: "unreachable",  # CANTOPEN
    26: "another",  # NOTADB
}


def connect(path: Path, key: bytes, *, foreign_keys: bool = True, only_read: bool = False) -> Any:
    """Return a connection to the existing store at `path`, in autocommit, safe for any thread.

    Parameters
    ----------
    path
        The store; it is never made by connecting.
    key
        32 bytes.
    foreign_keys
        Off while a migration rebuilds tables.
    only_read
        Leave the file as it is, to the last byte.

    Raises
    ------
    DriverError
        Where it cannot be opened, or `key` is not its key; see `named`.
    """
    address = f"{path.absolute().as_uri()}?mode={'ro' if only_read else 'rw'}"
    connection = dbapi2.connect(
        address, uri=True, check_same_thread=False, timeout=BUSY_MS / 1000, isolation_level=None
    )
    try:
        for pragma in _pragmas(key, foreign_keys, only_read):
            connection.execute(f"PRAGMA {pragma}").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def _pragmas(key: bytes, foreign_keys: bool, only_read: bool) -> list[str]:
    pragmas = [
        "cipher_log_level = NONE",  # it would write to standard error; what it says is raised too
        f"key = \"x'{key.hex()}'\"",
        f"busy_timeout = {BUSY_MS}",
        # Looking at the first page shows here, and not later, whether it is the key.
        "schema_version" if only_read else "journal_mode = WAL",
        f"synchronous = {SYNCHRONOUS}",
        f"foreign_keys = {'ON' if foreign_keys else 'OFF'}",
    ]
    if sys.platform == "darwin":  # its plain fsync leaves data in the drive's own memory
        pragmas += ["fullfsync = ON", "checkpoint_fullfsync = ON"]
    return pragmas


def named(error: BaseException, path: Path) -> StoreError | None:
    """Return what `error`, raised by the driver for the store at `path`, means; `None` for others.

    A fault of our own (a broken constraint, SQL that is none) is not one that a person can mend.
    """
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    match _NAMES.get(code & 0xFF):
        case "locked":
            return StoreLocked(path)
        case "full":
            return StoreFull(path)
        case "read-only":
            return StoreReadOnly(path)
        case "damaged":
            return StoreDamaged(path, "a page is not as it was written")
        case "another":
            return unreadable(path)
        case "unreachable":
            return StoreFull(path) if _is_full(path) else StoreUnreachable(path, str(error))
    return None


def _is_full(path: Path) -> bool:
    # No room for the index beside the log is told as a fault of the disk, without saying which.
    try:
        return shutil.disk_usage(path.parent).free < LEAST_ROOM_BYTES
    except OSError:
        return False


def unreadable(path: Path) -> StoreError:
    """Return what a file is that the right key does not open."""
    with path.open("rb") as file:
        head = file.read(PAGE_BYTES)
    if len(head) < PAGE_BYTES or head.startswith(_PLAIN_SQLITE) or _is_text(head):
        return NotAStore(path)
    return StoreDamaged(path, "its first page is not as it was written, or it has another key")


def _is_text(head: bytes) -> bool:
    # Of 4,096 encrypted bytes an eighth are below 32; of text next to none.
    return sum(byte < 32 and byte not in b"\t\n\r" for byte in head) < len(head) // 100
