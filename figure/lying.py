"""A body that lies on its back."""

import numpy as np

from figure.body import BODIES, Body
from figure.feet import foot_of
from figure.joint_angles import JointAngles
from figure.kinematics import assembled
from figure.legs import pose_leg
from figure.posed import Posed, Segment
from figure.rotations import Vector, about_x
from figure.standing import SIDES, hanging_axes, place_leg
from figure.trunk import pose_trunk

# Onto the back: what was up points to -Z, and the face to +Y.
ON_THE_BACK = about_x(-90.0)
# How high the middle of the shoulders lies above the mat, metres of an average body 1.75 m tall:
# our own figure, chosen by eye.
BACK_M = 0.105 / 1.75


def lie(angles: JointAngles, body: Body = BODIES[0]) -> Posed:
    """Return `body` on its back on the floor y = 0, in the posture `angles`.

    Its head points to -Z and its feet to +Z, its left is +X, and the middle of its hips is at
    x = z = 0. The shoulders lie flat: a twist of the trunk turns pelvis and legs, to the right
    where it is positive (to the left of what lies below). Legs do not feel the floor: a foot stands
    on it where hip, knee and ankle put it there.
    """
    trunk = pose_trunk(angles, body)
    foot = foot_of(body.height_m)
    segments: dict[str, Segment] = {}
    points: dict[str, Vector] = {}
    for i, side in enumerate(SIDES):
        leg = pose_leg(angles, body, side)
        axes = hanging_axes(angles, side, leg)
        place_leg(side, trunk.hips[i], leg, axes, foot, segments, points)
    upright = assembled(angles, body, trunk, np.zeros(3), segments, points)
    turn = ON_THE_BACK @ trunk.chest.axes.T
    down = np.array((0.0, BACK_M * body.height_m, 0.0)) - turn @ upright.segments["chest"].origin
    down[[0, 2]] = 0.0
    return Posed(
        upright.points @ turn.T + down,
        {
            name: Segment(turn @ part.origin + down, turn @ part.axes)
            for name, part in upright.segments.items()
        },
    )
