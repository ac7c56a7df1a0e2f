"""Finding practices again."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from feedback.outcome import PracticeOutcome
from records.errors import UnknownEntry
from records.kept import read_document
from records.kept_practice import KeptPractice, PracticeEntry
from records.people import person_id
from records.running import Running
from records.tables import PersonRow, PracticeRow
from records.work import Work

_ENTRY = sa.select(
    PracticeRow.id, PersonRow.code, PracticeRow.state, PracticeRow.digest, PracticeRow.document
).join(PersonRow, PersonRow.id == PracticeRow.person_id)


class PracticeReading:
    """Reads practices, one or a person's."""

    def __init__(self, work: Work) -> None:
        self._work = work
        # Tells of a practice that has not ended whether somebody still writes it.
        self._running = Running.beside(work.path)

    def list(
        self, code: str, since: datetime | None = None, limit: int = 1000
    ) -> Sequence[KeptPractice]:
        """Return a person's practices, the newest first: at most `limit`, begun from `since` on.

        Raises
        ------
        UnknownEntry
            Where there is no such person.
        """
        return [entry.practice for entry in self.entries(code, since, limit)]

    def entries(
        self, code: str, since: datetime | None = None, limit: int = 1000
    ) -> Sequence[PracticeEntry]:
        """Return a person's practices as `list` does, each with its id, its state and its digest.

        Raises
        ------
        UnknownEntry
            Where there is no such person.
        """
        with self._work.reading() as transaction:
            query = (
                _ENTRY.where(PracticeRow.person_id == person_id(transaction, code))
                .order_by(PracticeRow.began_at.desc(), PracticeRow.id.desc())
                .limit(limit)
            )
            if since is not None:
                query = query.where(PracticeRow.began_at >= since.astimezone(UTC))
            rows = transaction.execute(query).all()
        return [self._read(row) for row in rows]

    def get(self, id_: UUID) -> PracticeEntry:
        """Return one practice.

        Raises
        ------
        UnknownEntry
            Where there is no such practice any more.
        """
        with self._work.reading() as transaction:
            row = transaction.execute(_ENTRY.where(PracticeRow.id == id_)).first()
        if row is None:
            raise UnknownEntry("the practice", str(id_))
        return self._read(row)

    def outcomes(self, code: str, limit: int = 50) -> Sequence[PracticeOutcome]:
        """Return how a person's latest practices were, the oldest first.

        Raises
        ------
        UnknownEntry
            Where there is no such person.
        """
        return [practice.outcome() for practice in reversed(self.list(code, limit=limit))]

    def _read(self, row: Any) -> PracticeEntry:
        id_, code, state, digest, document = row
        if state == "running" and not self._running.goes_on(id_):
            # It may have ended since it was read, which is another matter than being cut off.
            with self._work.reading() as transaction:
                now = transaction.execute(_ENTRY.where(PracticeRow.id == id_)).first()
            if now is not None:
                id_, code, state, digest, document = now
            state = "interrupted" if state == "running" else state
        practice = read_document(KeptPractice, document, self._work.path, f"a practice of {code}")
        return PracticeEntry(id_, code, state, digest, practice)
