"""The chain of the audit: each entry's digest is over all of it and over the digest before."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

FIRST = bytes(32)
"""What the first entry takes for the digest before."""
_FORM = b"unhurried audit 1"


@dataclass(frozen=True, slots=True)
class Link:
    """One entry, as it is chained.

    Attributes
    ----------
    number
        Counts from 1.
    at
        When, UTC.
    action, by, subject, detail, previous, digest
        As `records.audit_tables.AuditRow` has them.
    """

    number: int
    at: datetime
    action: str
    by: str | None
    subject: bytes | None
    detail: str
    previous: bytes
    digest: bytes


def link_digest(
    number: int,
    at: datetime,
    action: str,
    by: str | None,
    subject: bytes | None,
    detail: str,
    previous: bytes,
) -> bytes:
    """Return the SHA-256 of an entry, 32 bytes.

    Each part goes in with its length, so that no two entries make the same bytes; nothing and an
    empty text are two things.
    """
    parts = (
        str(number).encode(),
        at.astimezone(UTC).isoformat(timespec="microseconds").encode(),
        action.encode(),
        None if by is None else by.encode(),
        subject,
        detail.encode(),
        previous,
    )
    whole = hashlib.sha256(_FORM)
    for part in parts:
        whole.update(b"-" if part is None else f"{len(part)}:".encode() + part)
    return whole.digest()


def chain_faults(links: Iterable[Link], head: tuple[int, bytes] | None) -> Iterator[str]:
    """Yield one line for each entry that is not as it was written, is not there, or is displaced.

    Parameters
    ----------
    links
        The entries in the order of their numbers.
    head
        Number and digest of the last entry, as they are kept beside the chain; `None` where no
        entry was ever added.
    """
    number, previous = 0, FIRST
    for link in links:
        if link.number != number + 1:
            yield _gone(number + 1, link.number - 1)
        elif link.previous != previous:
            yield f"audit: entry {link.number} does not follow the entry before it"
        if link.digest != link_digest(
            link.number, link.at, link.action, link.by, link.subject, link.detail, link.previous
        ):
            yield f"audit: entry {link.number} is not as it was written"
        number, previous = link.number, link.digest
    if head is None:
        if number:
            yield "audit: how far it goes is not kept any more"
        return
    last, digest = head
    if number < last:
        yield _gone(number + 1, last)
    elif number > last:
        yield f"audit: entry {number} was added past the end, which is {last}"
    elif previous != digest:
        yield f"audit: entry {number} is not the one that was last added"


def _gone(first: int, last: int) -> str:
    if first > last:
        return f"audit: entry {last + 1} is there twice or out of order"
    if first == last:
        return f"audit: entry {first} is not there any more"
    return f"audit: entries {first} to {last} are not there any more"
