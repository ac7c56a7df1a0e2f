"""Where the pose model found a body."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


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
