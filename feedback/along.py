"""A passage of time looked at along the way of the measure that leads in it."""

from collections.abc import Sequence
from math import inf, nan

import numpy as np
from numpy.typing import NDArray

from feedback.courses import Passage

Array = NDArray[np.float64]

# At the top, and at rest, are these shares of the lead's way at either end of it (a default of
# ours, unvalidated).
ENDS = 0.25


class Along:
    """One passage, and which of its moments are at the top of the lead's way and which at rest.

    Parameters
    ----------
    passage
        The courses.
    lead
        The rows of the lead measure; where there are two, the lead is their mean, or the one seen.
    sign
        1.0 where the lead grows toward the range, -1.0 where it falls.
    top
        How far the lead came elsewhere, times `sign`: moments are at the top that are as far here.
        By default, or where it is farther than the lead comes here, that is its own top.

    Attributes
    ----------
    passage
        The same.
    sign
        The same.
    top
        The farthest that the lead came, times `sign`; NaN where it was not seen at all.
    way
        How far the lead went from its least to its most; NaN where it was not seen at all.
    """

    def __init__(
        self, passage: Passage, lead: Sequence[int], sign: float, top: float = inf
    ) -> None:
        self.passage = passage
        self.sign = sign
        way = sign * mean_of([passage.of(row) for row in lead])
        seen = way[np.isfinite(way)]
        low, high = (float(seen.min()), float(seen.max())) if seen.size else (nan, nan)
        self.top = high
        self.way = high - low
        end = ENDS * (high - low)
        level = max(min(top, high), low + end)
        self._at_top = (way >= level - end) & (way <= level + end)
        self._at_rest = way <= low + end

    def top_of(self, course: Array) -> Array:
        """Return the moments of a course (N,) at the top, in order of time."""
        return course[self._at_top]

    def at_top(self, course: Array) -> float:
        """Return the median of a course (N,) at the top; NaN where it was not seen there."""
        return _median(course[self._at_top])

    def change(self, course: Array) -> float:
        """Return how much a course (N,) is more at the top than at rest; NaN where unseen."""
        return self.at_top(course) - _median(course[self._at_rest])

    def share_at_top(self, said: NDArray[np.bool_]) -> float:
        """Return in which share of the moments at the top something is so, out of (N,)."""
        return float(said[self._at_top].mean())

    def share_at_rest(self, said: NDArray[np.bool_]) -> float:
        """Return in which share of the moments at rest something is so, out of (N,)."""
        return float(said[self._at_rest].mean())


def mean_of(courses: Sequence[Array]) -> Array:
    """Return the mean course (N,) of those that are seen, moment by moment; NaN where none is."""
    stacked = np.stack(courses)
    seen = np.isfinite(stacked)
    count = seen.sum(axis=0)
    total = np.where(seen, stacked, 0.0).sum(axis=0)
    return np.asarray(np.where(count > 0, total / np.maximum(count, 1), nan), np.float64)


def _median(values: Array) -> float:
    seen = values[np.isfinite(values)]
    return float(np.median(seen)) if seen.size else nan
