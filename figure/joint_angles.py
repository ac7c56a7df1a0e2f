"""The posture of a drawn body as a plain set of joint angles."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True)
class JointAngles:
    """Joint angles in degrees; zero is the neutral standing posture, positive as named.

    Side lean, twist, side bend and rotation are positive toward the figure's left.

    Attributes
    ----------
    trunk_forward_lean
        Pelvis and trunk tipped forward as one (hip hinge), the legs staying where they are.
    trunk_flexion
        Rounding of the spine, spread over it; negative opens the back.
    shoulder_elevation
        0 hangs down, 90 level, 180 straight up, in the plane that `shoulder_plane` names.
    shoulder_plane
        0 out to the side (abduction), 90 straight ahead (flexion), above 90 across the body.
    elbow_flexion
        0 straight.
    elbow_fold
        Where the forearm goes when the elbow bends: 0 to the front, 90 upward, -90 downward,
        180 to the back, for an arm held level out to the side; carried with the arm.
    wrist_flexion, wrist_deviation
        0 is a hand in line with its forearm; toward the palm, and toward the thumb.
    hip_flexion, hip_abduction, knee_flexion, ankle_dorsiflexion
        As in the clinic. Seated figures have 90 of hip and knee flexion.
    shoulder_hike
        Shoulder lifted toward the ear, percent of torso length.
    shoulder_forward
        Shoulder brought to the front, percent of torso length; negative draws it back.
    pelvis_shift
        Pelvis carried over one foot, percent of stance width, positive to the left.
    heel_rise
        Heel lifted with the toes on the floor, percent of foot length.
    breath
        0 emptied, 1 filled: a gentle widening of the chest.
    """

    trunk_side_lean: float = 0.0
    trunk_forward_lean: float = 0.0
    trunk_flexion: float = 0.0
    trunk_twist: float = 0.0
    neck_side_bend: float = 0.0
    neck_rotation: float = 0.0
    neck_flexion: float = 0.0
    pelvis_shift: float = 0.0
    breath: float = 0.0
    left_shoulder_elevation: float = 8.0
    right_shoulder_elevation: float = 8.0
    left_shoulder_plane: float = 5.0
    right_shoulder_plane: float = 5.0
    left_elbow_flexion: float = 8.0
    right_elbow_flexion: float = 8.0
    left_elbow_fold: float = 0.0
    right_elbow_fold: float = 0.0
    left_wrist_flexion: float = 0.0
    right_wrist_flexion: float = 0.0
    left_wrist_deviation: float = 0.0
    right_wrist_deviation: float = 0.0
    left_shoulder_hike: float = 0.0
    right_shoulder_hike: float = 0.0
    left_shoulder_forward: float = 0.0
    right_shoulder_forward: float = 0.0
    left_hip_flexion: float = 0.0
    right_hip_flexion: float = 0.0
    left_hip_abduction: float = 4.0
    right_hip_abduction: float = 4.0
    left_knee_flexion: float = 2.0
    right_knee_flexion: float = 2.0
    left_ankle_dorsiflexion: float = 0.0
    right_ankle_dorsiflexion: float = 0.0
    left_heel_rise: float = 0.0
    right_heel_rise: float = 0.0


NAMES: tuple[str, ...] = tuple(field.name for field in fields(JointAngles))
# Angles that change sign, rather than side, when a posture is mirrored.
MIDLINE_SIGNED = (
    "trunk_side_lean",
    "trunk_twist",
    "neck_side_bend",
    "neck_rotation",
    "pelvis_shift",
)
NEUTRAL = JointAngles()
SEATED = replace(
    NEUTRAL,
    left_hip_flexion=90.0,
    right_hip_flexion=90.0,
    left_knee_flexion=90.0,
    right_knee_flexion=90.0,
)


LYING = replace(
    NEUTRAL,
    left_shoulder_elevation=20.0,
    right_shoulder_elevation=20.0,
    left_shoulder_plane=-8.0,
    right_shoulder_plane=-8.0,
    left_hip_flexion=50.0,
    right_hip_flexion=50.0,
    left_knee_flexion=109.0,
    right_knee_flexion=109.0,
    left_ankle_dorsiflexion=-31.0,
    right_ankle_dorsiflexion=-31.0,
)
"""On the back, the knees bent and the feet on the floor."""


def blend(a: JointAngles, b: JointAngles, fraction: float) -> JointAngles:
    """Return the posture `fraction` (0–1) of the way from `a` to `b`, angle by angle."""
    return JointAngles(
        **{name: getattr(a, name) * (1 - fraction) + getattr(b, name) * fraction for name in NAMES}
    )


def combined(postures: Sequence[JointAngles], weights: Sequence[float]) -> JointAngles:
    """Return the sum of `postures`, each times its weight, angle by angle."""
    parts = list(zip(postures, weights, strict=True))
    return JointAngles(
        **{
            name: sum(weight * getattr(posture, name) for posture, weight in parts)
            for name in NAMES
        }
    )


def mirrored(angles: JointAngles) -> JointAngles:
    """Return the same posture with left and right exchanged."""
    swapped = {}
    for name in NAMES:
        if name.startswith("left_"):
            source = name.replace("left_", "right_")
        elif name.startswith("right_"):
            source = name.replace("right_", "left_")
        else:
            source = name
        value = getattr(angles, source)
        swapped[name] = -value if name in MIDLINE_SIGNED else value
    return JointAngles(**swapped)
