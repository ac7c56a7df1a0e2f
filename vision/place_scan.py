"""Looks for people all over the picture, a part of it at a time.

The model sees one person at a time, and small ones only in small parts. So the picture is looked at
in overlapping tiles of several sizes, in which each person stands out at least twice.
"""

from collections.abc import Iterator
from math import ceil

import numpy as np

from vision.bodies import body_of, gathered, stands_out
from vision.closing import ClosesOnExit
from vision.frames import Frame
from vision.landmarker import Landmarker
from vision.places import Body
from vision.zones import Zone

# Heights of the tiles as shares of the picture's, and their width beside their height (defaults of
# ours: of four in a classroom and eight drawn ones in two rows each was found in two tiles at
# least).
SHARES = (1.0, 0.6, 0.4)
ASPECT = 0.75
# Tiles overlap by half.
STEP = 0.5


def tiles(width: int, height: int) -> Iterator[Zone]:
    """Yield the parts of a picture of so many pixels, the largest first."""
    number = 1
    for share in SHARES:
        tall = share * height
        wide = min(width, tall if share == 1 else ASPECT * tall)
        for top in _starts(height, tall):
            for left in _starts(width, wide):
                yield Zone(number, left / width, top / height, wide / width, tall / height)
                number += 1


def _starts(length: float, part: float) -> list[float]:
    steps = ceil((length - part) / (STEP * part) - 1e-9)
    return [float(start) for start in np.linspace(0, length - part, steps + 1)]


class PlaceScan(ClosesOnExit):
    """Looks for everybody in the picture, one tile at each call of `look`.

    Attributes
    ----------
    people
        Everybody found in the last whole round; `None` before the first.

    Raises
    ------
    vision.models.ModelError
        Where the model's file or the library is not the one tested.
    """

    def __init__(self) -> None:
        self.people: tuple[Body, ...] | None = None
        self._landmarker = Landmarker("lite", mode="image")
        self._size = (0, 0)
        self._left: list[Zone] = []
        self._looks: list[Body] = []

    def look(self, frame: Frame) -> bool:
        """Look at the next tile; return whether that ended a round."""
        size = frame.image.shape[1], frame.image.shape[0]
        if size != self._size or not self._left:
            self._size, self._left, self._looks = size, list(tiles(*size)), []
        pose = self._landmarker.detect(frame, self._left.pop(0))
        if pose is not None and stands_out(pose):
            self._looks.append(body_of(pose))
        if self._left:
            return False
        self.people = gathered(self._looks)
        return True

    def all_looks(self, frame: Frame) -> tuple[Body, ...]:
        """Look at all of one frame at once; return what every tile showed, some people often."""
        self._left = []
        while not self.look(frame):
            pass
        return tuple(self._looks)

    def close(self) -> None:
        """Let go of the model; calling it again does nothing."""
        self._landmarker.close()
