"""The table of what a person is called in a research set, and by how much their days are moved."""

from uuid import UUID

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from records.base import Base, new_id
from records.tables import of_person


class StudyRow(Base):
    """One person in one set. It is the only bridge between the two, and goes when they go."""

    __tablename__ = "study"
    __table_args__ = (
        UniqueConstraint("person_id", "set_name"),
        UniqueConstraint("set_name", "study_id"),
        CheckConstraint("days_back >= 1", name="days_back"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    person_id: Mapped[UUID] = mapped_column(of_person())
    set_name: Mapped[str] = mapped_column(String(40))
    study_id: Mapped[str] = mapped_column(String(24))
    """Drawn at random; it is made of nothing that is known of them."""
    days_back: Mapped[int]
    """Their days are moved back by so many; drawn at random."""
