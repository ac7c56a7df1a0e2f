"""A whole practice of one person: their four kinds of day, gentler ways, and what is familiar."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import click

from app.led import (
    SMALLER_STEPS,
    Led,
    break_wish,
    practised_times,
    whole_practice,
)
from app.settings import Settings
from app.today import Today, Wish, for_one
from exercises.exercise import Exercise
from exercises.person import Person
from exercises.prepared import Prepared
from feedback.record import PracticeRecord
from feedback.said import Day
from feedback.summing import DONE_S
from records.errors import StoreError

if TYPE_CHECKING:
    from records.store import Store

# So many practices back it is looked what is familiar (a default of ours).
_LOOKED_BACK = 50


def led_for(
    store: "Store | None",
    usual: Today,
    wish: Wish,
    known: Mapping[str, Exercise],
    settings: Settings,
) -> Led:
    """Return a whole practice of the person of `usual`.

    What cannot be read of the store is left out: a day that is not ready is as the usual one, and
    nothing is gentler or familiar. Without a store so is all of it.
    """
    if store is None or usual.person is None:
        return whole_practice({"usual": usual}, settings)
    return whole_practice(
        _days(store, usual, wish, known),
        settings,
        times=_times(store, usual.person.code),
    )


def _days(
    store: "Store", usual: Today, wish: Wish, known: Mapping[str, Exercise]
) -> dict[Day, Today]:
    """Return what is done on each kind of day."""
    assert usual.person is not None
    wishes: dict[Day, Wish] = {
        "smaller": replace(wish, steps_smaller=wish.steps_smaller + SMALLER_STEPS),
        "flare": replace(wish, flare=True),
    }
    days: dict[Day, Today] = {"usual": usual}
    for day, wanted in wishes.items():
        with suppress(StoreError, click.ClickException):
            days[day] = for_one(store, usual.person.code, wanted, known, date.today())
    short = break_of(store, usual.person, wish, known, date.today())
    if short.done:
        days["two-minutes"] = short
    return days


def break_of(
    store: "Store", person: Person, wish: Wish, known: Mapping[str, Exercise], today: date
) -> Today:
    """Return the movements of the two-minute break that are offered to a person, as they do them.

    Parameters
    ----------
    wish
        How small they are; which movements it names is passed over.
    """
    done: list[Prepared] = []
    lighter: dict[str, Prepared] = {}
    pause = break_wish(wish, known)
    for movement in pause.movements:
        with suppress(StoreError, click.ClickException):
            one = replace(pause, movements=(movement,))
            found = for_one(store, person.code, one, known, today)
            done.extend(found.done)
            lighter.update(found.lighter)
    return Today(tuple(done), person, lighter=lighter)


def _times(store: "Store", code: str) -> dict[str, int]:
    with suppress(StoreError):
        kept = store.practices.list(code, limit=_LOOKED_BACK)
        return practised_times([_done(each.record) for each in kept])
    return {}


def _done(record: PracticeRecord) -> list[str]:
    """Return the movements that were done, and not only leafed past."""
    return [
        each.exercise_id for each in record.movements if each.completed or each.active_s >= DONE_S
    ]
