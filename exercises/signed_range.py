"""A range that a therapist has found and signed for one person, one movement and one measure.

Versions are only ever added: a new one takes the place of the one before, which stays to be read.
"""

from datetime import date, timedelta
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from exercises.code import Code, Initials
from exercises.definition import Definition, Slug
from exercises.lines import Name
from exercises.ranges import SHORTEST_REASON, SafeRange

REVIEW_AFTER = timedelta(weeks=4)
"""When a range is looked at again unless the therapist says otherwise (a default of ours)."""

Reason = Annotated[Name, Field(min_length=SHORTEST_REASON)]
"""Why a ceiling lies beyond the movement's own: written, and long enough to say something."""


def _four_weeks_on(given: dict[str, Any]) -> date:
    signed_on: date = given["signed_on"]
    return signed_on + REVIEW_AFTER


RangeKey = tuple[str, str, str, bool]
"""What versions of one range share: person, movement, measure, and whether it rises."""


class SignedRange(Definition):
    """One version of one range."""

    person: Code
    """Whose."""
    exercise_id: Slug
    """In which movement."""
    measure_key: str
    """Which measure of which side, as `vision.measures.Measure.key` writes it. A midline measure
    that is done to both sides has a range for each, told apart by their signs."""
    low: float
    """The smaller end of the comfortable range, in the person's own sign."""
    high: float
    """The larger end of the comfortable range."""
    ceiling: float
    """The hard limit: above `high` where the measure rises, below `low` where it falls."""
    version: Annotated[int, Field(ge=1)] = 1
    """The highest of those that share a `key` holds."""
    tops: Annotated[tuple[float, ...], Field(strict=False, max_length=50)] = ()
    """The tops it was found from; none where it was set by hand."""
    error: Annotated[float, Field(ge=0)] | None = None
    """The expected error of the tops; `None` where it was set by hand."""
    view: Literal["front", "side"] | None = None
    """The camera's view it was found in; `None` where it was set by hand."""
    signed_by: Initials
    """Who signed."""
    signed_on: date
    """When."""
    review_on: date = Field(default_factory=_four_weeks_on)
    """When it is to be looked at again; by default four weeks after it was signed."""
    override_reason: Reason | None = None
    """Why the ceiling may lie beyond the movement's own; `None` where it does not."""

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        self.safe_range()  # says what is amiss with the numbers
        if self.review_on < self.signed_on:
            raise ValueError("the review is before the signature")
        return self

    @property
    def rising(self) -> bool:
        """Whether the measure grows toward its ceiling."""
        return self.ceiling > self.high

    @property
    def key(self) -> RangeKey:
        """What it shares with its other versions."""
        return self.person, self.exercise_id, self.measure_key, self.rising

    def review_due(self, today: date) -> bool:
        """Return whether it is to be looked at again; it holds all the same."""
        return today >= self.review_on

    def safe_range(self) -> SafeRange:
        """Return it as what holds while this person does this movement."""
        return SafeRange(
            measure_key=self.measure_key,
            low=self.low,
            high=self.high,
            ceiling=self.ceiling,
            exercise_id=self.exercise_id,
            override_reason=self.override_reason,
        )
