"""Files that are there whole or not at all, whenever the power goes."""

import os
import shutil
from datetime import datetime
from pathlib import Path

OWNER_ONLY = 0o600
"""Mode of every file of the store and its key."""
FOLDER_OWNER_ONLY = 0o700
"""Mode of the folders they sit in."""


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path`, readable by its owner only, in place of what is there.

    When this returns, the new file is on the disk; until then the old one is.

    Raises
    ------
    OSError
        Where the folder cannot be written; the old file stays.
    """
    part = path.with_name(path.name + ".part")
    try:
        # Made anew, so that a left-over part with another mode or another owner is not used.
        part.unlink(missing_ok=True)
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def put_in_place(part: Path, path: Path) -> None:
    """Move the finished file `part` to `path`, so that it is on the disk when this returns."""
    sync_file(part)
    part.replace(path)
    sync_folder(path.parent)


def keep_aside(path: Path, now: datetime) -> Path | None:
    """Give the file at `path` a second name beside it, and return that; `None` without a file.

    The file stays at `path` too, so that there is no moment without it. What SQLite keeps beside
    it goes along.
    """
    if not path.exists():
        return None
    aside = free_name(path.with_name(f"{path.stem}-replaced-{now:%Y%m%dT%H%M%SZ}{path.suffix}"))
    # The store last: once it is there, all of it is.
    for file, second in reversed(
        [*zip((path, *beside(path)), (aside, *beside(aside)), strict=True)]
    ):
        if file.exists():
            _second_name(file, second)
    sync_folder(path.parent)
    return aside


def _second_name(path: Path, second: Path) -> None:
    try:
        os.link(path, second)
    except OSError:  # a file system without second names
        copy_bytes(path, second)


def copy_bytes(path: Path, copy: Path) -> None:
    """Write the bytes at `path` to `copy`, readable by its owner only, and on to the disk."""
    descriptor = os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY)
    with path.open("rb") as source, os.fdopen(descriptor, "wb") as target:
        shutil.copyfileobj(source, target, 1 << 20)
        target.flush()
        os.fsync(target.fileno())


def beside(path: Path) -> tuple[Path, Path]:
    """Return the two files that SQLite keeps beside the store at `path` while it is open."""
    return path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")


def remove(path: Path) -> None:
    """Remove a store that is not needed, and what is beside it."""
    for file in (*beside(path), path):
        file.unlink(missing_ok=True)


def free_name(path: Path) -> Path:
    """Return `path`, or with a number where that is taken."""
    found, number = path, 1
    while found.exists():
        number += 1
        found = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return found


def make_folder(folder: Path) -> None:
    """Make `folder` if it is not there, and let its owner alone into it.

    Raises
    ------
    OSError
        Where it cannot be made, or is somebody else's.
    """
    missing = [up for up in (folder, *folder.parents) if not up.exists()]
    folder.mkdir(mode=FOLDER_OWNER_ONLY, parents=True, exist_ok=True)
    if os.name == "posix" and folder.stat().st_mode & 0o077:
        folder.chmod(FOLDER_OWNER_ONLY)
    for made in missing:
        sync_folder(made.parent)


def sync_file(path: Path) -> None:
    """Return when what was written to `path` is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Return when the names in `folder` are on the disk; Windows has no such call."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
