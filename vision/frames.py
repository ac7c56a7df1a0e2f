"""One picture and when it was taken."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vision.pose import Pose


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One picture of a source.

    Attributes
    ----------
    image
        Contiguous (H, W, 3) uint8, RGB, upright, never mirrored. Empty of any person in a replay,
        whose frames carry `recorded` instead.
    time_s
        Monotonic seconds of the moment the light was read (camera), or of the frame's place in
        its file or recording (all others). Strictly rising within a source.
    index
        0, 1, 2, … in the order read.
    recorded
        Poses already known for this frame, one per zone, `None` where nobody was seen; given only
        by a replay of landmarks, for which the pose model is not asked.
    """

    image: NDArray[np.uint8]
    time_s: float
    index: int
    recorded: tuple[Pose | None, ...] | None = None
