"""A whole copy of a store, made while it may be in use."""

from pathlib import Path

from records import driver
from records.atomic_file import OWNER_ONLY, put_in_place
from records.work import naming


def copy_whole(path: Path, key: bytes, copy: Path) -> None:
    """Write the store at `path`, as it is at one moment, to `copy`, under the same key.

    `copy` is there whole and on the disk when this returns, or not at all.

    Raises
    ------
    StoreError
        Where the store cannot be read, or the copy not written.
    OSError
        Where the copy's folder cannot be written.
    """
    part = copy.with_name(copy.name + ".part")
    part.unlink(missing_ok=True)
    part.touch(OWNER_ONLY)  # an empty file is taken, and keeps its mode
    try:
        with naming(path):
            connection = driver.connect(path, key)
            try:
                connection.execute("VACUUM INTO ?", (str(part),))
            finally:
                connection.close()
        put_in_place(part, copy)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
