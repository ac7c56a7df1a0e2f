"""One slot that two threads share: the newest thing wins."""

import threading
from typing import Generic, TypeVar

T = TypeVar("T")


class Latest(Generic[T]):
    """Holds the newest item put and not yet taken, and carries an error or the end across.

    `superseded` counts the items that were replaced before anybody took them.
    """

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._item: T | None = None
        self._error: BaseException | None = None
        self._ended = False
        self.superseded = 0

    def put(self, item: T) -> None:
        """Offer `item`, in place of one that nobody took."""
        with self._condition:
            self.superseded += self._item is not None
            self._item = item
            self._condition.notify_all()

    def end(self, error: BaseException | None = None) -> None:
        """Say that nothing more comes; with `error`, that it stopped because of it."""
        with self._condition:
            self._error = self._error or error
            self._ended = True
            self._condition.notify_all()

    def take(self, timeout_s: float = 0.0) -> T | None:
        """Return the newest item and empty the slot; `None` where none came in `timeout_s`.

        Raises
        ------
        BaseException
            The error the other side ended with, once the slot is empty.
        """
        with self._condition:
            if self._item is None and not self._ended and timeout_s > 0:
                self._condition.wait(timeout_s)
            item, self._item = self._item, None
            if item is None and self._error is not None:
                raise self._error
            return item

    @property
    def ended(self) -> bool:
        """Whether the other side has ended and nothing is left to take."""
        with self._condition:
            return self._ended and self._item is None
