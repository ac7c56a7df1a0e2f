"""The tables of what is asked, observed and signed beside what was seen."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from records.base import Base, new_id
from records.tables import of_person


class OutcomeRow(Base):
    """What a person answered of their life at one interval: an instrument filled in on a day."""

    __tablename__ = "outcome"
    __table_args__ = (Index(None, "person_id", "day"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    person_id: Mapped[UUID] = mapped_column(of_person())
    day: Mapped[date]
    document: Mapped[str]
    """A `feedback.instruments.Filled` as JSON."""
    row_version: Mapped[int]
    written_at: Mapped[datetime]


class ObservationRow(Base):
    """What a clinician observed of a person on a day, beside the angles; only ever added."""

    __tablename__ = "observation"
    __table_args__ = (Index(None, "person_id", "day"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    person_id: Mapped[UUID] = mapped_column(of_person())
    day: Mapped[date]
    document: Mapped[str]
    """A `feedback.observing.Observation` as JSON."""
    signed_by: Mapped[str] = mapped_column(String(60))
    written_at: Mapped[datetime]


class ReviewRow(Base):
    """That somebody read a practice and signed it, with a note; only ever added."""

    __tablename__ = "review"
    __table_args__ = (Index(None, "practice_id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    practice_id: Mapped[UUID] = mapped_column(ForeignKey("practice.id", ondelete="CASCADE"))
    note: Mapped[str]
    record_digest: Mapped[str] = mapped_column(String(64))
    """SHA-256 of the practice as it was read, so that a signature stands for what was seen."""
    signed_by: Mapped[str] = mapped_column(String(60))
    signed_at: Mapped[datetime]
