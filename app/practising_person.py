"""Practising as one person, and keeping what remains.

All is looked up before the window opens, and kept when the practice is over, before its ending is
shown: nothing of the store is asked for while the practice is drawn.
"""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from datetime import UTC, date, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING

import click

from app.asking import Asking
from app.opening import opened
from app.practised import Practised
from app.today import Today, Wish, cautious, for_one
from exercises.exercise import Exercise
from exercises.person import Person
from records.errors import NoStore, StoreError, UnknownEntry
from records.key_errors import NeedsPassphrase, NotThePassphrase
from vision.models import MEDIAPIPE_VERSION

if TYPE_CHECKING:
    from records.store import Store

# With these it is not known who practises, or not shown to be meant: all else is trouble of the
# store's own, which stops nobody who named a movement.
_STOPS = (NoStore, UnknownEntry, NeedsPassphrase, NotThePassphrase)


def practise_as(
    code: str,
    wish: Wish,
    known: Mapping[str, Exercise],
    asking: Asking,
    run: Callable[[Today, Callable[[Practised], None]], object],
) -> None:
    """Let the person with `code` practise, and keep what remains where they agreed to that.

    Trouble with the store is told in one line, and stops no practice of a movement that was named.

    Parameters
    ----------
    known
        All movements there are, by id.
    run
        Practises, and hands what remains, once, to what it is given: as soon as the practice is
        over, also where it was stopped; not at all where it never began.

    Raises
    ------
    click.ClickException, StoreError
        As `app.today.for_one` does.
    """
    with ExitStack() as closing:
        store: Store | None = None
        try:
            store = closing.enter_context(opened(asking))
            today = for_one(store, code, wish, known, date.today())
        except StoreError as trouble:
            if isinstance(trouble, _STOPS) or not wish.movements:
                raise
            today = cautious(wish, trouble)
        for line in today.said:
            click.echo(line, err=True)
        began_at = datetime.now(UTC)

        def keep(done: Practised) -> None:
            if store is not None and today.person is not None:
                kept = _kept_line(store, today.person, done, began_at, flare=wish.flare)
                click.echo(kept, err=True)

        run(today, keep)


def _kept_line(
    store: "Store", person: Person, done: Practised, began_at: datetime, *, flare: bool
) -> str:
    """Keep the practice, and return what is to be said of that."""
    if person.consent is None or not person.consent.may_record:
        return f"nothing was kept: {person.code} has not agreed that practices are"
    made_with = f"unhurried {version('unhurried')}, pose full, mediapipe {MEDIAPIPE_VERSION}"
    try:
        store.practices.add(
            person.code,
            done.record,
            done.ratings(flare=flare),
            "",
            began_at=began_at,
            made_with=made_with,
        )
    except StoreError as trouble:
        return f"this practice was not kept: {trouble}"
    return f"the practice was kept for {person.code}"
