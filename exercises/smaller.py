"""A movement made smaller: less far, by the same share everywhere, from the same rest."""

from collections.abc import Collection
from dataclasses import replace

from exercises.definition import Movement, Phase, Target
from exercises.exercise import Exercise
from exercises.keyframes import base_posture, keyframes
from exercises.rebuilt import rebuilt
from exercises.reguided import reguided
from figure.joint_angles import NAMES


def smaller(exercise: Exercise, share: float, measures: Collection[str] | None = None) -> Exercise:
    """Return the movement with the ranges, the ceilings and the guide's way cut to `share`.

    Parameters
    ----------
    exercise
        The movement.
    share
        Above 0, at most 1: what is left of the way from rest.
    measures
        Only the ranges of these are cut, and the guide's way only where one of them leads; by
        default all. What is kept steady is never changed, nor is a movement that has to be
        arrived at. In a movement that is timed only there is the guide alone.

    Raises
    ------
    ValueError
        For a share that would widen, or leave nothing.
    """
    if not 0 < share <= 1:
        raise ValueError(f"a share of {share:g} does not make a movement smaller")
    cut = {
        target.measure
        for target in exercise.targets
        if target.role != "steady" and (measures is None or target.measure in measures)
    }
    leads = {target.measure for target in exercise.targets if target.role == "lead"}
    if share == 1 or exercise.arrives or (exercise.targets and not cut):
        return exercise
    targets = tuple(cut_to(t, share) if t.measure in cut else t for t in exercise.targets)
    phases = exercise.phases
    if cut & leads or not leads:
        phases = smaller_guide(exercise, left=share, right=share)
    return rebuilt(exercise, targets=targets, phases=phases)


def cut_to(target: Target, share: float) -> Target:
    """Return `target` with `share` of its way from rest."""

    def cut(value: float) -> float:
        return target.rest + share * (value - target.rest)

    return target.model_copy(
        update={"low": cut(target.low), "high": cut(target.high), "ceiling": cut(target.ceiling)}
    )


def smaller_guide(exercise: Movement, *, left: float, right: float) -> tuple[Phase, ...]:
    """Return the phases with guides that come `left` and `right` of their way on these sides.

    The middle of the body comes the lesser share. Where sides alternate, so do both.
    """
    least = min(left, right)
    if exercise.sides == "alternating":
        left = right = least
    shares = {"left": left, "right": right}
    base = base_posture(exercise)
    ends = []
    for end in keyframes(exercise):
        angles = {
            name: getattr(base, name)
            + shares.get(name.partition("_")[0], least) * (getattr(end, name) - getattr(base, name))
            for name in NAMES
            if name != "breath"
        }
        ends.append(replace(end, **angles))
    return reguided(exercise, ends)
