"""A stand-in for a camera device: a `Source` whose frames and faults the test decides."""

from collections.abc import Callable

import numpy as np

from app.clock import monotonic
from vision.closing import ClosesOnExit
from vision.frames import Frame

FrameMaker = Callable[[int], Frame | None]


class FakeCamera(ClosesOnExit):
    """Gives what `make` returns for each index, or raises what it raises."""

    kind = "camera"
    size = (320, 240)
    fps = 30.0
    frame_count: int | None = None
    live = True
    incomplete = False

    def __init__(self, make: FrameMaker, name: str = "stand-in camera") -> None:
        self.name = name
        self.closed = False
        self._make = make
        self._index = 0

    def read(self) -> Frame | None:
        frame = self._make(self._index)
        self._index += 1
        return frame

    def close(self) -> None:
        self.closed = True


def room(index: int, luma: int = 90) -> Frame:
    """Return a picture of nobody, different every time, stamped now."""
    rng = np.random.default_rng(index)
    image = rng.integers(max(0, luma - 5), luma + 5, (240, 320, 3), dtype=np.uint8)
    return Frame(image, monotonic(), index)
