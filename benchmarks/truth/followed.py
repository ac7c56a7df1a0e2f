"""A recording gone through by the program's own eyes, beside what is true of it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from truth.exact import exact_measures
from truth.recordings import Recording
from vision.expected_error import SIGNS, ExpectedError
from vision.measures import MEASURES
from vision.measuring import Taken
from vision.seeing import Seeing
from vision.viewpoint import Viewpoint

Floats = NDArray[np.float64]


class NotedError(ExpectedError):
    """The same expected error, which keeps the signs it was last worked out from."""

    def __init__(self) -> None:
        super().__init__()
        self.noted = np.full((len(MEASURES), SIGNS), np.nan)

    def signs(
        self,
        taken: Taken,
        visibility: Floats,
        shares: Floats,
        viewpoint: Viewpoint,
        time_s: float,
    ) -> Floats:
        """Return the signs of error and keep them."""
        self.noted = super().signs(taken, visibility, shares, viewpoint, time_s)
        return self.noted


@dataclass(frozen=True, eq=False)
class Followed:
    """One recording, seen in the view of its course.

    Attributes
    ----------
    recording
        Where it came from.
    true, values, error
        (T, M) the exact measures, those given, and the error expected of them; NaN where none.
    withheld
        (T, M) of `vision.measures.Withheld`.
    signs
        (T, M, `SIGNS`) what the expected error was worked out from.
    """

    recording: Recording
    true: Floats
    values: Floats
    error: Floats
    withheld: NDArray[np.int8]
    signs: Floats


def followed(recording: Recording) -> Followed:
    """Return what the program makes of a recording."""
    noted, place = NotedError(), recording.scene.place
    seeing = Seeing(recording.scene.course.view, (), expected_error=noted)
    rows = []
    for t, pose in recording.poses():
        found = seeing.step(pose, t, (place.width, place.height)).measures
        rows.append((found.values, found.error, found.withheld, noted.noted))
    values, error, withheld, signs = (np.array(column) for column in zip(*rows, strict=True))
    return Followed(recording, exact_measures(recording), values, error, withheld, signs)
