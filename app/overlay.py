"""The skeleton drawn onto frames of a file that the user already holds."""

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.pose import Pose
from vision.skeleton import BONES

INK = (240, 244, 242)
BLUE = (122, 188, 226)
# Landmarks seen less surely than this are not drawn.
LEAST_VISIBILITY = 0.5
SHIFT = 4  # OpenCV draws at sixteenths of a pixel


def with_skeleton(image: NDArray[np.uint8], pose: Pose | None) -> NDArray[np.uint8]:
    """Return a copy of RGB `image` with the bones and joints of `pose` on it."""
    drawn = image.copy()
    if pose is None:
        return drawn
    width = max(2, image.shape[0] // 180)
    points = np.round(pose.image[:, :2] * (1 << SHIFT)).astype(int).tolist()
    seen = pose.image[:, 3] >= LEAST_VISIBILITY
    for a, b in BONES:
        if seen[a] and seen[b]:
            cv2.line(drawn, points[a], points[b], BLUE, width, cv2.LINE_AA, SHIFT)
    for joint in sorted({joint for bone in BONES for joint in bone}):
        if seen[joint]:
            cv2.circle(drawn, points[joint], (width << SHIFT), INK, -1, cv2.LINE_AA, SHIFT)
    return drawn
