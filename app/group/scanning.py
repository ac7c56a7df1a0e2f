"""Looking for people all over a live picture, so that places can be put where they are."""

from collections.abc import Callable
from dataclasses import dataclass

from app.clock import monotonic
from app.latest import Latest
from app.live import LiveSource
from app.looking import POLL_S, Looking
from vision.frames import Frame
from vision.place_scan import PlaceScan
from vision.places import Body
from vision.source import Source


@dataclass(frozen=True, slots=True, eq=False)
class Scanned:
    """The newest picture, and everybody found in the last round over it; `None` before it."""

    frame: Frame
    people: tuple[Body, ...] | None
    found_s: float


class Scanning(Looking[Scanned]):
    """Looks for people in the newest frames, a part of the picture at a time."""

    def _look_at_all(self) -> None:
        with PlaceScan() as scan:
            self.ready.set()
            while self._goes_on:
                frame = self._frames.take(POLL_S)
                if frame is not None:
                    scan.look(frame)
                    self.seen.put(Scanned(frame, scan.people, monotonic()))


class ScanningSource(LiveSource[Scanned]):
    """A source in which people are looked for."""

    def __init__(self, open_source: Callable[[], Source]) -> None:
        frames: Latest[Frame] = Latest()
        super().__init__(open_source, frames, Scanning(frames))
