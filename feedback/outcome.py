"""How a practice was for the person: what progression and easing go by."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from exercises.definition import Definition, Slug

Scale = Annotated[int, Field(ge=0, le=10)]
"""0 none to 10 the most there is."""

Answer = Literal["easier", "same", "heavier"]
"""How a movement felt beside the last time."""


class MovementOutcome(Definition):
    """How one movement was."""

    exercise_id: Slug
    """Which."""
    completed: bool
    """Whether it was done as far as was offered."""
    repetitions: Annotated[int, Field(ge=0)] = 0
    """How many were done, of the side that was done less where sides are counted apart."""
    answer: Answer | None = None
    """What the person said of it; `None` where they did not say."""
    too_much: bool = False
    """Whether the person said while practising that it is too much."""
    times_too_much: Annotated[int, Field(ge=0)] = 0
    """How often they said so; 0 where only that they did is known."""


class PracticeOutcome(Definition):
    """How one practice was. What was not asked or not answered is `None`."""

    on: date
    """When."""
    pain_before: Scale | None = None
    """Pain before, 0–10."""
    pain_after: Scale | None = None
    """Pain after, or when it was stopped, 0–10."""
    pain_most: Scale | None = None
    """The most pain said in the middle, 0–10."""
    effort: Scale | None = None
    """Effort, 0–10."""
    movements: Annotated[tuple[MovementOutcome, ...], Field(strict=False, max_length=100)] = ()
    """How each movement was, in the order they were done."""
    smaller: bool = False
    """Whether all of it was done smaller than planned: it tells nothing of what more would be."""
    flare: bool = False
    """Whether the person called it a flare day."""
    stopped: bool = False
    """Whether it was stopped for how the person felt."""

    @property
    def pain_rise(self) -> int | None:
        """By how much pain rose at most, negative where it fell; `None` where it is not known."""
        said = [pain for pain in (self.pain_most, self.pain_after) if pain is not None]
        if self.pain_before is None or not said:
            return None
        return max(said) - self.pain_before

    def of(self, exercise_id: str) -> MovementOutcome | None:
        """Return how a movement was; of several times in one practice the least comfortable."""
        found = [each for each in self.movements if each.exercise_id == exercise_id]
        return max(found, key=_discomfort, default=None)


def _discomfort(outcome: MovementOutcome) -> tuple[bool, bool, bool]:
    return outcome.too_much, outcome.answer == "heavier", not outcome.completed
