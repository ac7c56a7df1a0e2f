"""Practices at a glance: of many documents only what is drawn of them is read."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

import sqlalchemy as sa
from pydantic import AfterValidator, BaseModel, ConfigDict

from feedback.glance import RecordGlance
from feedback.ratings import Ratings
from records.base import utc
from records.kept import read_document
from records.people import person_id
from records.practices import SetUp
from records.tables import PracticeRow
from records.work import Work


class PracticeGlance(BaseModel):
    """As much of a `records.practices.KeptPractice` as is seen at a glance."""

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


class Glances:
    """Reads a person's practices at a glance."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def list(self, code: str, limit: int = 1000) -> Sequence[PracticeGlance]:
        """Return a person's practices, the newest first: at most `limit`.

        Raises
        ------
        UnknownEntry
            Where there is no such person.
        """
        with self._work.reading() as transaction:
            query = (
                sa.select(PracticeRow.document)
                .where(PracticeRow.person_id == person_id(transaction, code))
                .order_by(PracticeRow.began_at.desc(), PracticeRow.id.desc())
                .limit(limit)
            )
            documents = transaction.scalars(query).all()
        what = f"a practice of {code}"
        return [read_document(PracticeGlance, each, self._work.path, what) for each in documents]
