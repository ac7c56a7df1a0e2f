"""Practising as one person, and keeping what remains.

All is looked up before the window opens. What is new is written beside the practice, by a thread of
its own, and its end when it is over, before its ending is shown: nothing of the store is waited for
while the practice is drawn.
"""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import click

from app.asking import Asking
from app.keeping import Follow, Keeping, follow_nothing
from app.led import Led, plain
from app.led_person import led_for
from app.opening import opened
from app.practised import Practised
from app.settings import Settings
from app.today import Wish, cautious, for_one
from exercises.exercise import Exercise
from records.errors import NoStore, StoreError, UnknownEntry
from records.key_errors import NeedsPassphrase, NotThePassphrase

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
    run: Callable[[Led, Callable[[Practised], None], Follow], object],
    leads: Settings | None = None,
) -> None:
    """Let the person with `code` practise, and keep what remains where they agreed to that.

    Trouble with the store is told in one line, and stops no practice of a movement that was named.

    Parameters
    ----------
    known
        All movements there are, by id.
    leads
        The settings of a whole practice, from arriving to closing; `None` for the movements alone.
    run
        Practises, and hands what remains to the first of what it is given: as soon as the practice
        is over, also where it was stopped, and again where something was said since; not at all
        where it never began. What is new at each turn it hands to the second.

    Raises
    ------
    click.ClickException, StoreError
        As `app.today.for_one` does.
    """
    with ExitStack() as closing:
        store: Store | None = None
        store_reads = True
        try:
            store = closing.enter_context(opened(asking))
            today = for_one(store, code, wish, known, date.today())
        except StoreError as trouble:
            if isinstance(trouble, _STOPS) or not wish.movements:
                raise
            today, store_reads = cautious(wish, trouble), False
        led = plain(today)
        if leads is not None:
            led = led_for(store if store_reads else None, today, wish, known, leads)
        for line in today.said:
            click.echo(line, err=True)
        person, told = today.person, list[str]()
        if store is None or person is None:
            run(led, lambda done: None, follow_nothing)
            return
        there = store
        keeping = Keeping(
            person, datetime.now(UTC), flare=wish.flare, movements=led.every_movement()
        )

        def keep(done: Practised) -> None:
            line = _kept_line(there, person.code, done, keeping)
            if line not in told:
                told.append(line)
                click.echo(line, err=True)

        with keeping.running(lambda: there) as follow:
            run(led, keep, follow)


def _kept_line(store: "Store", code: str, done: Practised, keeping: Keeping) -> str:
    """Keep the practice, and return what is to be said of that."""
    what = "the end of this practice" if keeping.begun else "this practice"
    if keeping.kept:
        what = "what was said last in this practice"
    try:
        if not keeping.keep(store, done):
            return f"nothing was kept: {code} has not agreed that practices are"
    except StoreError as trouble:
        return f"{what} was not kept: {trouble}"
    but = f"; {keeping.unkept}" if keeping.unkept else ""
    return f"the practice was kept for {code}{but}"
