"""A course over days, broken where days are missing: what was between them is not known."""

from collections.abc import Sequence
from math import nan

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

MOST_APART_DAYS = 14
"""Practices farther apart than this are not joined by a line (a default of ours)."""


def broken(days: Array, *courses: Array, without: Sequence[float] = ()) -> tuple[Array, ...]:
    """Return a course with a NaN wherever its line is to be broken.

    Parameters
    ----------
    days
        (N,) rising ordinals of days.
    courses
        (N,) each, of those days.
    without
        Days with a practice that gave no number: no line leads over them.

    Returns
    -------
    tuple
        The days and each of `courses`, as much longer as there are breaks.
    """
    missing = np.asarray(sorted(without), float)
    apart = np.diff(days) > MOST_APART_DAYS
    passed = np.searchsorted(missing, days[1:]) > np.searchsorted(missing, days[:-1], side="right")
    at = np.flatnonzero(apart | passed) + 1
    between = (days[at - 1] + days[at]) / 2
    return (np.insert(days, at, between), *(np.insert(each, at, nan) for each in courses))
