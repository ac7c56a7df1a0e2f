"""What was seen of one measure around an excursion, moment by moment."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


class Sample(NamedTuple):
    """One moment of `Samples`."""

    time_s: float
    distance: float
    raw: float
    off: float
    error: float


@dataclass(frozen=True, slots=True, eq=False)
class Samples:
    """What was seen around one excursion, in order of time; all (N,).

    Attributes
    ----------
    times
        Seconds.
    distances
        How far from the definition's rest, freed of what lasts one frame.
    raw
        The newest sample that is in it, as it was seen.
    off
        How far the given number is past the course, toward the range; NaN where it is withheld.
    errors
        The expected error of the given number; NaN where it is not known.
    """

    times: Array
    distances: Array
    raw: Array
    off: Array
    errors: Array


def samples_of(moments: Iterable[Sample]) -> Samples:
    """Return `moments`, at least one and in order of time, as columns."""
    return Samples(*np.array(list(moments), dtype=float).T)
