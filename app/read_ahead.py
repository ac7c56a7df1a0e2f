"""Reading a file while the last frame is still being looked at, and losing none."""

import queue
import threading
from collections.abc import Iterator

from vision.frames import Frame
from vision.source import Source

DEPTH = 3
# How long a wait for room lasts before looking whether the reader was abandoned.
POLL_S = 0.1


def read_ahead(source: Source) -> Iterator[Frame]:
    """Yield every frame of `source` in order, decoding up to `DEPTH` frames ahead in a thread.

    Raises
    ------
    SourceError
        What the source's own `read` raised, where it did.
    """
    ready: queue.Queue[Frame | BaseException | None] = queue.Queue(DEPTH)
    abandoned = threading.Event()
    thread = threading.Thread(
        target=_fill, args=(source, ready, abandoned), name="read ahead", daemon=True
    )
    thread.start()
    try:
        while (item := ready.get()) is not None:
            if isinstance(item, BaseException):
                raise item
            yield item
    finally:
        abandoned.set()
        thread.join()


def _fill(
    source: Source,
    ready: "queue.Queue[Frame | BaseException | None]",
    abandoned: threading.Event,
) -> None:
    item: Frame | BaseException | None
    while not abandoned.is_set():
        try:
            item = source.read()
        except BaseException as error:  # raised again where the frames are taken
            item = error
        while not abandoned.is_set():
            try:
                ready.put(item, timeout=POLL_S)
                break
            except queue.Full:
                continue
        if not isinstance(item, Frame):
            return
