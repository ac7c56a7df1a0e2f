"""How far a course goes to and fro besides going out and back once."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

# Turning round after less than so many degrees is jitter (a default of ours, unvalidated).
LEAST_STRIDE = 10.0


def strides(course: Array) -> float:
    """Return how far a course (N,) goes in all, to and fro, strides under `LEAST_STRIDE` left out.

    In degrees; NaN is passed over, and nothing seen goes 0.0.
    """
    seen = course[np.isfinite(course)].tolist()
    if not seen:
        return 0.0
    low = high = extreme = seen[0]
    way, total = 0, 0.0
    for value in seen:
        low, high = min(low, value), max(high, value)
        if way == 0 and high - low >= LEAST_STRIDE:
            way = 1 if value == high else -1
            total, extreme = high - low, value
        elif way * (value - extreme) > 0 or way * (extreme - value) >= LEAST_STRIDE:
            way = 1 if value > extreme else -1
            total, extreme = total + abs(value - extreme), value
    return total


def to_and_fro(course: Array) -> float:
    """Return how far a course (N,) goes besides one way out and back, in degrees; never negative.

    0.0 for any course that rises and falls once, however far; each swing there and back more adds
    its own size.
    """
    return max(strides(course) / 2 - way(course), 0.0)


def way(course: Array) -> float:
    """Return from the least to the most of what was seen of a course; 0.0 where nothing was."""
    seen = course[np.isfinite(course)]
    return float(seen.max() - seen.min()) if seen.size else 0.0
