"""What goes into a pack, gathered from the store."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
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
from records.exchange.marks import Mark, digest_of_item, marks_of
from records.kept import read_document
from records.outcome_tables import OutcomeRow
from records.pack_tables import PackRow
from records.programmes import newest, read_programme
from records.tables import DiaryRow, PersonRow, PracticeRow, RangeRow
from records.told import Told, untold
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
        Of each item as what it goes.
    """

    content: ReturnContent
    blobs: bytes
    marks: Mapping[UUID, Mark]


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


def for_return(
    transaction: Transaction, person: UUID, *, everything: bool = False, told: Told = untold
) -> Gathered:
    """Return what is kept of a person and was not sent as it is now, the oldest first.

    A practice that is still running waits for the next pack, as does what has no room.

    Parameters
    ----------
    everything
        Also what was sent already.
    told
        Called with how many practices were gone through, of how many.
    """
    sent = {} if everything else marks_of(transaction, person)
    room = _Room()
    marks: dict[UUID, Mark] = {}
    practices, traces = [], list[bytes]()
    over = list(_over(transaction, person))
    for done, (id_, as_kept) in enumerate(over):
        told(done, len(over))
        before = sent.get(id_)
        if before is not None and before.as_kept == as_kept:
            continue  # without reading its angles
        packed, blobs = _practice(transaction, id_)
        own = Mark(digest_of_item(packed), as_kept)
        if before is None or before.digest != own.digest:
            if not room.takes(len(packed.document), sum(map(len, blobs))):
                break
            practices.append(packed)
            traces += blobs
        marks[id_] = own
    told(len(over), len(over))
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
    marks |= {each.id: Mark(digest_of_item(each)) for each in (*diary, *outcomes)}
    return Gathered(content, b"".join(traces), marks)


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


def _over(transaction: Transaction, person: UUID) -> Iterator[tuple[UUID, bytes]]:
    """Yield each practice that is over, the oldest first, and what tells that it has not changed.

    Its document has a digest of its own, and the angles of a practice that is over only ever come
    or go as a whole: so none of them is read.
    """
    chunks = sa.select(sa.func.count(ChunkRow.number)).where(ChunkRow.practice_id == PracticeRow.id)
    query = sa.select(
        PracticeRow.id,
        PracticeRow.state,
        PracticeRow.digest,
        PracticeRow.angles_removed_on,
        chunks.scalar_subquery(),
    ).where(PracticeRow.person_id == person, PracticeRow.state != "running")
    order = PracticeRow.began_at, PracticeRow.id
    for id_, *kept in transaction.execute(query.order_by(*order)).all():
        yield id_, sha256(" ".join(map(str, kept)).encode()).digest()


def _practice(transaction: Transaction, id_: UUID) -> tuple[PackedPractice, list[bytes]]:
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
    return packed, [data for _, _, data, _ in found]


def _entries(
    transaction: Transaction, table: Entries, person: UUID, sent: Mapping[UUID, Mark]
) -> Iterator[PackedEntry]:
    columns = sa.select(table.id, table.document, table.written_at)
    of_them = columns.where(table.person_id == person).order_by(table.day, table.id)
    for row in transaction.execute(of_them):
        packed = PackedEntry(id=row.id, document=row.document, written_at=row.written_at)
        if sent.get(row.id) != Mark(digest_of_item(packed)):
            yield packed


def _last_return(transaction: Transaction, person: UUID) -> UUID | None:
    query = sa.select(PackRow.pack_id).where(
        PackRow.person_id == person, PackRow.direction == "written", PackRow.kind == "return"
    )
    last = transaction.scalar(query.order_by(PackRow.signed_at.desc()).limit(1))
    return None if last is None else UUID(last)
