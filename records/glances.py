"""Practices at a glance: of many documents only what is drawn of them is read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import AfterValidator, BaseModel, ConfigDict

from feedback.glance import RecordGlance
from feedback.ratings import Ratings
from records.base import utc
from records.kept import read_document
from records.kept_practice import SetUp
from records.people import person_id
from records.running import Running
from records.settling import state_now
from records.tables import PracticeRow
from records.work import Work


class PracticeGlance(BaseModel):
    """As much of a `records.kept_practice.KeptPractice` as is seen at a glance."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    began_at: Annotated[datetime, AfterValidator(utc)]
    """When, UTC."""
    record: RecordGlance
    """How far each movement came."""
    ratings: Ratings
    """What was asked and answered."""
    made_with: str
    """The program and the pose model."""
    set_up: tuple[SetUp, ...] = ()
    """How each movement was set up."""
    words: str = ""
    """The person's own words."""
    note: str = ""
    """What whoever led it noted of it."""
    with_staff: str | None = None
    """Who was there; `None` for a practice alone."""


@dataclass(frozen=True, slots=True)
class GlanceEntry:
    """A practice at a glance, its id and state as those of `records.kept_practice` are."""

    id: UUID
    state: str
    practice: PracticeGlance


class Glances:
    """Reads a person's practices at a glance."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._running = Running.beside(work.path)

    def list(self, code: str, limit: int = 1000) -> Sequence[PracticeGlance]:
        """Return a person's practices, the newest first: at most `limit`.

        Raises
        ------
        UnknownEntry
            Where there is no such person.
        """
        return [entry.practice for entry in self.entries(code, limit)]

    def entries(self, code: str, limit: int = 1000) -> Sequence[GlanceEntry]:
        """Return them as `list` does, each with its id and its state.

        Raises
        ------
        UnknownEntry
            Where there is no such person.
        """
        with self._work.reading() as transaction:
            query = (
                sa.select(PracticeRow.id, PracticeRow.state, PracticeRow.document)
                .where(PracticeRow.person_id == person_id(transaction, code))
                .order_by(PracticeRow.began_at.desc(), PracticeRow.id.desc())
                .limit(limit)
            )
            rows = transaction.execute(query).all()
        what, path = f"a practice of {code}", self._work.path
        return [
            GlanceEntry(
                id_,
                state_now(self._work, self._running, id_, state),
                read_document(PracticeGlance, document, path, what),
            )
            for id_, state, document in rows
        ]
