"""The staff: who signs, and whether it is they."""

import logging
from collections.abc import Sequence
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session as Transaction

from exercises.staff import Staff
from records.errors import AlreadyThere, MayNotSign, NotThePin, PinPaused, UnknownEntry
from records.folding import plain
from records.pins import digest, matches, pause_after, still_paused
from records.tables import StaffRow
from records.work import Work

_log = logging.getLogger(__name__)


class StaffList:
    """Adds, finds and lists staff, and tells by their PIN whether it is they."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def add(self, staff: Staff, pin: str) -> None:
        """Keep somebody new; somebody who worked here before comes back with a new PIN.

        Raises
        ------
        AlreadyThere
            Where somebody who works here has the initials, capitals or not.
        UnfitPin
            Where the PIN cannot be one.
        """
        kept = digest(pin)
        with self._work.writing() as transaction:
            row = _row(transaction, staff.initials)
            if row is not None and row.active:
                raise AlreadyThere("the staff member", staff.initials)
            if row is None:
                row = StaffRow(row_version=0)
                transaction.add(row)
            row.initials, row.folded_initials = staff.initials, plain(staff.initials)
            row.role, row.active = staff.role, staff.active
            _set_pin(row, kept)

    def get(self, initials: str) -> Staff:
        """Return the member of staff, capitals or not.

        Raises
        ------
        UnknownEntry
            Where there is nobody.
        """
        with self._work.reading() as transaction:
            return _staff(_known(transaction, initials))

    def list(self) -> Sequence[Staff]:
        """Return all, in the order of their initials; also those who no longer work here."""
        query = sa.select(StaffRow).order_by(StaffRow.folded_initials)
        with self._work.reading() as transaction:
            return [_staff(row) for row in transaction.scalars(query)]

    def change_pin(self, initials: str, pin: str) -> None:
        """Give a new PIN; faulty ones of the old are forgotten.

        Raises
        ------
        UnknownEntry, UnfitPin
            Where there is nobody; where the PIN cannot be one.
        """
        kept = digest(pin)
        with self._work.writing() as transaction:
            _set_pin(_known(transaction, initials), kept)

    def remove(self, initials: str) -> None:
        """Let somebody sign no more; what they signed stays.

        Raises
        ------
        UnknownEntry
            Where there is nobody.
        """
        with self._work.writing() as transaction:
            row = _known(transaction, initials)
            row.active = False
            row.row_version += 1

    def check(self, initials: str, pin: str, now: datetime | None = None) -> Staff:
        """Return the member of staff whose PIN this is.

        Each try is kept before it is looked at, so that neither a restart nor a second window
        gives more of them.

        Raises
        ------
        UnknownEntry, MayNotSign
            Where there is nobody; where they no longer work here.
        PinPaused
            Where there were too many faulty ones; the PIN is not looked at.
        NotThePin
            Where the PIN is another.
        """
        now = now or datetime.now(UTC)
        with self._work.writing() as transaction:
            row = _known(transaction, initials)
            if not row.active:
                raise MayNotSign(row.initials)
            if row.paused_until is not None and still_paused(row.paused_until, now):
                raise PinPaused(row.initials, row.paused_until, now)
            row.faulty_pins += 1
            row.paused_until = pause_after(row.faulty_pins, now)
            staff, kept, tries, pause = _staff(row), row.pin, row.faulty_pins, row.paused_until
        if not matches(pin, kept):
            if pause is not None:
                _log.warning(
                    "%s: %d faulty PINs; paused until %s",
                    staff.initials,
                    tries,
                    pause.isoformat(timespec="seconds"),
                )
            raise NotThePin(staff.initials)
        with self._work.writing() as transaction:
            row = _known(transaction, initials)
            row.faulty_pins, row.paused_until = 0, None
        return staff

    def check_signer(self, initials: str, pin: str, now: datetime | None = None) -> Staff:
        """Return the member of staff whose PIN this is, if they sign.

        Raises
        ------
        MayNotSign
            Where they do not.
        UnknownEntry, PinPaused, NotThePin
            As `check` does.
        """
        staff = self.check(initials, pin, now)
        if not staff.may_sign:
            raise MayNotSign(staff.initials)
        return staff


def _known(transaction: Transaction, initials: str) -> StaffRow:
    row = _row(transaction, initials)
    if row is None:
        raise UnknownEntry("the staff member", initials)
    return row


def _row(transaction: Transaction, initials: str) -> StaffRow | None:
    query = sa.select(StaffRow).where(StaffRow.folded_initials == plain(initials))
    return transaction.scalar(query)


def _set_pin(row: StaffRow, kept: str) -> None:
    row.pin, row.faulty_pins, row.paused_until = kept, 0, None
    row.row_version += 1


def _staff(row: StaffRow) -> Staff:
    return Staff.model_validate({"initials": row.initials, "role": row.role, "active": row.active})
