"""What was measured of a practice moment by moment: plain data that is kept, drawn and exported."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


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
