"""The phases of a movement with other postures to end in."""

from collections.abc import Sequence
from dataclasses import asdict

from exercises.definition import Movement, Phase
from exercises.keyframes import base_posture
from figure.joint_angles import JointAngles


def reguided(exercise: Movement, ends: Sequence[JointAngles]) -> tuple[Phase, ...]:
    """Return the phases of `exercise` that end in `ends`, one for each phase in order.

    A guide names what differs from where the movement begins. The breath goes by the phases as
    before, unless a guide sets it.
    """
    base = asdict(base_posture(exercise))
    phases = []
    for phase, end in zip(exercise.phases, ends, strict=True):
        guide = {name: angle for name, angle in asdict(end).items() if angle != base[name]}
        if "breath" not in phase.guide:
            guide.pop("breath", None)
        phases.append(phase.model_copy(update={"guide": guide}))
    return tuple(phases)
