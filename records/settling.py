"""Saying of practices whose writers were cut off that they are interrupted.

Read they are so anyway. It is written at the next opening, by what their writers left behind; and
before a person's practices are given on, by their rows, for a backup that was made in the middle of
a practice holds nothing else of its writer.
"""

from collections.abc import Iterable
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session as Transaction

from records.errors import StoreError
from records.running import Running
from records.tables import PracticeRow
from records.work import Work


def settle(work: Work, running: Running) -> None:
    """Say so of all whose writers left something behind.

    Where it cannot be written now, it is at the next opening.
    """
    for id_ in running.left_over():
        try:
            with work.writing() as transaction:
                _interrupt(transaction, [id_])
            running.forget(id_)
        except (StoreError, OSError):
            return


def settle_person(transaction: Transaction, running: Running, person: UUID) -> None:
    """Say so of one person's, within a transaction that writes; one that goes on is left alone."""
    query = sa.select(PracticeRow.id).where(
        PracticeRow.person_id == person, PracticeRow.state == "running"
    )
    unended = transaction.scalars(query).all()
    _interrupt(transaction, [id_ for id_ in unended if not running.goes_on(id_)])


def state_now(work: Work, running: Running, id_: UUID, state: str) -> str:
    """Return how a practice stands whose row said `state`: interrupted where nobody writes it."""
    if state != "running" or running.goes_on(id_):
        return state
    # It may have ended since it was read, which is another matter than being cut off.
    with work.reading() as transaction:
        now = transaction.scalar(sa.select(PracticeRow.state).where(PracticeRow.id == id_))
    return now if now == "ended" else "interrupted"


def _interrupt(transaction: Transaction, ids: Iterable[UUID]) -> None:
    for id_ in ids:
        transaction.execute(
            sa.update(PracticeRow)
            .where(PracticeRow.id == id_, PracticeRow.state == "running")
            .values(state="interrupted")
        )
