"""How long a clinic keeps what it keeps: nothing goes before somebody says so, and it is noted.

What holds for a person today, their profile, programme and signed ranges, stays for as long as they
do: `records.forgetting` takes it away.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session as Transaction

from records.audit_note import note
from records.base import Base
from records.outcome_tables import ObservationRow, OutcomeRow
from records.tables import DiaryRow, GroupRow, PersonRow, PracticeRow
from records.told import Told, untold
from records.trace_table import ChunkRow
from records.work import Work

# Tables of what is of a day, and goes with its year.
_OF_A_DAY: Mapping[str, type[Base]] = {
    "diary entries": DiaryRow,
    "outcomes": OutcomeRow,
    "observations": ObservationRow,
}


@dataclass(frozen=True, slots=True)
class Going:
    """What is older than it is kept for, of one person or, without a code, of nobody by name.

    Attributes
    ----------
    code
        Whose; `None` for the practices of groups, which name nobody.
    counts
        How many, by what; none of them 0.
    """

    code: str | None
    counts: Mapping[str, int]


class Retention:
    """Shows what is older than it is kept for, and removes it."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def going(self, before: date | None, angles_before: date | None) -> list[Going]:
        """Return what would be removed, by person in the order of their codes.

        Parameters
        ----------
        before
            Practices, diary entries, outcomes and observations of days before it go; `None` for
            none.
        angles_before
            The angles of practices of days before it go, the practices stay; `None` for none.
        """
        with self._work.reading() as transaction:
            return list(_all_going(transaction, before, angles_before))

    def remove(
        self,
        before: date | None,
        angles_before: date | None,
        by: str | None = None,
        now: datetime | None = None,
        told: Told = untold,
    ) -> list[Going]:
        """Remove it, each person's at one stroke with an entry in the audit; return what went.

        Parameters
        ----------
        before, angles_before
            As `going` has them.
        by
            The initials of who says so.
        now
            When, UTC; `None` for now.
        told
            Called with how many people's are removed, of how many.

        Raises
        ------
        StoreError
            Where the store cannot be written; what went before is gone, and noted.
        """
        every = self.going(before, angles_before)
        for done, each in enumerate(every, 1):
            with self._work.writing() as transaction:
                connection = transaction.connection()
                if connection.dialect.name == "sqlite":
                    connection.exec_driver_sql("PRAGMA secure_delete = ON")
                removed = ", ".join(f"{count} {what}" for what, count in each.counts.items())
                note(transaction, "pruned", by, each.code, removed, now)
                _remove(transaction, each.code, before, angles_before, now)
            told(done, len(every))
        return every


def _all_going(
    transaction: Transaction, before: date | None, angles_before: date | None
) -> Iterator[Going]:
    people = transaction.execute(sa.select(PersonRow.id, PersonRow.code).order_by(PersonRow.code))
    for id_, code in people.all():
        counts = {
            what: transaction.scalar(sa.select(sa.func.count()).where(where)) or 0
            for what, where in _conditions(id_, before, angles_before).items()
        }
        found = {what: count for what, count in counts.items() if count}
        if found:
            yield Going(code, found)
    if before is not None:
        groups = sa.select(sa.func.count()).where(GroupRow.began_at < _midnight(before))
        count = transaction.scalar(groups) or 0
        if count:
            yield Going(None, {"practices of groups": count})


def _conditions(
    person: UUID, before: date | None, angles_before: date | None
) -> dict[str, sa.ColumnElement[bool]]:
    """Return what of a person goes, by what it is."""
    found: dict[str, sa.ColumnElement[bool]] = {}
    if before is not None:
        old = PracticeRow.began_at < _midnight(before)
        found["practices"] = sa.and_(PracticeRow.person_id == person, old)
        for what, table in _OF_A_DAY.items():
            columns = table.__table__.c
            found[what] = sa.and_(columns.person_id == person, columns.day < before)
    if angles_before is not None:
        found["practices' angles"] = sa.and_(
            PracticeRow.person_id == person,
            PracticeRow.began_at < _midnight(angles_before),
            *([] if before is None else [PracticeRow.began_at >= _midnight(before)]),
            sa.exists().where(ChunkRow.practice_id == PracticeRow.id),
        )
    return found


def _remove(
    transaction: Transaction,
    code: str | None,
    before: date | None,
    angles_before: date | None,
    now: datetime | None,
) -> None:
    if code is None:
        assert before is not None, "groups go by the day"
        transaction.execute(sa.delete(GroupRow).where(GroupRow.began_at < _midnight(before)))
        return
    person = transaction.scalars(sa.select(PersonRow.id).where(PersonRow.code == code)).one()
    conditions = _conditions(person, before, angles_before)
    angles = conditions.pop("practices' angles", None)
    tables: dict[str, type[Base]] = {"practices": PracticeRow, **_OF_A_DAY}
    for what, where in conditions.items():
        transaction.execute(sa.delete(tables[what]).where(where))
    if angles is not None:
        ids = transaction.scalars(sa.select(PracticeRow.id).where(angles)).all()
        transaction.execute(sa.delete(ChunkRow).where(ChunkRow.practice_id.in_(ids)))
        on = (now or datetime.now()).astimezone().date()
        gone = sa.update(PracticeRow).where(PracticeRow.id.in_(ids)).values(angles_removed_on=on)
        transaction.execute(gone)


def _midnight(day: date) -> datetime:
    """Return when a day begins on this machine's wall."""
    return datetime.combine(day, time.min).astimezone()
