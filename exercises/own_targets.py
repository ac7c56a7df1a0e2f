"""Every measure of every side that a movement asks of one person, with what holds for it."""

from collections.abc import Iterable
from dataclasses import dataclass

from exercises.definition import Target
from exercises.exercise import Exercise
from exercises.one_sided import rows_of
from exercises.ranges import TOWARD_LEFT, SafeRange, target_for
from vision.measures import MEASURES, SIDES, Measure, Side


@dataclass(frozen=True, slots=True)
class OwnTarget:
    """One measure, done to one side.

    Attributes
    ----------
    measure
        Which measure, with its own side.
    row
        Its row in `MEASURES`.
    side
        The side being done: the measure's own, or the one a midline measure is done to where
        sides alternate; `None` where there are no sides.
    target
        What holds for it, with the sign of that side.
    """

    measure: Measure
    row: int
    side: Side | None
    target: Target


def own_targets(exercise: Exercise, ranges: Iterable[SafeRange] = ()) -> tuple[OwnTarget, ...]:
    """Return what is asked, in the order of the movement's targets, left before right.

    What is kept steady is there once, a midline measure that is done to both sides twice.

    Parameters
    ----------
    exercise
        The movement.
    ranges
        The person's own ranges, as for `target_for`.
    """
    held = tuple(ranges)
    found = []
    for target in exercise.targets:
        for row in rows_of(exercise, target):
            measure = MEASURES[row]
            for side in _sides(exercise, target, measure):
                own = target_for(exercise, target, side, held)
                found.append(OwnTarget(measure, row, side, own))
    return tuple(found)


def _sides(exercise: Exercise, target: Target, measure: Measure) -> tuple[Side | None, ...]:
    both_ways = exercise.sides == "alternating" and measure.name in TOWARD_LEFT
    return SIDES if both_ways and target.role != "steady" else (measure.side,)
