"""The courses of several measures, a few moments of each second."""

from collections import deque
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

# A moment is the median of so long, which frees it of what lasts one frame; and is kept for so
# long (defaults of ours, unvalidated).
BLOCK_S = 0.2
KEPT_S = 300.0


class Courses:
    """Keeps the courses of some rows of the measures.

    Parameters
    ----------
    rows
        Which, each once.
    """

    def __init__(self, rows: Iterable[int]) -> None:
        self._rows = sorted(rows)
        self._column = {row: column for column, row in enumerate(self._rows)}
        self._block: list[list[float]] = []
        self._block_s = self._last_s = 0.0
        self._times: deque[float] = deque()
        self._kept: deque[Array] = deque()

    def add(self, t: float, course: Sequence[float]) -> None:
        """Take the course (M,) of all measures at `t` seconds, later than the last."""
        if self._block and t - self._block_s >= BLOCK_S:
            self._times.append((self._last_s + self._block_s) / 2)
            self._kept.append(np.median(np.array(self._block), axis=0))
            self._block = []
            while self._times and self._times[0] < t - KEPT_S:
                self._times.popleft()
                self._kept.popleft()
        if not self._block:
            self._block_s = t
        self._last_s = t
        self._block.append([course[row] for row in self._rows])

    def between(self, start_s: float, end_s: float) -> "Passage":
        """Return the courses from `start_s` to `end_s`, and a moment to either side."""
        kept = [
            moment
            for t, moment in zip(self._times, self._kept, strict=True)
            if start_s - BLOCK_S <= t <= end_s + BLOCK_S
        ]
        return Passage(np.array(kept).reshape(-1, len(self._rows)), self._column)


class Passage:
    """The courses of one passage of time.

    Parameters
    ----------
    courses
        (N, R) the moments of R rows.
    column
        Which column each row of the measures is in.
    """

    def __init__(self, courses: Array, column: dict[int, int]) -> None:
        self._courses = courses
        self._column = column

    def __len__(self) -> int:
        return len(self._courses)

    def of(self, row: int) -> Array:
        """Return the course (N,) of one row of the measures; NaN where unseen."""
        return self._courses[:, self._column[row]]
