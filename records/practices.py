"""The practices of a store: kept from their beginning on, what is new of them put in its place."""

from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy.orm import Session as Transaction

from feedback.angle_trace import AngleTrace
from feedback.ratings import Ratings
from feedback.record import PracticeRecord
from records.agreed import refuse_without_yes
from records.base import new_id
from records.errors import UnknownEntry
from records.kept import digest_of, read_document
from records.kept_practice import KeptPractice, State
from records.people import known_person
from records.practice_reading import PracticeReading
from records.settling import settle
from records.tables import PersonRow, PracticeRow
from records.traces import chunk_row


class Practices(PracticeReading):
    """Keeps practices, whole or while they run, and finds them again."""

    def add(self, code: str, practice: KeptPractice) -> UUID:
        """Keep one practice that is over, and return its id once it is on the disk.

        Parameters
        ----------
        code
            Whose.

        Raises
        ------
        UnknownEntry
            Where there is no such person.
        NotAgreed
            Where they have not agreed that it is kept.
        StoreError
            Where it cannot be kept; nothing of it was.
        """
        return self.begin(code, practice, state="ended")

    def begin(
        self,
        code: str,
        practice: KeptPractice,
        chunks: Sequence[AngleTrace] = (),
        *,
        state: State = "running",
    ) -> UUID:
        """Keep a practice that begins, with what was measured so far; return its id.

        It is on the disk by then. While it is `running`, it is known to go on for as long as this
        program does.

        Raises
        ------
        UnknownEntry
            Where there is no such person.
        NotAgreed
            Where they have not agreed that it is kept.
        StoreError
            Where it cannot be kept; nothing of it was.
        """
        id_ = new_id()
        rows = [chunk_row(id_, number, part) for number, part in enumerate(chunks)]
        if state == "running":
            self._running.hold(id_)
        try:
            with self._work.writing() as transaction:
                person = known_person(transaction, code)
                refuse_without_yes(person, self._work.path)
                row = PracticeRow(id=id_, person_id=person.id, began_at=practice.began_at)
                _put(row, practice, state)
                transaction.add(row)
                transaction.flush()
                transaction.add_all(rows)
        except BaseException:
            self._running.let_go(id_)
            raise
        return id_

    def go_on(
        self,
        id_: UUID,
        practice: KeptPractice | None,
        chunks: Sequence[AngleTrace] = (),
        *,
        first: int = 0,
        state: State = "running",
    ) -> None:
        """Keep what is new of a practice, all of it or nothing; it is on the disk on return.

        Parameters
        ----------
        practice
            What takes the place of its document; `None` where that has not changed.
        chunks
            What was measured since; the first of them has the number `first`.

        Raises
        ------
        UnknownEntry
            Where there is no such practice any more.
        NotAgreed
            Where the person agrees no longer that it is kept.
        StoreError
            Where it cannot be kept; nothing of it was, and all that was kept before is whole.
        """
        rows = [chunk_row(id_, number, part) for number, part in enumerate(chunks, first)]
        with self._work.writing() as transaction:
            row = self._changing(transaction, id_)
            if practice is not None:
                _put(row, practice, state)
            transaction.add_all(rows)
        if state != "running":
            self._running.let_go(id_)

    def amend(
        self,
        id_: UUID,
        record: PracticeRecord,
        ratings: Ratings,
        words: str,
        note: str | None = None,
    ) -> None:
        """Keep what was done and said since a practice was kept, in its place.

        A `note` that is not given stays as it was.

        Raises
        ------
        UnknownEntry
            Where there is no such practice any more.
        NotAgreed
            Where the person has not agreed that it is kept.
        """
        with self._work.writing() as transaction:
            row = self._changing(transaction, id_)
            before = read_document(KeptPractice, row.document, self._work.path, "a practice")
            now: dict[str, object] = {"record": record, "ratings": ratings, "words": words}
            if note is not None:
                now["note"] = note
            _put(row, KeptPractice(**(dict(before) | now)), row.state)

    def settle(self) -> None:
        """Say of practices whose writers were cut off that they are interrupted.

        Read they are so anyway; where it cannot be written now, it is at the next opening.
        """
        settle(self._work, self._running)

    def close(self) -> None:
        """Let go of what is being written; what was kept of it stays."""
        self._running.let_all_go()

    def _changing(self, transaction: Transaction, id_: UUID) -> PracticeRow:
        """Return the row of a practice that may be changed."""
        row = transaction.get(PracticeRow, id_)
        if row is None:
            raise UnknownEntry("the practice", str(id_))
        refuse_without_yes(transaction.get_one(PersonRow, row.person_id), self._work.path)
        return row


def _put(row: PracticeRow, practice: KeptPractice, state: str) -> None:
    row.document = practice.model_dump_json()
    row.digest, row.state, row.changed_at = digest_of(row.document), state, datetime.now(UTC)
