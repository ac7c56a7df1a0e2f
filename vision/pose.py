"""Where the pose model found a body."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# Pixels, or metres: farther out is no place.
FARTHEST = 1e6


@dataclass(frozen=True, slots=True, eq=False)
class Pose:
    """The 33 landmarks of one person in one frame.

    Attributes
    ----------
    image
        (33, 4) float64: x, y and z in pixels of the whole frame (x right, y down, z away from the
        camera, zero at the hips), visibility 0–1.
    world
        (33, 4) float64: x, y, z in metres about the middle of the hips, visibility 0–1.
    smoothed
        Whether the model has smoothed them over time already, as it does in video mode.
    """

    image: NDArray[np.float64]
    world: NDArray[np.float64]
    smoothed: bool = True


def counting(pose: Pose) -> Pose:
    """Return the pose without what is no place in a picture or a room.

    A landmark that has no number somewhere, or one too large, is NaN and not visible. Where there
    is no such landmark it is the pose itself.
    """
    # NaN is the largest of all, and not less than anything.
    if np.abs(pose.image).max() < FARTHEST and np.abs(pose.world).max() < FARTHEST:
        return pose
    return Pose(_places(pose.image), _places(pose.world), pose.smoothed)


def _places(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    counts = np.abs(rows) < FARTHEST
    return np.where(counts.all(axis=1, keepdims=True), rows, (np.nan, np.nan, np.nan, 0.0))
