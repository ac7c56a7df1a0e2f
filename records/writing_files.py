"""What the operating system says when a file cannot be written, put into our own words."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from records.errors import StoreFull, StoreReadOnly

_FULL = {errno.ENOSPC, errno.EDQUOT}
_NO_LEAVE = {errno.EACCES, errno.EPERM, errno.EROFS, errno.EEXIST, errno.ENOTDIR}


@contextmanager
def writing_files(folder: Path) -> Iterator[None]:
    """Raise by its name what keeps files in `folder` from being written.

    Raises
    ------
    StoreFull
        Where there is no room.
    StoreReadOnly
        Where it may not be written, or is no folder.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise StoreFull(folder) from error
        if error.errno in _NO_LEAVE:
            raise StoreReadOnly(folder) from error
        raise
