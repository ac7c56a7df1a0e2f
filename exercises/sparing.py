"""What a part of the body that is spared means for a movement."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from types import MappingProxyType

from exercises.definition import Movement
from exercises.exercise import Exercise
from exercises.keyframes import base_posture, keyframes
from exercises.one_sided import one_sided
from exercises.person import Area, Spared
from vision.measures import SIDES, Side

MEASURES_OF: Mapping[Area, tuple[str, ...]] = MappingProxyType(
    {
        "neck": ("neck_side_bend", "neck_rotation"),
        "shoulder": ("shoulder_flexion", "shoulder_abduction", "shoulder_hike", "wrist_span"),
        "elbow": ("elbow_flexion",),
        "wrist": (),
        "back": ("trunk_side_lean", "trunk_forward_lean"),
        "hip": ("hip_flexion", "hip_abduction", "pelvis_shift"),
        "knee": ("knee_flexion",),
        "ankle": ("ankle_dorsiflexion", "heel_height"),
    }
)
"""Which measures a movement uses a part of the body by."""

_JOINTS_OF: Mapping[Area, tuple[str, ...]] = MappingProxyType(
    {
        "neck": ("neck_",),
        "shoulder": ("shoulder_",),
        "elbow": ("elbow_",),
        "wrist": ("wrist_",),
        "back": ("trunk_",),
        "hip": ("hip_", "pelvis_"),
        "knee": ("knee_",),
        "ankle": ("ankle_", "heel_"),
    }
)
# A guide that moves a joint by less than this does not use it (a default of ours, unvalidated).
_MOVES_DEG = 8.0


def uses(exercise: Movement, area: Area) -> bool:
    """Return whether a movement moves a part of the body.

    By what it measures, the steady left out; by its guide where it measures nothing.
    """
    if exercise.targets:
        moving = {target.measure for target in exercise.targets if target.role != "steady"}
        return not moving.isdisjoint(MEASURES_OF[area])
    base, ends = asdict(base_posture(exercise)), [asdict(end) for end in keyframes(exercise)]
    joints = [
        n
        for n in base
        if n.removeprefix("left_").removeprefix("right_").startswith(_JOINTS_OF[area])
    ]
    return any(abs(end[name] - base[name]) >= _MOVES_DEG for end in ends for name in joints)


def sparing(exercise: Exercise, spare: Iterable[Spared]) -> Exercise | Spared:
    """Return the movement without the sides that are spared, or what it cannot be done without.

    Parameters
    ----------
    exercise
        The movement.
    spare
        What is left out. A side of the neck or the back is the one it goes toward.
    """
    left_out: dict[Side, Spared] = {}
    for each in spare:
        if not uses(exercise, each.area):
            continue
        if each.side is None:
            return each
        left_out[each.side] = each
    if not left_out:
        return exercise
    side, because = next(iter(left_out.items()))
    if len(left_out) == len(SIDES):
        return because
    return one_sided(exercise, "right" if side == "left" else "left") or because
