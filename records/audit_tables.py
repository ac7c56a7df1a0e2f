"""The tables of who did what to whose data.

An entry knows a person only by a keyed hash. The key is a row of its own that goes when they go:
no entry can be brought to them any more, and the chain still verifies.
"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from records.base import Base


class AuditRow(Base):
    """One thing that was done; rows are only ever added, each chained to the one before."""

    __tablename__ = "audit"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """Counts from 1, without a gap."""
    at: Mapped[datetime]
    action: Mapped[str] = mapped_column(String(40))
    by: Mapped[str | None] = mapped_column(String(60))
    """Whose initials; `None` where nobody signed in."""
    subject: Mapped[bytes | None] = mapped_column(LargeBinary)
    """HMAC-SHA256 of the person's code under their key; `None` where it is of nobody."""
    detail: Mapped[str]
    """What else is to be known; never a name or a code."""
    previous: Mapped[bytes] = mapped_column(LargeBinary)
    """The digest of the entry before; zeros for the first."""
    digest: Mapped[bytes] = mapped_column(LargeBinary)
    """SHA-256 of all the columns above, as `records.audit_chain` puts them together."""


class AuditHeadRow(Base):
    """How far the chain goes, so that an end that was taken off is noticed; one row."""

    __tablename__ = "audit_head"
    __table_args__ = (CheckConstraint("id = 1", name="one"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int]
    """Of the last entry."""
    digest: Mapped[bytes] = mapped_column(LargeBinary)
    """Of the last entry."""


class AuditKeyRow(Base):
    """The key under which one person's code is hashed; gone when they are forgotten."""

    __tablename__ = "audit_key"

    folded_code: Mapped[str] = mapped_column(
        ForeignKey("person.folded_code", ondelete="CASCADE"), primary_key=True
    )
    key: Mapped[bytes] = mapped_column(LargeBinary)
    """32 random bytes."""
