"""What the staff's screens ask of what is kept: small protocols over plain data.

Nothing here knows how it is kept. Each call may take a while, so a screen never makes one itself:
it gives an `ui.next.Ask` back, which is answered later.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol, TypeVar
from uuid import UUID

from exercises.person import Person
from exercises.programme import Programme
from exercises.signed_range import SignedRange
from exercises.staff import Staff
from feedback.change import Proposal
from feedback.ratings import DiaryEntry
from ui.review.ports import (
    AuditKept,
    GlancesKept,
    ObservationsKept,
    OutcomesKept,
    PracticesKept,
    ReviewsKept,
    TracesKept,
)

V = TypeVar("V", covariant=True)


class Kept(Protocol[V]):
    """A value, and the version of its row, which a change to it gives back."""

    @property
    def value(self) -> V:
        """What is kept."""
        ...

    @property
    def row_version(self) -> int:
        """Counts its changes."""
        ...


class Listed(Protocol):
    """A line of the list of people."""

    @property
    def code(self) -> str:
        """Their code."""
        ...

    @property
    def display_name(self) -> str | None:
        """What they like to be called, if that is kept."""
        ...


class Applied(Protocol):
    """One version of a person's programme."""

    @property
    def programme(self) -> Programme:
        """What."""
        ...

    @property
    def version(self) -> int:
        """The how manieth of theirs."""
        ...

    @property
    def signed_by(self) -> str:
        """Who signed it."""
        ...

    @property
    def signed_at(self) -> datetime:
        """When, UTC."""
        ...


class KeptProposal(Protocol):
    """A proposal that waits for a yes or a no."""

    @property
    def id(self) -> UUID:
        """Which."""
        ...

    @property
    def code(self) -> str:
        """Whose."""
        ...

    @property
    def proposal(self) -> Proposal:
        """What."""
        ...

    @property
    def proposed_at(self) -> datetime:
        """When, UTC."""
        ...


class PeopleKept(Protocol):
    """The people who practise."""

    def count(self) -> int:
        """Return how many there are."""
        ...

    def list(self, after: str, limit: int, search: str) -> Sequence[Listed]:
        """Return at most `limit` people after a code, in the order of codes, whom `search` fits."""
        ...

    def get(self, code: str) -> Kept[Person]:
        """Return one."""
        ...

    def add(self, person: Person) -> Kept[Person]:
        """Keep somebody new."""
        ...

    def update(self, person: Person, row_version: int, by: str | None = None) -> Kept[Person]:
        """Keep a change, if nobody else was quicker."""
        ...


class StaffKept(Protocol):
    """The staff."""

    def list(self) -> Sequence[Staff]:
        """Return all of them, also those who no longer work here."""
        ...

    def check(self, initials: str, pin: str) -> Staff:
        """Return whose PIN it is."""
        ...


class RangesKept(Protocol):
    """The signed ranges."""

    def sign_all(self, several: Sequence[SignedRange], pin: str) -> None:
        """Keep some, all or none."""
        ...

    def current(self, code: str) -> Sequence[SignedRange]:
        """Return those of a person that hold."""
        ...

    def history(self, code: str) -> Sequence[SignedRange]:
        """Return every version of a person's, the oldest first."""
        ...


class ProgrammesKept(Protocol):
    """The programmes that people have."""

    def apply(
        self, code: str, programme: Programme, after: int, initials: str, pin: str
    ) -> Applied:
        """Keep a person's own copy in the place of version `after`, signed."""
        ...

    def current(self, code: str) -> Applied | None:
        """Return the one that holds."""
        ...


class ProposalsKept(Protocol):
    """What is proposed."""

    def open(self, code: str) -> KeptProposal | None:
        """Return the one of a person that waits."""
        ...

    def all_open(self) -> Sequence[KeptProposal]:
        """Return every one that waits, the oldest first."""
        ...

    def accept(
        self,
        proposal: UUID,
        initials: str,
        pin: str,
        programme: Programme | None,
        signed: Sequence[SignedRange],
    ) -> None:
        """Keep a yes, and what it changes."""
        ...

    def decline(self, proposal: UUID, initials: str, pin: str) -> None:
        """Keep a no."""
        ...


class Decides(Protocol):
    """Looks for what may be proposed, and does what a yes changes; called where waiting is."""

    def propose(self, keeps: "Keeps", code: str) -> str:
        """Keep what may be proposed for a person; return why there is nothing, else nothing."""
        ...

    def accept(self, keeps: "Keeps", kept: KeptProposal, initials: str, pin: str) -> None:
        """Keep a yes with what it changes, signed."""
        ...


class DiaryKept(Protocol):
    """What people note of their days."""

    def add(self, code: str, entry: DiaryEntry) -> object:
        """Keep an entry."""
        ...


class Keeps(Protocol):
    """All that is kept, by its parts."""

    @property
    def people(self) -> PeopleKept:
        """The people."""
        ...

    @property
    def staff(self) -> StaffKept:
        """The staff."""
        ...

    @property
    def ranges(self) -> RangesKept:
        """The ranges."""
        ...

    @property
    def programmes(self) -> ProgrammesKept:
        """The programmes."""
        ...

    @property
    def diary(self) -> DiaryKept:
        """The diary."""
        ...

    @property
    def proposals(self) -> ProposalsKept:
        """What is proposed."""
        ...

    @property
    def practices(self) -> PracticesKept:
        """The practices."""
        ...

    @property
    def glances(self) -> GlancesKept:
        """The practices at a glance."""
        ...

    @property
    def traces(self) -> TracesKept:
        """What was measured in them."""
        ...

    @property
    def outcomes(self) -> OutcomesKept:
        """What is asked every few weeks."""
        ...

    @property
    def observations(self) -> ObservationsKept:
        """What clinicians observe."""
        ...

    @property
    def reviews(self) -> ReviewsKept:
        """The signatures under practices."""
        ...

    @property
    def audit(self) -> AuditKept:
        """Who did what to whose data."""
        ...
