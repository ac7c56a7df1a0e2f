"""Exact bodies in space, seen from afar: what a pose model without any error would find."""

import numpy as np
from numpy.typing import NDArray

from figure.joint_angles import NEUTRAL, JointAngles
from figure.kinematics import skeleton
from vision.pose import Pose

PX_PER_METRE = 300.0
MIDDLE_PX = (480.0, 300.0)
SIZE = (960, 600)


def pose_seen(
    angles: JointAngles = NEUTRAL,
    *,
    turn_deg: float = 0.0,
    roll_deg: float = 0.0,
    px_per_metre: float = PX_PER_METRE,
) -> Pose:
    """Return the pose of a body turned to its own left, before a camera rolled by so much."""
    left, up, ahead = np.moveaxis(skeleton(angles), -1, 0)
    turn, roll = np.radians([turn_deg, roll_deg])
    across = left * np.cos(turn) + ahead * np.sin(turn)
    away = left * np.sin(turn) - ahead * np.cos(turn)
    world = _landmarks(across, -up, away)
    x = across * np.cos(roll) + up * np.sin(roll)
    y = across * np.sin(roll) - up * np.cos(roll)
    image = _landmarks(x, y, away) * (px_per_metre, px_per_metre, px_per_metre, 1.0)
    image[:, :2] += MIDDLE_PX - image[:, :2].mean(axis=0)
    return Pose(image=image, world=world)


def _landmarks(
    x: NDArray[np.float64], y: NDArray[np.float64], z: NDArray[np.float64]
) -> NDArray[np.float64]:
    hips = z[[23, 24]].mean()
    return np.stack([x, y, z - hips, np.ones_like(x)], axis=-1)
