"""Who is a person's clinic, and when the newest pack was signed."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session as Transaction

from records.pack_tables import PackRow, PairingRow


def clinic_of(transaction: Transaction, person: UUID) -> bytes | None:
    """Return the public key of a person's clinic; `None` where this is not their home."""
    query = sa.select(PairingRow.public).where(
        PairingRow.person_id == person, PairingRow.role == "clinic"
    )
    return transaction.scalar(query)


def newest_signed_at(
    transaction: Transaction, person: UUID, direction: str, kind: str
) -> datetime | None:
    """Return when the newest pack of a person was signed; `None` where there is none."""
    query = sa.select(PackRow.signed_at).where(
        PackRow.person_id == person, PackRow.direction == direction, PackRow.kind == kind
    )
    return transaction.scalar(query.order_by(PackRow.signed_at.desc()).limit(1))


def newest_written_at(transaction: Transaction) -> datetime | None:
    """Return when this store signed the newest pack of those it notes; `None` where it did none."""
    query = sa.select(PackRow.signed_at).where(PackRow.direction == "written")
    return transaction.scalar(query.order_by(PackRow.signed_at.desc()).limit(1))
