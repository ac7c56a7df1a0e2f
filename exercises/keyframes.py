"""The posture in which each phase of a movement ends."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from exercises.exercise import Exercise, Phase
from figure.joint_angles import NAMES, NEUTRAL, SEATED, JointAngles, mirrored

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


def base_posture(exercise: Exercise) -> JointAngles:
    """Return what the movement's guides differ from: its posture, in its stance."""
    return posed(SEATED if exercise.posture == "seated" else NEUTRAL, exercise.stance)


def _fullness_after(phases: tuple[Phase, ...], row: int) -> float:
    """Return the breath (0 emptied, 1 filled) at the end of a phase; a rest keeps what it has."""
    for back in range(len(phases)):
        breath = phases[row - back].breath
        if breath != "rest":
            return 1.0 if breath == "in" else 0.0
    return 0.0


@lru_cache(maxsize=128)
def keyframes(exercise: Exercise, right: bool = False) -> tuple[JointAngles, ...]:
    """Return the posture at the end of each phase, one for each phase in order.

    Parameters
    ----------
    exercise
        The movement.
    right
        Give the mirrored postures, for the right side of a movement that alternates.
    """
    base = base_posture(exercise)
    ends = tuple(
        posed(base, {"breath": _fullness_after(exercise.phases, row), **phase.guide})
        for row, phase in enumerate(exercise.phases)
    )
    return tuple(mirrored(end) for end in ends) if right else ends
