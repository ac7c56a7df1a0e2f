"""Smaller today: what a person may turn down by themselves at any time, and only down."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from exercises.exercise import Exercise
from exercises.own_targets import own_targets
from exercises.ranges import SafeRange
from exercises.smaller import smaller

SMALLEST = 0.3
"""As far down as the dial goes (a default of ours, unvalidated)."""
STEP = 0.1
"""By how much one turn of it changes."""


def turned(dial: float, steps: int) -> float:
    """Return the dial after `steps` turns, down where negative; from `SMALLEST` to 1."""
    return min(max(round(dial + STEP * steps, 6), SMALLEST), 1.0)


def smaller_today(
    exercise: Exercise, ranges: Iterable[SafeRange], share: float
) -> tuple[Exercise, tuple[SafeRange, ...]]:
    """Return a movement and the person's ranges in it with `share` of every way from rest.

    Both come nearer to rest together, ceilings included, so that neither lets the other out. What
    is kept steady, ranges of other movements, and a movement that has to be arrived at stay as they
    are.

    Parameters
    ----------
    exercise
        The movement.
    ranges
        The person's own ranges.
    share
        Above 0, at most 1.

    Raises
    ------
    ValueError
        For a share that would widen, or leave nothing.
    """
    made_small = smaller(exercise, share)
    if exercise.arrives:
        return made_small, tuple(ranges)
    rests = {
        (own.measure.key, own.target.rising): own.target.rest
        for own in own_targets(exercise)
        if own.target.role != "steady"
    }
    return made_small, tuple(_nearer(own, exercise, rests, share) for own in ranges)


def _nearer(
    own: SafeRange, exercise: Exercise, rests: Mapping[tuple[str, bool], float], share: float
) -> SafeRange:
    rest = rests.get((own.measure_key, own.rising))
    if rest is None or own.exercise_id not in (exercise.id, None) or share == 1:
        return own
    low, high, ceiling = (rest + share * (end - rest) for end in (own.low, own.high, own.ceiling))
    return replace(own, low=low, high=high, ceiling=ceiling, exercise_id=exercise.id)
