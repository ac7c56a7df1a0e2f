"""A thread that looks at the newest frames and publishes what it found."""

import threading
from abc import ABC, abstractmethod
from typing import Generic, Protocol, Self, TypeVar

from app.latest import Latest
from app.priority import yield_to_display
from vision.frames import Frame

# How long to wait for a frame before looking whether to stop.
POLL_S = 0.1


class HasFound(Protocol):
    """What was seen, and when it was known."""

    @property
    def found_s(self) -> float:
        """Monotonic seconds."""


S = TypeVar("S", bound=HasFound)


class Looking(ABC, Generic[S]):
    """Looks at frames in a thread of its own, which lets the display go first.

    Attributes
    ----------
    seen
        The newest thing found. An error in the thread ends it, and is raised again by whoever
        takes from it.
    ready
        Set once looking can begin: a model may have to be opened.
    """

    def __init__(self, frames: Latest[Frame], name: str = "vision") -> None:
        self.seen: Latest[S] = Latest()
        self.ready = threading.Event()
        self._frames = frames
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    @property
    def _goes_on(self) -> bool:
        """Whether there is to be looked on: nobody stopped it, and frames may come."""
        return not (self._stop.is_set() or self._frames.ended)

    def _run(self) -> None:
        yield_to_display()  # and with it what libraries start from here
        try:
            self._look_at_all()
        except BaseException as error:  # carried to the main thread, which raises it again
            self.seen.end(error)
        else:
            self.seen.end()

    @abstractmethod
    def _look_at_all(self) -> None:
        """Set `ready`, and look at frames into `seen` while it goes on."""
