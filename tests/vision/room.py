"""Exact bodies that stand, sit and walk about in a room, before a camera that sees them near."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from figure.body import BODIES, Body
from figure.joint_angles import NEUTRAL, JointAngles
from figure.kinematics import skeleton
from vision.pose import Pose

SIZE = (960, 720)
FOCAL_PX = 700.0
CAMERA_HEIGHT_M = 1.0


def pose_in_room(
    angles: JointAngles = NEUTRAL,
    *,
    body: Body = BODIES[0],
    turn_deg: float = 0.0,
    aside_m: float = 0.0,
    away_m: float = 3.0,
) -> Pose:
    """Return the pose of a body whose feet are at a place in the room, turned to its own left."""
    left, up, ahead = np.moveaxis(_skeleton(angles, body), -1, 0)
    turn = np.radians(turn_deg)
    across = left * np.cos(turn) + ahead * np.sin(turn)
    away = left * np.sin(turn) - ahead * np.cos(turn)
    scale = FOCAL_PX / (away_m + away)
    x = SIZE[0] / 2 + (aside_m + across) * scale
    y = SIZE[1] / 2 + (CAMERA_HEIGHT_M - up) * scale
    deep = away - _hips(away)
    image = np.stack([x, y, deep * FOCAL_PX / away_m, np.ones_like(x)], axis=-1)
    world = np.stack([across - _hips(across), _hips(up) - up, deep, np.ones_like(x)], axis=-1)
    return Pose(image, world)


@lru_cache(maxsize=4096)
def _skeleton(angles: JointAngles, body: Body) -> NDArray[np.float64]:
    joints = skeleton(angles, body)
    joints.flags.writeable = False
    return joints


def _hips(values: NDArray[np.float64]) -> float:
    return float(values[[23, 24]].mean())
