"""The signed ranges: versions that are only added, of which the highest holds."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session as Transaction

from exercises.signed_range import SignedRange
from records.errors import Stale
from records.exchange.promised import refuse_wider
from records.kept import read_document
from records.people import known_person, person_id
from records.staff import StaffList
from records.tables import PersonRow, RangeRow
from records.work import Work


class Ranges:
    """Signs ranges, and finds those that hold and those that held."""

    def __init__(self, work: Work, staff: StaffList) -> None:
        self._work, self._staff = work, staff

    def sign(self, signed: SignedRange, pin: str, now: datetime | None = None) -> None:
        """Keep one version, signed by who it says with their PIN.

        Its version is one more than that which holds, or 1 for the first. For somebody who reads
        a range and changes it, that is how they are told that another was quicker.

        Raises
        ------
        UnknownEntry, MayNotSign, PinPaused, NotThePin
            As `StaffList.check_signer` does, and where there is no such person.
        Stale
            Where another version holds by now than the one before `signed`; it holds both.
        OnlyFromClinic
            Where this is the person's home, and their clinic signed a nearer ceiling.
        """
        self.sign_all((signed,), pin, now)

    def sign_all(
        self, several: Sequence[SignedRange], pin: str, now: datetime | None = None
    ) -> None:
        """Keep several, of one signer, all of them or none: both sides of one calibration.

        Raises
        ------
        ValueError
            Where they are of several signers, or there are none.
        UnknownEntry, MayNotSign, PinPaused, NotThePin, Stale, OnlyFromClinic
            As `sign` does.
        """
        (initials,) = {signed.signed_by for signed in several}
        now = now or datetime.now(UTC)
        signer = self._staff.check_signer(initials, pin, now)
        with self._work.writing() as transaction:
            self.add_all(transaction, several, signer.initials, now)

    def add_all(
        self,
        transaction: Transaction,
        several: Iterable[SignedRange],
        signer: str,
        now: datetime,
    ) -> None:
        """Add several, signed by `signer` whose PIN was looked at, within a transaction.

        Raises
        ------
        UnknownEntry, Stale, OnlyFromClinic
            As `sign` does.
        """
        for signed in several:
            written = signed.model_copy(update={"signed_by": signer})
            self._add(transaction, written, now)
            transaction.flush()

    def _add(self, transaction: Transaction, signed: SignedRange, now: datetime) -> None:
        person = known_person(transaction, signed.person)
        _, exercise_id, measure_key, rising = signed.key
        newest = transaction.scalar(
            sa.select(RangeRow)
            .where(
                RangeRow.person_id == person.id,
                RangeRow.exercise_id == exercise_id,
                RangeRow.measure_key == measure_key,
                RangeRow.rising == rising,
            )
            .order_by(RangeRow.version.desc())
            .limit(1)
        )
        holds = 0 if newest is None else newest.version
        if signed.version != holds + 1:
            theirs = None if newest is None else self._range(newest.document, person.code)
            raise Stale(f"{person.code}'s range in {exercise_id}", theirs, signed)
        refuse_wider(transaction, person.id, signed, self._work.path)
        transaction.add(
            RangeRow(
                person_id=person.id,
                exercise_id=exercise_id,
                measure_key=measure_key,
                rising=rising,
                version=signed.version,
                document=signed.model_dump_json(),
                signed_by=signed.signed_by,
                signed_at=now,
            )
        )

    def history(self, code: str, exercise_id: str | None = None) -> Sequence[SignedRange]:
        """Return every version, the oldest first; of one movement, or of all.

        Raises
        ------
        UnknownEntry
            Where there is no such person.
        """
        return self._found(_HISTORY, code, exercise_id)

    def current(self, code: str, exercise_id: str | None = None) -> Sequence[SignedRange]:
        """Return the versions that hold; of one movement, or of all.

        Raises
        ------
        UnknownEntry
            Where there is no such person.
        """
        return self._found(_CURRENT, code, exercise_id)

    def _found(
        self, question: sa.Select[str], code: str, exercise_id: str | None
    ) -> Sequence[SignedRange]:
        asked = {"code": code.casefold(), "exercise_id": exercise_id}
        with self._work.reading() as transaction:
            documents = transaction.scalars(question, asked).all()
            if not documents:
                person_id(transaction, code)  # says so where there is no such person
        return [self._range(document, code) for document in documents]

    def _range(self, document: str, code: str) -> SignedRange:
        return read_document(SignedRange, document, self._work.path, f"a range of {code}")


def _versions() -> sa.Select[str]:
    person = sa.select(PersonRow.id).where(PersonRow.folded_code == sa.bindparam("code"))
    return sa.select(RangeRow.document).where(
        RangeRow.person_id == person.scalar_subquery(),
        RangeRow.exercise_id == sa.func.coalesce(sa.bindparam("exercise_id"), RangeRow.exercise_id),
    )


def _that_hold() -> sa.Select[str]:
    newer = sa.orm.aliased(RangeRow)
    is_superseded = sa.exists().where(
        newer.person_id == RangeRow.person_id,
        newer.exercise_id == RangeRow.exercise_id,
        newer.measure_key == RangeRow.measure_key,
        newer.rising == RangeRow.rising,
        newer.version > RangeRow.version,
    )
    return _versions().where(~is_superseded)


# Put together once: putting them together takes longer than answering them.
_HISTORY = _versions().order_by(RangeRow.signed_at, RangeRow.version)
_CURRENT = _that_hold().order_by(RangeRow.exercise_id, RangeRow.measure_key, RangeRow.rising)
