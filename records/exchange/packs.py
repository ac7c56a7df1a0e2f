"""Packs as the store knows them: what this store signs, whose packs it reads, and what they do."""

from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Session as Transaction

from records.audit import note
from records.exchange.clinics_met import remember_clinic
from records.exchange.fingerprint import fingerprint, is_fingerprint_of
from records.exchange.meeting import meet
from records.exchange.opening import Opened
from records.exchange.own_key import own_private
from records.exchange.paired import clinic_of
from records.exchange.reading import read_content
from records.exchange.signing import public_of
from records.exchange.taken import Meeting, Taken, Written
from records.exchange.taking import take
from records.exchange.writing import write_practice, write_return
from records.pack_errors import NeedsSigner, NoClinic, NotPaired, NotTheFingerprint
from records.pack_tables import PairingRow, PromisedRow
from records.people import known_person
from records.staff import StaffList
from records.tables import StaffRow
from records.told import Told, untold
from records.work import Work


class Packs:
    """Writes packs, and reads those of whom this store is paired with."""

    def __init__(self, work: Work, staff: StaffList) -> None:
        self._work, self._staff = work, staff

    def fingerprint(self) -> str:
        """Return this store's own fingerprint, to stand on paper; its key is made where needed."""
        with self._work.writing() as transaction:
            return fingerprint(public_of(own_private(transaction)))

    def is_home(self, code: str) -> bool:
        """Return whether this store is the home of the person with `code`: paired with a clinic.

        Raises
        ------
        UnknownEntry
            Where there is no such person.
        """
        with self._work.reading() as transaction:
            return clinic_of(transaction, known_person(transaction, code).id) is not None

    def has_signers(self) -> bool:
        """Return whether somebody of this store signs: then one of them makes a home of it."""
        with self._work.reading() as transaction:
            return _has_signers(transaction)

    def unpair(
        self, code: str, initials: str | None = None, pin: str = "", now: datetime | None = None
    ) -> None:
        """Forget a person's clinic, so that the next pack is a first one.

        What it signed holds on, and staff of this store sign freely from then on.

        Parameters
        ----------
        initials, pin
            Who says so, where this store has staff who sign: as where it became a home.

        Raises
        ------
        UnknownEntry, NoClinic
            Where there is no such person; where they have no clinic here.
        NeedsSigner
            Where nobody was named and there is somebody.
        MayNotSign, PinPaused, NotThePin
            As `StaffList.check_signer` does.
        """
        now = now or datetime.now(UTC)
        signer = None if initials is None else self._staff.check_signer(initials, pin, now)
        with self._work.writing() as transaction:
            row = known_person(transaction, code)
            if clinic_of(transaction, row.id) is None:
                raise NoClinic(row.code)
            if signer is None and _has_signers(transaction):
                raise NeedsSigner("that a clinic is given up")
            # When its packs were signed is still known: what is older is not read again, here nor
            # once the person is forgotten.
            remember_clinic(transaction, row.id)
            is_clinic = (PairingRow.person_id == row.id, PairingRow.role == "clinic")
            transaction.execute(sa.delete(PairingRow).where(*is_clinic))
            transaction.execute(sa.delete(PromisedRow).where(PromisedRow.person_id == row.id))
            note(transaction, "unpaired", None if signer is None else signer.initials, row.code)

    def write_practice(
        self,
        code: str,
        out: Path,
        passphrase: str,
        initials: str,
        pin: str,
        *,
        language: str | None = None,
        words: str = "",
        now: datetime | None = None,
    ) -> Written:
        """Write what a home needs of a person to `out`.

        Parameters
        ----------
        code, out
            Whose, and where to; nothing may be there yet.
        passphrase
            What opens it.
        initials, pin
            The therapist or clinician who sends it.
        language, words
            In which the home is to speak, and what the therapist says along with it.

        Raises
        ------
        UnknownEntry, MayNotSign, PinPaused, NotThePin
            As `StaffList.check_signer` does, and where there is no such person.
        NotAgreedToShare
            Where they have not agreed that it goes there.
        PackThere, PackOutOfPlace, WeakPassphrase, StoreFull, StoreReadOnly
            Where it cannot be written.
        """
        now = now or datetime.now(UTC)
        signer = self._staff.check_signer(initials, pin, now)
        return write_practice(
            self._work, code, out, passphrase, signer.initials, language, words, now
        )

    def write_return(
        self,
        code: str,
        out: Path,
        passphrase: str,
        *,
        everything: bool = False,
        now: datetime | None = None,
        told: Told = untold,
    ) -> Written:
        """Write what is new of a person at home to `out`, for their clinic.

        Parameters
        ----------
        everything
            Also what was sent in earlier packs, where one of them was lost.
        told
            Called with how many practices were gone through, of how many.

        Raises
        ------
        UnknownEntry, NoClinic, NotAgreedToShare, NothingNew
            Where there is nobody, nowhere to send it, no yes to sending it, or nothing to send.
        PackThere, WeakPassphrase, StoreFull, StoreReadOnly
            Where it cannot be written.
        """
        now = now or datetime.now(UTC)
        return write_return(
            self._work, code, out, passphrase, now, everything=everything, told=told
        )

    def meet(self, opened: Opened) -> Meeting:
        """Return what is to be asked before a pack is taken in.

        Raises
        ------
        PackFault, UnknownEntry
            Where it is not to be read here, as `records.exchange.meeting.meet` tells it.
        """
        with self._work.reading() as transaction:
            met = meet(transaction, opened)
            first = not met.known and not met.was_read
            return Meeting(first, first and _needs_signer(transaction, opened), met.was_read)

    def take(
        self,
        opened: Opened,
        *,
        typed: str | None = None,
        initials: str | None = None,
        pin: str = "",
        now: datetime | None = None,
        told: Told = untold,
    ) -> Taken:
        """Keep what a pack brings, all of it or nothing; read again, it changes nothing.

        Parameters
        ----------
        typed
            The fingerprint on the paper, where its signer is not known yet.
        initials, pin
            Who says that this store becomes the person's home, where it has staff who sign.
        told
            Called with how many practices were kept, of how many.

        Raises
        ------
        PackFault, UnknownEntry
            Where it is not to be read here, or does not hold what a pack holds.
        NotPaired, NotTheFingerprint, NeedsSigner
            Where its signer is not known yet, and was not made known.
        MayNotSign, PinPaused, NotThePin
            As `StaffList.check_signer` does.
        NotAgreed, NotAgreedToShare
            Where a return is of somebody who has not agreed that it is kept, or took back that it
            goes between home and clinic.
        """
        now = now or datetime.now(UTC)
        signer = None if initials is None else self._staff.check_signer(initials, pin, now)
        with self._work.reading() as transaction:
            met = meet(transaction, opened)
            if met.was_read:
                return Taken(opened.label, was_read=True)
            if not met.known:
                _refuse_stranger(opened, typed)
                if signer is None and _needs_signer(transaction, opened):
                    raise NeedsSigner("that this becomes somebody's home")
        # Only now, when it is known from whom it comes, is any of it unpacked.
        content = read_content(opened)
        with self._work.writing() as transaction:
            met = meet(transaction, opened)  # another window may have read it meanwhile
            if met.was_read:
                return Taken(opened.label, was_read=True)
            taken = take(transaction, self._work, opened, content, met, now, told)
            label, by = opened.label, None if signer is None else signer.initials
            note(transaction, "pack-read", by, label.code, f"{label.kind} pack {label.id}")
            return taken


def _refuse_stranger(opened: Opened, typed: str | None) -> None:
    if typed is None:
        raise NotPaired(opened.path)
    if not is_fingerprint_of(typed, opened.public):
        raise NotTheFingerprint(opened.path)


def _needs_signer(transaction: Transaction, opened: Opened) -> bool:
    """Return whether staff of this store have to say that it becomes a person's home."""
    return opened.label.kind == "practice" and _has_signers(transaction)


def _has_signers(transaction: Transaction) -> bool:
    signs = sa.select(StaffRow.id).where(StaffRow.active, StaffRow.role != "assistant")
    return transaction.scalar(signs.limit(1)) is not None
