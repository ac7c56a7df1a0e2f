"""Limbs that point toward or away from the camera, told by their being too short.

A segment shorter in the picture than `SHORTEST` of its usual length lies out of the picture's
plane, and no angle is taken from it; one that was in the plane is lost under `LOST_UNDER`. Its
length is not turned back into an angle out of the plane: an arccosine near 1 makes much of little.
"""

import numpy as np
from numpy.typing import NDArray

from vision.measures import MEASURES, SIDES
from vision.skeleton import of_side

Floats = NDArray[np.float64]

# 85% is 32 degrees out of the plane, 75% is 41 (defaults of ours, unvalidated). Apart, so that a
# number does not come and go: arms that are raised to the side drift forward by some 25 degrees,
# about which an elevation near level is off by 2, and at half height by 4.
SHORTEST = 0.85
LOST_UNDER = 0.75
# The usual length is the median of samples taken so often over so long; from so many on it is
# known (defaults of ours, unvalidated).
EVERY_S = 0.2
REMEMBERED = 150
FEWEST = 5

_PARTS = (("shoulder", "elbow"), ("elbow", "wrist"), ("hip", "knee"), ("knee", "ankle"))
# How long each is at least, in lengths of the trunk, whatever was seen: an arm that has pointed at
# the camera from the start has no usual length. Drillis and Contini 1966 give 0.61, 0.53, 0.88 and
# 0.85; these are a fifth lower, for people differ and a camera from above shortens legs.
_LEAST = np.array([0.49, 0.42, 0.70, 0.62])

SEGMENTS = np.array(
    [[of_side(a, side), of_side(b, side)] for side in SIDES for a, b in _PARTS], dtype=np.intp
)
"""(8, 2) the landmarks at the ends: upper arm, forearm, thigh and shank, left then right."""
_EACH = np.arange(len(SEGMENTS))
_FLOOR = np.tile(_LEAST, len(SIDES))
_UPPER_ARM, _FOREARM, _THIGH, _SHANK = range(len(_PARTS))
# Of both sides, in the order of `SEGMENTS`.
_UPPER_ARMS, _FOREARMS, _THIGHS = (
    slice(part, len(SEGMENTS), len(_PARTS)) for part in (_UPPER_ARM, _FOREARM, _THIGH)
)
# The ends of the segments, and after them of the whole arms, shoulder to wrist.
_NEAR, _FAR = np.vstack(
    [SEGMENTS, [[of_side("shoulder", side), of_side("wrist", side)] for side in SIDES]]
).T
# How far down the knee of a standing person is from the hip at least, in lengths of the trunk: on
# drawn bodies 0.68 and more, and mostly under 0.35 in those who sit before the camera, whose thighs
# point at it wherever they seem to point.
HANGS = 0.78
# Columns after the segments: the arms seen as one, the thighs hanging down, and what rests on no
# limb. Of two thighs the one that hangs less counts.
_ARM = len(SEGMENTS)
_HANG = _ARM + len(SIDES)
_NONE = _HANG + 1

_USES: dict[str, tuple[int, ...]] = {
    "elbow_flexion": (_UPPER_ARM, _FOREARM),
    "hip_flexion": (_THIGH,),
    "hip_abduction": (_THIGH,),
    "knee_flexion": (_THIGH, _SHANK),
    "ankle_dorsiflexion": (_SHANK,),
}


def _used(name: str, side: str | None) -> list[int]:
    """Return the two columns that a measure rests on."""
    if name == "pelvis_shift":
        return [_HANG, _NONE]
    if side is None:
        return [_NONE, _NONE]
    which = 0 if side == SIDES[0] else 1
    if name.startswith("shoulder_") and name != "shoulder_hike":
        return [_ARM + which, _NONE]
    used = [len(_PARTS) * which + part for part in _USES.get(name, ())]
    if name == "hip_abduction":
        used.append(_HANG)
    return [*used, _NONE, _NONE][:2]


# (M,) the one and the other that each measure rests on.
_ONE, _OTHER = np.array([_used(measure.name, measure.side) for measure in MEASURES]).T


class Foreshortening:
    """Learns how long a person's limbs are and says how much of them is seen."""

    def __init__(self) -> None:
        self._samples = np.full((REMEMBERED, len(SEGMENTS)), np.nan)
        self._count = 0
        self._usual = _FLOOR
        self._arms = _FLOOR[_UPPER_ARMS] + _FLOOR[_FOREARMS]
        self._next_s = -np.inf

    def shares(self, points: Floats, body_px: float, time_s: float) -> Floats:
        """Return how much of its usual length each measure's shortest segment shows.

        Parameters
        ----------
        points
            (33, 2) pixels, NaN where unseen.
        body_px
            Length of the upright trunk in the picture; while it is NaN nothing is learnt.
        time_s
            When.

        Returns
        -------
        (M,) float64
            About 1 in the plane of the picture, less out of it; 1.0 for a measure that rests on
            no limb, NaN where a limb is unseen or `body_px` is not known. What needs a person who
            stands (hip abduction, pelvis shift) has less than 1 also where the thighs do not hang.
        """
        ends = points[_FAR] - points[_NEAR]
        lengths = np.hypot(ends[:, 0], ends[:, 1]) / body_px
        if not 0 <= self._next_s - time_s <= EVERY_S and body_px > 0:
            self._learn(lengths[:_ARM])
            self._next_s = time_s + EVERY_S
        share = np.ones(_NONE + 1)
        share[:_ARM] = lengths[:_ARM] / self._usual
        # The model's elbow slips along the arm: one that is as long as ever from shoulder to wrist
        # lies in the plane, wherever its elbow was put.
        upper, whole = share[_UPPER_ARMS], lengths[_ARM:] / self._arms
        share[_ARM:_HANG] = np.where(whole > upper, whole, upper)
        share[_HANG] = np.fmin.reduce(ends[_THIGHS, 1]) / body_px / HANGS
        shortest: Floats = np.minimum(share[_ONE], share[_OTHER])
        return shortest

    def _learn(self, lengths: Floats) -> None:
        self._samples[self._count % REMEMBERED] = lengths
        self._count += 1
        # NaN sorts last, so the median of what is known is half-way up to it.
        ordered = np.sort(self._samples[: self._count], axis=0)
        known = np.isfinite(ordered).sum(axis=0)
        halves = ordered[(known - 1) // 2, _EACH] + ordered[known // 2, _EACH]
        self._usual = np.fmax(np.where(known >= FEWEST, halves / 2, self._usual), _FLOOR)
        self._arms = self._usual[_UPPER_ARMS] + self._usual[_FOREARMS]
