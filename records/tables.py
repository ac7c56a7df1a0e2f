"""The tables. What a row is about is kept as one checked document; columns are what is searched.

They are written for SQLite and PostgreSQL alike.
"""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from records.base import Base, new_id


def of_person() -> ForeignKey:
    """Return the key to the person a row is about: it goes when they go."""
    return ForeignKey("person.id", ondelete="CASCADE")


class PersonRow(Base):
    """Somebody who practises; all that is kept about them goes when this goes."""

    __tablename__ = "person"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    code: Mapped[str] = mapped_column(String(24))
    folded_code: Mapped[str] = mapped_column(String(24), unique=True)
    """The code without capitals: two codes that differ in them only would be one file name."""
    display_name: Mapped[str | None]
    search: Mapped[str]
    """Code and display name, folded as `records.folding.folded` does."""
    document: Mapped[str]
    """An `exercises.person.Person` as JSON."""
    row_version: Mapped[int]
    added_at: Mapped[datetime]
    changed_at: Mapped[datetime]


class StaffRow(Base):
    """Somebody who works with the people; nobody is removed whose signature stands somewhere."""

    __tablename__ = "staff"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    initials: Mapped[str] = mapped_column(String(60))
    folded_initials: Mapped[str] = mapped_column(String(60), unique=True)
    role: Mapped[str] = mapped_column(String(20))
    active: Mapped[bool]
    pin: Mapped[str]
    """The PIN's digest, never the PIN."""
    faulty_pins: Mapped[int]
    paused_until: Mapped[datetime | None]
    row_version: Mapped[int]


class RangeRow(Base):
    """One version of one signed range; rows are only ever added."""

    __tablename__ = "signed_range"
    __table_args__ = (
        UniqueConstraint("person_id", "exercise_id", "measure_key", "rising", "version"),
        CheckConstraint("version >= 1", name="version"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    person_id: Mapped[UUID] = mapped_column(of_person())
    exercise_id: Mapped[str] = mapped_column(String(60))
    measure_key: Mapped[str] = mapped_column(String(60))
    rising: Mapped[bool]
    version: Mapped[int]
    document: Mapped[str]
    """An `exercises.signed_range.SignedRange` as JSON."""
    signed_by: Mapped[str] = mapped_column(String(60))
    signed_at: Mapped[datetime]


class ProgrammeRow(Base):
    """One version of a person's programme; rows are only ever added."""

    __tablename__ = "programme"
    __table_args__ = (
        UniqueConstraint("person_id", "version"),
        CheckConstraint("version >= 1", name="version"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    person_id: Mapped[UUID] = mapped_column(of_person())
    version: Mapped[int]
    document: Mapped[str]
    """An `exercises.programme.Programme` as JSON."""
    signed_by: Mapped[str] = mapped_column(String(60))
    signed_at: Mapped[datetime]


class ProposalRow(Base):
    """One change proposed to a programme, waiting for a therapist's word."""

    __tablename__ = "proposal"
    __table_args__ = (
        CheckConstraint("state IN ('open', 'accepted', 'declined', 'superseded')", name="state"),
        CheckConstraint("(state = 'open') = (decided_by IS NULL)", name="decided"),
        Index(None, "person_id", "state"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    person_id: Mapped[UUID] = mapped_column(of_person())
    programme_version: Mapped[int]
    """The version it would change; another one since then makes it stale."""
    document: Mapped[str]
    """A `feedback.change.Proposal` as JSON."""
    state: Mapped[str] = mapped_column(String(10))
    proposed_at: Mapped[datetime]
    decided_by: Mapped[str | None] = mapped_column(String(60))
    decided_at: Mapped[datetime | None]


class RoomRow(Base):
    """A room with a zone for each mat or chair."""

    __tablename__ = "room"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    folded_name: Mapped[str] = mapped_column(unique=True)
    document: Mapped[str]
    """A `records.rooms.Room` as JSON."""
    row_version: Mapped[int]


class PracticeRow(Base):
    """One practice: added as it begins, what is new of it put in its place while it runs."""

    __tablename__ = "practice"
    __table_args__ = (
        Index(None, "person_id", "began_at"),
        CheckConstraint("state IN ('running', 'ended', 'interrupted')", name="state"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    person_id: Mapped[UUID] = mapped_column(of_person())
    began_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(12))
    """``running``, ``ended``, or ``interrupted`` where it was cut off."""
    changed_at: Mapped[datetime]
    document: Mapped[str]
    """A `records.kept_practice.KeptPractice` as JSON."""
    digest: Mapped[str] = mapped_column(String(64))
    """SHA-256 of `document`, in hexadecimal."""
    angles_removed_on: Mapped[date | None]
    """When its angles were removed, as the clinic keeps them for so long only; `None` if not."""


class GroupRow(Base):
    """That a group practised; it names nobody who was there."""

    __tablename__ = "group_practice"
    __table_args__ = (Index(None, "began_at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    began_at: Mapped[datetime]
    document: Mapped[str]
    """A `records.groups.KeptGroup` as JSON."""


class DiaryRow(Base):
    """A day's entry of a person's diary."""

    __tablename__ = "diary_entry"
    __table_args__ = (Index(None, "person_id", "day"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    person_id: Mapped[UUID] = mapped_column(of_person())
    day: Mapped[date]
    document: Mapped[str]
    """A `feedback.ratings.DiaryEntry` as JSON."""
    row_version: Mapped[int]
    written_at: Mapped[datetime]
