"""Whether a measure has stayed where it is, as it does in a person's neutral posture."""

from collections import deque
from math import isfinite, nan
from statistics import median

from vision.measures import Unit

STILL_S = 2.0
"""So long it stays."""

WITHIN: dict[Unit, float] = {"degrees": 6.0, "percent": 6.0, "shoulder_widths": 0.2}
"""So far from least to most: more than breath and trembling make of it (defaults of ours)."""

LONGEST_GAP_S = 0.5
FEWEST = 5


class Stillness:
    """The last seconds of one measure."""

    def __init__(self, unit: Unit) -> None:
        self._within = WITHIN[unit]
        self._lately: deque[tuple[float, float]] = deque()

    def add(self, t: float, value: float) -> None:
        """Take `value` at `t` seconds, later than the last; NaN is passed over."""
        if not isfinite(value):
            return
        if self._lately and t - self._lately[-1][0] > LONGEST_GAP_S:
            self._lately.clear()
        self._lately.append((t, value))
        while self._lately[-1][0] - self._lately[0][0] > STILL_S:
            self._lately.popleft()
        while max(v for _, v in self._lately) - min(v for _, v in self._lately) > self._within:
            self._lately.popleft()

    def clear(self) -> None:
        """Begin anew."""
        self._lately.clear()

    @property
    def share(self) -> float:
        """0–1: how much of the time it has to stay it has."""
        if len(self._lately) < FEWEST:
            return 0.0
        lasted_s = self._lately[-1][0] - self._lately[0][0]
        # The oldest sample within the time is up to one frame younger than the time.
        return min(lasted_s / (STILL_S - lasted_s / (len(self._lately) - 1)), 1.0)

    @property
    def value(self) -> float:
        """The median of what is looked at; NaN where that is nothing."""
        return median(value for _, value in self._lately) if self._lately else nan
