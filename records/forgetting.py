"""Forgetting a person: all that is kept of them goes at once, and no trace of it stays in the file.

What goes with their row is told by the tables themselves: whatever points to a person, and whatever
points to that.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session as Transaction

from records.audit_note import note, subject_of
from records.audit_tables import AuditKeyRow, AuditRow
from records.base import Base
from records.exchange.clinics_met import remember_clinic, remember_own
from records.people import known_person
from records.receipt import new_receipt_id
from records.tables import PersonRow
from records.work import Work, naming

WENT_OUT = ("exported", "pack-written")
"""What the audit says of data that left the store."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What went.

    Attributes
    ----------
    receipt_id
        Drawn at random: it stands on the receipt and in the audit, and is made of nothing known.
    at
        When, UTC.
    counts
        How many rows of each table that had some.
    went_out
        How often something of theirs was exported, or written to a pack, by the audit.
    entry
        The number of the audit's entry of it.
    digest
        That entry's digest, in hexadecimal.
    clinic_known
        Whether it stays known of their clinic when it signed the newest pack that was read here, so
        that no older one is read as a first one; it says nothing of them.
    """

    receipt_id: str
    at: datetime
    counts: Mapping[str, int]
    went_out: Mapping[str, int]
    entry: int
    digest: str
    clinic_known: bool = False


class Forgetting:
    """Forgets people."""

    def __init__(self, work: Work, engine: sa.Engine) -> None:
        self._work, self._engine = work, engine

    def forget(self, code: str, by: str | None = None, now: datetime | None = None) -> Forgotten:
        """Erase the person with `code`, all that is kept of them, and the key to their entries.

        It is one transaction, with its entry in the audit. What is erased is overwritten with
        zeros in its pages; what was changed or erased before may still be in free pages, which
        `clean_pages` sees to.

        Raises
        ------
        UnknownEntry
            Where there is nobody.
        StoreError
            Where the store cannot be written; all is as it was.
        """
        at = now or datetime.now(UTC)
        receipt_id = new_receipt_id()
        with self._work.writing() as transaction:
            connection = transaction.connection()
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql("PRAGMA secure_delete = ON")
            row = known_person(transaction, code)
            counts = dict(_counts(transaction, row))
            went_out = _went_out(transaction, row)
            entry = note(transaction, "forgot", by, row, f"receipt {receipt_id}", at)
            digest = transaction.get_one(AuditRow, entry).digest.hex()
            clinic_known = remember_clinic(transaction, row.id)
            remember_own(transaction)
            transaction.expunge_all()
            transaction.execute(sa.delete(PersonRow).where(PersonRow.id == row.id))
        return Forgotten(receipt_id, at, counts, went_out, entry, digest, clinic_known)

    def clean_pages(self) -> bool:
        """Build the store anew without free pages, empty the log beside it; return whether it was.

        Where another program reads the store meanwhile, the log cannot be emptied now.

        Raises
        ------
        StoreError
            Where the store is in use, or there is no room for a second one; it is as it was.
        """
        with naming(self._work.path):
            connection = self._engine.raw_connection()  # it begins no transaction by itself
            try:
                cursor = connection.cursor()
                cursor.execute("VACUUM")
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                busy = bool(cursor.fetchall()[0][0])
            finally:
                connection.close()
        return not busy


def tables_of_people() -> Iterator[tuple[sa.Table, sa.ColumnElement[bool]]]:
    """Yield each table whose rows go when a person's row goes, and which of its rows are theirs.

    The condition takes the person's id and folded code as the parameters ``id`` and ``folded``.
    """
    person = Base.metadata.tables["person"]
    of_them = sa.select(person.c.id).where(person.c.id == sa.bindparam("id"))
    theirs: dict[str, tuple[sa.Table, sa.ColumnElement[bool]]] = {
        "person": (person, person.c.id.in_(of_them))
    }
    for table in Base.metadata.sorted_tables:
        for key in table.foreign_keys:
            to = key.column.table.name
            if table.name in theirs or to not in theirs or key.ondelete != "CASCADE":
                continue
            parent, condition = theirs[to]
            known = sa.select(key.column).select_from(parent).where(condition)
            theirs[table.name] = (table, key.parent.in_(known))
    yield from theirs.values()


def _counts(transaction: Transaction, row: PersonRow) -> Iterator[tuple[str, int]]:
    for table, condition in tables_of_people():
        query = sa.select(sa.func.count()).select_from(table).where(condition)
        found = transaction.scalar(query, {"id": row.id})
        if found:
            yield table.name, found


def _went_out(transaction: Transaction, row: PersonRow) -> Mapping[str, int]:
    kept = transaction.get(AuditKeyRow, row.folded_code)
    if kept is None:
        return {}
    query = (
        sa.select(AuditRow.action, sa.func.count().label("times"))
        .where(AuditRow.subject == subject_of(row.folded_code, kept.key))
        .where(AuditRow.action.in_(WENT_OUT))
        .group_by(AuditRow.action)
    )
    return {row.action: row.times for row in transaction.execute(query)}
