"""Who may open, migrate or replace the store just now, and where there may be one at all."""

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from records.atomic_file import OWNER_ONLY
from records.errors import NetworkFolder, StoreLocked
from records.network_folder import network_kind
from records.place import Place
from records.writing_files import writing_files

# Another window that opens, migrates or restores is waited for so long (a default of ours).
LOCK_PATIENCE_S = 10.0


@contextmanager
def held(place: Place) -> Iterator[None]:
    """Hold the store's lock, so that nobody else opens, migrates or replaces it meanwhile.

    Raises
    ------
    StoreLocked
        Where somebody else holds it for long.
    StoreReadOnly
        Where the folder cannot be written.
    """
    lock = FileLock(place.lock, timeout=LOCK_PATIENCE_S, mode=OWNER_ONLY)
    with writing_files(place.folder):
        try:
            lock.acquire()
        except Timeout:
            raise StoreLocked(place.store) from None
    try:
        yield
    finally:
        lock.release()


def refuse_network(place: Place) -> None:
    """Raise `NetworkFolder` where the store would be on another machine."""
    kind = network_kind(place.folder)
    if kind is not None:
        raise NetworkFolder(place.folder, kind)
