"""A plain walk: joint angles by the share of a stride that is done.

The foot that stands goes back under the body as fast as the body goes ahead, so it does not slide;
how the knee bends meanwhile is close to level walking in Winter 2009, the arms are our own.
"""

from math import asin, atan, atan2, cos, degrees, hypot, pi, radians, sin, tan

from figure.body import PROPORTIONS, Body
from figure.joint_angles import NEUTRAL, JointAngles

# The share of a stride for which a foot stands, and how far its leg then swings to each side.
STANDS, SWING_DEG = 0.56, 20.0
ARM_DEG, ARM_ASIDE_DEG, ELBOW_DEG, LEAN_DEG = 16.0, 9.0, 18.0, 2.0
# The knee: straightest, and two bends (how far, when, half how long): loaded, and swinging.
KNEE_DEG, KNEE_BENDS = 4.0, ((10.0, 0.13, 0.13), (56.0, 0.73, 0.27))


def stride_m(body: Body) -> float:
    """Return how far `body` comes in one stride, a step with each foot, metres."""
    return 2 * _reach() * body.height_m / STANDS


def walking(stride: float) -> JointAngles:
    """Return the posture when `stride` strides are done; the left foot comes down at 0."""
    left, right = _ahead(stride % 1), _ahead((stride + 0.5) % 1)
    left_hip, left_knee = _leg(stride % 1)
    right_hip, right_knee = _leg((stride + 0.5) % 1)
    # Each arm goes with the other side's leg.
    left_raised, left_plane = _arm(right / _reach())
    right_raised, right_plane = _arm(left / _reach())
    return JointAngles(
        trunk_forward_lean=LEAN_DEG,
        left_shoulder_elevation=left_raised,
        right_shoulder_elevation=right_raised,
        left_shoulder_plane=left_plane,
        right_shoulder_plane=right_plane,
        left_elbow_flexion=ELBOW_DEG,
        right_elbow_flexion=ELBOW_DEG,
        left_hip_flexion=left_hip,
        right_hip_flexion=right_hip,
        left_hip_abduction=NEUTRAL.left_hip_abduction / 2,
        right_hip_abduction=NEUTRAL.right_hip_abduction / 2,
        left_knee_flexion=left_knee,
        right_knee_flexion=right_knee,
    )


def _reach() -> float:
    """Return how far ahead of the hip a foot comes down, a fraction of the body's height."""
    return (PROPORTIONS.thigh + PROPORTIONS.shank) * sin(radians(SWING_DEG))


def _ahead(phase: float) -> float:
    """Return how far ahead of its hip an ankle is, a fraction of the height; phase 0–1."""
    reach = _reach()
    if phase < STANDS:
        return reach * (1 - 2 * phase / STANDS)
    t = (phase - STANDS) / (1 - STANDS)
    # From end to end, leaving and arriving as fast as the ground goes by.
    slope = -2 * reach * (1 - STANDS) / STANDS
    return reach * (6 * t * t - 4 * t**3 - 1) + slope * (2 * t**3 - 3 * t * t + t)


def _leg(phase: float) -> tuple[float, float]:
    """Return the flexion of hip and knee, degrees, that bring the ankle where it is to be."""
    bend = KNEE_DEG
    for size, middle, half in KNEE_BENDS:
        off = abs(phase - middle)
        off = min(off, 1 - off)
        bend += size * cos(pi / 2 * off / half) ** 2 if off < half else 0.0
    knee = radians(bend)
    along = PROPORTIONS.thigh + PROPORTIONS.shank * cos(knee)
    behind = PROPORTIONS.shank * sin(knee)
    length = hypot(along, behind)
    hip = asin(_ahead(phase) / length) + atan2(behind, along)
    return degrees(hip), bend


def _arm(ahead: float) -> tuple[float, float]:
    """Return elevation and plane, degrees, of an arm that swings; −1 farthest back, 1 ahead."""
    aside, front = tan(radians(ARM_ASIDE_DEG)), tan(radians(ARM_DEG * ahead))
    return degrees(atan(hypot(aside, front))), degrees(atan2(front, aside))
