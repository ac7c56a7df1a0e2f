"""Looking for people all over a live picture, so that places can be put where they are."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from app.clock import monotonic
from app.latest import Latest
from app.live import LiveSource
from app.priority import yield_to_display
from vision.frames import Frame
from vision.place_scan import PlaceScan
from vision.places import Body
from vision.source import Source

POLL_S = 0.1


@dataclass(frozen=True, slots=True, eq=False)
class Scanned:
    """The newest picture, and everybody found in the last round over it; `None` before it."""

    frame: Frame
    people: tuple[Body, ...] | None
    found_s: float


class Scanning:
    """Looks at the newest frames, a part of the picture at a time, into `seen`."""

    def __init__(self, frames: Latest[Frame]) -> None:
        self.seen: Latest[Scanned] = Latest()
        self.ready = threading.Event()
        self._frames = frames
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="vision", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        yield_to_display()
        try:
            with PlaceScan() as scan:
                self.ready.set()
                self._look(scan)
        except BaseException as error:  # carried to the main thread, which raises it again
            self.seen.end(error)
        else:
            self.seen.end()

    def _look(self, scan: PlaceScan) -> None:
        while not (self._stop.is_set() or self._frames.ended):
            frame = self._frames.take(POLL_S)
            if frame is not None:
                scan.look(frame)
                self.seen.put(Scanned(frame, scan.people, monotonic()))


class ScanningSource(LiveSource[Scanned]):
    """A source in which people are looked for."""

    def __init__(self, open_source: Callable[[], Source]) -> None:
        frames: Latest[Frame] = Latest()
        super().__init__(open_source, frames, Scanning(frames))
