"""The joint angles a definition may set, and the posture they make."""

from collections.abc import Mapping
from dataclasses import replace

from figure.joint_angles import NAMES, JointAngles

JOINTS: Mapping[str, tuple[str, ...]] = {
    **{name: (name,) for name in NAMES},
    **{
        name.removeprefix("left_"): (name, name.replace("left_", "right_"))
        for name in NAMES
        if name.startswith("left_")
    },
}
"""What each name a definition may use sets; a name without side sets both sides."""


def posed(base: JointAngles, angles: Mapping[str, float]) -> JointAngles:
    """Return `base` with the named angles set.

    Parameters
    ----------
    base
        The posture to start from.
    angles
        Degrees (or the joint's own unit) by name. A name without side sets both sides, and gives
        way to a name with side.

    Raises
    ------
    KeyError
        For a name that is not in `JOINTS`.
    """
    both_sides_first = sorted(angles, key=lambda name: -len(JOINTS[name]))
    return replace(
        base, **{joint: angles[name] for name in both_sides_first for joint in JOINTS[name]}
    )
