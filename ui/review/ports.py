"""What the review screens ask of what is kept: small protocols over plain data."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from feedback.angle_trace import AngleTrace
from feedback.instruments import Filled
from feedback.observing import Observation
from feedback.record import PracticeRecord
from feedback.trend import PracticeSeen


class ToldPractice(PracticeSeen, Protocol):
    """A practice at a glance, with what was said and noted of it."""

    @property
    def words(self) -> str:
        """The person's own words."""
        ...

    @property
    def note(self) -> str:
        """What whoever led it noted."""
        ...

    @property
    def with_staff(self) -> str | None:
        """Who was there; `None` for a practice alone."""
        ...


class KeptPractice(ToldPractice, Protocol):
    """A practice as it is kept, whole."""

    @property
    def record(self) -> PracticeRecord:
        """All that was seen."""
        ...

    @property
    def unkept_s(self) -> float:
        """Seconds of its angles that could not be kept."""
        ...


class ListedPractice(Protocol):
    """A practice at a glance, with what the store knows of it."""

    @property
    def id(self) -> UUID:
        """Its own."""
        ...

    @property
    def state(self) -> str:
        """``running``, ``ended`` or ``interrupted``."""
        ...

    @property
    def practice(self) -> ToldPractice:
        """What is seen of it."""
        ...


class PracticeEntry(Protocol):
    """A practice with what the store knows of it."""

    @property
    def id(self) -> UUID:
        """Its own."""
        ...

    @property
    def code(self) -> str:
        """Whose it is."""
        ...

    @property
    def state(self) -> str:
        """``running``, ``ended`` or ``interrupted``."""
        ...

    @property
    def digest(self) -> str:
        """SHA-256 of it as it is kept."""
        ...

    @property
    def practice(self) -> KeptPractice:
        """What is kept."""
        ...


class PracticesKept(Protocol):
    """The practices."""

    def get(self, id_: UUID) -> PracticeEntry:
        """Return one."""
        ...


class GlancesKept(Protocol):
    """The practices at a glance."""

    def list(self, code: str, limit: int = 1000) -> Sequence[PracticeSeen]:
        """Return a person's, the newest first."""
        ...

    def entries(self, code: str, limit: int = 1000) -> Sequence[ListedPractice]:
        """Return them with their ids and states."""
        ...


class TracesKept(Protocol):
    """What was measured moment by moment."""

    def read(self, practice_id: UUID) -> AngleTrace:
        """Return all that was measured of a practice."""
        ...


class KeptFilled(Protocol):
    """What was answered of what is asked every few weeks, as it is kept."""

    @property
    def value(self) -> Filled:
        """What."""
        ...


class OutcomesKept(Protocol):
    """What is asked every few weeks."""

    def add(self, code: str, filled: Filled) -> KeptFilled:
        """Keep what was answered."""
        ...

    def list(self, code: str) -> Sequence[KeptFilled]:
        """Return what a person answered, the newest first."""
        ...


class KeptObservation(Protocol):
    """What was observed, as it is kept."""

    @property
    def value(self) -> Observation:
        """What."""
        ...

    @property
    def signed_by(self) -> str:
        """Whose initials."""
        ...


class ObservationsKept(Protocol):
    """What clinicians observe."""

    def sign(self, code: str, observation: Observation, initials: str, pin: str) -> KeptObservation:
        """Keep an observation, signed."""
        ...

    def list(self, code: str) -> Sequence[KeptObservation]:
        """Return a person's, the newest first."""
        ...


class KeptReview(Protocol):
    """A signature under a practice."""

    @property
    def note(self) -> str:
        """What the signer noted."""
        ...

    @property
    def signed_by(self) -> str:
        """Whose initials."""
        ...

    @property
    def signed_at(self) -> datetime:
        """When, UTC."""
        ...

    @property
    def changed_since(self) -> bool:
        """Whether the practice is another now than the one that was read."""
        ...


class ReviewsKept(Protocol):
    """The signatures under practices."""

    def sign(
        self, practice_id: UUID, note: str, digest: str, initials: str, pin: str
    ) -> KeptReview:
        """Keep that a practice was read as it stood with `digest`."""
        ...

    def of_practice(self, practice_id: UUID) -> Sequence[KeptReview]:
        """Return those under one practice, the oldest first."""
        ...

    def of_person(self, code: str) -> Mapping[UUID, Sequence[KeptReview]]:
        """Return those under a person's practices."""
        ...


class AuditKept(Protocol):
    """Who did what to whose data."""

    def add(
        self, action: str, by: str | None = None, code: str | None = None, detail: str = ""
    ) -> int:
        """Keep an entry."""
        ...
