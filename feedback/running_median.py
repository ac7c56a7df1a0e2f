"""A trace freed of what lasts one frame, its course and its timing kept."""

from collections import deque
from statistics import median

Sample = tuple[float, float]
"""Seconds, and a value at that moment."""

# The median is taken over this long, and over this many samples at least, so that at five frames a
# second one is still outvoted (defaults of ours, unvalidated).
WINDOW_S = 0.3
FEWEST = 3


class RunningMedian:
    """The median of the last moments.

    Parameters
    ----------
    window_s
        Over how many seconds it is taken.
    """

    def __init__(self, window_s: float = WINDOW_S) -> None:
        self._window_s = window_s
        self._lately: deque[Sample] = deque()

    def add(self, t: float, value: float) -> Sample:
        """Take `value` at `t` seconds, later than the last, and return the smoothed sample.

        Its time is the middle of the window, so a steady rise is neither late nor early in it.
        """
        self._lately.append((t, value))
        while len(self._lately) > FEWEST and t - self._lately[0][0] > self._window_s:
            self._lately.popleft()
        times, values = zip(*self._lately, strict=True)
        return median(times), median(values)

    def clear(self) -> None:
        """Begin anew."""
        self._lately.clear()
