"""The table of what was measured moment by moment."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from records.base import Base


class ChunkRow(Base):
    """About one second of a practice, written while it runs; rows are only ever added."""

    __tablename__ = "trace_chunk"
    __table_args__ = (CheckConstraint("number >= 0", name="number"),)

    practice_id: Mapped[UUID] = mapped_column(
        ForeignKey("practice.id", ondelete="CASCADE"), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True)
    """Counts the chunks of a practice from 0."""
    codec: Mapped[int]
    """Which version of the codec wrote it."""
    data: Mapped[bytes] = mapped_column(LargeBinary)
    digest: Mapped[bytes] = mapped_column(LargeBinary)
    """SHA-256 of `data`."""
