"""Taking in a return pack at the clinic, within one transaction."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session as Transaction

from records.exchange.contents import Label, PackedEntry, PackedPractice
from records.exchange.marks import Mark, digest_of_item
from records.exchange.reading import Came
from records.kept import digest_of
from records.outcome_tables import OutcomeRow
from records.pack_errors import PackNotUnderstood
from records.pack_tables import ExchangedRow
from records.tables import DiaryRow, PracticeRow
from records.told import Told, untold
from records.trace_table import ChunkRow

Row = TypeVar("Row", PracticeRow, DiaryRow, OutcomeRow)
EntryRow = TypeVar("EntryRow", DiaryRow, OutcomeRow)


@dataclass(slots=True)
class TakenBack:
    """What came to the clinic.

    Attributes
    ----------
    practices, diary, outcomes
        How many of each are new, or newer than they were.
    marks
        Of each item that was taken as what it came.
    """

    practices: int = 0
    diary: int = 0
    outcomes: int = 0
    marks: dict[UUID, Mark] = field(default_factory=dict)


def take_return(
    transaction: Transaction,
    path: Path,
    label: Label,
    came: Came,
    person: UUID,
    told: Told = untold,
) -> TakenBack:
    """Keep what is new or newer; what came in a newer pack, or was erased here, stays so.

    Parameters
    ----------
    told
        Called with how many practices were kept, of how many.

    Raises
    ------
    PackNotUnderstood
        Where an item in the pack at `path` is another person's here.
    """
    taking = _Taking(transaction, path, label, came, person)
    taken = taking.taken
    practices = came.content.practices
    for done, practice in enumerate(practices, 1):
        taken.practices += taking.practice(practice)
        told(done, len(practices))
    taken.diary = taking.entries(DiaryRow, came.content.diary)
    taken.outcomes = taking.entries(OutcomeRow, came.content.outcomes)
    return taken


class _Taking:
    """Takes one item after the other of one pack."""

    def __init__(
        self, transaction: Transaction, path: Path, label: Label, came: Came, person: UUID
    ) -> None:
        self._transaction, self._path, self._label = transaction, path, label
        self._came, self._person = came, person
        self._before = _came_before(transaction, person)
        self.taken = TakenBack()

    def practice(self, packed: PackedPractice) -> bool:
        """Keep a practice and its trace where it is new or newer; return whether it was."""
        row = self._row(PracticeRow, packed)
        if row is None:
            return False
        came_before = packed.id in self._before
        row.began_at, row.state = self._came.began_at[packed.id], packed.state
        row.document, row.digest = packed.document, digest_of(packed.document)
        row.changed_at = datetime.now(UTC)
        self._transaction.flush()
        # The angles of a practice that is over never change: where it came before, those that were
        # removed since, as a clinic keeps them for so long only, do not come back.
        if not came_before and packed.chunks:
            self._transaction.execute(sa.insert(ChunkRow), list(self._chunks(packed)))
        return True

    def _chunks(self, packed: PackedPractice) -> Iterator[dict[str, object]]:
        for chunk, data in self._came.chunks(packed):
            yield {
                "practice_id": packed.id,
                "number": chunk.number,
                "codec": chunk.codec,
                "data": data,
                "digest": bytes.fromhex(chunk.digest),
            }

    def entries(self, table: type[EntryRow], entries: Iterable[PackedEntry]) -> int:
        """Keep the entries that are new or newer; return how many were."""
        count = 0
        for packed in entries:
            row = self._row(table, packed)
            if row is None:
                continue
            row.day, row.document = self._came.days[packed.id], packed.document
            row.written_at, row.row_version = packed.written_at, (row.row_version or 0) + 1
            self._transaction.flush()
            count += 1
        return count

    def _row(self, table: type[Row], item: PackedPractice | PackedEntry) -> Row | None:
        """Return the row to write an item to; `None` where what is here stays as it is."""
        row = self._transaction.get(table, item.id)
        if row is not None and row.person_id != self._person:
            raise PackNotUnderstood(self._path, "an item in it is another person's here")
        before, digest = self._before.get(item.id), digest_of_item(item)
        if before is None:
            if row is not None:
                # Here without having come: both stores were brought back from one backup.
                return None
            row = table(id=item.id, person_id=self._person)
            self._transaction.add(row)
        elif row is None or self._label.signed_at <= before.signed_at or digest == before.digest:
            return None
        self.taken.marks[item.id] = Mark(digest)
        return row


def _came_before(transaction: Transaction, person: UUID) -> Mapping[UUID, ExchangedRow]:
    query = sa.select(ExchangedRow).where(ExchangedRow.person_id == person)
    return {row.item_id: row for row in transaction.scalars(query)}
