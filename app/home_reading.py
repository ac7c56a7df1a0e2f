"""What home shows, read from the store; called on the store's thread, never where it is drawn."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

import click

from app.home_asking import read_asking
from app.led import Led, signs_due
from app.led_person import break_of, led_for
from app.settings import Settings
from app.today import Wish, for_one
from exercises.exercise import Exercise
from exercises.person import Goal, Person
from exercises.programme import Weekday
from feedback.instruments import Filled
from feedback.moment import Part, Plan
from feedback.ratings import DiaryEntry
from records.errors import StoreError
from ui.home.at import GoalShown, HomeAt, Planned
from words.tr import tr

if TYPE_CHECKING:
    from records.store import Store

# Of the parts of a whole practice, those of a break: short, and nothing left out that protects.
BREAK: tuple[Part, ...] = ("signs", "seeing", "movement", "summary")
_WEEKDAYS: tuple[Weekday, ...] = (
    *("monday", "tuesday", "wednesday", "thursday"),
    *("friday", "saturday", "sunday"),
)
# Words are compared by their first letters, so that "reach" is found in "reaching"; shorter words
# say nothing (defaults of ours).
_STEM, _SHORTEST = 4, 4


@dataclass(frozen=True, slots=True)
class Days:
    """The days with a practice, and those with an entry in the diary."""

    practised: frozenset[date]
    noted: frozenset[date]


@dataclass(frozen=True, slots=True)
class DayRead:
    """The entry of a day, as it is kept.

    Attributes
    ----------
    entry
        What is noted.
    id, row_version
        Of what is kept; `None` and 0 where nothing is.
    """

    entry: DiaryEntry
    id: UUID | None = None
    row_version: int = 0


def read_home(
    store: "Store", code: str, known: Mapping[str, Exercise], settings: Settings, at: HomeAt
) -> HomeAt:
    """Return `at` with all that is known of the person with `code`.

    Raises
    ------
    StoreError
        Where the person cannot be read. What else cannot be is left out.
    """
    person = store.people.get(code).value
    planned, exercises = _planned(store, person, known, at.today)
    return replace(
        at,
        name=person.display_name or "",
        planned=planned,
        cleared=_cleared(person),
        short=bool(break_of(store, person, Wish(), known, at.today).done),
        last=_last(store, code) if settings.reminders else None,
        goals=tuple(_goal(goal, exercises, settings.language) for goal in person.goals),
        may_keep=person.consent is not None and person.consent.may_record,
        filled=_asking(store, person, settings, at.today),
    )


def read_days(store: "Store", code: str) -> Days:
    """Return all days that something is kept of.

    Raises
    ------
    StoreError
        Where they cannot be read.
    """
    practices = store.practices.list(code)
    return Days(
        frozenset(each.began_at.astimezone().date() for each in practices),
        frozenset(each.value.day for each in store.diary.list(code)),
    )


def read_day(store: "Store", code: str, day: date) -> DayRead:
    """Return the entry of a day; of several, the one that was begun first.

    Raises
    ------
    StoreError
        Where it cannot be read.
    """
    of_day = [each for each in store.diary.list(code, since=day) if each.value.day == day]
    if not of_day:
        return DayRead(DiaryEntry(day=day))
    # They come the newest first.
    return DayRead(of_day[-1].value, of_day[-1].id, of_day[-1].row_version)


def read_practice(
    store: "Store",
    code: str,
    known: Mapping[str, Exercise],
    settings: Settings,
    today: date,
    *,
    short: bool,
) -> tuple[Led, Person]:
    """Return the practice of today, or the break, made ready, and whose it is.

    Raises
    ------
    click.ClickException, StoreError
        As `app.today.for_one` does.
    """
    person = store.people.get(code).value
    if not short:
        usual = for_one(store, code, Wish(), known, today)
        return led_for(store, usual, Wish(), known, settings), person
    pause = break_of(store, person, Wish(), known, today)
    if not pause.done:
        raise click.ClickException(f"nothing of the break is offered to {code} now")
    led = led_for(store, pause, Wish(pause.exercises), known, settings)
    due = signs_due(settings, today)
    parts = tuple(part for part in BREAK if part != "signs" or due)
    plan = Plan(parts, place=settings.outline, short=frozenset({"usual"}))
    return replace(led, plan=plan, days={"usual": pause}), person


def _asking(store: "Store", person: Person, settings: Settings, today: date) -> Filled | None:
    """Return what is asked today; nothing where it cannot be read: home is there all the same."""
    with suppress(StoreError):
        return read_asking(store, person, settings.ask_every_weeks, today)
    return None


def _cleared(person: Person) -> bool:
    return person.screening is None or person.screening.cleared


def _planned(
    store: "Store", person: Person, known: Mapping[str, Exercise], today: date
) -> tuple[Planned | None, tuple[Exercise, ...]]:
    """Return the practice of a day, and its movements; `None` where there is none."""
    try:
        done = for_one(store, person.code, Wish(), known, today)
        applied = store.programmes.current(person.code)
    except (StoreError, click.ClickException):
        return None, ()
    if applied is None:
        return None, ()
    programme = applied.programme
    rests_s = sum(done.rests_s[:-1])
    planned = Planned(
        programme.title,
        tuple(each.title for each in done.exercises),
        sum(each.minutes for each in done.exercises) + rests_s / 60,
        free_day=bool(programme.days) and _WEEKDAYS[today.weekday()] not in programme.days,
    )
    return planned, done.exercises


def _last(store: "Store", code: str) -> date | None:
    """Return the day of the last practice."""
    with suppress(StoreError):
        for each in store.practices.list(code, limit=1):
            return each.began_at.astimezone().date()
    return None


def _goal(goal: Goal, exercises: Sequence[Exercise], language: str) -> GoalShown:
    titles = [
        each.title
        for each in exercises
        if about(goal.activity, each.helps) or about(goal.activity, tr(each.helps, language))
    ]
    return GoalShown(goal.words, goal.activity, tuple(titles))


def about(activity: str, helps: str) -> bool:
    """Return whether a movement that helps with `helps` is about an everyday activity.

    It is where more than half of the activity's own words are found there.
    """
    own, there = _stems(activity.split()), _stems(helps.split())
    return len(own & there) * 2 > len(own)


def _stems(words: Iterable[str]) -> set[str]:
    bare = ("".join(letter for letter in word.casefold() if letter.isalnum()) for word in words)
    return {word[:_STEM] for word in bare if len(word) >= _SHORTEST}
