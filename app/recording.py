"""The thread that keeps practices while they run.

Where the disk is full, locked or cannot be written, practices go on, and it is tried again and
again.
"""

import threading
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol, Self

from app.strand import Strand

if TYPE_CHECKING:
    from records.store import Store

_AGAIN_S = 1.0
"""Where it could not be written, it is tried again after so long (a default of ours)."""


class Written(Protocol):
    """What is written piece by piece, as `app.strand.Strand` is."""

    @property
    def has_more(self) -> bool:
        """Whether something is there to write."""

    def write(self, store: "Store") -> None:
        """Write it, or raise a `StoreError`: then it waits for the next time."""


class Recording:
    """The thread that writes strands, of one person or of a group.

    Parameters
    ----------
    store
        Returns the store, which is open for as long as this is.
    """

    def __init__(self, store: Callable[[], "Store"]) -> None:
        self._store = store
        self._strands: list[Written] = []
        self._again_s: dict[Written, float] = {}
        self._new, self._over = threading.Event(), threading.Event()
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="recording", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop writing; what is left is for `Strand.end`.

        Raises
        ------
        BaseException
            What went amiss in the thread by a fault of the program's own.
        """
        self._over.set()
        self._new.set()
        self._thread.join()
        if self._error is not None:
            raise self._error

    def strand(self, code: str, fixed: Mapping[str, object]) -> Strand:
        """Return the strand of one more practice, which is written from now on."""
        strand = Strand(code, fixed, self.wake)
        self.add(strand)
        return strand

    def add(self, written: Written) -> None:
        """Write something else too from now on, whenever this is woken."""
        self._strands.append(written)

    def wake(self) -> None:
        """Say that there is something new to write."""
        self._new.set()

    def _run(self) -> None:
        try:
            while not self._over.is_set():
                self._new.wait(_AGAIN_S if self._again_s else None)
                self._new.clear()
                for strand in self._strands:
                    self._write(strand)
        except BaseException as error:  # carried to the main thread, which raises it again
            self._error = error

    def _write(self, strand: Written) -> None:
        """Write what there is of a strand; one that cannot be written keeps none of the others."""
        from records.errors import StoreError

        if time.monotonic() < self._again_s.get(strand, 0.0):
            return
        self._again_s.pop(strand, None)
        try:
            while strand.has_more and not self._over.is_set():
                strand.write(self._store())
        except StoreError:  # the strand remembers it, and tells at its end
            self._again_s[strand] = time.monotonic() + _AGAIN_S
