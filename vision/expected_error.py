"""How wrong each measure may be at this moment: a bound that nine values in ten keep to.

The bound is a sum of *signs*, each known at the moment of the frame and each with a weight of its
own for every measure, found by `benchmarks/fit_error.py` on bodies whose angles are exact. What
the model reads too small on those bodies widens the bound of a person's value; it is never taken
off the value.
"""

from enum import IntEnum
from math import isnan

import numpy as np
from numpy.typing import NDArray

from vision.error_weights import WEIGHTS
from vision.measures import INDEX, MEASURES
from vision.measuring import FIRST_WEIGHTS, SECOND_WEIGHTS, Taken
from vision.viewpoint import Viewpoint

Floats = NDArray[np.float64]


class Sign(IntEnum):
    """Column of each sign of error."""

    BASE = 0
    """1: what is always there."""
    LEVER = 1
    """Degrees by which the measure turns when its landmarks shift by a hundredth of the trunk: more
    for short segments, and for landmarks that are hardly visible."""
    SIZE = 2
    """How far the value is from rest and what is about it, a tenth of its own unit: the model
    reads many too small."""
    HIGH = 3
    """How far it is above 90 degrees, a tenth."""
    TURN = 4
    """How far the person is turned from the measure's own plane: parts of 30 degrees, squared."""
    SHORT = 5
    """How much of the limb's usual length is missing in the picture, in tenths."""
    SPEED = 6
    """How fast the value changes, a tenth of its unit a second: what is smoothed lags behind."""
    JITTER = 7
    """How much the value trembles from one frame to the next, in its own unit."""
    LEVEL = 8
    """1 while what is held against the level is not known to be level."""


SIGNS = len(Sign)
# Where a landmark is hardly seen its place is a guess: at visibility 0 so many times as far off.
GUESSED = 3.0
# Farther from the trunk's own size than this, a segment is as good as none.
_LEAST_SHARE = 0.02
# Where the hips are hidden the trunk is taken for so many times the width of the shoulders, and
# where those are too, for the longest segment in sight.
TRUNK_OF_SHOULDERS = 1.5
# While the turn is not known it is taken for this one (both are defaults of ours, unvalidated).
UNKNOWN_TURN_DEG = 30.0
_NO_SIZE_PX = 1e-3
# Time over which speed and trembling are taken.
SPEED_S = 0.15
JITTER_S = 0.5
# So near to rest a value is taken for a value at rest, whose error may be as large as itself.
AT_REST = {"degrees": 5.0, "percent": 5.0, "shoulder_widths": 0.0}
# Over a gap longer than this nothing is known of speed.
LONGEST_GAP_S = 0.4
# No bound is smaller than this, nor larger, in the measure's own unit.
LEAST, MOST = 0.01, 90.0

# What a shift of a hundredth of the vectors' length makes of each measure.
_OF_SHIFT = np.array(
    [np.degrees(0.01) if measure.unit == "degrees" else 1.0 for measure in MEASURES]
)
# The plane of each measure: front 0, side 1, either 2.
_PLANES = np.array(
    [2 if len(measure.views) == 2 else int("side" in measure.views) for measure in MEASURES]
)
_LEVELLED = np.array(
    [m.name in ("trunk_forward_lean", "trunk_side_lean", "pelvis_shift") for m in MEASURES]
)
_AT_REST = np.array([AT_REST[measure.unit] for measure in MEASURES])
_OF_NAME = np.array([WEIGHTS[measure.name] for measure in MEASURES])
_SQUARED = np.concatenate([FIRST_WEIGHTS**2, SECOND_WEIGHTS**2])
_SHOULDER_LINE = INDEX["neck_side_bend"]


class ExpectedError:
    """Follows one person's measures and says how wrong each may be."""

    def __init__(self) -> None:
        self._values = np.full(len(MEASURES), np.nan)
        self._speed = np.zeros(len(MEASURES))
        self._step = np.zeros(len(MEASURES))
        self._jitter = np.zeros(len(MEASURES))
        self._time_s = -np.inf

    def step(
        self,
        taken: Taken,
        visibility: Floats,
        shares: Floats,
        viewpoint: Viewpoint,
        time_s: float,
    ) -> Floats:
        """Return the bound of each measure (M,) after one more sight.

        Parameters
        ----------
        taken
            The measures and the vectors they were taken from.
        visibility
            (33,) 0–1.
        shares
            (M,) as `vision.foreshortening.Foreshortening.shares`; NaN counts as whole.
        viewpoint
            How the person stands.
        time_s
            When.
        """
        signs = self.signs(taken, visibility, shares, viewpoint, time_s)
        bound: Floats = np.einsum("ms,ms->m", signs, _OF_NAME)
        return np.minimum(np.maximum(bound, LEAST), MOST)

    def signs(
        self,
        taken: Taken,
        visibility: Floats,
        shares: Floats,
        viewpoint: Viewpoint,
        time_s: float,
    ) -> Floats:
        """Return the signs (M, `SIGNS`) of error, none of them negative."""
        self._follow(taken.values, time_s)
        size = np.abs(taken.values)
        # In the order of `Sign`; one after another in memory, and turned round at the end.
        signs = np.empty((SIGNS, len(MEASURES)))
        signs[0] = 1.0
        signs[1] = _lever(taken, visibility, viewpoint.body_px)
        signs[2] = np.maximum(size - _AT_REST, 0) / 10
        signs[3] = np.maximum(size - 90, 0) / 10
        signs[4] = _turned(viewpoint)
        signs[5] = np.maximum(1 - shares, 0) * 10
        signs[6] = np.abs(self._speed) / 10
        signs[7] = np.sqrt(self._jitter)
        signs[8] = False if viewpoint.levelled else _LEVELLED | taken.by_vertical
        signs[~np.isfinite(signs)] = 0.0
        return signs.T

    def _follow(self, values: Floats, time_s: float) -> None:
        """Take the values for what is known of their speed and trembling."""
        elapsed_s = time_s - self._time_s
        step = values - self._values
        self._values, self._time_s = values, time_s
        if not 0 < elapsed_s <= LONGEST_GAP_S:
            self._speed = np.zeros(len(MEASURES))
            self._step = np.zeros(len(MEASURES))
            return
        # A line through four values trembles by a sixth of the square of its second difference.
        bend = step - self._step
        share = min(1.0, elapsed_s / JITTER_S)
        known = np.isfinite(bend)
        self._jitter += np.where(known, (bend * bend / 6 - self._jitter) * share, 0.0)
        share = min(1.0, elapsed_s / SPEED_S)
        known = np.isfinite(step)
        self._speed += np.where(known, (step / elapsed_s - self._speed) * share, 0.0)
        self._step = np.where(known, step, 0.0)


def _lever(taken: Taken, visibility: Floats, body_px: float) -> Floats:
    """Return how far a shift of its landmarks turns each measure, see `Sign.LEVER`."""
    seen = np.minimum(np.maximum(visibility, 0), 1)
    apart = (GUESSED - (GUESSED - 1) * seen) ** 2
    spread = (_SQUARED @ apart).reshape(2, -1)
    spread[0, taken.by_vertical] = 0.0  # the vertical has no landmarks
    vectors = np.array((taken.first, taken.second))
    square = (vectors * vectors.conj()).real
    size = body_px if body_px > _NO_SIZE_PX else _size_without_hips(square)
    parts = spread / np.maximum(square / size**2, _LEAST_SHARE**2)
    lever: Floats = np.sqrt(parts[0] + parts[1]) * _OF_SHIFT
    return lever


def _size_without_hips(square: Floats) -> float:
    """Return about the length of a trunk whose hips are hidden, by the squares of (2, M) lengths.

    NaN where nothing is seen.
    """
    shoulders = square[0, _SHOULDER_LINE]
    if shoulders > _NO_SIZE_PX**2:
        return TRUNK_OF_SHOULDERS * float(np.sqrt(shoulders))
    longest = float(np.fmax.reduce(square, axis=None))
    return float(np.sqrt(longest)) if longest > _NO_SIZE_PX**2 else np.nan


def _turned(viewpoint: Viewpoint) -> Floats:
    """Return how far each measure's own plane is turned from the picture's, see `Sign.TURN`."""
    front, side = viewpoint.off_deg("front"), viewpoint.off_deg("side")
    if isnan(front):
        front = side = UNKNOWN_TURN_DEG
    parts = (front / 30) ** 2, (side / 30) ** 2
    turned: Floats = np.array((*parts, min(parts)))[_PLANES]
    return turned
