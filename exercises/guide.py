"""What the guide figure shows at a moment: a pure function of the movement's elapsed time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import pi, sin

from exercises.easing import ease
from exercises.exercise import Exercise
from exercises.flow import weights_at
from exercises.keyframes import keyframes
from figure.joint_angles import JointAngles, blend, combined
from vision.measures import Side


@dataclass(frozen=True, slots=True)
class GuideMoment:
    """The guide at one moment.

    Attributes
    ----------
    phase
        Row of the phase in the definition.
    progress
        0–1 through that phase, in time (not eased).
    cycle
        Whole cycles done.
    side
        Which side is being shown, where the movement alternates; otherwise `None`.
    angles
        The posture to draw; continuous in time, across phases, cycles and sides.
    """

    phase: int
    progress: float
    cycle: int
    side: Side | None
    angles: JointAngles


def guide_at(exercise: Exercise, elapsed_s: float) -> GuideMoment:
    """Return what the guide shows `elapsed_s` seconds into the movement.

    Each phase eases from the posture in which the phase before it ended to its own, or, in a
    flowing movement, goes through both without a stop. Where sides alternate, even cycles show the
    left and odd ones the same mirrored. At the person's own breath, one breath lasts a cycle.

    Parameters
    ----------
    exercise
        The movement.
    elapsed_s
        Seconds since the first phase began; before that the beginning is shown.
    """
    cycle, within_s = divmod(max(elapsed_s, 0.0), exercise.cycle_s)
    phase, progress = _phase_at(exercise, within_s)
    alternates = exercise.sides == "alternating"
    on_right = alternates and cycle % 2 == 1
    ends = keyframes(exercise, on_right)
    before = ends[phase - 1] if phase else keyframes(exercise, alternates and not on_right)[-1]
    angles = blend(before, ends[phase], ease(progress))
    if exercise.flowing:
        angles = replace(_flowing(exercise, ends, phase, progress), breath=angles.breath)
    if exercise.pace == "natural":
        angles = replace(angles, breath=sin(pi * within_s / exercise.cycle_s) ** 2)
    side: Side | None = ("right" if on_right else "left") if alternates else None
    return GuideMoment(phase, progress, int(cycle), side, angles)


def _flowing(
    exercise: Exercise, ends: Sequence[JointAngles], phase: int, progress: float
) -> JointAngles:
    rows = [(phase + step) % len(ends) for step in (-2, -1, 0, 1)]
    seconds = [exercise.phases[row].seconds for row in rows[1:]]
    return combined([ends[row] for row in rows], weights_at(progress, seconds))


def _phase_at(exercise: Exercise, within_s: float) -> tuple[int, float]:
    """Return the phase and the progress in it (0–1) at `within_s` seconds of a cycle."""
    for row, phase in enumerate(exercise.phases):
        if within_s < phase.seconds:
            return row, within_s / phase.seconds
        within_s -= phase.seconds
    return len(exercise.phases) - 1, 1.0
