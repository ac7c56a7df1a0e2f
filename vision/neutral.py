"""What a person's own neutral posture looks like, learned while they are still."""

from dataclasses import astuple, dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from vision import proportions
from vision.geometry import Floats

# Stillness and its length: defaults of ours, unvalidated.
STILL_S = 2.0
_FEWEST_SAMPLES = 5


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


# How far each may wander, from least to most, and still be called still: some three times what
# the model's jitter makes of a body that does not move (a default of ours, unvalidated).
_STILL = np.array(astuple(Neutral(0.02, 0.02, 0.02, 0.10, 0.10, 0.15)))


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
    times_s: NDArray[np.float64] = field(default_factory=lambda: np.empty(0))
    samples: NDArray[np.float64] = field(default_factory=lambda: np.empty((0, len(_STILL))))


def learn(learning: Learning, points: Floats, time_s: float) -> Learning:
    """Return the learning after one more sight of the person.

    Each part becomes known, as the median, once it has stayed within its bound for `STILL_S`.

    Parameters
    ----------
    learning
        What came before.
    points
        (33, 2) pixels, NaN where unseen.
    time_s
        When; samples from before a step back in time are forgotten.
    """
    known = np.array(astuple(learning.neutral))
    if np.isfinite(known).all():
        return learning
    recent = (learning.times_s >= time_s - STILL_S) & (learning.times_s < time_s)
    times_s = np.append(learning.times_s[recent], time_s)
    samples = np.vstack([learning.samples[recent], astuple(proportions_now(points))])
    found = [
        float(part) if np.isfinite(part) else _rest_of(times_s, column, bound)
        for part, column, bound in zip(known, samples.T, _STILL, strict=True)
    ]
    return replace(learning, neutral=Neutral(*found), times_s=times_s, samples=samples)


def proportions_now(points: Floats) -> Neutral:
    """Return the proportions of this moment (33, 2), rest or not."""
    return Neutral(
        ear_gap_left=float(proportions.ear_gap(points, "left")),
        ear_gap_right=float(proportions.ear_gap(points, "right")),
        torso=float(proportions.torso(points)),
        heel_left=float(proportions.heel_over_toe(points, "left")),
        heel_right=float(proportions.heel_over_toe(points, "right")),
        nose=float(proportions.nose_offset(points)),
    )


def _rest_of(times_s: Floats, values: Floats, bound: float) -> float:
    """Return the median of values that stayed within `bound` for long enough, else NaN."""
    seen = np.isfinite(values)
    if seen.sum() < _FEWEST_SAMPLES:
        return np.nan
    long_enough = np.ptp(times_s[seen]) >= 0.9 * STILL_S
    still = np.ptp(values[seen]) <= bound
    return float(np.median(values[seen])) if long_enough and still else np.nan
