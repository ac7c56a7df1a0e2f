"""What each measure aims for, for this person and this side: targets laid over the measures."""

from collections.abc import Sequence
from dataclasses import dataclass

from exercises.definition import Target
from exercises.exercise import Exercise
from exercises.one_sided import left_out_rows, rows_of
from exercises.ranges import SafeRange, target_for
from vision.measures import MEASURES, Measure, Side


@dataclass(frozen=True, slots=True)
class Aim:
    """One measure with the person's own target.

    Attributes
    ----------
    measure
        Which measure, with its side.
    row
        Its row in `MEASURES`.
    target
        The person's own numbers, with the sign of the side being done.
    calibrated
        Whether the target holds a range found for this person rather than the definition's.
    """

    measure: Measure
    row: int
    target: Target
    calibrated: bool


def aims(exercise: Exercise, ranges: Sequence[SafeRange], side: Side | None) -> tuple[Aim, ...]:
    """Return what is aimed for while `side` is being done, left before right.

    Parameters
    ----------
    exercise
        The movement.
    ranges
        The person's own calibrated ranges, by measure.
    side
        The side being done where sides alternate, else `None`. While one side is done, the other
        side's own measures are left out, except those that are kept steady.
    """
    calibrated = {own.measure_key for own in ranges if own.exercise_id in (exercise.id, None)}
    found = []
    for target in exercise.targets:
        for row in rows_of(exercise, target):
            measure = MEASURES[row]
            idle = side is not None and measure.side is not None and measure.side != side
            if idle and target.role != "steady":
                continue
            own = target_for(exercise, target, measure.side or side, ranges)
            found.append(Aim(measure, row, own, measure.key in calibrated))
    return tuple(found)


def left_out(exercise: Exercise, ranges: Sequence[SafeRange]) -> tuple[Aim, ...]:
    """Return what is not asked for, being of the side that is left out, and has a ceiling still."""
    calibrated = {own.measure_key for own in ranges if own.exercise_id in (exercise.id, None)}
    found = []
    for target in exercise.targets:
        for row in left_out_rows(exercise, target):
            measure = MEASURES[row]
            own = target_for(exercise, target, measure.side, ranges)
            found.append(Aim(measure, row, own, measure.key in calibrated))
    return tuple(found)
