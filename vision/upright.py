"""Whether a body stands or sits upright, so that the picture's vertical means something for it.

Before a camera on its side, or upside down, a body lies across the picture, and what is held
against the vertical or the level would be a number made up. Which way it is turned is not known
then either. A body that folds forward over its feet is upright in this sense: its shanks are.
"""

from math import atan2, degrees, isnan

import numpy as np

from vision.geometry import Floats
from vision.segments import ROWS
from vision.skeleton import LANDMARK_COUNT, Landmark

# A trunk (or, where the hips are hidden, a head on its shoulders) that leans farther than this is
# not upright, unless the shanks lean less than the second (defaults of ours, unvalidated).
MOST_DEG = 60.0
MOST_SHANK_DEG = 45.0

AGAINST_VERTICAL = np.array(
    [np.any([row.first, row.second, row.along], axis=0)[LANDMARK_COUNT:].any() for row in ROWS]
)
"""(M,) which measures are held against the vertical or the level, whatever is seen."""

_SHOULDERS = (Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER)
_HIPS = (Landmark.LEFT_HIP, Landmark.RIGHT_HIP)
_EARS = (Landmark.LEFT_EAR, Landmark.RIGHT_EAR)
_SHANKS = (
    ((Landmark.LEFT_ANKLE,), (Landmark.LEFT_KNEE,)),
    ((Landmark.RIGHT_ANKLE,), (Landmark.RIGHT_KNEE,)),
)


def is_upright(points: Floats, roll_deg: float = 0.0) -> bool:
    """Return whether a body is upright; also where too little of it is seen to tell.

    Parameters
    ----------
    points
        (33, 2) pixels, NaN where unseen.
    roll_deg
        How far an upright body leans clockwise in the picture.
    """
    places = points.tolist()
    trunk = _lean(places, _HIPS, _SHOULDERS, roll_deg)
    if isnan(trunk):
        trunk = _lean(places, _SHOULDERS, _EARS, roll_deg)
    if isnan(trunk) or trunk <= MOST_DEG:
        return True
    shanks = [_lean(places, low, high, roll_deg) for low, high in _SHANKS]
    return any(shank <= MOST_SHANK_DEG for shank in shanks)


def _lean(
    places: list[list[float]],
    low: tuple[Landmark, ...],
    high: tuple[Landmark, ...],
    roll_deg: float,
) -> float:
    """Return how far the line up from the middle of `low` to that of `high` is from plumb."""
    across = sum(places[i][0] for i in high) / len(high) - sum(places[i][0] for i in low) / len(low)
    down = sum(places[i][1] for i in high) / len(high) - sum(places[i][1] for i in low) / len(low)
    lean = degrees(atan2(across, -down)) - roll_deg
    return abs((lean + 180) % 360 - 180)
