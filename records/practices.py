"""What remains of practices: begun as they begin, and what is new of them kept in its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Literal
from uuid import UUID

import sqlalchemy as sa
from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from sqlalchemy.orm import Session as Transaction

from exercises.code import Initials
from exercises.definition import Definition, Slug
from exercises.lines import Name, Note
from exercises.person import Screening
from feedback.angle_trace import AngleTrace
from feedback.outcome import PracticeOutcome
from feedback.ratings import Ratings, outcome_of
from feedback.record import PracticeRecord
from records.agreed import refuse_without_yes
from records.base import new_id, utc
from records.errors import UnknownEntry
from records.kept import digest_of, read_document
from records.people import known_person, person_id
from records.running import Running
from records.settling import settle
from records.tables import PersonRow, PracticeRow
from records.traces import chunk_row
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
        self._running = Running.beside(work.path)

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
        screening: Screening | None = None,
        set_up: Sequence[SetUp] = (),
    ) -> UUID:
        """Keep one practice that is over, and return its id once it is on the disk.

        Parameters
        ----------
        code
            Whose.
        record, ratings, words, began_at, made_with, with_staff, note, screening, set_up
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
            screening=screening,
            set_up=tuple(set_up),
        )
        return self.begin(code, kept, state="ended")

    def begin(
        self,
        code: str,
        practice: KeptPractice,
        chunks: Sequence[AngleTrace] = (),
        *,
        state: State = "running",
    ) -> UUID:
        """Keep a practice that begins, with what was measured so far; return its id.

        It is on the disk by then. While it is `running`, it is known to go on for as long as this
        program does.

        Raises
        ------
        UnknownEntry
            Where there is no such person.
        NotAgreed
            Where they have not agreed that it is kept.
        StoreError
            Where it cannot be kept; nothing of it was.
        """
        id_ = new_id()
        rows = [chunk_row(id_, number, part) for number, part in enumerate(chunks)]
        if state == "running":
            self._running.hold(id_)
        try:
            with self._work.writing() as transaction:
                person = known_person(transaction, code)
                refuse_without_yes(person, self._work.path)
                row = PracticeRow(id=id_, person_id=person.id, began_at=practice.began_at)
                _put(row, practice, state)
                transaction.add(row)
                transaction.flush()
                transaction.add_all(rows)
        except BaseException:
            self._running.let_go(id_)
            raise
        return id_

    def go_on(
        self,
        id_: UUID,
        practice: KeptPractice | None,
        chunks: Sequence[AngleTrace] = (),
        *,
        first: int = 0,
        state: State = "running",
    ) -> None:
        """Keep what is new of a practice, all of it or nothing; it is on the disk on return.

        Parameters
        ----------
        practice
            What takes the place of its document; `None` where that has not changed.
        chunks
            What was measured since; the first of them has the number `first`.

        Raises
        ------
        UnknownEntry
            Where there is no such practice any more.
        NotAgreed
            Where the person agrees no longer that it is kept.
        StoreError
            Where it cannot be kept; nothing of it was, and all that was kept before is whole.
        """
        rows = [chunk_row(id_, number, part) for number, part in enumerate(chunks, first)]
        with self._work.writing() as transaction:
            row = self._changing(transaction, id_)
            if practice is not None:
                _put(row, practice, state)
            transaction.add_all(rows)
        if state != "running":
            self._running.let_go(id_)

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
            row = self._changing(transaction, id_)
            before = read_document(KeptPractice, row.document, self._work.path, "a practice")
            now: dict[str, object] = {"record": record, "ratings": ratings, "words": words}
            if note is not None:
                now["note"] = note
            _put(row, KeptPractice(**(dict(before) | now)), row.state)

    def settle(self) -> None:
        """Say of practices whose writers were cut off that they are interrupted.

        Read they are so anyway; where it cannot be written now, it is at the next opening.
        """
        settle(self._work, self._running)

    def close(self) -> None:
        """Let go of what is being written; what was kept of it stays."""
        self._running.let_all_go()

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
        if state == "running" and not self._running.goes_on(id_):
            # It may have ended since it was read, which is another matter than being cut off.
            with self._work.reading() as transaction:
                now = transaction.execute(_ENTRY.where(PracticeRow.id == id_)).first()
            if now is not None:
                id_, code, state, digest, document = now
            state = "interrupted" if state == "running" else state
        practice = read_document(KeptPractice, document, self._work.path, f"a practice of {code}")
        return PracticeEntry(id_, code, state, digest, practice)

    def _changing(self, transaction: Transaction, id_: UUID) -> PracticeRow:
        """Return the row of a practice that may be changed."""
        row = transaction.get(PracticeRow, id_)
        if row is None:
            raise UnknownEntry("the practice", str(id_))
        refuse_without_yes(transaction.get_one(PersonRow, row.person_id), self._work.path)
        return row


def _put(row: PracticeRow, practice: KeptPractice, state: str) -> None:
    row.document = practice.model_dump_json()
    row.digest, row.state, row.changed_at = digest_of(row.document), state, datetime.now(UTC)
