"""A recording, or a drawn figure with a clock of its own, is not read before anybody looks."""

import threading
import time

import numpy as np

from app.capture import Capture
from app.latest import Latest
from vision.closing import ClosesOnExit
from vision.frames import Frame


class OwnClock(ClosesOnExit):
    """Gives the picture that is due by a clock that starts with the first read."""

    name, kind = "clock", "figure"
    frame_count: int | None = None
    live = incomplete = False
    fps, size = 50.0, (8, 8)

    def __init__(self) -> None:
        self.began_s: float | None = None
        self.reads = 0

    def read(self) -> Frame | None:
        now = time.monotonic()
        self.began_s = now if self.began_s is None else self.began_s
        self.reads += 1
        index = max(int((now - self.began_s) * self.fps), self.reads)
        return Frame(np.zeros((8, 8, 3), np.uint8), index / self.fps, index)

    def close(self) -> None:
        pass


def test_nothing_is_read_before_the_pose_model_is_open() -> None:
    source, ready, frames = OwnClock(), threading.Event(), Latest[Frame]()
    capture = Capture(lambda: source, frames, ready)
    time.sleep(0.4)
    assert source.reads == 0
    ready.set()
    # Read before, every picture would be let go as late as it was read early.
    deadline = time.monotonic() + 20
    while source.reads < 30 and time.monotonic() < deadline:
        time.sleep(0.01)
    capture.stop(wait_s=1.0)
    assert source.reads >= 30
