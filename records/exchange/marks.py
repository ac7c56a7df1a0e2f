"""What went from a home or came to a clinic, and as what: so only what is new goes and counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session as Transaction

from records.exchange.contents import PackedEntry, PackedPractice
from records.pack_tables import ExchangedRow


@dataclass(frozen=True, slots=True)
class Mark:
    """As what an item went or came last.

    Attributes
    ----------
    digest
        SHA-256 of the item.
    as_kept
        At home, of a practice: SHA-256 of what tells without its angles that it has not changed
        since; `None` of anything else.
    """

    digest: bytes
    as_kept: bytes | None = None


def digest_of_item(item: PackedPractice | PackedEntry) -> bytes:
    """Return the SHA-256 of an item as it goes; it tells whether it changed since."""
    return sha256(item.model_dump_json().encode()).digest()


def marks_of(transaction: Transaction, person: UUID) -> dict[UUID, Mark]:
    """Return of each item of a person as what it went or came last."""
    columns = sa.select(ExchangedRow.item_id, ExchangedRow.digest, ExchangedRow.as_kept)
    found = transaction.execute(columns.where(ExchangedRow.person_id == person))
    return {row.item_id: Mark(row.digest, row.as_kept) for row in found}


def mark(
    transaction: Transaction, person: UUID, marks: Mapping[UUID, Mark], signed_at: datetime
) -> None:
    """Note that items went or came in the pack that was signed then."""
    for item, own in marks.items():
        row = ExchangedRow(
            person_id=person,
            item_id=item,
            digest=own.digest,
            signed_at=signed_at,
            as_kept=own.as_kept,
        )
        transaction.merge(row)
