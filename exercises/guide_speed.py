"""How fast the guide figure moves at its fastest."""

from collections.abc import Iterator, Sequence
from math import radians, sin

from exercises.definition import Movement
from exercises.easing import PEAK_SLOPE
from exercises.fault import Fault
from exercises.flow import Four, slopes_at
from exercises.joints import JOINTS
from exercises.keyframes import keyframes
from figure.joint_angles import JointAngles

ARM_LIMIT_DEG_S = 65.0
TRUNK_LIMIT_DEG_S = 40.0
"""Fastest guide allowed, arms, and neck and trunk: defaults of ours, unvalidated. An eased rise of
160 degrees in 4 s peaks at 63 degrees a second."""
# Moments of a flowing phase at which its speed is looked at.
LOOKS = 24

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
    if exercise.flowing:
        yield from _flowing_speeds(exercise)
        return
    ends = keyframes(exercise)
    before = keyframes(exercise, right=exercise.sides == "alternating")[-1]
    for row, (phase, after) in enumerate(zip(exercise.phases, ends, strict=True)):
        for name in (*_ARM_JOINTS, *_TRUNK_JOINTS):
            change = max(_change(joint, before, after) for joint in JOINTS[name])
            yield row, name, PEAK_SLOPE * change / phase.seconds
        before = after


def _flowing_speeds(exercise: Movement) -> Iterator[tuple[int, str, float]]:
    ends = keyframes(exercise)
    moments = [look / LOOKS for look in range(LOOKS + 1)]
    for row in range(len(ends)):
        rows = [(row + step) % len(ends) for step in (-2, -1, 0, 1)]
        seconds = [exercise.phases[place].seconds for place in rows[1:]]
        weights = [slopes_at(progress, seconds) for progress in moments]
        four = [ends[place] for place in rows]
        for name in (*_ARM_JOINTS, *_TRUNK_JOINTS):
            yield row, name, max(_fastest(joint, four, weights) for joint in JOINTS[name])


def _fastest(joint: str, four: Sequence[JointAngles], weights: Sequence[Four]) -> float:
    angles = [float(getattr(pose, joint)) for pose in four]
    fastest = max(
        abs(sum(weight * angle for weight, angle in zip(each, angles, strict=True)))
        for each in weights
    )
    return fastest * _outward(joint, four)


def _outward(joint: str, poses: Sequence[JointAngles]) -> float:
    """Return for how much a change of `joint` counts: of an arm's plane, how far the arm is out."""
    if not joint.endswith("shoulder_plane"):
        return 1.0
    elevation = joint.replace("plane", "elevation")
    return max(abs(sin(radians(getattr(pose, elevation)))) for pose in poses)


def _change(joint: str, before: JointAngles, after: JointAngles) -> float:
    change = abs(float(getattr(after, joint)) - float(getattr(before, joint)))
    return change * _outward(joint, (before, after))


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
