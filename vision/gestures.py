"""What a body says by a gesture: both hands on the heart."""

import numpy as np
from numpy.typing import NDArray

from vision.pose import Pose
from vision.skeleton import Landmark

# All defaults of ours, unvalidated. How far down the trunk the heart is, of its length; how far
# from it a wrist may be, in widths of the shoulders across and in lengths of the trunk down.
_DOWN = 0.30
_ACROSS, _ALONG = 0.62, 0.30
# Where the hips are out of sight, how long a trunk is in widths of its shoulders.
_TRUNK_WIDTHS = 1.45
_SEEN_FROM = 0.5
# Seen from the side, both shoulders lie in one place and nothing is told of the hands.
_LEAST_WIDTH = 0.25


def hands_on_heart(pose: Pose) -> bool:
    """Return whether both wrists rest before the chest, where somebody lays their hands on it.

    `False` where a wrist or a shoulder is not seen, or where the body is not seen from its front
    or half turned.
    """
    return on_heart(pose.image[:, :2], pose.image[:, 3] >= _SEEN_FROM)


def on_heart(points: NDArray[np.float64], seen: NDArray[np.bool_]) -> bool:
    """Return the same of points (33, 2), y down, of which `seen` (33,) are seen."""
    shoulders = [Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER]
    wrists = [Landmark.LEFT_WRIST, Landmark.RIGHT_WRIST]
    hips = [Landmark.LEFT_HIP, Landmark.RIGHT_HIP]
    if not seen[shoulders + wrists].all():
        return False
    across = points[shoulders[0]] - points[shoulders[1]]
    width, middle = float(np.hypot(*across)), points[shoulders].mean(axis=0)
    if seen[hips].all():
        trunk = points[hips].mean(axis=0) - middle
    else:
        trunk = np.array([-across[1], across[0]]) * _TRUNK_WIDTHS
        trunk *= 1 if trunk[1] > 0 else -1
    length = float(np.hypot(*trunk))
    if length <= 0 or width < _LEAST_WIDTH * length:
        return False
    down = trunk / length
    offsets = points[wrists] - (middle + _DOWN * trunk)
    along = np.abs(offsets @ down) / length
    beside = np.abs(offsets @ np.array([-down[1], down[0]])) / width
    return bool(np.all((beside / _ACROSS) ** 2 + (along / _ALONG) ** 2 <= 1))
