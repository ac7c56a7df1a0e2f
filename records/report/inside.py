"""How much of a movement's time stayed inside a person's own limits, a side at a time.

Limits are those that were signed for the person. Where none was signed for a side nothing is told
of it: what a movement allows to anybody is no limit of theirs.
"""

from dataclasses import dataclass
from math import nan

import numpy as np
from numpy.typing import NDArray

from exercises.definition import Target
from exercises.exercise import Exercise
from exercises.ranges import TOWARD_LEFT, SafeRange
from feedback.tops import held
from records.report.trace_chart import Course
from vision.measures import MEASURES, indices_of

LEAST_SEEN = 0.5
"""A share is told where at least so much was seen (a default of ours)."""


@dataclass(frozen=True, slots=True)
class Inside:
    """What is known of one side.

    Attributes
    ----------
    share
        Of the moments seen, those that were not past the ceiling, 0-1; NaN where `limited` is not,
        or where less than `LEAST_SEEN` of them were seen.
    limited
        Whether a limit was signed for all that the side is.
    """

    share: float
    limited: bool


def inside_of(
    course: Course, exercise: Exercise, side: str, ranges: tuple[SafeRange, ...]
) -> Inside:
    """Return how much of its time one side stayed inside its limits.

    Parameters
    ----------
    side
        ``left``, ``right``, or ``both`` for all that was measured at once.
    ranges
        The person's own, as they held on that day.
    """
    columns = [
        (column, each or side)
        for column, each in enumerate(course.sides)
        if side == "both" or each in (side, "")
    ]
    if not columns:
        return Inside(nan, _limit(exercise, side, ranges) is not None)
    limits = [_limit(exercise, each, ranges) for _, each in columns]
    if any(limit is None for limit in limits):
        return Inside(nan, limited=False)
    seen = np.zeros(len(course.values), bool)
    past = np.zeros(len(course.values), bool)
    told = np.zeros(len(course.values), bool)
    for (column, _), limit in zip(columns, limits, strict=True):
        assert limit is not None
        values = course.values[:, column]
        sign = 1.0 if limit.rising else -1.0
        known: NDArray[np.bool_] = np.isfinite(values)
        with np.errstate(invalid="ignore"):
            past |= sign * values > sign * limit.ceiling
            # Of a measure that goes to both sides, what went the other way is the other side's.
            here = sign * values > sign * limit.rest if _goes_both_ways(limit, side) else known
        seen |= known
        told |= here
    if not seen.size or seen.mean() < LEAST_SEEN or not told.any():
        return Inside(nan, limited=True)
    return Inside(float(1 - past[told].mean()), limited=True)


def _goes_both_ways(limit: Target, side: str) -> bool:
    return side in ("left", "right") and limit.measure in TOWARD_LEFT


def _limit(exercise: Exercise, side: str, ranges: tuple[SafeRange, ...]) -> Target | None:
    """Return the lead target as it holds for one side; `None` where no limit was signed for it."""
    target = held(exercise, side, ranges)
    if target is None:
        return None
    keys = {MEASURES[row].key for row in indices_of(target.measure)}
    if side in ("left", "right") and len(keys) > 1:
        keys = {key for key in keys if side in key.split("_")}
    signed = any(
        own.measure_key in keys
        and own.exercise_id in (exercise.id, None)
        and own.rising == target.rising
        for own in ranges
    )
    return target if signed else None
