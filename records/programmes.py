"""People's programmes: versions that are only added, of which the highest holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session as Transaction

from exercises.programme import Programme
from records.errors import Stale
from records.kept import Kept, read_document
from records.people import person_id
from records.staff import StaffList
from records.tables import ProgrammeRow, ProposalRow
from records.work import Work


@dataclass(frozen=True, slots=True)
class Applied:
    """One version of a person's programme.

    Attributes
    ----------
    programme, version
        What, and the how manieth of theirs it is.
    signed_by, signed_at
        Who signed it, and when, UTC.
    """

    programme: Programme
    version: int
    signed_by: str
    signed_at: datetime


class Programmes:
    """Applies programmes, and finds those that hold and that held."""

    def __init__(self, work: Work, staff: StaffList) -> None:
        self._work, self._staff = work, staff

    def apply(
        self,
        code: str,
        programme: Programme,
        after: int,
        initials: str,
        pin: str,
        now: datetime | None = None,
    ) -> Applied:
        """Keep a person's own copy of a programme, signed; what was proposed before is put aside.

        Parameters
        ----------
        code, programme
            Whose, and what.
        after
            The version it takes the place of, as it was read; 0 for the first.
        initials, pin
            Who signs.

        Raises
        ------
        UnknownEntry, MayNotSign, PinPaused, NotThePin
            As `StaffList.check_signer` does, and where there is no such person.
        Stale
            Where another version holds by now; it holds both.
        """
        now = now or datetime.now(UTC)
        signer = self._staff.check_signer(initials, pin, now)
        with self._work.writing() as transaction:
            person = person_id(transaction, code)
            add_version(transaction, self._work, code, programme, after, signer.initials, now)
            put_aside(transaction, person, signer.initials, now)
        return Applied(programme, after + 1, signer.initials, now)

    def current(self, code: str) -> Applied | None:
        """Return the version that holds; `None` where there is none yet.

        Raises
        ------
        UnknownEntry
            Where there is no such person.
        """
        with self._work.reading() as transaction:
            row = newest(transaction, person_id(transaction, code))
            return None if row is None else self._applied(row, code)

    def history(self, code: str) -> Sequence[Applied]:
        """Return every version, the oldest first.

        Raises
        ------
        UnknownEntry
            Where there is no such person.
        """
        with self._work.reading() as transaction:
            query = sa.select(ProgrammeRow).where(
                ProgrammeRow.person_id == person_id(transaction, code)
            )
            rows = transaction.scalars(query.order_by(ProgrammeRow.version))
            return [self._applied(row, code) for row in rows]

    def _applied(self, row: ProgrammeRow, code: str) -> Applied:
        programme = read_programme(row, self._work, code)
        return Applied(programme, row.version, row.signed_by, row.signed_at)


def newest(transaction: Transaction, person: UUID) -> ProgrammeRow | None:
    """Return the row of the version that holds for the person of that id."""
    return transaction.scalar(
        sa.select(ProgrammeRow)
        .where(ProgrammeRow.person_id == person)
        .order_by(ProgrammeRow.version.desc())
        .limit(1)
    )


def read_programme(row: ProgrammeRow, work: Work, code: str) -> Programme:
    """Return what a row holds.

    Raises
    ------
    NotUnderstood
        Where it is not a programme.
    """
    return read_document(Programme, row.document, work.path, f"a programme of {code}")


def put_aside(transaction: Transaction, person: UUID, by: str, now: datetime) -> None:
    """Put aside what was proposed for the programme before the one that `by` signed."""
    transaction.execute(
        sa.update(ProposalRow)
        .where(ProposalRow.person_id == person, ProposalRow.state == "open")
        .values(state="superseded", decided_by=by, decided_at=now)
    )


def add_version(
    transaction: Transaction,
    work: Work,
    code: str,
    programme: Programme,
    after: int,
    signed_by: str,
    now: datetime,
) -> None:
    """Add the version that takes the place of version `after`.

    Raises
    ------
    UnknownEntry, Stale
        Where there is no such person; where another version holds by now.
    """
    person = person_id(transaction, code)
    row = newest(transaction, person)
    holds = 0 if row is None else row.version
    if holds != after:
        theirs = None if row is None else Kept(read_programme(row, work, code), row.version)
        raise Stale(f"{code}'s programme", theirs, Kept(programme, after))
    transaction.add(
        ProgrammeRow(
            person_id=person,
            version=after + 1,
            document=programme.model_dump_json(),
            signed_by=signed_by,
            signed_at=now,
        )
    )
