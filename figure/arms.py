"""Forward kinematics of one arm, from the shoulder to the finger tips."""

from math import cos, radians, sin

import numpy as np

from figure.body import PROPORTIONS, Body
from figure.joint_angles import JointAngles
from figure.posed import Segment
from figure.rotations import Matrix, Vector, about_x, about_z, columns, cross, swing

# Landmarks of the hand from the wrist, in fractions of the height: along the forearm, and toward
# the thumb.
HAND: dict[str, tuple[float, float]] = {
    "PINKY": (0.050, -0.016),
    "INDEX": (0.056, 0.011),
    "THUMB": (0.031, 0.024),
}


def upper_arm_direction(elevation: float, plane: float, sign: int) -> Vector:
    """Return the (3,) unit vector shoulder to elbow in the chest's frame.

    Its angle against the chest's downward axis is exactly `elevation`; `sign` is +1 on the left.
    """
    e, p = radians(elevation), radians(plane)
    return np.array((sign * sin(e) * cos(p), -cos(e), sin(e) * sin(p)))


def pose_arm(
    angles: JointAngles, body: Body, side: str, shoulder: Vector, chest: Matrix
) -> tuple[dict[str, Segment], dict[str, Vector]]:
    """Return the segments of the arm on `side` and its landmarks, (3,) metres each.

    The frame of the arm is that of an arm held level out to the side, carried along the shortest
    way to where the arm points; so the fold of the elbow has no jump within an arm's reach.
    """
    sign = 1 if side == "left" else -1
    level = np.array((float(sign), 0.0, 0.0))
    direction = upper_arm_direction(
        getattr(angles, f"{side}_shoulder_elevation"),
        getattr(angles, f"{side}_shoulder_plane"),
        sign,
    )
    carried = swing(level, direction)
    fold = radians(getattr(angles, f"{side}_elbow_fold"))
    flexion = radians(getattr(angles, f"{side}_elbow_flexion"))
    along = chest @ direction
    toward = chest @ (carried @ np.array((0.0, sin(fold), cos(fold))))
    forearm = cos(flexion) * along + sin(flexion) * toward
    # The thumb's side: forward of a hanging arm, upward of a forearm held level before the body.
    thumb = cos(flexion) * toward - sin(flexion) * along
    height = body.height_m
    elbow = shoulder + along * (PROPORTIONS.upper_arm * height)
    wrist = elbow + forearm * (PROPORTIONS.forearm * height)
    points = {"SHOULDER": shoulder, "ELBOW": elbow, "WRIST": wrist}
    hinge = cross(along, toward)
    below = columns(-hinge, -forearm, thumb)
    hand = below @ _hand_turn(angles, side)
    for name, (ahead, aside) in HAND.items():
        points[name] = wrist + (hand[:, 2] * aside - hand[:, 1] * ahead) * height
    segments = {
        "upper_arm": Segment(shoulder, columns(-hinge, -along, toward)),
        "forearm": Segment(elbow, below),
        "hand": Segment(wrist, hand),
    }
    return segments, points


def _hand_turn(angles: JointAngles, side: str) -> Matrix:
    """Return the turn of the hand in the frame of its forearm: fingers along −Y, thumb +Z."""
    sign = 1 if side == "left" else -1
    flexion = getattr(angles, f"{side}_wrist_flexion")
    deviation = getattr(angles, f"{side}_wrist_deviation")
    # The palm of a hanging arm looks at the body, on the left to the frame's -X.
    return about_z(-sign * flexion) @ about_x(-deviation)
