"""A painted room with a figure in it, before a camera that can be moved."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from math import cos, radians, sin

import cv2
import numpy as np
from numpy.typing import NDArray

from figure.actor import Actor
from figure.camera import Camera
from figure.joint_angles import NEUTRAL
from figure.painter import Painter
from vision.camera_motion import CameraMotion
from vision.pose import Pose

Image = NDArray[np.uint8]
# The room is painted wider than it is seen, so that the camera can look elsewhere in it.
WIDE = 800, 450
SEEN = 640, 360
WIDE_CAMERA = Camera(*WIDE, position=(0.0, 1.2, 4.4), look_at=(0.0, 1.0, 0.0), view_deg=42.0)
ARMS_DEG = range(0, 121, 20)
GRAINS = 7


@cache
def _painted(arms_deg: int) -> tuple[Image, NDArray[np.float64]]:
    arms = {"left_shoulder_elevation": arms_deg, "right_shoulder_elevation": arms_deg}
    picture = _painter().paint([replace(NEUTRAL, **arms)])
    return picture.image, picture.pixels[0]


@cache
def _grain(seed: int) -> NDArray[np.int16]:
    grain = np.random.default_rng(seed).normal(0, 6, (SEEN[1], SEEN[0], 3))
    return np.asarray(grain.round(), np.int16)


@cache
def _painter() -> Painter:
    return Painter(WIDE_CAMERA, [Actor()])


def seen(
    arms_deg: int = 0,
    *,
    dx: float = 0.0,
    dy: float = 0.0,
    roll: float = 0.0,
    zoom: float = 1.0,
    grain: int | None = None,
) -> tuple[Image, Pose]:
    """Return what the camera sees, (360, 640, 3), and the person in it.

    Parameters
    ----------
    arms_deg
        How far the figure's arms are raised, one of `ARMS_DEG`.
    dx, dy
        How far the camera looks to the right and down, as shares of the picture's width.
    roll, zoom
        By how many degrees it is rolled, and how much larger it sees.
    grain
        Number of the picture, for the sensor's grain; none without.
    """
    image, points = _painted(arms_deg)
    width = SEEN[0]
    turn = np.array(
        [[cos(radians(roll)), -sin(radians(roll))], [sin(radians(roll)), cos(radians(roll))]]
    )
    matrix = turn / zoom
    middle = np.array(WIDE) / 2 + np.array([dx, dy]) * width
    start = middle - matrix @ (np.array(SEEN) / 2)
    view = cv2.warpAffine(
        image, np.column_stack([matrix, start]), SEEN, flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    )
    if grain is not None:
        view = np.clip(view + _grain(grain % GRAINS), 0, 255).astype(np.uint8)
    landmarks = np.ones((33, 4))
    landmarks[:, :2] = (points - start) @ np.linalg.inv(matrix).T
    return np.ascontiguousarray(view), Pose(landmarks, landmarks)


def spans(moved: Iterator[tuple[float, bool]]) -> list[tuple[float, float]]:
    """Return from when to when the camera was said to move; to infinity where it still is."""
    found: list[tuple[float, float]] = []
    for t, now in moved:
        if now and (not found or found[-1][1] < np.inf):
            found.append((t, np.inf))
        elif not now and found and found[-1][1] == np.inf:
            found[-1] = (found[-1][0], t)
    return found


def watched(
    pictures: Iterator[tuple[float, Image, Pose | None]], motion: CameraMotion | None = None
) -> list[tuple[float, float]]:
    """Return from when to when a watch says, of pictures with their time, that the camera moves."""
    motion = motion or CameraMotion()
    return spans((t, motion.look(image, pose, t)) for t, image, pose in pictures)
