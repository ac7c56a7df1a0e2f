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
    pain_rises
        How often pain rose so much that all of it was made smaller.
    """

    dial: float = 1.0
    too_much: tuple[str, ...] = ()
    pain_rises: int = 0

    def after(self, intent: Intent | None, exercise_id: str) -> "Size":
        """Return the size after what was asked for during a movement; most changes nothing."""
        if intent is Intent.SMALLER:
            return replace(self, dial=turned(self.dial, -1))
        if intent is Intent.LARGER:
            return replace(self, dial=turned(self.dial, +1))
        if intent is Intent.TOO_MUCH:
            return replace(self, too_much=(*self.too_much, exercise_id))
        return self

    def carried(self, before: str, now: str) -> "Size":
        """Return the size where one movement gives way to another way of it.

        What was too much in the one is too much in the other.
        """
        more = max(self.too_much.count(before) - self.too_much.count(now), 0)
        return replace(self, too_much=(*self.too_much, *[now] * more))

    def after_pain(self) -> "Size":
        """Return the size after pain rose: smaller and shorter, all of it."""
        return replace(self, pain_rises=self.pain_rises + 1)

    def of(
        self, exercise: Exercise, ranges: Sequence[SafeRange]
    ) -> tuple[Exercise, tuple[SafeRange, ...]]:
        """Return a movement and the person's ranges in this size: smaller and shorter."""
        times, rises = self.too_much.count(exercise.id), self.pain_rises
        less, least = SHARES["too-much"], SHARES["pain-rise"]
        eased = less.of_range**times * least.of_range**rises
        share = self.dial * max(eased, SMALLEST_SHARE)
        if times or rises:
            dose = less.of_dose**times * least.of_dose**rises
            repetitions = max(floor(exercise.repetitions * dose), 1) if exercise.repetitions else 0
            exercise = rebuilt(exercise, repetitions=repetitions, minutes=exercise.minutes * dose)
        return smaller_today(exercise, ranges, share)
