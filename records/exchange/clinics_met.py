"""Which signers a store knew before: what remains of them once a person of theirs is forgotten.

Without it an old, wider pack could be read at home as a first one after all, and a clinic whose
clock was set back could sign what is older than what it signed for somebody it has forgotten since.
Kept are the signer's public key and when they signed their newest pack; nothing is kept of whose
that was.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session as Transaction

from records.exchange.opening import Opened
from records.exchange.own_key import own_public
from records.exchange.paired import clinic_of, newest_signed_at, newest_written_at
from records.pack_errors import PackBeforeForgotten
from records.pack_tables import ClinicMetRow


def remember_clinic(transaction: Transaction, person: UUID) -> bool:
    """Note what remains of a person's clinic, before they or their pairing go.

    Returns
    -------
    bool
        Whether they have a clinic here.
    """
    public = clinic_of(transaction, person)
    newest = newest_signed_at(transaction, person, "read", "practice")
    if public is None or newest is None:
        return False
    _remember(transaction, public, newest)
    return True


def remember_own(transaction: Transaction) -> None:
    """Note when this store signed its newest pack, before the note of it may go with a person."""
    public, newest = own_public(transaction), newest_written_at(transaction)
    if public is not None and newest is not None:
        _remember(transaction, public, newest)


def newest_own_at(transaction: Transaction) -> datetime | None:
    """Return when this store signed its newest pack, whosever it was; `None` where it did none."""
    public, newest = own_public(transaction), newest_written_at(transaction)
    met = None if public is None else transaction.get(ClinicMetRow, public)
    return max((each for each in (newest, met and met.signed_at) if each), default=None)


def refuse_before_forgotten(transaction: Transaction, opened: Opened) -> None:
    """Refuse as a first pack one that its clinic signed no later than what was read here before.

    Raises
    ------
    PackBeforeForgotten
        Where it is so.
    """
    met = transaction.get(ClinicMetRow, opened.public)
    signed_at: datetime = opened.label.signed_at
    if met is not None and signed_at <= met.signed_at:
        raise PackBeforeForgotten(opened.path, opened.label.code, signed_at, met.signed_at)


def _remember(transaction: Transaction, public: bytes, newest: datetime) -> None:
    before = transaction.get(ClinicMetRow, public)
    signed_at = newest if before is None else max(newest, before.signed_at)
    transaction.merge(ClinicMetRow(public=public, signed_at=signed_at))
    transaction.flush()
