"""Somebody before the camera, as the pose model would give them."""

from dataclasses import replace

import numpy as np

from exercises.guide import guide_at
from exercises.library import find_exercise
from figure.kinematics import skeleton
from vision.pose import Pose

SUNRISE = find_exercise("sunrise-arms-standing")


def posed(t: float, size: float = 1.0, *, right_alone: bool = False) -> Pose:
    """Return the guide `t` seconds into a movement as the pose model would give it, facing us."""
    angles = guide_at(SUNRISE, t).angles
    if right_alone:
        angles = replace(angles, left_shoulder_elevation=8.0)
    points = skeleton(angles) * size
    world = np.column_stack([points * (1, -1, -1), np.ones(len(points))])
    return Pose(world, world)
