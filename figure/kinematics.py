"""From joint angles to joint centres: the whole body, feet on the floor.

Exact in these senses (and so measured back by the tests): shoulder elevation against the line
from the middle of the shoulders to the middle of the hips; elbow and knee flexion; hip flexion
in the side view of an upright trunk (leaning forward adds to it); hip abduction in the front
view of a hanging leg; side lean, forward lean, neck side bend, pelvis shift and heel rise as they
are defined for the camera.
"""

import numpy as np
from numpy.typing import NDArray

from figure.arms import pose_arm
from figure.body import BODIES, Body
from figure.joint_angles import JointAngles
from figure.posed import Posed, Segment
from figure.rotations import Vector
from figure.standing import SIDES, stand
from figure.trunk import Trunk, face_points, pose_trunk

# Pose-model order, as a pose array of the camera has it.
LANDMARKS: tuple[str, ...] = (
    "NOSE",
    *(f"LEFT_{name}" for name in ("EYE_INNER", "EYE", "EYE_OUTER")),
    *(f"RIGHT_{name}" for name in ("EYE_INNER", "EYE", "EYE_OUTER")),
    "LEFT_EAR",
    "RIGHT_EAR",
    "MOUTH_LEFT",
    "MOUTH_RIGHT",
    *(
        f"{side}_{name}"
        for name in ("SHOULDER", "ELBOW", "WRIST", "PINKY", "INDEX", "THUMB")
        for side in ("LEFT", "RIGHT")
    ),
    *(
        f"{side}_{name}"
        for name in ("HIP", "KNEE", "ANKLE", "HEEL", "TOE")
        for side in ("LEFT", "RIGHT")
    ),
)


def pose(angles: JointAngles, body: Body = BODIES[0]) -> Posed:
    """Return `body` in the posture `angles`, standing (or sitting) on the floor y = 0.

    The figure faces +Z, its left is +X, and its standing ankles are about x = z = 0. A seated
    figure has its pelvis where its legs put it, behind its feet and at the height of its seat.
    """
    trunk = pose_trunk(angles, body)
    root, segments, points = stand(angles, body, trunk.hips)
    return assembled(angles, body, trunk, root, segments, points)


def assembled(
    angles: JointAngles,
    body: Body,
    trunk: Trunk,
    root: Vector,
    segments: dict[str, Segment],
    points: dict[str, Vector],
) -> Posed:
    """Return the whole body, given its trunk and its legs.

    Parameters
    ----------
    trunk
        About the middle of the hips.
    root
        (3,) metres: where that is.
    segments, points
        Those of the legs, placed; the others are added to them.
    """
    for i, side in enumerate(SIDES):
        shoulder = root + trunk.shoulders[i]
        parts, marks = pose_arm(angles, body, side, shoulder, trunk.chest.axes)
        segments |= {f"{side}_{name}": segment for name, segment in parts.items()}
        points |= {f"{side.upper()}_{name}": point for name, point in marks.items()}
    for name, segment in (
        ("pelvis", trunk.pelvis),
        ("chest", trunk.chest),
        ("neck", trunk.neck),
        ("head", trunk.head),
    ):
        segments[name] = Segment(segment.origin + root, segment.axes)
    segments["ribs"] = Segment(segments["chest"].origin, trunk.ribs)
    points |= face_points(segments["head"], body.height_m)
    return Posed(np.array([points[name] for name in LANDMARKS]), segments)


def skeleton(angles: JointAngles, body: Body = BODIES[0]) -> NDArray[np.float64]:
    """Return the 33 landmarks of `body` in the posture `angles`, (33, 3) metres.

    Pose-model landmark order; +X the figure's left, +Y up, +Z facing, the floor at y = 0.
    """
    return pose(angles, body).points
