"""What a person's own neutral posture looks like, learned while they are still."""

from dataclasses import dataclass, field
from math import isnan

import numpy as np

from vision.geometry import Floats, ratios
from vision.measures import INDEX, SIDES
from vision.segments import ROWS, TORSO, Vectors, counted

# Stillness and its length: defaults of ours, unvalidated.
STILL_S = 2.0
_FEWEST_SAMPLES = 5

# How often a person is looked at while something is not known: enough samples for `STILL_S`, and
# every frame at 5 frames a second.
LOOK_EVERY_S = 0.15


@dataclass(frozen=True, slots=True)
class Neutral:
    """Proportions of one person at rest, each NaN until it is known.

    Attributes
    ----------
    ear_gap_left, ear_gap_right
        Gap between ear and shoulder along the trunk, as a share of the ears' height over the hips.
    torso
        Length of the trunk as a share of the same.
    heel_left, heel_right
        Height of the resting heel over the toes, as a share of the foot's length.
    nose
        Offset of the nose from the middle of the ears, in ear spans, positive to the left.
    """

    ear_gap_left: float = np.nan
    ear_gap_right: float = np.nan
    torso: float = np.nan
    heel_left: float = np.nan
    heel_right: float = np.nan
    nose: float = np.nan

    @property
    def parts(self) -> tuple[float, float, float, float, float, float]:
        """All of them, in the order above."""
        gaps = self.ear_gap_left, self.ear_gap_right
        return *gaps, self.torso, self.heel_left, self.heel_right, self.nose

    @property
    def known(self) -> bool:
        """Whether every part is."""
        return not isnan(sum(self.parts))


# What each part is, at any moment: in the order of `Neutral`.
_ROWS = (
    *(ROWS[INDEX[f"shoulder_hike_{side}_percent"]] for side in SIDES),
    TORSO,
    *(ROWS[INDEX[f"heel_height_{side}_percent"]] for side in SIDES),
    ROWS[INDEX["neck_rotation_percent"]],
)
_VECTORS = Vectors(
    [
        *(row.first for row in _ROWS),
        *(row.second for row in _ROWS),
        *(row.along for row in _ROWS),
    ]
)
_HOW = np.array([row.how for row in _ROWS], np.int8)

# How far each may wander, from least to most, and still be called still: some three times what
# the model's jitter makes of a body that does not move (a default of ours, unvalidated).
_STILL = np.array(Neutral(0.02, 0.02, 0.02, 0.10, 0.10, 0.15).parts)


@dataclass(frozen=True, slots=True, eq=False)
class Learning:
    """What is learned so far, and the last seconds it is learned from.

    Attributes
    ----------
    neutral
        What is known; a part once known stays.
    times_s
        (N,) rising seconds of the samples kept.
    samples
        (N, 6) the parts of `Neutral` at those times, NaN where unseen.
    """

    neutral: Neutral = Neutral()
    times_s: Floats = field(default_factory=lambda: np.empty(0))
    samples: Floats = field(default_factory=lambda: np.empty((0, len(_STILL))))


def learn(learning: Learning, points: Floats, time_s: float) -> Learning:
    """Return the learning after one more sight of the person.

    Each part becomes known, as the median, once it has stayed within its bound for `STILL_S`. It
    is looked for every `LOOK_EVERY_S`; of the sights between, nothing is kept.

    Parameters
    ----------
    learning
        What came before.
    points
        (33, 2) pixels, NaN where unseen.
    time_s
        When; samples from before a step back in time are forgotten.
    """
    times_s = learning.times_s
    if len(times_s) and 0 <= time_s - times_s[-1] < LOOK_EVERY_S:
        return learning
    if learning.neutral.known:
        return learning
    recent = (times_s >= time_s - STILL_S) & (times_s < time_s)
    times_s = np.append(times_s[recent], time_s)
    samples = np.vstack([learning.samples[recent], proportions_now(points).parts])
    return Learning(_settled(learning.neutral, times_s, samples), times_s, samples)


def proportions_now(points: Floats) -> Neutral:
    """Return the proportions of this moment (33, 2), rest or not."""
    vectors = _VECTORS.of(points, counted(points))
    first, second, along = (vectors[i * len(_ROWS) : (i + 1) * len(_ROWS)] for i in range(3))
    return Neutral(*ratios(first, second, along, _HOW).tolist())


def _settled(neutral: Neutral, times_s: Floats, samples: Floats) -> Neutral:
    """Return `neutral` with the parts filled in that stayed where they were for long enough."""
    if len(times_s) < _FEWEST_SAMPLES:
        return neutral
    seen = np.isfinite(samples)
    when = np.where(seen, times_s[:, None], np.nan)
    enough = seen.sum(axis=0) >= _FEWEST_SAMPLES
    enough &= np.fmax.reduce(when) - np.fmin.reduce(when) >= 0.9 * STILL_S
    enough &= np.fmax.reduce(samples) - np.fmin.reduce(samples) <= _STILL
    known = np.array(neutral.parts)
    found = np.flatnonzero(enough & np.isnan(known))
    if not len(found):
        return neutral
    known[found] = np.nanmedian(samples[:, found], axis=0)
    return Neutral(*known.tolist())
