"""The posture in which each phase of a movement ends."""

from collections.abc import Sequence
from functools import lru_cache

from exercises.definition import Movement, Phase
from exercises.joints import posed
from figure.joint_angles import LYING, NEUTRAL, SEATED, JointAngles, mirrored

_POSTURES = {"seated": SEATED, "standing": NEUTRAL, "lying": LYING}


def plain_posture(exercise: Movement) -> JointAngles:
    """Return plain standing, sitting, or lying on the back, whichever the movement is done in."""
    return _POSTURES[exercise.posture]


def base_posture(exercise: Movement) -> JointAngles:
    """Return what the movement's guides differ from: its posture, in its stance."""
    return posed(plain_posture(exercise), exercise.stance)


@lru_cache(maxsize=128)
def keyframes(exercise: Movement, right: bool = False) -> tuple[JointAngles, ...]:
    """Return the posture at the end of each phase, one for each phase in order.

    The chest fills by the end of a phase on the in-breath and is empty by the end of any other; a
    rest keeps what it has.

    Parameters
    ----------
    exercise
        The movement.
    right
        Give the mirrored postures, for the right side of a movement that alternates.

    Raises
    ------
    KeyError
        For a joint angle that does not exist; a movement that was checked has none.
    """
    base = base_posture(exercise)
    ends = tuple(
        posed(base, {"breath": _fullness_after(exercise.phases, row), **phase.guide})
        for row, phase in enumerate(exercise.phases)
    )
    return tuple(mirrored(end) for end in ends) if right else ends


def _fullness_after(phases: Sequence[Phase], row: int) -> float:
    """Return the breath (0 emptied, 1 filled) at the end of the phase in `row`."""
    for back in range(len(phases)):
        breath = phases[row - back].breath
        if breath != "rest":
            return 1.0 if breath == "in" else 0.0
    return 0.0
