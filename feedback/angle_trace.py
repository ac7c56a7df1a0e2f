"""What was measured of a practice moment by moment: plain data that is kept, drawn and exported."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from vision.measures import INDEX, Withheld


@dataclass(frozen=True, slots=True, eq=False)
class AngleTrace:
    """The moments of one stretch of a practice, of a second or of the whole, in order.

    N moments, M measures; a practice in which nothing was seen has N = 0.

    Attributes
    ----------
    measures
        The keys of the M measures, as `vision.measures.Measure.key`.
    times_s
        (N,) float64: seconds since the practice's record began, rising.
    exercise_ids
        (N,): which movement was practised.
    values
        (N, M) float64 in each measure's unit; NaN where it was withheld.
    errors
        (N, M) float64: the expected error at 90%; NaN where the value is.
    withheld
        (N, M) int8 of `vision.measures.Withheld`: why there is no value.
    quality
        (N,) float64, 0-1: the share of the landmarks the movement needs that were seen.
    landmarks
        (N, 33, 2) float64: x right and y down, pixels of a picture of `picture_px`; NaN where it
        was not seen or is not kept.
    picture_px
        Width and height of the picture; (0, 0) where nobody was ever seen.
    """

    measures: tuple[str, ...]
    times_s: NDArray[np.float64]
    exercise_ids: tuple[str, ...]
    values: NDArray[np.float64]
    errors: NDArray[np.float64]
    withheld: NDArray[np.int8]
    quality: NDArray[np.float64]
    landmarks: NDArray[np.float64]
    picture_px: tuple[int, int] = (0, 0)


EMPTY = AngleTrace(
    measures=(),
    times_s=np.empty(0),
    exercise_ids=(),
    values=np.empty((0, 0)),
    errors=np.empty((0, 0)),
    withheld=np.empty((0, 0), np.int8),
    quality=np.empty(0),
    landmarks=np.empty((0, 33, 2)),
)
"""Of a practice in which nothing was measured."""


def joined(parts: Sequence[AngleTrace]) -> AngleTrace:
    """Return stretches that follow one another as one.

    It has every measure that one of them has, in the order of `vision.measures.MEASURES`; where a
    stretch has it not, it was not asked for. Landmarks are brought to the picture of the last
    stretch that has one, should the camera have changed its size.
    """
    parts = [part for part in parts if part.times_s.size]
    if not parts:
        return EMPTY
    had = set(chain.from_iterable(part.measures for part in parts))
    measures = tuple(key for key in INDEX if key in had)
    at = {key: column for column, key in enumerate(measures)}
    count = sum(part.times_s.size for part in parts)
    values, errors = np.full((2, count, len(measures)), np.nan)
    withheld = np.full((count, len(measures)), Withheld.NOT_ASKED, np.int8)
    picture_px = next((part.picture_px for part in reversed(parts) if all(part.picture_px)), (0, 0))
    landmarks, row = np.full((count, 33, 2), np.nan), 0
    for part in parts:
        rows = slice(row, row := row + part.times_s.size)
        columns = [at[key] for key in part.measures]
        values[rows, columns], errors[rows, columns] = part.values, part.errors
        withheld[rows, columns] = part.withheld
        scale = np.divide(picture_px, part.picture_px) if all(part.picture_px) else 1.0
        landmarks[rows] = part.landmarks * scale
    return AngleTrace(
        measures=measures,
        times_s=np.concatenate([part.times_s for part in parts]),
        exercise_ids=tuple(chain.from_iterable(part.exercise_ids for part in parts)),
        values=values,
        errors=errors,
        withheld=withheld,
        quality=np.concatenate([part.quality for part in parts]),
        landmarks=landmarks,
        picture_px=picture_px,
    )
