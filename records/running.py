"""Which practices are being written just now, told by locks that end with whoever holds them.

No clock tells it: one that was set back would make a practice of an hour ago seem to go on. The
system lets go of a lock when its holder is killed or the power goes.
"""

from pathlib import Path
from typing import Self
from uuid import UUID

from filelock import FileLock, Timeout

from records.atomic_file import OWNER_ONLY, make_folder, sync_folder
from records.writing_files import writing_files


class Running:
    """The practices that are written to one store; a file in `folder` for each, named by its id."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: dict[UUID, FileLock] = {}

    @classmethod
    def beside(cls, store: Path) -> Self:
        """Return those of the store at the path `store`."""
        return cls(store.parent / "running")

    def hold(self, id_: UUID) -> None:
        """Say that a practice is being written, until `let_go` or the end of this program.

        Raises
        ------
        StoreFull, StoreReadOnly
            Where that cannot be said.
        """
        if id_ in self._held:
            return
        with writing_files(self._folder):
            make_folder(self._folder)
            lock = self._lock(id_)
            lock.acquire()
            sync_folder(self._folder)  # after a power cut it tells that a practice was cut off
        self._held[id_] = lock

    def let_go(self, id_: UUID) -> None:
        """Say that a practice is not written any more."""
        lock = self._held.pop(id_, None)
        if lock is not None:
            lock.release()
            self._path(id_).unlink(missing_ok=True)

    def let_all_go(self) -> None:
        """Let go of all that this program did not end; they are found as `left_over`."""
        while self._held:
            self._held.popitem()[1].release()

    def goes_on(self, id_: UUID) -> bool:
        """Return whether somebody is writing a practice, here or in another program."""
        if id_ in self._held:
            return True
        if not self._path(id_).exists():
            return False
        lock = self._lock(id_)
        try:
            lock.acquire()
        except Timeout:
            return True
        except OSError:  # it may not be looked at: nothing says that it is over
            return True
        lock.release()
        return False

    def left_over(self) -> list[UUID]:
        """Return the practices whose writers are gone without a word."""
        ids = []
        for path in self._folder.glob("*.lock"):
            try:
                id_ = UUID(path.stem)
            except ValueError:
                continue
            if not self.goes_on(id_):
                ids.append(id_)
        return ids

    def forget(self, id_: UUID) -> None:
        """Take away what was left over of a practice."""
        self._path(id_).unlink(missing_ok=True)

    def _path(self, id_: UUID) -> Path:
        return self._folder / f"{id_}.lock"

    def _lock(self, id_: UUID) -> FileLock:
        # Another object for the same file, so that looking is not taken for holding. A thread may
        # write what another began.
        return FileLock(self._path(id_), timeout=0, mode=OWNER_ONLY, thread_local=False)
