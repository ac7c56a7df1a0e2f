"""What has to hold of a movement as a whole, beyond the shape of its parts."""

from collections.abc import Iterator

from exercises.definition import Movement
from exercises.fault import Fault
from exercises.guide_speed import guide_speed_faults
from exercises.joints import JOINTS
from exercises.phase_checks import breath_faults, cycle_faults, joint_faults, travel_faults
from exercises.target_checks import measure_faults, range_faults, side_faults, timing_faults


def faults_in(exercise: Movement) -> tuple[Fault, ...]:
    """Return all that does not hold together in `exercise`, at once; empty where all is well."""
    joints = tuple(joint_faults(exercise))
    return (
        *timing_faults(exercise),
        *measure_faults(exercise),
        *range_faults(exercise),
        *side_faults(exercise),
        *joints,
        *breath_faults(exercise),
        *travel_faults(exercise),
        *cycle_faults(exercise),
        *_variant_faults(exercise),
        *guide_speed_faults(_without(exercise, joints)),
    )


def _variant_faults(exercise: Movement) -> Iterator[Fault]:
    if exercise.id in exercise.variants:
        yield Fault("", "variants", f'"{exercise.id}" is the movement itself', "name others only")
    if len(set(exercise.variants)) < len(exercise.variants):
        yield Fault("", "variants", "one is named twice", "name each once")


def _without(exercise: Movement, unknown: tuple[Fault, ...]) -> Movement:
    """Return the movement without the joint angles that do not exist, so that it can be posed."""
    if not unknown:
        return exercise

    def known(angles: dict[str, float]) -> dict[str, float]:
        return {name: angle for name, angle in angles.items() if name in JOINTS}

    phases = tuple(p.model_copy(update={"guide": known(p.guide)}) for p in exercise.phases)
    return exercise.model_copy(update={"stance": known(exercise.stance), "phases": phases})
