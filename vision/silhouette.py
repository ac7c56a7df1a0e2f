"""The part of a picture that a person takes up, from their landmarks."""

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.pose import Pose
from vision.skeleton import BONES, Landmark

# How far flesh, clothes and hair reach about a bone, and about the middle of the head, as shares
# of the trunk's length (or of the shoulders' width where that is more); never less than so many
# pixels. Defaults of ours, unvalidated.
LIMB, HEAD = 0.22, 0.45
LEAST_PX = 3

_TRUNK = [Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER, Landmark.RIGHT_HIP, Landmark.LEFT_HIP]
# Hands and feet reach beyond the bones.
_ENDS = tuple(
    (Landmark[f"{side}_{near}"], Landmark[f"{side}_{far}"])
    for side in ("LEFT", "RIGHT")
    for near, far in (("WRIST", "INDEX"), ("ANKLE", "TOE"), ("ANKLE", "HEEL"))
)


def silhouette(
    pose: Pose | None, frame_size: tuple[int, int], size: tuple[int, int]
) -> NDArray[np.bool_]:
    """Return where the person is, generously, in a picture of `size`; nowhere without a pose.

    Parameters
    ----------
    pose
        Landmarks in pixels of the whole frame; those outside it count as well.
    frame_size, size
        Width and height of the frame, and of the small picture of it that is asked about.

    Returns
    -------
    (height, width) bool.
    """
    covered = np.zeros(size[::-1], np.uint8)
    if pose is not None:
        scale = np.array(size) / np.array(frame_size)
        # Landmarks far outside are as good as these, and no number is too large to draw.
        points = np.clip(pose.image[:, :2] * scale, -4 * max(size), 5 * max(size))
        _draw(covered, np.rint(np.nan_to_num(points, nan=-4 * max(size))).astype(np.int32))
    return covered > 0


def _draw(covered: NDArray[np.uint8], points: NDArray[np.int32]) -> None:
    trunk = points[_TRUNK]
    large = max(_far(trunk[0] + trunk[1], trunk[2] + trunk[3]) / 2, _far(trunk[0], trunk[1]))
    thick = max(round(2 * LIMB * large), LEAST_PX)
    cv2.fillConvexPoly(covered, cv2.convexHull(trunk), 1)
    for near, far in (*BONES, *_ENDS):
        cv2.line(covered, points[near].tolist(), points[far].tolist(), 1, thick)
    head = points[: Landmark.LEFT_SHOULDER].mean(axis=0).round().astype(int)
    cv2.circle(covered, head.tolist(), max(round(HEAD * large), LEAST_PX), 1, -1)


def _far(one: NDArray[np.int32], other: NDArray[np.int32]) -> float:
    return float(np.hypot(*(one - other)))
