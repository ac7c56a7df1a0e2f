"""What is proposed for a programme: each waits for a therapist's yes or no."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, cast
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session as Transaction

from exercises.programme import Programme
from exercises.signed_range import SignedRange
from feedback.change import Proposal
from records.errors import AlreadyThere, Stale, UnknownEntry
from records.kept import read_document
from records.people import person_id
from records.programmes import add_version, newest
from records.ranges import Ranges
from records.staff import StaffList
from records.tables import PersonRow, ProposalRow
from records.work import Work

State = Literal["open", "accepted", "declined", "superseded"]
"""`superseded`: another programme was applied before anybody decided."""


@dataclass(frozen=True, slots=True)
class KeptProposal:
    """A proposal and what became of it.

    Attributes
    ----------
    id, code, proposal
        Which, whose, and what.
    programme_version
        The version it would change; 0 where there was none.
    state, proposed_at
        What became of it, and when it was made, UTC.
    decided_by, decided_at
        Who said so, and when; `None` while it is open.
    """

    id: UUID
    code: str
    proposal: Proposal
    programme_version: int
    state: State
    proposed_at: datetime
    decided_by: str | None
    decided_at: datetime | None


class Proposals:
    """Keeps proposals, and what a therapist says to them."""

    def __init__(self, work: Work, staff: StaffList, ranges: Ranges) -> None:
        self._work, self._staff, self._ranges = work, staff, ranges

    def propose(self, code: str, proposal: Proposal, now: datetime | None = None) -> KeptProposal:
        """Keep a proposal to the programme that holds. One at a time: there is no second beside it.

        Raises
        ------
        UnknownEntry
            Where there is no such person.
        AlreadyThere
            Where one is open.
        """
        with self._work.writing() as transaction:
            person = person_id(transaction, code)
            if self._open(transaction, person) is not None:
                raise AlreadyThere("an open proposal for", code)
            holds = newest(transaction, person)
            row = ProposalRow(
                person_id=person,
                programme_version=0 if holds is None else holds.version,
                document=proposal.model_dump_json(),
                state="open",
                proposed_at=now or datetime.now(UTC),
            )
            transaction.add(row)
            transaction.flush()
            return self._kept(row, code)

    def open(self, code: str) -> KeptProposal | None:
        """Return the one that waits; `None` where none does.

        Raises
        ------
        UnknownEntry
            Where there is no such person.
        """
        with self._work.reading() as transaction:
            row = self._open(transaction, person_id(transaction, code))
            return None if row is None else self._kept(row, code)

    def all_open(self) -> Sequence[KeptProposal]:
        """Return every one that waits, the oldest first."""
        query = (
            sa.select(ProposalRow, PersonRow.code)
            .join(PersonRow, PersonRow.id == ProposalRow.person_id)
            .where(ProposalRow.state == "open")
            .order_by(ProposalRow.proposed_at)
        )
        with self._work.reading() as transaction:
            return [self._kept(row, code) for row, code in transaction.execute(query)]

    def history(self, code: str) -> Sequence[KeptProposal]:
        """Return all of a person, the oldest first.

        Raises
        ------
        UnknownEntry
            Where there is no such person.
        """
        with self._work.reading() as transaction:
            query = sa.select(ProposalRow).where(
                ProposalRow.person_id == person_id(transaction, code)
            )
            rows = transaction.scalars(query.order_by(ProposalRow.proposed_at))
            return [self._kept(row, code) for row in rows]

    def accept(
        self,
        proposal: UUID,
        initials: str,
        pin: str,
        programme: Programme | None = None,
        signed: Sequence[SignedRange] = (),
        now: datetime | None = None,
    ) -> None:
        """Keep the yes together with what it changes, all or nothing.

        Parameters
        ----------
        proposal
            Which.
        initials, pin
            Who says so.
        programme
            The programme with the change in it; `None` where it changes none.
        signed
            The ranges with the change in them; their signer is who says so.

        Raises
        ------
        UnknownEntry, MayNotSign, PinPaused, NotThePin
            As `StaffList.check_signer` does, and where there is no such proposal.
        Stale
            Where it was decided already, or the programme or a range has changed since.
        """
        now = now or datetime.now(UTC)
        signer = self._staff.check_signer(initials, pin, now)
        with self._work.writing() as transaction:
            row, code = self._waiting(transaction, proposal)
            if programme is not None:
                after = row.programme_version
                add_version(transaction, self._work, code, programme, after, signer.initials, now)
            self._ranges.add_all(transaction, signed, signer.initials, now)
            row.state, row.decided_by, row.decided_at = "accepted", signer.initials, now

    def decline(self, proposal: UUID, initials: str, pin: str, now: datetime | None = None) -> None:
        """Keep the no.

        Raises
        ------
        UnknownEntry, MayNotSign, PinPaused, NotThePin, Stale
            As `accept` does.
        """
        now = now or datetime.now(UTC)
        signer = self._staff.check_signer(initials, pin, now)
        with self._work.writing() as transaction:
            row, _ = self._waiting(transaction, proposal)
            row.state, row.decided_by, row.decided_at = "declined", signer.initials, now

    def _waiting(self, transaction: Transaction, proposal: UUID) -> tuple[ProposalRow, str]:
        row = transaction.get(ProposalRow, proposal)
        person = None if row is None else transaction.get(PersonRow, row.person_id)
        if row is None or person is None:
            raise UnknownEntry("the proposal", str(proposal))
        if row.state != "open":
            kept = self._kept(row, person.code)
            raise Stale(f"the proposal for {person.code}", kept, kept.proposal)
        return row, person.code

    def _open(self, transaction: Transaction, person: UUID) -> ProposalRow | None:
        return transaction.scalar(
            sa.select(ProposalRow).where(
                ProposalRow.person_id == person, ProposalRow.state == "open"
            )
        )

    def _kept(self, row: ProposalRow, code: str) -> KeptProposal:
        return KeptProposal(
            id=row.id,
            code=code,
            proposal=read_document(
                Proposal, row.document, self._work.path, f"a proposal for {code}"
            ),
            programme_version=row.programme_version,
            state=cast("State", row.state),
            proposed_at=row.proposed_at,
            decided_by=row.decided_by,
            decided_at=row.decided_at,
        )
