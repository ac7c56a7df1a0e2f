"""How fast the guide figure moves at its fastest."""

from collections.abc import Iterator
from math import radians, sin

from exercises.definition import Movement
from exercises.easing import PEAK_SLOPE
from exercises.fault import Fault
from exercises.joints import JOINTS
from exercises.keyframes import keyframes
from figure.joint_angles import JointAngles

ARM_LIMIT_DEG_S = 65.0
TRUNK_LIMIT_DEG_S = 40.0
"""Fastest guide allowed, arms, and neck and trunk: defaults of ours, unvalidated. An eased rise of
160 degrees in 4 s peaks at 63 degrees a second."""

_ARM_JOINTS = ("shoulder_elevation", "shoulder_plane", "elbow_flexion")
_TRUNK_JOINTS = (
    "trunk_side_lean",
    "trunk_forward_lean",
    "trunk_flexion",
    "trunk_twist",
    "neck_side_bend",
    "neck_rotation",
    "neck_flexion",
)


def peak_speeds(exercise: Movement) -> Iterator[tuple[int, str, float]]:
    """Yield the phase's row, the joint and its fastest speed in degrees a second, for each.

    Sides that move alike or mirrored are given under the faster one. A change of the plane an arm
    is raised in counts for as much as it carries the hand: not at all while the arm hangs.
    """
    ends = keyframes(exercise)
    before = keyframes(exercise, right=exercise.sides == "alternating")[-1]
    for row, (phase, after) in enumerate(zip(exercise.phases, ends, strict=True)):
        for name in (*_ARM_JOINTS, *_TRUNK_JOINTS):
            change = max(_change(joint, before, after) for joint in JOINTS[name])
            yield row, name, PEAK_SLOPE * change / phase.seconds
        before = after


def _change(joint: str, before: JointAngles, after: JointAngles) -> float:
    change = abs(float(getattr(after, joint)) - float(getattr(before, joint)))
    if joint.endswith("shoulder_plane"):
        elevation = joint.replace("plane", "elevation")
        outward = (abs(sin(radians(getattr(pose, elevation)))) for pose in (before, after))
        change *= max(outward)
    return change


def guide_speed_faults(exercise: Movement) -> Iterator[Fault]:
    """Yield a fault for each joint of each phase in which the guide is faster than is calm."""
    for row, name, speed in peak_speeds(exercise):
        limit = ARM_LIMIT_DEG_S if name in _ARM_JOINTS else TRUNK_LIMIT_DEG_S
        if speed > limit:
            yield Fault(
                file="",
                key_path=f"phases[{row}].guide.{name}",
                message=f"the guide moves at up to {speed:.0f} degrees a second",
                hint=f"at most {limit:g}: give the phase more seconds, or less travel",
            )
