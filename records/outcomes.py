"""What people answer of their life every few weeks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

import sqlalchemy as sa

from feedback.instruments import Filled
from records.agreed import refuse_without_yes
from records.errors import Stale, UnknownEntry
from records.kept import Kept, read_document
from records.outcome_tables import OutcomeRow
from records.people import known_person, person_id
from records.tables import PersonRow
from records.work import Work


@dataclass(frozen=True, slots=True)
class KeptFilled(Kept[Filled]):
    """What was filled in as it is kept, with its `id` and when it was last written, UTC."""

    id: UUID
    written_at: datetime


class Outcomes:
    """Adds, changes and finds what was filled in."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def add(self, code: str, filled: Filled, now: datetime | None = None) -> KeptFilled:
        """Keep what was filled in.

        Raises
        ------
        UnknownEntry, NotAgreed
            Where there is no such person; where they have not agreed that it is kept.
        """
        with self._work.writing() as transaction:
            person = known_person(transaction, code)
            refuse_without_yes(person, self._work.path)
            row = OutcomeRow(
                person_id=person.id,
                day=filled.day,
                document=filled.model_dump_json(),
                row_version=1,
                written_at=now or datetime.now(UTC),
            )
            transaction.add(row)
            transaction.flush()
            return self._kept(row)

    def update(
        self, id_: UUID, filled: Filled, row_version: int, now: datetime | None = None
    ) -> KeptFilled:
        """Keep a change to it, if nobody else was quicker.

        Raises
        ------
        UnknownEntry, NotAgreed
            Where there is none; where the person has not agreed that it is kept.
        Stale
            Where its row has another version than `row_version`.
        """
        with self._work.writing() as transaction:
            row = transaction.get(OutcomeRow, id_)
            if row is None:
                raise UnknownEntry("what was answered", str(id_))
            refuse_without_yes(transaction.get_one(PersonRow, row.person_id), self._work.path)
            if row.row_version != row_version:
                raise Stale("what was answered", self._kept(row), Kept(filled, row_version))
            row.day, row.document = filled.day, filled.model_dump_json()
            row.row_version += 1
            row.written_at = now or datetime.now(UTC)
            return self._kept(row)

    def list(self, code: str, since: date = date.min, limit: int = 1000) -> Sequence[KeptFilled]:
        """Return what a person filled in, the newest day first: at most `limit`, from `since` on.

        Raises
        ------
        UnknownEntry
            Where there is no such person.
        """
        with self._work.reading() as transaction:
            query = (
                sa.select(OutcomeRow)
                .where(OutcomeRow.person_id == person_id(transaction, code))
                .where(OutcomeRow.day >= since)
                .order_by(OutcomeRow.day.desc(), OutcomeRow.id.desc())
                .limit(limit)
            )
            return [self._kept(row) for row in transaction.scalars(query)]

    def _kept(self, row: OutcomeRow) -> KeptFilled:
        filled = read_document(Filled, row.document, self._work.path, "what was answered")
        return KeptFilled(filled, row.row_version, row.id, row.written_at)
