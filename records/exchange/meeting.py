"""Whether a pack that was opened may be read here, and whether its signer is known."""

import hmac
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session as Transaction

from records.errors import UnknownEntry
from records.exchange.clinics_met import refuse_before_forgotten
from records.exchange.opening import Opened
from records.exchange.own_key import own_public
from records.exchange.paired import clinic_of, newest_signed_at
from records.pack_errors import (
    PackOfAnotherClinic,
    PackOfAnotherPerson,
    PackOlder,
    PackOutOfPlace,
)
from records.pack_tables import PackRow, PairingRow
from records.people import person_id
from records.tables import PersonRow


@dataclass(frozen=True, slots=True)
class Met:
    """What is known here of a pack.

    Attributes
    ----------
    person
        The id of whose it is; `None` where this store is to get them by it.
    known
        Whether its signer is paired already.
    was_read
        Whether it was read before; then there is nothing to do.
    """

    person: UUID | None
    known: bool
    was_read: bool


def meet(transaction: Transaction, opened: Opened) -> Met:
    """Return what is known here of the pack.

    Raises
    ------
    PackOutOfPlace, PackOfAnotherClinic, PackOfAnotherPerson, PackOlder, PackBeforeForgotten,
    UnknownEntry
        Where it is not to be read here, as their names say.
    """
    own = own_public(transaction)
    if own is not None and hmac.compare_digest(own, opened.public):
        raise PackOutOfPlace(opened.path, "this pack was written by this store itself")
    if opened.label.kind == "practice":
        return _at_home(transaction, opened)
    return _at_the_clinic(transaction, opened, own)


def _at_home(transaction: Transaction, opened: Opened) -> Met:
    label, path = opened.label, opened.path
    person = _person(transaction, label.code)
    if person is None:
        if transaction.scalar(sa.select(PersonRow.id).limit(1)) is not None:
            raise PackOfAnotherPerson(path, label.code)
        refuse_before_forgotten(transaction, opened)
        return Met(None, known=False, was_read=False)
    if _is_their_clinic(transaction, person):
        raise PackOutOfPlace(
            path, f"this store is the clinic of {label.code}, and practice packs are read at home"
        )
    clinic = clinic_of(transaction, person)
    if clinic is not None and not hmac.compare_digest(clinic, opened.public):
        raise PackOfAnotherClinic(
            path, label.code, "was signed by another clinic than theirs, or with another key"
        )
    if _was_read(transaction, person, opened):
        return Met(person, known=True, was_read=True)
    newest = newest_signed_at(transaction, person, "read", "practice")
    if newest is not None and label.signed_at <= newest:
        raise PackOlder(path, label.code, label.signed_at, newest)
    if clinic is None:
        refuse_before_forgotten(transaction, opened)
    return Met(person, known=clinic is not None, was_read=False)


def _at_the_clinic(transaction: Transaction, opened: Opened, own: bytes | None) -> Met:
    label = opened.label
    if own is None or label.to != own.hex():
        raise PackOfAnotherClinic(opened.path, label.code, "is for another clinic than this")
    person = person_id(transaction, label.code)
    home = sa.select(PairingRow.id).where(
        PairingRow.person_id == person,
        PairingRow.role == "home",
        PairingRow.public == opened.public,
    )
    known = transaction.scalar(home) is not None
    return Met(person, known, was_read=known and _was_read(transaction, person, opened))


def _was_read(transaction: Transaction, person: UUID, opened: Opened) -> bool:
    query = sa.select(PackRow.digest).where(
        PackRow.person_id == person,
        PackRow.direction == "read",
        PackRow.pack_id == str(opened.label.id),
    )
    digest = transaction.scalar(query)
    if digest is not None and digest != opened.digest:
        raise PackOutOfPlace(opened.path, "another pack with its number was read here before")
    return digest is not None


def _is_their_clinic(transaction: Transaction, person: UUID) -> bool:
    paired = sa.select(PairingRow.id).where(
        PairingRow.person_id == person, PairingRow.role == "home"
    )
    wrote = sa.select(PackRow.id).where(
        PackRow.person_id == person, PackRow.direction == "written", PackRow.kind == "practice"
    )
    return any(transaction.scalar(each.limit(1)) is not None for each in (paired, wrote))


def _person(transaction: Transaction, code: str) -> UUID | None:
    try:
        return person_id(transaction, code)
    except UnknownEntry:
        return None
