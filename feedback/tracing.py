"""What was measured moment by moment, from the sights that were judged."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import floor

import numpy as np
from numpy.typing import NDArray

from feedback.angle_trace import AngleTrace
from vision.gate import LOST_UNDER
from vision.measures import MEASURES, Withheld
from vision.pose import Pose
from vision.sight import Sight

LANDMARKS_PER_S = 10.0
"""So often at most a second the landmarks are kept, for the figure that is shown again (a default
of ours)."""
SHORTEST_S = 0.001
"""Moments closer than this to the one before are left out: they would be written as one."""


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """A sight that was judged.

    Attributes
    ----------
    sight
        What was seen.
    exercise_id, view
        Which movement it was judged for, and where the camera was to look from.
    picture_px
        Width and height of the picture it was seen in.
    """

    sight: Sight
    exercise_id: str
    view: str
    picture_px: tuple[int, int]


def trace_of(judged: Sequence[Judged], since_s: float) -> AngleTrace:
    """Return what was measured in sights that follow one another, at least one.

    Measures without a meaning in the view of the movement are not asked for, whoever is seen.

    Parameters
    ----------
    since_s
        The second, on the clock of the sights, from which their times are counted.
    """
    sights = [each.sight for each in judged]
    times_s = np.array([sight.time_s - since_s for sight in sights])
    withheld = np.array([sight.measures.withheld for sight in sights])
    meant = np.array([_meant(each.view) for each in judged])
    withheld = np.where(meant, withheld, Withheld.NOT_ASKED).astype(np.int8)
    given = withheld == Withheld.GIVEN
    return AngleTrace(
        measures=tuple(measure.key for measure in MEASURES),
        times_s=times_s,
        exercise_ids=tuple(each.exercise_id for each in judged),
        values=np.where(given, [sight.measures.values for sight in sights], np.nan),
        errors=np.where(given, [sight.measures.error for sight in sights], np.nan),
        withheld=withheld,
        quality=np.array([sight.quality for sight in sights]),
        landmarks=_landmarks([sight.pose for sight in sights], times_s),
        picture_px=judged[-1].picture_px,
    )


@cache
def _meant(view: str) -> NDArray[np.bool_]:
    """Return (M,) which measures have a meaning in a view."""
    return np.array([view in measure.views for measure in MEASURES])


def _landmarks(poses: Sequence[Pose | None], times_s: NDArray[np.float64]) -> NDArray[np.float64]:
    found = np.full((len(poses), 33, 2), np.nan)
    before: int | None = None
    for row, pose in enumerate(poses):
        now = floor(times_s[row] * LANDMARKS_PER_S)
        if pose is None or now == before:
            continue
        before = now
        seen = pose.image[:, 3] >= LOST_UNDER
        found[row, seen] = pose.image[seen, :2]
    return found
