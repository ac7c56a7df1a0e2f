"""What has to hold of a movement as a whole, beyond the shape of its parts."""

from collections import Counter
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
        *_named_faults(exercise),
        *_label_faults(exercise),
        *guide_speed_faults(_without(exercise, joints)),
    )


def _named_faults(exercise: Movement) -> Iterator[Fault]:
    """Yield a variant, or one that is alike, that is the movement itself or is named twice."""
    for key, named in (("variants", exercise.variants), ("alike", exercise.alike)):
        if exercise.id in named:
            yield Fault("", key, f'"{exercise.id}" is the movement itself', "name others only")
        if len(set(named)) < len(named):
            yield Fault("", key, "one is named twice", "name each once")
    for both in sorted(set(exercise.variants) & set(exercise.alike)):
        hint = "equals count for each other anyway: take it away here"
        yield Fault("", "alike", f'"{both}" is among the variants', hint)
    if exercise.alike and not exercise.targets:
        yield Fault("", "alike", "nothing is measured, so nothing is alike", "take it away")


def _label_faults(exercise: Movement) -> Iterator[Fault]:
    """Yield a tag or a flag that stands there more than once."""
    for tag, count in Counter(exercise.tags).items():
        if count > 1:
            yield Fault("", "tags", f'"{tag}" is named {count} times', "name each once")
    flags = Counter(caution.flag for caution in exercise.cautions)
    for flag, count in flags.items():
        if count > 1:
            yield Fault("", "cautions", f'{count} have flag = "{flag}"', "keep one")
    if exercise.arrives and any(caution.effect == "small" for caution in exercise.cautions):
        found = 'effect = "small" of what has to be arrived at'
        yield Fault("", "cautions", found, "hide it, or take arrives = true away")


def _without(exercise: Movement, unknown: tuple[Fault, ...]) -> Movement:
    """Return the movement without the joint angles that do not exist, so that it can be posed."""
    if not unknown:
        return exercise

    def known(angles: dict[str, float]) -> dict[str, float]:
        return {name: angle for name, angle in angles.items() if name in JOINTS}

    phases = tuple(p.model_copy(update={"guide": known(p.guide)}) for p in exercise.phases)
    return exercise.model_copy(update={"stance": known(exercise.stance), "phases": phases})
