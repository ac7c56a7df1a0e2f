"""Counts of values in even steps: quantiles of any length of time in a fixed amount of memory."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]


class Histogram:
    """How often each of several quantities had which value.

    The order in which values come changes nothing. A value is known to half a step; one below the
    first or beyond the last is counted with it.

    Parameters
    ----------
    steps
        (R,) the step of each quantity, in its own unit.
    first, bins
        The first value counted, in steps, and how many there are.
    """

    def __init__(self, steps: ArrayLike, first: int, bins: int) -> None:
        self._steps = np.atleast_1d(np.asarray(steps, dtype=np.float64))
        self._first, self._last = first, bins - 1
        self._counts = np.zeros((len(self._steps), bins), np.int64)
        self._carried = np.zeros((len(self._steps), bins))

    def add(self, rows: NDArray[np.intp], values: Array, carried: Array | None = None) -> None:
        """Count `values` (N,), none of them NaN, of the quantities `rows` (N,).

        `carried` (N,) is what comes with each value, for `carried_by`.
        """
        steps = np.rint(values / self._steps[rows]) - self._first
        cells = np.clip(steps, 0, self._last).astype(np.intp)
        np.add.at(self._counts, (rows, cells), 1)
        if carried is not None:
            np.add.at(self._carried, (rows, cells), carried)

    def total(self, row: int = 0) -> int:
        """Return how many values were counted."""
        return int(self._counts[row].sum())

    def quantile(self, share: float, row: int = 0) -> float | None:
        """Return the smallest value that at least `share` of all do not exceed; `None` of none."""
        cell = self._cell(share, row)
        return None if cell is None else float((cell + self._first) * self._steps[row])

    def carried_by(self, share: float, row: int = 0) -> float | None:
        """Return the mean of what came with an outer part of the values; `None` of none.

        With the lowest `share` of them where that is under a half, else with those from there up.
        """
        cell = self._cell(share, row)
        if cell is None:
            return None
        part = slice(0, cell + 1) if share < 0.5 else slice(cell, None)
        return float(self._carried[row, part].sum() / self._counts[row, part].sum())

    def middle_of_round(self, row: int = 0) -> float | None:
        """Return the median of values that go round, as degrees do; `None` of none.

        The bins are taken to be once round. It is the median as seen from the mean direction.
        """
        counts = self._counts[row]
        if not counts.any():
            return None
        bins = len(counts)
        around = np.exp(2j * np.pi * np.arange(bins) / bins)
        # From the side opposite to the mean on, so that the median is not cut in two.
        mean = round(float(np.angle(counts @ around)) / (2 * np.pi) * bins)
        start = mean - bins // 2
        rolled = np.roll(counts, -start)
        cell = int(np.searchsorted(rolled.cumsum(), 0.5 * counts.sum()))
        return float(((start + cell) % bins + self._first) * self._steps[row])

    def _cell(self, share: float, row: int) -> int | None:
        counts = self._counts[row].cumsum()
        if not counts[-1]:
            return None
        # The smallest step counts for a share of 0.
        return int(np.searchsorted(counts, max(share * counts[-1], 1)))
