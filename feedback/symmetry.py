"""How alike the two sides move."""

from collections.abc import Sequence
from math import isnan, nan
from statistics import median

from feedback.repetition import Repetition


def symmetry_of(repetitions: Sequence[Repetition]) -> float:
    """Return how much of the farther side's range the other side comes, usually.

    Repetitions of the left and of the right are paired, those nearest in time first; of each pair
    the smaller range is divided by the larger; the median of that is told.

    Parameters
    ----------
    repetitions
        In any order. Those that count for both sides tell nothing of either.

    Returns
    -------
    float
        0–1, 1 where both sides come equally far; NaN without a pair of which both ranges are known.
    """
    left, right = (
        [r for r in repetitions if r.side == side and not isnan(r.range)]
        for side in ("left", "right")
    )
    nearest = sorted(
        (abs(one.peak_s - other.peak_s), i, j)
        for i, one in enumerate(left)
        for j, other in enumerate(right)
    )
    shares: list[float] = []
    used_left, used_right = set[int](), set[int]()
    for _, i, j in nearest:
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            shares.append(_share(left[i].range, right[j].range))
    return median(shares) if shares else nan


def _share(one: float, other: float) -> float:
    return min(one, other) / max(one, other) if max(one, other) > 0 else nan
