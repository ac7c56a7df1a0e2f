"""Looking over practices: every digest, every chunk, and whether their times fit the record."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from records import driver
from records.errors import NotUnderstood, StoreError, UnknownEntry
from records.folding import folded
from records.form import form_of
from records.kept import digest_of, read_document
from records.kept_practice import KeptPractice
from records.migrations.revisions import HEAD
from records.told import Told, untold
from records.traces import read_chunk
from records.work import naming

# What was measured may reach a little beyond the end that was noted, as a practice ends between
# two pictures (a default of ours).
_BEYOND_S = 1.0


@dataclass(frozen=True, slots=True)
class Damage:
    """Something of a practice that is not as it was written.

    Attributes
    ----------
    practice_id, code, day
        Which practice, whose, and of which day on this machine's wall.
    chunk
        Which chunk of its angles; `None` for the practice itself.
    what
        What is amiss.
    """

    practice_id: UUID
    code: str
    day: date
    chunk: int | None
    what: str

    def __str__(self) -> str:
        """Return it in one line."""
        chunk = "" if self.chunk is None else f", chunk {self.chunk}"
        return f"practice {self.practice_id} of {self.code}, {self.day}{chunk}: {self.what}"


@dataclass(frozen=True, slots=True)
class PracticesVerified:
    """What was found.

    Attributes
    ----------
    practices, chunks
        How many were looked over.
    damage
        All that is not as it was written; none where all is well.
    """

    practices: int
    chunks: int
    damage: tuple[Damage, ...]


def verify_practices(
    path: Path,
    key: bytes,
    code: str | None = None,
    told: Told = untold,
) -> PracticesVerified:
    """Look over the practices of the store at `path` without writing to it.

    Parameters
    ----------
    code
        Whose; `None` for everybody's.
    told
        Called after each practice with how many are done, of how many.

    Raises
    ------
    UnknownEntry
        Where there is nobody with `code`.
    StoreError
        Where the store cannot be opened or read, or has an older form.
    """
    with naming(path):
        connection = driver.connect(path, key, only_read=True)
        try:
            if form_of(connection) != HEAD:
                raise NotUnderstood(path, "the store", "another form; open it once to change it")
            return _verified(connection, path, code, told)
        finally:
            connection.close()


def practice_damage(connection: Any, path: Path) -> Iterator[Damage]:
    """Give all that is not as it was written of all practices of a store in the newest form."""
    for row in connection.execute(_PRACTICES).fetchall():
        yield from _Practice(connection, path, row).damage()


def _verified(connection: Any, path: Path, code: str | None, told: Told) -> PracticesVerified:
    if code is None:
        rows = connection.execute(_PRACTICES).fetchall()
    else:
        known = "SELECT 1 FROM person WHERE folded_code = ?"
        if connection.execute(known, (folded(code),)).fetchone() is None:
            raise UnknownEntry("the person", code)
        rows = connection.execute(f"{_PRACTICES} AND folded_code = ?", (folded(code),)).fetchall()
    damage: list[Damage] = []
    chunks = 0
    for done, row in enumerate(rows, 1):
        practice = _Practice(connection, path, row)
        damage += practice.damage()
        chunks += practice.chunks
        told(done, len(rows))
    return PracticesVerified(len(rows), chunks, tuple(damage))


_PRACTICES = (
    "SELECT practice.id, code, began_at, state, practice.document, digest, angles_removed_on "
    "FROM practice JOIN person ON person.id = person_id WHERE 1"
)


class _Practice:
    """One practice as it is read by the driver."""

    def __init__(self, connection: Any, path: Path, row: Any) -> None:
        self._connection, self._path = connection, path
        self._row_id, self._code, began_at, self._state, self._document, self._digest, gone = row
        self._angles_gone = gone is not None
        self._id = UUID(self._row_id)
        moment = datetime.fromisoformat(began_at)
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
        self._day = moment.astimezone().date()
        self.chunks = 0

    def damage(self) -> Iterator[Damage]:
        practice: KeptPractice | None = None
        if digest_of(self._document) != self._digest:
            yield self._of("it is not as it was written: its checksum is another")
        try:
            practice = read_document(KeptPractice, self._document, self._path, "a practice")
        except StoreError as error:
            yield self._of(str(error).removeprefix(f"{self._path}: "))
        yield from self._of_chunks(practice)

    def _of_chunks(self, practice: KeptPractice | None) -> Iterator[Damage]:
        rows = self._connection.execute(
            "SELECT number, codec, data, digest FROM trace_chunk WHERE practice_id = ? "
            "ORDER BY number",
            (self._row_id,),
        )
        expected, until_s = 0, -1.0
        longest_s = self._longest_s(practice)
        for number, codec, data, digest in rows:
            self.chunks += 1
            for missing in range(expected, number):
                yield self._of("it is missing", missing)
            expected = number + 1
            try:
                times_s = read_chunk(codec, bytes(data), bytes(digest)).times_s
            except ValueError as error:
                yield self._of(str(error), number)
                continue
            if times_s[0] <= until_s:
                yield self._of("its times lie before those of the chunk before it", number)
            if times_s[-1] > longest_s:
                yield self._of("its times lie beyond the end of the practice", number)
            until_s = float(times_s[-1])
        if practice is not None and not self._angles_gone:
            for missing in range(expected, practice.chunks or 0):
                yield self._of("it is missing", missing)

    def _longest_s(self, practice: KeptPractice | None) -> float:
        """Return how far the times may reach; one that did not end may have gone on for longer."""
        if practice is None or self._state != "ended":
            return float("inf")
        return practice.record.ended_s - practice.record.started_s + _BEYOND_S

    def _of(self, what: str, chunk: int | None = None) -> Damage:
        return Damage(self._id, self._code, self._day, chunk, what)
