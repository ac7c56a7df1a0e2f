"""What remains of a practice: the document that is kept, and what the store knows of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from exercises.code import Initials
from exercises.definition import Definition, Slug
from exercises.lines import Name, Note
from exercises.person import Screening
from feedback.outcome import PracticeOutcome
from feedback.ratings import Ratings, outcome_of
from feedback.record import PracticeRecord
from records.base import utc

State = Literal["running", "ended", "interrupted"]
"""Whether a practice goes on, came to its end, or was cut off."""


class SetUp(Definition):
    """How a movement was set up."""

    exercise_id: Slug
    """Which."""
    posture: Literal["seated", "standing", "lying"]
    """The posture it was done in."""
    view: Literal["front", "side", "any"]
    """Where the camera was to look from; how the person stood is in the movement's record."""


class KeptPractice(BaseModel):
    """A practice as it is kept."""

    # A number that was withheld is NaN, and comes back as NaN.
    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="strings")

    began_at: Annotated[datetime, AfterValidator(utc)]
    """When, UTC; the record's own seconds count from any moment."""
    record: PracticeRecord
    """What was seen and said."""
    ratings: Ratings
    """What was asked and answered."""
    words: Note = ""
    """The person's own words."""
    with_staff: Initials | None = None
    """Who was there; `None` for a practice alone."""
    note: Note = ""
    """What whoever led it noted of it."""
    made_with: Name
    """The program and the pose model, with their versions."""
    screening: Screening | None = None
    """Who had looked, as it began, whether this is for them; `None` where nobody had."""
    set_up: tuple[SetUp, ...] = ()
    """How each movement was set up, each once; none in what older programs kept."""
    chunks: Annotated[int, Field(ge=0)] | None = None
    """How many chunks of its angles were kept by its end; `None` before, and where none are."""
    unkept_s: Annotated[float, Field(ge=0)] = 0.0
    """Seconds of its angles that could not be kept, as on a full disk."""

    @property
    def ended_at(self) -> datetime:
        """When it was over, UTC."""
        return self.began_at + timedelta(seconds=self.record.ended_s - self.record.started_s)

    def outcome(self) -> PracticeOutcome:
        """Return how it was, as progression and easing take it."""
        # Kept in UTC; the day is the one on the wall of this machine, as is "today" everywhere.
        return outcome_of(self.record, self.ratings, self.began_at.astimezone())


@dataclass(frozen=True, slots=True)
class PracticeEntry:
    """A practice with what the store knows of it.

    Attributes
    ----------
    id
        Its own; that of its chunks and signatures too.
    code
        Whose it is.
    state
        A practice that was cut off is `interrupted` from the moment at which nobody writes it.
    digest
        SHA-256 of its document, in hexadecimal.
    practice
        What is kept.
    """

    id: UUID
    code: str
    state: State
    digest: str
    practice: KeptPractice
