"""All that is kept about one person, in the order of its days, as every export takes it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from exercises.exercise import Exercise
from exercises.person import Person
from exercises.signed_range import SignedRange
from feedback.angle_trace import AngleTrace
from feedback.instruments import Filled
from feedback.ratings import DiaryEntry
from records.days import KeptDay
from records.kept_practice import KeptPractice
from records.observations import KeptObservation
from records.programmes import Applied
from records.reviews import KeptReview

Movements = Mapping[str, Exercise]
"""The movements that are known here, by their ids."""


@dataclass(frozen=True, slots=True)
class Practised:
    """One practice.

    Attributes
    ----------
    ref
        What it is called in the files: its id in the store, or another in a research set.
    began_at
        When, in the time of this machine; without a time zone where it was moved for research.
    state
        ``ended``, or ``interrupted`` where it was cut off.
    digest
        SHA-256 of the record as it is kept.
    practice
        What is kept of it.
    trace
        Reads what was measured moment by moment.
    reviews
        Who read and signed it.
    """

    ref: str
    began_at: datetime
    state: str
    digest: str
    practice: KeptPractice
    trace: Callable[[], AngleTrace]
    reviews: Sequence[KeptReview] = ()

    @property
    def day(self) -> date:
        """The day it was begun on."""
        return self.began_at.date()


@dataclass(frozen=True, slots=True)
class Dossier:
    """One person, with what is kept about them, the oldest first."""

    person: Person
    ranges: Sequence[SignedRange] = ()
    programmes: Sequence[Applied] = ()
    practices: Sequence[Practised] = ()
    diary: Sequence[KeptDay[DiaryEntry]] = ()
    outcomes: Sequence[KeptDay[Filled]] = ()
    observations: Sequence[KeptObservation] = ()

    @property
    def code(self) -> str:
        """Their code."""
        return self.person.code
