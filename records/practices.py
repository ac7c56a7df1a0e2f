"""What remains of practices: begun as they begin, and what is new of them kept in its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Literal
from uuid import UUID

import sqlalchemy as sa
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from exercises.code import Initials
from exercises.definition import Definition, Slug
from exercises.lines import Name, Note
from exercises.person import Person, Screening
from feedback.outcome import PracticeOutcome
from feedback.ratings import Ratings, outcome_of
from feedback.record import PracticeRecord
from records.base import utc
from records.errors import NotAgreed, UnknownEntry
from records.kept import digest_of, read_document
from records.people import known_person, person_id
from records.tables import PersonRow, PracticeRow
from records.work import Work

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


_ENTRY = sa.select(
    PracticeRow.id, PersonRow.code, PracticeRow.state, PracticeRow.digest, PracticeRow.document
).join(PersonRow, PersonRow.id == PracticeRow.person_id)


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


class Practices:
    """Keeps practices, and finds them again."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def add(
        self,
        code: str,
        record: PracticeRecord,
        ratings: Ratings,
        words: str,
        *,
        began_at: datetime,
        made_with: str,
        with_staff: str | None = None,
        note: str = "",
    ) -> UUID:
        """Keep one practice, and return its id once it is on the disk.

        Parameters
        ----------
        code
            Whose.
        record, ratings, words, began_at, made_with, with_staff, note
            As `KeptPractice` has them.

        Raises
        ------
        UnknownEntry
            Where there is no such person.
        NotAgreed
            Where they have not agreed that it is kept.
        ValidationError
            Where a part is not what it is to be, as a moment without a time zone.
        """
        kept = KeptPractice(
            began_at=began_at,
            record=record,
            ratings=ratings,
            words=words,
            with_staff=with_staff,
            note=note,
            made_with=made_with,
        )
        with self._work.writing() as transaction:
            row = known_person(transaction, code)
            self._refuse_without_yes(row)
            document = kept.model_dump_json()
            practice = PracticeRow(
                person_id=row.id,
                began_at=kept.began_at,
                state="ended",
                changed_at=datetime.now(UTC),
                document=document,
                digest=digest_of(document),
            )
            transaction.add(practice)
            transaction.flush()
            return practice.id

    def amend(
        self,
        id_: UUID,
        record: PracticeRecord,
        ratings: Ratings,
        words: str,
        note: str | None = None,
    ) -> None:
        """Keep what was done and said since a practice was kept, in its place.

        A `note` that is not given stays as it was.

        Raises
        ------
        UnknownEntry
            Where there is no such practice any more.
        NotAgreed
            Where the person has not agreed that it is kept.
        """
        with self._work.writing() as transaction:
            row = transaction.get(PracticeRow, id_)
            if row is None:
                raise UnknownEntry("the practice", str(id_))
            self._refuse_without_yes(transaction.get_one(PersonRow, row.person_id))
            before = read_document(KeptPractice, row.document, self._work.path, "a practice")
            now: dict[str, object] = {"record": record, "ratings": ratings, "words": words}
            if note is not None:
                now["note"] = note
            row.document = KeptPractice(**(dict(before) | now)).model_dump_json()
            row.digest, row.changed_at = digest_of(row.document), datetime.now(UTC)

    def list(
        self, code: str, since: datetime | None = None, limit: int = 1000
    ) -> Sequence[KeptPractice]:
        """Return a person's practices, the newest first: at most `limit`, begun from `since` on.

        Raises
        ------
        UnknownEntry
            Where there is no such person.
        """
        return [entry.practice for entry in self.entries(code, since, limit)]

    def entries(
        self, code: str, since: datetime | None = None, limit: int = 1000
    ) -> Sequence[PracticeEntry]:
        """Return a person's practices as `list` does, each with its id, its state and its digest.

        Raises
        ------
        UnknownEntry
            Where there is no such person.
        """
        with self._work.reading() as transaction:
            query = (
                _ENTRY.where(PracticeRow.person_id == person_id(transaction, code))
                .order_by(PracticeRow.began_at.desc(), PracticeRow.id.desc())
                .limit(limit)
            )
            if since is not None:
                query = query.where(PracticeRow.began_at >= since.astimezone(UTC))
            rows = transaction.execute(query).all()
        return [self._read(row) for row in rows]

    def get(self, id_: UUID) -> PracticeEntry:
        """Return one practice.

        Raises
        ------
        UnknownEntry
            Where there is no such practice any more.
        """
        with self._work.reading() as transaction:
            row = transaction.execute(_ENTRY.where(PracticeRow.id == id_)).first()
        if row is None:
            raise UnknownEntry("the practice", str(id_))
        return self._read(row)

    def outcomes(self, code: str, limit: int = 50) -> Sequence[PracticeOutcome]:
        """Return how a person's latest practices were, the oldest first.

        Raises
        ------
        UnknownEntry
            Where there is no such person.
        """
        return [practice.outcome() for practice in reversed(self.list(code, limit=limit))]

    def _read(self, row: Any) -> PracticeEntry:
        id_, code, state, digest, document = row
        practice = read_document(KeptPractice, document, self._work.path, f"a practice of {code}")
        return PracticeEntry(id_, code, state, digest, practice)

    def _refuse_without_yes(self, row: PersonRow) -> None:
        person = read_document(Person, row.document, self._work.path, f"the person {row.code}")
        if person.consent is None or not person.consent.may_record:
            raise NotAgreed(row.code)
