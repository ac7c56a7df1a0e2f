"""What goes into a pack, gathered from the store."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session as Transaction

from exercises.person import Person
from exercises.signed_range import SignedRange
from records.exchange.contents import (
    PackedChunk,
    PackedEntry,
    PackedPractice,
    PackedProgramme,
    PackedRange,
    PracticeContent,
    ReturnContent,
    for_home,
)
from records.exchange.form import FULL_BLOBS, FULL_DOCUMENT, MOST_ITEMS
from records.kept import read_document
from records.outcome_tables import OutcomeRow
from records.pack_tables import ExchangedRow, PackRow
from records.programmes import newest, read_programme
from records.tables import DiaryRow, PersonRow, PracticeRow, RangeRow
from records.trace_table import ChunkRow
from records.work import Work

Entries = type[DiaryRow] | type[OutcomeRow]


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is new at home.

    Attributes
    ----------
    content, blobs
        What goes into the pack.
    marks
        Of each item the digest of it as it goes.
    """

    content: ReturnContent
    blobs: bytes
    marks: Mapping[UUID, bytes]


def for_practice(
    transaction: Transaction, work: Work, row: PersonRow, language: str | None, words: str
) -> PracticeContent:
    """Return what a home needs of a person: profile, ranges that hold, programme that holds.

    Raises
    ------
    NotUnderstood
        Where something kept cannot be read.
    """
    person = read_document(Person, row.document, work.path, f"the person {row.code}")
    applied = newest(transaction, row.id)
    programme = None
    if applied is not None:
        programme = PackedProgramme(
            programme=read_programme(applied, work, row.code),
            version=applied.version,
            signed_by=applied.signed_by,
            signed_at=applied.signed_at,
        )
    return PracticeContent(
        person=for_home(person),
        ranges=tuple(_ranges(transaction, work, row)),
        programme=programme,
        language=language,
        words=words,
    )


def for_return(transaction: Transaction, person: UUID, *, everything: bool = False) -> Gathered:
    """Return what is kept of a person and was not sent as it is now, the oldest first.

    A practice that is still running waits for the next pack, as does what has no room.

    Parameters
    ----------
    everything
        Also what was sent already.
    """
    sent = {} if everything else exchanged(transaction, person)
    room = _Room()
    practices, traces = [], list[bytes]()
    for packed, blobs in _practices(transaction, person, sent):
        if not room.takes(len(packed.document), sum(map(len, blobs))):
            break
        practices.append(packed)
        traces += blobs
    diary = [
        each
        for each in _entries(transaction, DiaryRow, person, sent)
        if room.takes(len(each.document))
    ]
    outcomes = [
        each
        for each in _entries(transaction, OutcomeRow, person, sent)
        if room.takes(len(each.document))
    ]
    content = ReturnContent(
        after=None if everything else _last_return(transaction, person),
        more=room.full,
        practices=tuple(practices),
        diary=tuple(diary),
        outcomes=tuple(outcomes),
    )
    items: list[PackedPractice | PackedEntry] = [*practices, *diary, *outcomes]
    return Gathered(content, b"".join(traces), {each.id: digest_of_item(each) for each in items})


def digest_of_item(item: PackedPractice | PackedEntry) -> bytes:
    """Return the SHA-256 of an item as it goes; it tells whether it changed since."""
    return sha256(item.model_dump_json().encode()).digest()


def exchanged(transaction: Transaction, person: UUID) -> dict[UUID, bytes]:
    """Return of each item that went or came the digest of it as it did so last."""
    query = sa.select(ExchangedRow.item_id, ExchangedRow.digest).where(
        ExchangedRow.person_id == person
    )
    return {row.item_id: row.digest for row in transaction.execute(query)}


def mark(
    transaction: Transaction, person: UUID, marks: Mapping[UUID, bytes], signed_at: datetime
) -> None:
    """Note that items went or came in the pack that was signed then."""
    for item, digest in marks.items():
        row = ExchangedRow(person_id=person, item_id=item, digest=digest, signed_at=signed_at)
        transaction.merge(row)


class _Room:
    """How much a pack still has room for; the first item goes in whatever its size."""

    def __init__(self) -> None:
        self._document = self._blobs = self._items = 0
        self.full = False

    def takes(self, document: int, blobs: int = 0) -> bool:
        if self.full:
            return False
        fits = (
            self._document + document <= FULL_DOCUMENT
            and self._blobs + blobs <= FULL_BLOBS
            and self._items < MOST_ITEMS
        )
        if self._items and not fits:
            self.full = True
            return False
        self._document, self._blobs = self._document + document, self._blobs + blobs
        self._items += 1
        return True


def _ranges(transaction: Transaction, work: Work, row: PersonRow) -> Iterator[PackedRange]:
    query = sa.select(RangeRow).where(RangeRow.person_id == row.id).order_by(RangeRow.version)
    holding = {
        (each.exercise_id, each.measure_key, each.rising): each
        for each in transaction.scalars(query)
    }
    for each in holding.values():
        signed = read_document(SignedRange, each.document, work.path, f"a range of {row.code}")
        yield PackedRange(range=signed, signed_at=each.signed_at)


def _practices(
    transaction: Transaction, person: UUID, sent: Mapping[UUID, bytes]
) -> Iterator[tuple[PackedPractice, list[bytes]]]:
    query = sa.select(PracticeRow.id).where(
        PracticeRow.person_id == person, PracticeRow.state != "running"
    )
    order = PracticeRow.began_at, PracticeRow.id
    for id_ in transaction.scalars(query.order_by(*order)).all():
        row = transaction.get_one(PracticeRow, id_)
        chunks = sa.select(ChunkRow.number, ChunkRow.codec, ChunkRow.data, ChunkRow.digest)
        of_it = chunks.where(ChunkRow.practice_id == id_).order_by(ChunkRow.number)
        found = transaction.execute(of_it).all()
        packed = PackedPractice.model_validate(
            {
                "id": row.id,
                "state": row.state,
                "document": row.document,
                "chunks": [
                    PackedChunk(number=number, codec=codec, size=len(data), digest=digest.hex())
                    for number, codec, data, digest in found
                ],
            }
        )
        transaction.expunge(row)
        if sent.get(id_) != digest_of_item(packed):
            yield packed, [data for _, _, data, _ in found]


def _entries(
    transaction: Transaction, table: Entries, person: UUID, sent: Mapping[UUID, bytes]
) -> Iterator[PackedEntry]:
    columns = sa.select(table.id, table.document, table.written_at)
    of_them = columns.where(table.person_id == person).order_by(table.day, table.id)
    for row in transaction.execute(of_them):
        packed = PackedEntry(id=row.id, document=row.document, written_at=row.written_at)
        if sent.get(row.id) != digest_of_item(packed):
            yield packed


def _last_return(transaction: Transaction, person: UUID) -> UUID | None:
    query = sa.select(PackRow.pack_id).where(
        PackRow.person_id == person, PackRow.direction == "written", PackRow.kind == "return"
    )
    last = transaction.scalar(query.order_by(PackRow.signed_at.desc()).limit(1))
    return None if last is None else UUID(last)
