"""People's diaries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

import sqlalchemy as sa

from feedback.ratings import DiaryEntry
from records.agreed import refuse_without_yes
from records.errors import Stale, UnknownEntry
from records.kept import Kept, read_document
from records.people import known_person, person_id
from records.tables import DiaryRow, PersonRow
from records.work import Work


@dataclass(frozen=True, slots=True)
class KeptEntry(Kept[DiaryEntry]):
    """An entry as it is kept, with its `id` and when it was last written, UTC."""

    id: UUID
    written_at: datetime


class Diary:
    """Adds, changes and finds entries."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def add(self, code: str, entry: DiaryEntry, now: datetime | None = None) -> KeptEntry:
        """Keep a new entry.

        Raises
        ------
        UnknownEntry
            Where there is no such person.
        NotAgreed
            Where they have not agreed that it is kept.
        """
        with self._work.writing() as transaction:
            person = known_person(transaction, code)
            refuse_without_yes(person, self._work.path)
            row = DiaryRow(
                person_id=person.id,
                day=entry.day,
                document=entry.model_dump_json(),
                row_version=1,
                written_at=now or datetime.now(UTC),
            )
            transaction.add(row)
            transaction.flush()
            return self._kept(row)

    def update(
        self, id_: UUID, entry: DiaryEntry, row_version: int, now: datetime | None = None
    ) -> KeptEntry:
        """Keep a change to an entry, if nobody else was quicker.

        Raises
        ------
        UnknownEntry, Stale
            Where there is none; where its row has another version than `row_version`.
        NotAgreed
            Where the person has not agreed that it is kept.
        """
        with self._work.writing() as transaction:
            row = transaction.get(DiaryRow, id_)
            if row is None:
                raise UnknownEntry("the diary entry", str(id_))
            refuse_without_yes(transaction.get_one(PersonRow, row.person_id), self._work.path)
            if row.row_version != row_version:
                yours = Kept(entry, row_version)
                raise Stale("the diary entry", self._kept(row), yours)
            row.day, row.document = entry.day, entry.model_dump_json()
            row.row_version += 1
            row.written_at = now or datetime.now(UTC)
            return self._kept(row)

    def list(self, code: str, since: date = date.min, limit: int = 1000) -> Sequence[KeptEntry]:
        """Return a person's entries, the newest day first: at most `limit`, from `since` on.

        Raises
        ------
        UnknownEntry
            Where there is no such person.
        """
        with self._work.reading() as transaction:
            query = (
                sa.select(DiaryRow)
                .where(DiaryRow.person_id == person_id(transaction, code), DiaryRow.day >= since)
                .order_by(DiaryRow.day.desc(), DiaryRow.id.desc())
                .limit(limit)
            )
            return [self._kept(row) for row in transaction.scalars(query)]

    def _kept(self, row: DiaryRow) -> KeptEntry:
        entry = read_document(DiaryEntry, row.document, self._work.path, "a diary entry")
        return KeptEntry(entry, row.row_version, row.id, row.written_at)
