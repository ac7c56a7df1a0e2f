"""Which clinics a home knew before: what remains of them once their person is forgotten.

Without it an old, wider pack could be read as a first one after all. Kept are the clinic's public
key and when it signed the newest pack that was read here; nothing is kept of whose that was.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session as Transaction

from records.exchange.opening import Opened
from records.exchange.paired import clinic_of, newest_signed_at
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
    before = transaction.get(ClinicMetRow, public)
    signed_at = newest if before is None else max(newest, before.signed_at)
    transaction.merge(ClinicMetRow(public=public, signed_at=signed_at))
    transaction.flush()
    return True


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
