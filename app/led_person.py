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
    break_movements,
    gentler,
    practised_times,
    whole_practice,
)
from app.settings import Settings
from app.today import Today, Wish, for_one
from exercises.exercise import Exercise
from exercises.offer import Offer
from exercises.prepared import Prepared, prepared
from exercises.programme import Item
from feedback.said import Day
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
        lighter=_gentler(store, usual, known, wish),
        times=_times(store, usual.person.code),
    )


def _days(
    store: "Store", usual: Today, wish: Wish, known: Mapping[str, Exercise]
) -> dict[Day, Today]:
    """Return what is done on each kind of day."""
    assert usual.person is not None
    pause = tuple(each for each in break_movements(known))
    wishes: dict[Day, Wish] = {
        "smaller": replace(wish, steps_smaller=wish.steps_smaller + SMALLER_STEPS),
        "flare": replace(wish, flare=True),
    }
    days: dict[Day, Today] = {"usual": usual}
    for day, wanted in wishes.items():
        with suppress(StoreError, click.ClickException):
            days[day] = for_one(store, usual.person.code, wanted, known, date.today())
    short = _offered(store, usual, pause, known, wish)
    if short.done:
        days["two-minutes"] = short
    return days


def _offered(
    store: "Store",
    usual: Today,
    movements: tuple[Exercise, ...],
    known: Mapping[str, Exercise],
    wish: Wish,
) -> Today:
    """Return those of `movements` that are offered to the person, as they do them."""
    assert usual.person is not None
    done: list[Prepared] = []
    for movement in movements:
        with suppress(StoreError, click.ClickException):
            one = replace(wish, movements=(movement,))
            done.extend(for_one(store, usual.person.code, one, known, date.today()).done)
    return Today(tuple(done), usual.person)


def _gentler(
    store: "Store", usual: Today, known: Mapping[str, Exercise], wish: Wish
) -> dict[str, Prepared]:
    person = usual.person
    assert person is not None
    versions = store.ranges.current(person.code)

    def ready(way: Exercise) -> Prepared | None:
        found = prepared(Item(exercise_id=way.id), way, person, versions, wish.share)
        return None if isinstance(found, Offer) else found

    done = {exercise.id: known[exercise.id] for exercise in usual.exercises}
    return gentler(done, known, ready)


def _times(store: "Store", code: str) -> dict[str, int]:
    with suppress(StoreError):
        kept = store.practices.list(code, limit=_LOOKED_BACK)
        return practised_times([[m.exercise_id for m in each.record.movements] for each in kept])
    return {}
