"""How large a practice is now: the person's dial, and what was said to be too much."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import floor

from exercises.dial import smaller_today, turned
from exercises.exercise import Exercise
from exercises.ranges import SafeRange
from exercises.rebuilt import rebuilt
from feedback.easing import SHARES, SMALLEST_SHARE
from feedback.intent import Intent

SIZING = frozenset({Intent.TOO_MUCH, Intent.SMALLER, Intent.LARGER})
"""What changes the size."""


@dataclass(frozen=True, slots=True)
class Size:
    """The size of a practice, all of it at most as large as it began.

    Attributes
    ----------
    dial
        What the person's dial leaves of every way from rest, 0–1.
    too_much
        The movements that were said to be too much, as often as it was said, in order.
    """

    dial: float = 1.0
    too_much: tuple[str, ...] = ()

    def after(self, intent: Intent | None, exercise_id: str) -> "Size":
        """Return the size after what was asked for during a movement; most changes nothing."""
        if intent is Intent.SMALLER:
            return replace(self, dial=turned(self.dial, -1))
        if intent is Intent.LARGER:
            return replace(self, dial=turned(self.dial, +1))
        if intent is Intent.TOO_MUCH:
            return replace(self, too_much=(*self.too_much, exercise_id))
        return self

    def of(
        self, exercise: Exercise, ranges: Sequence[SafeRange]
    ) -> tuple[Exercise, tuple[SafeRange, ...]]:
        """Return a movement and the person's ranges in this size: smaller and shorter."""
        times = self.too_much.count(exercise.id)
        less = SHARES["too-much"]
        share = self.dial * max(less.of_range**times, SMALLEST_SHARE)
        if times:
            dose = less.of_dose**times
            repetitions = max(floor(exercise.repetitions * dose), 1) if exercise.repetitions else 0
            exercise = rebuilt(exercise, repetitions=repetitions, minutes=exercise.minutes * dose)
        return smaller_today(exercise, ranges, share)
