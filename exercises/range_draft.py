"""A range that was found or set and is not signed yet; nothing holds before it is."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from exercises.definition import Definition, Slug
from exercises.ranges import SafeRange
from exercises.signed_range import SignedRange


class RangeDraft(Definition):
    """What a therapist is asked to sign; the fields are those of `SignedRange`."""

    exercise_id: Slug
    measure_key: str
    low: float
    high: float
    ceiling: float
    tops: Annotated[tuple[float, ...], Field(strict=False, max_length=50)] = ()
    error: Annotated[float, Field(ge=0)] | None = None
    view: Literal["front", "side"] | None = None
    override_reason: str | None = None

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        self.safe_range()  # says what is amiss with the numbers
        return self

    @property
    def rising(self) -> bool:
        """Whether the measure grows toward its ceiling."""
        return self.ceiling > self.high

    def safe_range(self) -> SafeRange:
        """Return it as what would hold, to see what it makes of a movement."""
        return SafeRange(
            measure_key=self.measure_key,
            low=self.low,
            high=self.high,
            ceiling=self.ceiling,
            exercise_id=self.exercise_id,
            override_reason=self.override_reason,
        )

    def signed(
        self, person: str, by: str, on: date, version: int = 1, review_on: date | None = None
    ) -> SignedRange:
        """Return it signed `by` somebody for `person`.

        Parameters
        ----------
        person, by, on
            Whose it is, who signs, and when.
        version
            One more than the highest there is (`exercises.versions.next_version`).
        review_on
            When it is looked at again; by default four weeks later.

        Raises
        ------
        pydantic.ValidationError
            For what is no code, no initials, or a review before the signature.
        """
        given = self.model_dump() | ({} if review_on is None else {"review_on": review_on})
        return SignedRange.model_validate(
            {**given, "person": person, "signed_by": by, "signed_on": on, "version": version}
        )
