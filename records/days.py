"""What a person says of a day, and may say otherwise later: added, changed, listed by the day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Generic, TypeVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session as Transaction

from feedback.instruments import Filled
from feedback.ratings import DiaryEntry
from records.agreed import refuse_without_yes
from records.errors import Stale, UnknownEntry
from records.kept import Kept, Value, read_document
from records.outcome_tables import ObservationRow, OutcomeRow
from records.people import known_person, person_id
from records.tables import DiaryRow, PersonRow
from records.work import Work

Said = TypeVar("Said", DiaryEntry, Filled)
Row = TypeVar("Row", DiaryRow, OutcomeRow)
AnyRow = TypeVar("AnyRow", DiaryRow, OutcomeRow, ObservationRow)


@dataclass(frozen=True, slots=True)
class KeptDay(Kept[Value]):
    """What was said of a day as it is kept, with its `id` and when it was last written, UTC."""

    id: UUID
    written_at: datetime


class Days(Generic[Said, Row]):
    """Adds, changes and finds what people say of days.

    Parameters
    ----------
    model, table
        What is said, and the table it is kept in.
    what
        What a line calls it that says why one cannot be kept or read, as in ``the diary entry``.
    """

    def __init__(self, work: Work, model: type[Said], table: type[Row], what: str) -> None:
        self._work, self._what = work, what
        self._model: type[Said] = model
        self._table: type[Row] = table

    def add(self, code: str, said: Said, now: datetime | None = None) -> KeptDay[Said]:
        """Keep what was said.

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
            row = self._table(
                person_id=person.id,
                day=said.day,
                document=said.model_dump_json(),
                row_version=1,
                written_at=now or datetime.now(UTC),
            )
            transaction.add(row)
            transaction.flush()
            return self._kept(row)

    def update(
        self, id_: UUID, said: Said, row_version: int, now: datetime | None = None
    ) -> KeptDay[Said]:
        """Keep a change to it, if nobody else was quicker.

        Raises
        ------
        UnknownEntry, Stale
            Where there is none; where its row has another version than `row_version`.
        NotAgreed
            Where the person has not agreed that it is kept.
        """
        with self._work.writing() as transaction:
            row = transaction.get(self._table, id_)
            if row is None:
                raise UnknownEntry(self._what, str(id_))
            refuse_without_yes(transaction.get_one(PersonRow, row.person_id), self._work.path)
            if row.row_version != row_version:
                raise Stale(self._what, self._kept(row), Kept(said, row_version))
            row.day, row.document = said.day, said.model_dump_json()
            row.row_version += 1
            row.written_at = now or datetime.now(UTC)
            return self._kept(row)

    def list(self, code: str, since: date = date.min, limit: int = 1000) -> Sequence[KeptDay[Said]]:
        """Return what a person said, the newest day first: at most `limit`, from `since` on.

        Raises
        ------
        UnknownEntry
            Where there is no such person.
        """
        with self._work.reading() as transaction:
            rows = newest_days(transaction, self._table, code, since, limit)
            return [self._kept(row) for row in rows]

    def _kept(self, row: Row) -> KeptDay[Said]:
        said = read_document(self._model, row.document, self._work.path, self._what)
        return KeptDay(said, row.row_version, row.id, row.written_at)


def newest_days(
    transaction: Transaction, table: type[AnyRow], code: str, since: date, limit: int
) -> Sequence[AnyRow]:
    """Return a person's rows, the newest day first: at most `limit`, from `since` on.

    Raises
    ------
    UnknownEntry
        Where there is no such person.
    """
    query = (
        sa.select(table)
        .where(table.person_id == person_id(transaction, code), table.day >= since)
        .order_by(table.day.desc(), table.id.desc())
        .limit(limit)
    )
    return transaction.scalars(query).all()
