"""Who read which practice and signed it, with a note; only ever added.

A signature keeps the digest of the practice as it was read. Where the practice is another now, the
signature still stands for what was read, and says that it was changed since.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

import sqlalchemy as sa
from pydantic import TypeAdapter

from exercises.lines import Note
from records.errors import Stale, UnknownEntry
from records.outcome_tables import ReviewRow
from records.people import person_id
from records.staff import StaffList
from records.tables import PracticeRow
from records.work import Work

_NOTE: TypeAdapter[str] = TypeAdapter(Note)


@dataclass(frozen=True, slots=True)
class KeptReview:
    """One signature under a practice.

    Attributes
    ----------
    id, practice_id
        Which, and under which practice.
    note
        What the signer noted; may be empty.
    digest
        SHA-256 of the practice as it was read.
    signed_by, signed_at
        Whose initials, and when, UTC.
    changed_since
        Whether the practice is another now than the one that was read.
    """

    id: UUID
    practice_id: UUID
    note: str
    digest: str
    signed_by: str
    signed_at: datetime
    changed_since: bool


class Reviews:
    """Signs practices that were read, and finds the signatures."""

    def __init__(self, work: Work, staff: StaffList) -> None:
        self._work, self._staff = work, staff

    def sign(
        self,
        practice_id: UUID,
        note: str,
        digest: str,
        initials: str,
        pin: str,
        now: datetime | None = None,
    ) -> KeptReview:
        """Keep that a practice was read, signed with a PIN.

        Parameters
        ----------
        digest
            Of the practice as it was read.

        Raises
        ------
        UnknownEntry, MayNotSign, PinPaused, NotThePin
            As `StaffList.check_signer` does, and where there is no such practice.
        Stale
            Where the practice is another by now than what was read.
        ValidationError
            Where the note is no text.
        """
        written = _NOTE.validate_python(note)
        now = now or datetime.now(UTC)
        signer = self._staff.check_signer(initials, pin, now)
        with self._work.writing() as transaction:
            practice = transaction.get(PracticeRow, practice_id)
            if practice is None:
                raise UnknownEntry("the practice", str(practice_id))
            if practice.digest != digest:
                raise Stale("the practice", practice.digest, digest)
            row = ReviewRow(
                practice_id=practice_id,
                note=written,
                record_digest=digest,
                signed_by=signer.initials,
                signed_at=now,
            )
            transaction.add(row)
            transaction.flush()
            return _kept(row, practice.digest)

    def of_practice(self, practice_id: UUID) -> Sequence[KeptReview]:
        """Return the signatures under a practice, the oldest first; none where it is not there."""
        return self._found(ReviewRow.practice_id == practice_id)

    def of_person(self, code: str) -> Mapping[UUID, Sequence[KeptReview]]:
        """Return the signatures under a person's practices, by practice, the oldest first.

        Raises
        ------
        UnknownEntry
            Where there is no such person.
        """
        with self._work.reading() as transaction:
            whose = person_id(transaction, code)
        found: dict[UUID, list[KeptReview]] = {}
        for each in self._found(PracticeRow.person_id == whose):
            found.setdefault(each.practice_id, []).append(each)
        return found

    def _found(self, where: sa.ColumnElement[bool]) -> list[KeptReview]:
        query = (
            sa.select(ReviewRow, PracticeRow.digest)
            .join(PracticeRow, PracticeRow.id == ReviewRow.practice_id)
            .where(where)
            .order_by(ReviewRow.signed_at, ReviewRow.id)
        )
        with self._work.reading() as transaction:
            return [_kept(row, digest) for row, digest in transaction.execute(query)]


def _kept(row: ReviewRow, digest: str) -> KeptReview:
    return KeptReview(
        row.id,
        row.practice_id,
        row.note,
        row.record_digest,
        row.signed_by,
        row.signed_at,
        changed_since=row.record_digest != digest,
    )
