"""Of several definitions of one performance, the one with which it is counted itself."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from typing import Any

from exercises.definition import Movement, Target
from exercises.exercise import Exercise
from feedback.authoring_calm import calmed
from feedback.counting import Counting
from vision.sight import Sight

LEAST_MINUTES = 1.0
"""A movement is offered for no less than this (a default of ours, unvalidated)."""


def that_counts(
    ways: Sequence[Mapping[str, Any]], sights: Sequence[Sight], done: int
) -> tuple[Exercise, Mapping[str, int]]:
    """Return the first definition with which all that was done is counted, and its count by side.

    Where none counts all of it, it is the one that counts the most.

    Parameters
    ----------
    ways
        Definitions to choose from, without their minutes, the likeliest first. Each is tried with
        all its targets, and without what goes along, which may not be sure enough to count with.
    sights
        What was seen, measured for their view.
    done
        How many repetitions were seen.
    """
    found: list[tuple[Exercise, Mapping[str, int]]] = []
    for said in ways:
        for targets in _choices(said["targets"]):
            exercise = _built({**said, "targets": targets})
            counted = counted_in(exercise, sights)
            found.append((exercise, counted))
            if _all_of_it(exercise, counted, done):
                return exercise, counted
    return max(found, key=lambda each: sum(each[1].values()))


def counted_in(exercise: Exercise, sights: Sequence[Sight]) -> Mapping[str, int]:
    """Return how many repetitions of a movement are counted in what was seen, by side."""
    counting = Counting(exercise)
    for sight in sights:
        if sight.present:
            counting.add(sight.time_s, sight.measures)
    return Counter(repetition.side for repetition in counting.tally().repetitions)


def _choices(targets: tuple[Target, ...]) -> Iterator[tuple[Target, ...]]:
    yield targets
    sure = tuple(target for target in targets if target.role != "follow")
    if sure != targets:
        yield sure


def _all_of_it(exercise: Exercise, counted: Mapping[str, int], done: int) -> bool:
    if exercise.sides == "alternating":
        return sum(counted.values()) >= done
    return max(counted.values(), default=0) >= done


def _built(said: Mapping[str, Any]) -> Exercise:
    movement = calmed(Movement.model_validate({**said, "minutes": LEAST_MINUTES}))
    return Exercise.model_validate({**dict(movement), "minutes": _minutes(movement)})


def _minutes(movement: Movement) -> float:
    """Return how long the repetitions take, with a little rest, in half minutes."""
    sides = 2 if movement.sides == "alternating" else 1
    seconds = movement.repetitions * sides * movement.cycle_s
    return max(ceil(2 * seconds / 60 + 0.5) / 2, LEAST_MINUTES)
