"""What a therapist's answers to proposals lead to, for the staff's window."""

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from app.proposing import course_of, next_change, why_none, yes_to
from exercises.exercise import Exercise
from ui.ports import Keeps, KeptProposal

if TYPE_CHECKING:
    from records.store import Store


class Deciding:
    """Looks for what may be proposed, and does what a yes changes.

    Parameters
    ----------
    movements
        All movements there are, by id.
    """

    def __init__(self, movements: Mapping[str, Exercise]) -> None:
        self._movements = movements

    def propose(self, keeps: Keeps, code: str) -> str:
        """Keep what may be proposed for a person now; return why there is nothing, else nothing.

        Raises
        ------
        click.ClickException, StoreError
            Where it cannot be worked out or kept: one line.
        """
        store, today = cast("Store", keeps), datetime.date.today()
        course = course_of(store, code, self._movements, today)
        change = next_change(store, course, today)
        if change is None:
            return why_none(course)
        store.proposals.propose(code, change)
        return ""

    def accept(self, keeps: Keeps, kept: KeptProposal, initials: str, pin: str) -> None:
        """Keep a yes with what it changes, signed.

        Raises
        ------
        click.ClickException, StoreError
            Where what it changes is not as it was, or it is not signed: one line.
        """
        store, today = cast("Store", keeps), datetime.date.today()
        course = course_of(store, kept.code, self._movements, today)
        yes = yes_to(course, kept.proposal, initials, today)
        store.proposals.accept(kept.id, initials, pin, programme=yes.programme, signed=yes.signed)
