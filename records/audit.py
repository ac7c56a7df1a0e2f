"""Who did what to whose data: entries that are only ever added, and chained.

An entry names nobody who practises. It holds a keyed hash of their code; whoever has the store can
bring it to the person while the key to it is kept, and nobody can once they are forgotten.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session as Transaction

from records.audit_chain import Link, chain_faults
from records.audit_note import HEAD_ID, note, subject_of
from records.audit_tables import AuditHeadRow, AuditKeyRow, AuditRow
from records.people import known_person
from records.tables import PersonRow
from records.work import Work

__all__ = ["Audit", "AuditEntry", "note"]


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """An entry as it is read.

    Attributes
    ----------
    number
        Counts from 1.
    at
        When, UTC.
    action
        What was done: ``read``, ``signed``, ``exported``, ``forgot``, ``pruned``,
        ``pack-written``, ``pack-read``, ``unpaired``, ``consent``.
    by
        Whose initials; `None` where nobody signed in.
    code
        Whose data; `None` where it is of nobody, or of somebody who was forgotten.
    forgotten
        Whether it is of somebody who was forgotten.
    detail
        What else is to be known.
    digest
        Of the entry, 32 bytes.
    """

    number: int
    at: datetime
    action: str
    by: str | None
    code: str | None
    forgotten: bool
    detail: str
    digest: bytes


class Audit:
    """Adds entries, reads them, and tells whether all are there as they were written."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def add(
        self, action: str, by: str | None = None, code: str | None = None, detail: str = ""
    ) -> int:
        """Keep an entry, and return its number once it is on the disk; see `note`.

        Raises
        ------
        UnknownEntry
            Where there is nobody with `code`.
        """
        with self._work.writing() as transaction:
            return note(transaction, action, by, code, detail)

    def list(
        self, code: str | None = None, after: int = 0, limit: int = 1000
    ) -> Sequence[AuditEntry]:
        """Return entries in the order of their numbers: at most `limit`, those past `after`.

        Parameters
        ----------
        code
            Only those of this person.

        Raises
        ------
        UnknownEntry
            Where there is nobody with `code`.
        """
        query = (
            sa.select(AuditRow)
            .where(AuditRow.number > after)
            .order_by(AuditRow.number)
            .limit(limit)
        )
        with self._work.reading() as transaction:
            if code is not None:
                row = known_person(transaction, code)
                kept = transaction.get(AuditKeyRow, row.folded_code)
                if kept is None:
                    return []
                query = query.where(AuditRow.subject == subject_of(row.folded_code, kept.key))
            whose = _whose(transaction)
            return [_entry(row, whose) for row in transaction.scalars(query)]

    def verify(self) -> Sequence[str]:
        """Return a line for each entry that is not as it was written; none where all are well."""
        with self._work.reading() as transaction:
            head = transaction.get(AuditHeadRow, HEAD_ID)
            links = (
                _link(row)
                for row in transaction.scalars(
                    sa.select(AuditRow).order_by(AuditRow.number).execution_options(yield_per=1000)
                )
            )
            return list(chain_faults(links, None if head is None else (head.number, head.digest)))


def _whose(transaction: Transaction) -> Mapping[bytes, str]:
    """Return the codes of all who can still be told, by what entries know of them."""
    rows = transaction.execute(
        sa.select(PersonRow.code, AuditKeyRow.folded_code, AuditKeyRow.key).join(
            AuditKeyRow, AuditKeyRow.folded_code == PersonRow.folded_code
        )
    )
    return {subject_of(folded_code, key): code for code, folded_code, key in rows}


def _entry(row: AuditRow, whose: Mapping[bytes, str]) -> AuditEntry:
    code = None if row.subject is None else whose.get(row.subject)
    return AuditEntry(
        row.number,
        row.at,
        row.action,
        row.by,
        code,
        forgotten=row.subject is not None and code is None,
        detail=row.detail,
        digest=row.digest,
    )


def _link(row: AuditRow) -> Link:
    return Link(
        row.number,
        row.at,
        row.action,
        row.by,
        row.subject,
        row.detail,
        row.previous,
        row.digest,
    )
