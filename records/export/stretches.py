"""The stretches of a trace: each movement of a practice by itself, its times rising strictly."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from feedback.angle_trace import AngleTrace


@dataclass(frozen=True, slots=True)
class Stretch:
    """One movement of a practice, without a stop for another.

    Attributes
    ----------
    number
        Counted from 1 within the practice.
    exercise_id
        Which movement.
    trace
        Its moments; their times still count from the beginning of the practice's record.
    """

    number: int
    exercise_id: str
    trace: AngleTrace


def stretches(trace: AngleTrace) -> Iterator[Stretch]:
    """Yield the stretches in order; none for a trace without a moment.

    A moment that is not later than the one before it, as where a clock was set back, is left out.
    """
    ids = np.array(trace.exercise_ids, dtype=object)
    if not len(ids):
        return
    starts = np.flatnonzero(np.r_[True, ids[1:] != ids[:-1]])
    for number, (first, last) in enumerate(zip(starts, [*starts[1:], len(ids)], strict=True), 1):
        rows = np.arange(first, last)
        times = trace.times_s[rows]
        rows = rows[times > np.r_[-np.inf, np.maximum.accumulate(times)[:-1]]]
        if len(rows):
            yield Stretch(number, str(ids[first]), _rows(trace, rows))


def _rows(trace: AngleTrace, rows: np.ndarray) -> AngleTrace:
    return replace(
        trace,
        times_s=trace.times_s[rows],
        exercise_ids=tuple(trace.exercise_ids[i] for i in rows),
        values=trace.values[rows],
        errors=trace.errors[rows],
        withheld=trace.withheld[rows],
        quality=trace.quality[rows],
        landmarks=trace.landmarks[rows],
    )
