"""That a group practised: when, where, who led it, and how long somebody was seen at each place.

Nothing in it says who was there. What is kept of a person is kept with their practices.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

import sqlalchemy as sa
from pydantic import AfterValidator, Field, model_validator

from exercises.code import Initials
from exercises.definition import Definition
from exercises.lines import Name
from records.base import utc
from records.errors import UnknownEntry
from records.kept import read_document
from records.tables import GroupRow
from records.work import Work


class Attended(Definition):
    """How long somebody was seen at one place."""

    place: Annotated[int, Field(ge=1)]
    """Its number."""
    seen_s: Annotated[float, Field(ge=0)]
    """Seconds; 0 where nobody was, or nobody looked."""


class KeptGroup(Definition):
    """A group's practice as it is kept."""

    began_at: Annotated[datetime, AfterValidator(utc)]
    """When, UTC."""
    room: Name | None = None
    """Where; `None` where the room has no name."""
    led_by: Initials | None = None
    """Who led it."""
    places: Annotated[tuple[Attended, ...], Field(strict=False, min_length=1, max_length=16)]
    """Each place, in the order of their numbers."""

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        if len({each.place for each in self.places}) < len(self.places):
            raise ValueError("two places have one number")
        return self

    @property
    def attended(self) -> int:
        """At how many places somebody was seen."""
        return sum(each.seen_s > 0 for each in self.places)


class Groups:
    """Keeps that groups practised, and finds it again."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def add(self, group: KeptGroup) -> UUID:
        """Keep one, and return its id once it is on the disk."""
        with self._work.writing() as transaction:
            row = GroupRow(began_at=group.began_at, document=group.model_dump_json())
            transaction.add(row)
            transaction.flush()
            return row.id

    def go_on(self, id_: UUID, group: KeptGroup) -> None:
        """Keep what is known of one now in its place; it is on the disk on return.

        Raises
        ------
        UnknownEntry
            Where there is none such any more.
        """
        with self._work.writing() as transaction:
            row = transaction.get(GroupRow, id_)
            if row is None:
                raise UnknownEntry("the group's practice", str(id_))
            row.document = group.model_dump_json()

    def list(self, limit: int = 1000) -> Sequence[KeptGroup]:
        """Return them, the newest first: at most `limit`."""
        query = (
            sa.select(GroupRow.document)
            .order_by(GroupRow.began_at.desc(), GroupRow.id.desc())
            .limit(limit)
        )
        with self._work.reading() as transaction:
            documents = transaction.scalars(query).all()
        return [
            read_document(KeptGroup, each, self._work.path, "a group's practice")
            for each in documents
        ]
