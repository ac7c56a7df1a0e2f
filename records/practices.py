"""What remains of practices: each kept whole at its end, or not at all.

What is said on its last screens comes later, and is kept in its place.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import AfterValidator, BaseModel, ConfigDict

from exercises.code import Initials
from exercises.lines import Name, Note
from exercises.person import Person
from feedback.outcome import PracticeOutcome
from feedback.ratings import Ratings, outcome_of
from feedback.record import PracticeRecord
from records.base import utc
from records.errors import NotAgreed, UnknownEntry
from records.kept import digest_of, read_document
from records.people import known_person, person_id
from records.tables import PersonRow, PracticeRow
from records.work import Work


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

    @property
    def ended_at(self) -> datetime:
        """When it was over, UTC."""
        return self.began_at + timedelta(seconds=self.record.ended_s - self.record.started_s)

    def outcome(self) -> PracticeOutcome:
        """Return how it was, as progression and easing take it."""
        # Kept in UTC; the day is the one on the wall of this machine, as is "today" everywhere.
        return outcome_of(self.record, self.ratings, self.began_at.astimezone())


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
        with self._work.reading() as transaction:
            query = (
                sa.select(PracticeRow.document)
                .where(PracticeRow.person_id == person_id(transaction, code))
                .order_by(PracticeRow.began_at.desc(), PracticeRow.id.desc())
                .limit(limit)
            )
            if since is not None:
                query = query.where(PracticeRow.began_at >= since.astimezone(UTC))
            documents = transaction.scalars(query).all()
        what = f"a practice of {code}"
        return [read_document(KeptPractice, each, self._work.path, what) for each in documents]

    def outcomes(self, code: str, limit: int = 50) -> Sequence[PracticeOutcome]:
        """Return how a person's latest practices were, the oldest first.

        Raises
        ------
        UnknownEntry
            Where there is no such person.
        """
        return [practice.outcome() for practice in reversed(self.list(code, limit=limit))]

    def _refuse_without_yes(self, row: PersonRow) -> None:
        person = read_document(Person, row.document, self._work.path, f"the person {row.code}")
        if person.consent is None or not person.consent.may_record:
            raise NotAgreed(row.code)
