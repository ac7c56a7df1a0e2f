"""What is damaged of a practice is named: which, of whom and of which day, and which chunk."""

from collections.abc import Callable
from uuid import UUID

import pytest
import sqlalchemy as sa

from feedback.record import PracticeRecord
from records import keys
from records.errors import UnknownEntry
from records.kept_practice import KeptPractice
from records.store import Store
from records.tables import PracticeRow
from records.trace_table import ChunkRow
from records.verifying import verify
from records.verifying_practices import PracticesVerified, verify_practices
from tests.records.specimens import NOON, ratings
from tests.records.test_traces import trace


def kept(store: Store, chunks: int = 4, ended_s: float = 10.0) -> UUID:
    """Keep a practice of a second a chunk, which lasts so long by its record."""
    practice = KeptPractice(
        began_at=NOON,
        record=PracticeRecord(5.0, 5.0 + ended_s, ()),
        ratings=ratings(),
        made_with="a test",
        chunks=chunks,
    )
    parts = [trace(start_s=float(number)) for number in range(chunks)]
    return store.practices.begin("P-0147", practice, parts, state="ended")


def look(store: Store, code: str | None = None) -> PracticesVerified:
    return verify_practices(store.place.store, keys.find_key(store.place.key_file), code)


def change(store: Store, *statements: sa.Executable) -> None:
    """Change rows that the database itself lets nobody change."""
    with store.practices._work.writing() as transaction:
        transaction.execute(sa.text("DROP TRIGGER IF EXISTS trace_chunk_is_only_added"))
        for statement in statements:
            transaction.execute(statement)


def chunk(number: int) -> sa.ColumnElement[bool]:
    return ChunkRow.number == number


def test_a_practice_that_is_whole_is_said_to_be(staffed: Store) -> None:
    kept(staffed)
    found = look(staffed)
    assert (found.practices, found.chunks, found.damage) == (1, 4, ())
    assert look(staffed, "p-0147") == found
    with pytest.raises(UnknownEntry):
        look(staffed, "P-9")


DAMAGES: list[tuple[Callable[[], sa.Executable], int | None, str]] = [
    (
        lambda: sa.update(PracticeRow).values(
            document=sa.func.replace(PracticeRow.document, "a test", "a fake")
        ),
        None,
        "checksum",
    ),
    (lambda: sa.update(PracticeRow).values(document="{}"), None, "not in a shape"),
    (lambda: sa.update(ChunkRow).where(chunk(2)).values(data=b"other"), 2, "checksum"),
    (lambda: sa.update(ChunkRow).where(chunk(1)).values(codec=9), 1, "codec 9"),
    (lambda: sa.delete(ChunkRow).where(chunk(0)), 0, "missing"),
    (lambda: sa.delete(ChunkRow).where(chunk(3)), 3, "missing"),
    (lambda: sa.update(ChunkRow).where(chunk(1)).values(number=7), 7, "before"),
]


@pytest.mark.parametrize(("damage", "number", "what"), DAMAGES)
def test_what_is_damaged_is_named(
    staffed: Store, damage: Callable[[], sa.Executable], number: int | None, what: str
) -> None:
    id_ = kept(staffed)
    change(staffed, damage())
    found = [each for each in look(staffed).damage if each.chunk == number]
    assert any(what in each.what for each in found)
    line = str(found[0])
    assert str(id_) in line
    assert "P-0147" in line
    assert "2026-03-02" in line
    key = keys.find_key(staffed.place.key_file)
    assert line in verify(staffed.place.store, key).faults


def test_angles_beyond_the_end_of_a_practice_are_named_but_not_of_one_that_was_cut_off(
    staffed: Store,
) -> None:
    kept(staffed, ended_s=1.5)
    assert [each.chunk for each in look(staffed).damage] == [2, 3]
    change(staffed, sa.update(PracticeRow).values(state="interrupted"))
    assert look(staffed).damage == ()
