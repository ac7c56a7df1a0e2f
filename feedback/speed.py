"""How fast a measure moves, and how fast is faster than the guide."""

from collections import deque
from math import isnan, nan

from exercises.definition import Target
from exercises.easing import PEAK_SLOPE
from exercises.exercise import Exercise

# Faster than this many times the guide's own fastest, and at least this many degrees a second, is
# offered a slower pace. Defaults of ours, unvalidated.
OVER_GUIDE = 1.5
LIMB_DEG_S = 45.0
TRUNK_DEG_S = 25.0
# A trace is broken by a gap longer than this.
LONGEST_GAP_S = 0.5


class Trace:
    """The last moments of one value, and its slope.

    Parameters
    ----------
    window_s
        Seconds that are looked at. Half of them at least have to be seen for a slope.
    """

    def __init__(self, window_s: float) -> None:
        self._window_s = window_s
        self._samples: deque[tuple[float, float]] = deque()

    def add(self, t: float, value: float) -> None:
        """Take `value` at `t` seconds, later than the last; NaN is passed over."""
        if isnan(value):
            return
        if self._samples and t - self._samples[-1][0] > LONGEST_GAP_S:
            self._samples.clear()
        self._samples.append((t, value))
        while t - self._samples[0][0] > self._window_s:
            self._samples.popleft()

    def latest(self, t: float) -> float:
        """Return the last value, as of `t` seconds; NaN where it is not fresh."""
        fresh = self._samples and t - self._samples[-1][0] <= LONGEST_GAP_S
        return self._samples[-1][1] if fresh else nan

    def slope(self, t: float) -> float:
        """Return the least-squares slope a second, as of `t`; NaN where too little is fresh."""
        seen = self._samples
        if len(seen) < 2 or t - seen[-1][0] > LONGEST_GAP_S:
            return nan
        if seen[-1][0] - seen[0][0] < self._window_s / 2:
            return nan
        mean_t = sum(at for at, _ in seen) / len(seen)
        mean_value = sum(value for _, value in seen) / len(seen)
        across = sum((at - mean_t) * (value - mean_value) for at, value in seen)
        return across / sum((at - mean_t) ** 2 for at, _ in seen)


def too_fast(exercise: Exercise, target: Target) -> float:
    """Return the speed in degrees a second above which slower may feel easier."""
    trunk = target.measure.startswith(("trunk", "neck"))
    return max(OVER_GUIDE * guide_peak(exercise, target), TRUNK_DEG_S if trunk else LIMB_DEG_S)


def guide_peak(exercise: Exercise, target: Target) -> float:
    """Return the fastest that the guide takes the measure of a lead `target`, in its unit a second.

    The guide eases, over each phase, between the travels at its ends; travel 1 is the middle of
    the definition's comfortable range.
    """
    whole = abs((target.low + target.high) / 2 - target.rest)
    return max(
        PEAK_SLOPE * abs(phase.travel - exercise.phases[row - 1].travel) * whole / phase.seconds
        for row, phase in enumerate(exercise.phases)
    )
