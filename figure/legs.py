"""Forward kinematics of one leg about its hip."""

from dataclasses import dataclass
from math import cos, radians, sin

import numpy as np

from figure.body import PROPORTIONS, Body
from figure.joint_angles import JointAngles
from figure.rotations import Matrix, Vector, about_x, about_z


@dataclass(frozen=True, slots=True, eq=False)
class Leg:
    """One leg about its hip.

    Attributes
    ----------
    thigh, shank
        (3,) unit vectors down each bone.
    front
        (3,) unit vector out of the front of the shank, in the plane of thigh and shank.
    knee, ankle
        (3,) metres from the hip.
    """

    thigh: Vector
    shank: Vector
    front: Vector
    knee: Vector
    ankle: Vector


def pose_leg(angles: JointAngles, body: Body, side: str) -> Leg:
    """Return the leg on `side`, the body's weight evenly on both feet.

    The thigh is abducted first and flexed after, so that its angle in the side view is exactly
    the hip flexion and, of a leg that hangs, its angle in the front view the hip abduction.
    """
    sign = 1 if side == "left" else -1
    turned = about_x(-getattr(angles, f"{side}_hip_flexion")) @ about_z(
        sign * getattr(angles, f"{side}_hip_abduction")
    )
    thigh, back = -turned[:, 1], -turned[:, 2]
    flexion = radians(getattr(angles, f"{side}_knee_flexion"))
    shank = cos(flexion) * thigh + sin(flexion) * back
    front = sin(flexion) * thigh - cos(flexion) * back
    knee = thigh * (PROPORTIONS.thigh * body.height_m)
    ankle = knee + shank * (PROPORTIONS.shank * body.height_m)
    return Leg(thigh, shank, front, knee, ankle)


def tilted(leg: Leg, turn: Matrix) -> Leg:
    """Return `leg` turned about its hip by the (3, 3) rotation `turn`."""
    parts = np.stack((leg.thigh, leg.shank, leg.front, leg.knee, leg.ankle)) @ turn.T
    return Leg(*parts)
