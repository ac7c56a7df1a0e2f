"""This store's own signing key. It is made once, and never leaves the encrypted store."""

from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session as Transaction

from records.exchange.signing import new_private, public_of
from records.pack_tables import SigningKeyRow


def own_private(transaction: Transaction) -> bytes:
    """Return the private key, 32 bytes, made now where there is none yet.

    The transaction has to be one that writes.
    """
    kept = _kept(transaction)
    if kept is not None:
        return kept
    private = new_private()
    transaction.add(SigningKeyRow(private=private, made_at=datetime.now(UTC)))
    transaction.flush()
    return private


def own_public(transaction: Transaction) -> bytes | None:
    """Return the public key, 32 bytes; `None` where this store has never signed anything."""
    kept = _kept(transaction)
    return None if kept is None else public_of(kept)


def _kept(transaction: Transaction) -> bytes | None:
    return transaction.scalar(
        sa.select(SigningKeyRow.private).order_by(SigningKeyRow.made_at).limit(1)
    )
