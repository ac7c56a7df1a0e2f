"""Rooms, each with a zone of the picture for every mat or chair."""

from collections.abc import Sequence
from typing import Annotated, Self

import sqlalchemy as sa
from pydantic import Field, model_validator
from sqlalchemy.orm import Session as Transaction

from exercises.definition import Definition
from exercises.lines import Name
from records.errors import AlreadyThere, Stale, UnknownEntry
from records.folding import plain
from records.kept import Kept, read_document
from records.tables import RoomRow
from records.work import Work
from vision.zones import Zone


class Room(Definition):
    """A room as a group practises in it."""

    name: Name
    """What it is called here."""
    zones: Annotated[tuple[Zone, ...], Field(strict=False, min_length=1, max_length=16)]
    """One for each place, numbered as the places are."""

    @model_validator(mode="after")
    def _each_numbered_once(self) -> Self:
        if len({zone.number for zone in self.zones}) < len(self.zones):
            raise ValueError("two places have one number")
        return self


class Rooms:
    """Adds, changes, finds and lists rooms."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def add(self, room: Room) -> Kept[Room]:
        """Keep a new room.

        Raises
        ------
        AlreadyThere
            Where one has the name, capitals or not.
        """
        with self._work.writing() as transaction:
            if _row(transaction, room.name) is not None:
                raise AlreadyThere("the room", room.name)
            transaction.add(
                RoomRow(
                    folded_name=plain(room.name), document=room.model_dump_json(), row_version=1
                )
            )
        return Kept(room, 1)

    def get(self, name: str) -> Kept[Room]:
        """Return the room called `name`, capitals or not.

        Raises
        ------
        UnknownEntry
            Where there is none.
        """
        with self._work.reading() as transaction:
            return self._kept(_known(transaction, name))

    def update(self, room: Room, row_version: int) -> Kept[Room]:
        """Keep a change to the room of its name, if nobody else was quicker.

        Raises
        ------
        UnknownEntry, Stale
            Where there is none; where its row has another version than `row_version`.
        """
        with self._work.writing() as transaction:
            row = _known(transaction, room.name)
            if row.row_version != row_version:
                raise Stale(f"the room {room.name}", self._kept(row), Kept(room, row_version))
            row.document = room.model_dump_json()
            row.row_version += 1
            return Kept(room, row.row_version)

    def remove(self, name: str) -> None:
        """Forget the room called `name`.

        Raises
        ------
        UnknownEntry
            Where there is none.
        """
        with self._work.writing() as transaction:
            transaction.delete(_known(transaction, name))

    def list(self) -> Sequence[Room]:
        """Return all, in the order of their names."""
        with self._work.reading() as transaction:
            rows = transaction.scalars(sa.select(RoomRow).order_by(RoomRow.folded_name))
            return [self._kept(row).value for row in rows]

    def _kept(self, row: RoomRow) -> Kept[Room]:
        room = read_document(Room, row.document, self._work.path, f"the room {row.folded_name}")
        return Kept(room, row.row_version)


def _known(transaction: Transaction, name: str) -> RoomRow:
    row = _row(transaction, name)
    if row is None:
        raise UnknownEntry("the room", name)
    return row


def _row(transaction: Transaction, name: str) -> RoomRow | None:
    return transaction.scalar(sa.select(RoomRow).where(RoomRow.folded_name == plain(name)))
