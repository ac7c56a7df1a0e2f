"""A source in which there is nobody and nothing: the pace of a practice that the guide leads."""

import numpy as np

from vision.closing import ClosesOnExit
from vision.frames import Frame

_FPS = 15.0
_SIZE = 64, 36


class Unseen(ClosesOnExit):
    """Dark pictures at an even pace, without end."""

    name = "nobody"
    kind = "images"
    fps = _FPS
    size = _SIZE
    frame_count: int | None = None
    live = False
    incomplete = False

    def __init__(self) -> None:
        self._next = 0
        self._image = np.zeros((_SIZE[1], _SIZE[0], 3), np.uint8)

    def read(self) -> Frame | None:
        """Return the next picture."""
        self._next += 1
        return Frame(self._image, (self._next - 1) / _FPS, self._next - 1)

    def close(self) -> None:
        """Do nothing."""
