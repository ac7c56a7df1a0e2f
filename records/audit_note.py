"""Adding one entry to the audit, together with what it is about."""

import hashlib
import hmac
import re
import secrets
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session as Transaction

from records.audit_chain import FIRST, link_digest
from records.audit_tables import AuditHeadRow, AuditKeyRow, AuditRow
from records.errors import UnknownEntry
from records.tables import PersonRow

HEAD_ID = 1
"""Of the one row that says how far the chain goes."""
_KEY_BYTES = 32
_ID = re.compile(r"(?<!\w)[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}(?!\w)", re.IGNORECASE)


def note(
    transaction: Transaction,
    action: str,
    by: str | None = None,
    code: str | PersonRow | None = None,
    detail: str = "",
    now: datetime | None = None,
) -> int:
    """Add an entry within a transaction that writes, and return its number.

    What is done in the same transaction is kept together with its entry, or neither is.

    Parameters
    ----------
    transaction
        Of `Work.writing`: it holds the right to write, so two never take one number.
    action, by, detail
        As `records.audit.AuditEntry` has them. The person's code and name are taken out of
        `detail` where they stand in it as words of their own, and an id becomes a mark under the
        person's key, as in ``#1f3a90c2``: the entry stays when they go.
    code
        Whose data it was: their code, or their row; `None` for nobody's.
    now
        When; `None` for now.

    Raises
    ------
    UnknownEntry
        Where there is nobody with `code`.
    """
    subject = None
    if code is not None:
        row = _row(transaction, code)
        key = _key_of(transaction, row.folded_code)
        subject = subject_of(row.folded_code, key)
        detail = _without(detail, row, key)
    at = (now or datetime.now(UTC)).astimezone(UTC)
    head = transaction.get(AuditHeadRow, HEAD_ID)
    if head is None:
        head = AuditHeadRow(id=HEAD_ID, number=0, digest=FIRST)
        transaction.add(head)
    number, previous = head.number + 1, head.digest
    digest = link_digest(number, at, action, by, subject, detail, previous)
    transaction.add(
        AuditRow(
            number=number,
            at=at,
            action=action,
            by=by,
            subject=subject,
            detail=detail,
            previous=previous,
            digest=digest,
        )
    )
    head.number, head.digest = number, digest
    transaction.flush()
    return number


def subject_of(folded_code: str, key: bytes) -> bytes:
    """Return what an entry knows of a person: HMAC-SHA256 of their folded code, 32 bytes."""
    return hmac.digest(key, folded_code.encode(), hashlib.sha256)


def _key_of(transaction: Transaction, folded_code: str) -> bytes:
    row = transaction.get(AuditKeyRow, folded_code)
    if row is None:
        row = AuditKeyRow(folded_code=folded_code, key=secrets.token_bytes(_KEY_BYTES))
        transaction.add(row)
        transaction.flush()
    return row.key


def _without(detail: str, row: PersonRow, key: bytes) -> str:
    for name in (row.code, row.display_name):
        if name:
            detail = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "…", detail, flags=re.IGNORECASE)
    # An id stands in backups and exports too: it would bring the entry to the person after all.
    return _ID.sub(lambda found: _mark(found[0], key), detail)


def _mark(id_: str, key: bytes) -> str:
    return "#" + hmac.digest(key, id_.replace("-", "").lower().encode(), hashlib.sha256)[:4].hex()


def _row(transaction: Transaction, code: str | PersonRow) -> PersonRow:
    if isinstance(code, PersonRow):
        return code
    found = transaction.scalar(sa.select(PersonRow).where(PersonRow.folded_code == code.casefold()))
    if found is None:
        raise UnknownEntry("the person", code)
    return found
