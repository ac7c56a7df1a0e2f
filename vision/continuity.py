"""Whether a body can have come from where it was a moment ago.

Bones keep their length, turn only so fast, and nobody who practises slowly is elsewhere in an
instant. Distances are in lengths of the trunk.
"""

from cmath import isnan
from dataclasses import dataclass, field
from math import inf, nan
from statistics import median

import numpy as np
from numpy.typing import NDArray

from vision.geometry import Complexes, Floats
from vision.skeleton import BONES, Landmark

# A bone changes its length in the picture by no more than the first between two frames up to the
# second apart (DOMAIN, gates). With more time between them it may have turned toward the camera
# or out of it meanwhile, as fast as the third (lengths a second: 1.6 at 90 degrees a second). So
# 20% is the bound at 30, 60 and 120 frames a second, for a slip is a jump at any rate; at 15 it is
# 23%, at 5 it is 50%, and after half a second nothing is too much.
BONE_CHANGE = 0.20
BONE_WINDOW_S = 0.05
BONE_CHANGE_PER_S = 2.0
# Shorter bones, in trunks, are either pointing at the camera, where a degree changes their length
# much, or so few pixels long that jitter does.
SHORTEST_BONE = 0.25
# So many bones that change at once are another body's; fewer, a slip in a limb or two.
MANY_BONES = 3
# The trunk is no farther off than jitter and a quick walk take it.
REACH = 0.20
REACH_PER_S = 4.0
# The body grows or shrinks by no more than jitter and a quick walk toward the camera make of it.
GROWTH = 0.20
GROWTH_PER_S = 0.5
# All of these figures but the 20% are defaults of ours, unvalidated.

_STARTS, _ENDS = np.array(BONES).T
_TRUNK = [
    Landmark.LEFT_SHOULDER,
    Landmark.RIGHT_SHOULDER,
    Landmark.LEFT_HIP,
    Landmark.RIGHT_HIP,
]
_TRUNK_ROWS = np.array(_TRUNK)
# In trunks, by Drillis and Contini 1966: shoulders, hips, then upper arm, forearm, side of the
# trunk, thigh and shank of each side. The hips are too narrow to tell a size by.
_USUAL = np.array([0.78, inf, *(0.61, 0.53, 1.0, 0.88, 0.85) * 2])


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a body between two frames.

    Attributes
    ----------
    moved
        How far the trunk is from where it was, in trunks; NaN where unknown.
    grown
        How many times as large as before the body is in the picture; NaN where unknown.
    bones
        How many times as long as before each bone is that was well seen in both frames.
    compared
        (12,) which bones those are, in the order of `vision.skeleton.BONES`; none in a change that
        was not found by comparing.
    """

    moved: float
    grown: float
    bones: list[float]
    compared: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(len(BONES), np.bool_))

    def bones_beyond(self, shortest: float, longest: float) -> int:
        """Return how many bones changed by more than from `shortest` to `longest`."""
        return sum(not shortest <= times <= longest for times in self.bones)

    def slipped(self, shortest: float, longest: float) -> list[Landmark]:
        """Return the landmarks that slipped where bones changed by more than so much.

        Of a limb's bone the end that is farther from the trunk, of the trunk's own both.
        """
        changed = [
            BONES[row]
            for row, times in zip(np.flatnonzero(self.compared), self.bones, strict=True)
            if not shortest <= times <= longest
        ]
        return [end for near, far in changed for end in ((near, far) if far in _TRUNK else (far,))]

    @property
    def unlike(self) -> float:
        """How many times longer or shorter the middling bone is; NaN where unknown."""
        times = [max(times, 1 / times) for times in self.bones]
        return median(times) if len(times) >= MANY_BONES else nan

    def too_far(self, elapsed_s: float) -> bool:
        """Return whether the trunk cannot have gone so far in the time."""
        return self.moved > REACH + REACH_PER_S * elapsed_s

    def too_large(self, elapsed_s: float) -> bool:
        """Return whether the body cannot have come so much nearer, or gone, in the time."""
        most = 1 + GROWTH + GROWTH_PER_S * elapsed_s
        return self.grown > most or self.grown < 1 / most


def bone_bounds(elapsed_s: float) -> tuple[float, float]:
    """Return how many times as long as before a bone is at least, and at most."""
    shortest = 1 - BONE_CHANGE - BONE_CHANGE_PER_S * max(elapsed_s - BONE_WINDOW_S, 0.0)
    if shortest <= 0:
        return 0.0, inf
    return shortest, (1 + BONE_CHANGE) * (1 - BONE_CHANGE) / shortest


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """A body in one frame, as it is held against itself in another.

    Attributes
    ----------
    places
        (33,) x + iy in pixels, NaN where unseen.
    bones
        (12,) their lengths in pixels.
    size_px
        Length of the trunk that the bones speak for; NaN where none is seen or has a length. Bones
        that point toward the camera are too short, so the longest of them has the word.
    """

    places: Complexes
    bones: Floats
    size_px: float


def outline(points: Floats) -> Outline:
    """Return the outline of a body (33, 2 or more) in pixels, NaN where unseen."""
    places = np.ascontiguousarray(points[:, :2]).view(np.complex128)[:, 0]
    bones = np.abs(places[_ENDS] - places[_STARTS])
    size_px = float(np.fmax.reduce(bones / _USUAL))
    return Outline(places, bones, size_px if size_px > 0 else nan)


def change(before: Outline, now: Outline) -> Change:
    """Return what became of a body."""
    shortest_px = SHORTEST_BONE * before.size_px
    long_enough = np.minimum(before.bones, now.bones) >= shortest_px
    bones = (now.bones[long_enough] / before.bones[long_enough]).tolist()
    grown = median(bones) if len(bones) >= MANY_BONES else nan
    return Change(_moved(before, now), grown, bones, long_enough)


def bent(before: Outline, now: Outline) -> float:
    """Return how far, in trunks, the middling landmark went from its place among the others.

    0 for a body that was shifted as a whole; NaN where nothing is seen in both frames.
    """
    steps = now.places - before.places
    steps = steps[~np.isnan(steps)]
    if not len(steps):
        return nan
    middle = complex(median(steps.real.tolist()), median(steps.imag.tolist()))
    return float(median(np.abs(steps - middle).tolist())) / before.size_px


def _moved(before: Outline, now: Outline) -> float:
    steps = (now.places[_TRUNK_ROWS] - before.places[_TRUNK_ROWS]).tolist()
    seen = [step for step in steps if not isnan(step)]
    return abs(sum(seen)) / len(seen) / before.size_px if seen else nan
