"""Working ahead: a stage of a line runs in a thread while the next is busy; nothing is lost."""

import queue
import threading
from collections.abc import Generator, Iterator
from typing import TypeVar

from vision.frames import Frame
from vision.source import Source

T = TypeVar("T")

DEPTH = 3
# How long a wait for room lasts before looking whether the other side has left.
POLL_S = 0.1


def frames_of(source: Source) -> Iterator[Frame]:
    """Yield every frame of `source` in order.

    Raises
    ------
    SourceError
        What the source's own `read` raised, where it did.
    """
    while (frame := source.read()) is not None:
        yield frame


def ahead(items: Iterator[T]) -> Generator[T, None, None]:
    """Yield what `items` yields, in order, made up to `DEPTH` ahead in a thread of its own.

    An error in `items` is raised after the items before it. Closing the generator ends the thread,
    but not what `items` itself was made from, which its maker closes.
    """
    ready: queue.Queue[tuple[T | None, BaseException | None]] = queue.Queue(DEPTH)
    left = threading.Event()
    thread = threading.Thread(target=_fill, args=(items, ready, left), name="ahead", daemon=True)
    thread.start()
    try:
        while True:
            item, end = ready.get()
            if item is None:
                if isinstance(end, StopIteration):
                    return
                assert end is not None
                raise end
            yield item
    finally:
        left.set()
        thread.join()


def _fill(
    items: Iterator[T],
    ready: "queue.Queue[tuple[T | None, BaseException | None]]",
    left: threading.Event,
) -> None:
    end: BaseException | None = None
    while end is None and not left.is_set():
        item = None
        try:
            item = next(items)
        except BaseException as error:  # raised again where the items are taken
            end = error
        while not left.is_set():
            try:
                ready.put((item, end), timeout=POLL_S)
                break
            except queue.Full:
                continue
