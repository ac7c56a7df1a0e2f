"""Finding out how a person stands to the camera, from one sight to the next."""

from cmath import phase
from math import degrees, exp, hypot, isfinite, nan

import numpy as np
from numpy.typing import NDArray

from vision.pose import Pose
from vision.roll import Roll
from vision.skeleton import Landmark
from vision.turning import turn_of
from vision.viewpoint import Viewpoint

# People turn slowly and the model's depth trembles: what is known of the turn follows with the
# first time constant. The size follows with the second, for a raised arm lifts the model's
# shoulders by a tenth of the trunk. Both start anew after so long without a sight (defaults of
# ours, unvalidated).
FOLLOWS_S = 0.5
SIZE_FOLLOWS_S = 6.0
FORGET_AFTER_S = 2.0
# Turned farther than this, shoulders and hips tilt in the picture as a camera looks down on them.
PLAIN_DEG = 12.0
# Under this much agreement of the ways of telling, nothing is known of the turn.
LEAST_AGREEMENT = 0.25

_TRUNK = np.array(
    [
        Landmark.LEFT_SHOULDER,
        Landmark.RIGHT_SHOULDER,
        Landmark.LEFT_HIP,
        Landmark.RIGHT_HIP,
    ]
)


class Viewing:
    """Follows the view of one person: turn, camera roll, and how large they are.

    Attributes
    ----------
    viewpoint
        What is known now.
    """

    def __init__(self) -> None:
        self._roll = Roll()
        self._turn = 0j
        self._body_px = nan
        self._last_s = nan
        self.viewpoint = self._known()

    def _known(self) -> Viewpoint:
        known = abs(self._turn) >= LEAST_AGREEMENT
        return Viewpoint(
            turn_deg=degrees(phase(self._turn)) if known else nan,
            roll_deg=self._roll.degrees,
            body_px=self._body_px,
            levelled=self._roll.known,
        )

    def step(
        self,
        pose: Pose,
        seen: NDArray[np.bool_],
        points: NDArray[np.float64],
        time_s: float,
    ) -> Viewpoint:
        """Return what is known after one more sight.

        Parameters
        ----------
        pose, seen, points
            The landmarks, which of them count, and their (33, 2) pixels, NaN where they do not.
        time_s
            When; after `FORGET_AFTER_S`, or a step back in time, turn and size are found anew.
        """
        elapsed_s = time_s - self._last_s
        goes_on = 0 <= elapsed_s <= FORGET_AFTER_S
        self._last_s = time_s
        turn = turn_of(pose, seen)
        if turn:
            self._turn += (turn - self._turn) * _share(elapsed_s, FOLLOWS_S, goes_on)
        size = _trunk_px(points)
        if isfinite(size):
            before = self._body_px if isfinite(self._body_px) else size
            self._body_px = before + (size - before) * _share(elapsed_s, SIZE_FOLLOWS_S, goes_on)
        self.viewpoint = self._known()
        from_front = abs(self.viewpoint.turn_deg) <= PLAIN_DEG
        self._roll.take(points, time_s, from_front=from_front)
        return self.viewpoint

    def say_upright(self) -> bool:
        """Take the trunk as it is for upright; return whether there was one to take."""
        said = self._roll.say_upright()
        self.viewpoint = self._known()
        return said

    def moved(self) -> None:
        """Forget the view: the camera looks from elsewhere."""
        self._roll, self._turn, self._body_px, self._last_s = Roll(), 0j, nan, nan
        self.viewpoint = self._known()


def _share(elapsed_s: float, follows_s: float, goes_on: bool) -> float:
    """Return how much of what is new is taken, all of it where what was known is too old."""
    return 1 - exp(-elapsed_s / follows_s) if goes_on else 1.0


def _trunk_px(points: NDArray[np.float64]) -> float:
    """Return the length of the trunk in the picture; NaN where it is not seen."""
    ls, rs, lh, rh = points[_TRUNK].tolist()
    return hypot(ls[0] + rs[0] - lh[0] - rh[0], ls[1] + rs[1] - lh[1] - rh[1]) / 2
