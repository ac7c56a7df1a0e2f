"""How far the camera is rolled, from a body that stands or sits upright before it."""

from collections import deque
from dataclasses import dataclass
from math import atan2, degrees, isfinite, nan
from statistics import median

import numpy as np
from numpy.typing import NDArray

from vision.skeleton import Landmark

# Shoulders, hips and trunk agree on what is upright when they lie within the first of one another
# (a body that bends sets them apart), for a second in which none of them wanders by more than the
# second. Samples are taken so often, the median of the last so many counts, from so many on; and
# a body that leans farther than this is not taken for a rolled camera. Defaults of ours,
# unvalidated.
AGREE_DEG = 3.0
STILL_DEG = 1.0
EVERY_S = 0.2
REMEMBERED = 300
ENOUGH = 3
MOST_DEG = 20.0
# The person's own word is taken from the sights of this long before it.
SAID_S = 1.0

_ENDS = np.array(
    [
        (Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER),
        (Landmark.LEFT_HIP, Landmark.RIGHT_HIP),
    ]
)
_NEEDED = _ENDS.ravel()


@dataclass(frozen=True, slots=True)
class _Tilts:
    """Clockwise tilts in degrees at one moment: of the shoulders, the hips and the trunk."""

    time_s: float
    shoulders: float
    hips: float
    trunk: float

    @property
    def agreed(self) -> float:
        """The tilt of the trunk where the others agree with it, else NaN.

        A turn of the body tilts the lines across it, seen from above or below, but not the trunk.
        """
        tilts = (self.shoulders, self.hips, self.trunk)
        agree = max(tilts) - min(tilts) <= AGREE_DEG and abs(self.trunk) <= MOST_DEG
        return self.trunk if agree else nan


class Roll:
    """Learns the camera's roll; 0.0 until something is known.

    Seen from the front it is found by itself, wherever shoulders, hips and trunk agree. Seen from
    the side nobody stands quite plumb, and only the person's own word counts.

    Attributes
    ----------
    degrees
        The roll: an upright body leans by so much clockwise in the picture.
    """

    def __init__(self) -> None:
        self._samples: deque[float] = deque(maxlen=REMEMBERED)
        self._late: deque[_Tilts] = deque()
        self._said: float | None = None
        self._next_s = -np.inf
        self.degrees = 0.0

    @property
    def known(self) -> bool:
        """Whether the roll is known."""
        return self._said is not None or len(self._samples) >= ENOUGH

    def take(self, points: NDArray[np.float64], time_s: float, *, from_front: bool) -> None:
        """Take one more sight (33, 2) of the body, NaN where unseen."""
        if 0 <= self._next_s - time_s <= EVERY_S:
            return
        self._next_s = time_s + EVERY_S
        while self._late and not 0 <= time_s - self._late[0].time_s <= SAID_S:
            self._late.popleft()
        tilts = _tilts(points[_ENDS].tolist(), time_s)
        if tilts is None:
            return
        self._late.append(tilts)
        if from_front and isfinite(tilts.agreed) and self._still():
            self._samples.append(tilts.agreed)
            if self._said is None and self.known:
                self.degrees = median(self._samples)

    def _still(self) -> bool:
        """Return whether the body has kept still for the last second."""
        long_enough = self._late[-1].time_s - self._late[0].time_s >= SAID_S - EVERY_S
        trunk = [tilts.trunk for tilts in self._late]
        hips = [tilts.hips for tilts in self._late]
        return long_enough and max(np.ptp(trunk), np.ptp(hips)) <= STILL_DEG

    def say_upright(self) -> bool:
        """Take the trunk as it was of late for upright: the person says so.

        Returns whether anything was seen of late to take it from, within `MOST_DEG` of upright.
        """
        if not self._late:
            return False
        tilt = median(tilts.trunk for tilts in self._late)
        if abs(tilt) > MOST_DEG:
            return False
        self._said = self.degrees = tilt
        return True


def _tilts(ends: list[list[list[float]]], time_s: float) -> _Tilts | None:
    """Return the tilts of shoulders, hips and trunk; `None` where one of them is unseen."""
    (ls, rs), (lh, rh) = ends
    up_x = (ls[0] + rs[0] - lh[0] - rh[0]) / 2
    up_y = (ls[1] + rs[1] - lh[1] - rh[1]) / 2
    if not isfinite(up_x + up_y) or up_x == up_y == 0:
        return None
    return _Tilts(
        time_s,
        shoulders=degrees(atan2(ls[1] - rs[1], ls[0] - rs[0])),
        hips=degrees(atan2(lh[1] - rh[1], lh[0] - rh[0])),
        trunk=degrees(atan2(up_x, -up_y)),
    )
