"""The angles of a body in the plane of the picture, in degrees.

Each function takes landmark positions ``points`` (..., 33, 2) in pixels, y down, of an upright
picture that is not mirrored, with NaN for a landmark that is unseen, and gives (...): NaN where a
landmark it needs is unseen or a segment has no length. Pixels, because an angle taken in fractions
of width and height is wrong on every picture that is not square. Zero is the neutral standing or
seated posture. These are arm, thigh or trunk angles in the plane seen, not anatomical rotations:
point landmarks cannot give those.

Normal ranges are those of goniometry guide tables (Norkin & White). Error to expect in the valid
view: 0.5° mean difference for arm abduction and 2.9° for elevation in photographs (Fan,
s12891-022-05826-4); −2.3 ± 6.4° for the knee of a squat from a pure side view, −13.9 ± 15.1° over
mixed views (Cosoli 2026).
"""

import numpy as np

from vision.geometry import Floats, angle_between, lean_off_perpendicular, turn_from
from vision.measures import Side
from vision.posture import of, trunk_up

_VERTICAL = np.array([0.0, -1.0])


def shoulder_elevation(points: Floats, side: Side) -> Floats:
    """Return the angle of the upper arm from the trunk hanging down, 0–180.

    Called shoulder flexion in a side view and shoulder abduction in a front view; the picture
    alone cannot tell them apart. Normal range 0–180, 165 at 65–85 years.
    """
    upper_arm = of(points, "elbow", side) - of(points, "shoulder", side)
    return angle_between(-trunk_up(points), upper_arm)


def elbow_flexion(points: Floats, side: Side) -> Floats:
    """Return how far the elbow is bent from straight, 0–180; normal range 0–150."""
    return _bend(points, "shoulder", "elbow", "wrist", side)


def hip_flexion(points: Floats, side: Side) -> Floats:
    """Return how far the hip is bent from straight, 0–180; sitting is near 90."""
    return _bend(points, "shoulder", "hip", "knee", side)


def knee_flexion(points: Floats, side: Side) -> Floats:
    """Return how far the knee is bent from straight, 0–180; normal range 0–135."""
    return _bend(points, "hip", "knee", "ankle", side)


def _bend(points: Floats, before: str, joint: str, after: str, side: Side) -> Floats:
    middle = of(points, joint, side)
    return 180 - angle_between(of(points, before, side) - middle, of(points, after, side) - middle)


def hip_abduction(points: Floats, side: Side) -> Floats:
    """Return the angle of the thigh from the perpendicular of the hip line, positive outward.

    -90–90; normal range 0–45.
    """
    outward = of(points, "hip", side) - of(points, "hip", "right" if side == "left" else "left")
    thigh = of(points, "knee", side) - of(points, "hip", side)
    return lean_off_perpendicular(thigh, outward)


def ankle_dorsiflexion(points: Floats, side: Side) -> Floats:
    """Return the angle of foot against shin less its 90 at rest, positive with the toes up.

    -90–90; normal range 0–20 upward.
    """
    shin = of(points, "ankle", side) - of(points, "knee", side)
    foot = of(points, "toe", side) - of(points, "heel", side)
    return angle_between(shin, foot) - 90


def trunk_side_lean(points: Floats) -> Floats:
    """Return the lean of the trunk from the hip line's perpendicular, positive to the left.

    The person's own left; -90–90, normal range 0–35 each way. A rigid tilt of the whole body (or
    of the camera) reads 0.
    """
    hip_line = of(points, "hip", "left") - of(points, "hip", "right")
    return lean_off_perpendicular(trunk_up(points), hip_line)


def trunk_forward_lean(points: Floats, facing: Floats) -> Floats:
    """Return the lean of the trunk from the picture's vertical, positive forward.

    Parameters
    ----------
    points
        (..., 33, 2) pixels.
    facing
        (...) 1 where the person looks to the picture's right, -1 to its left, NaN unknown; see
        `vision.posture.facing`.
    """
    return facing * turn_from(_VERTICAL, trunk_up(points))


def neck_side_bend(points: Floats) -> Floats:
    """Return the roll of the ear line against the shoulder line, positive to the left.

    The left ear sinking toward the left shoulder, seen from the front; normal range 0–45 each way.
    """
    shoulder_line = of(points, "shoulder", "left") - of(points, "shoulder", "right")
    ear_line = of(points, "ear", "left") - of(points, "ear", "right")
    return turn_from(shoulder_line, ear_line)
