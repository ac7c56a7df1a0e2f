"""What a report is made of, read from the store."""

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import click

import ui
from exercises.person import Person
from exercises.prepared import Prepared, prepared
from records.kept_practice import PracticeEntry
from records.report.handouts import Handout, HandoutData, PlanItem, handout
from records.report.parts import Report
from records.report.practice_report import PracticeData, practice_report
from records.report.progress_report import ProgressData, day_of, progress_report
from records.report.saying import Movements
from records.report.summary_report import SummaryData, summary_report

if TYPE_CHECKING:
    from records.store import Store

FONTS = tuple(
    Path(str(ui.__file__)).parent / "fonts" / f"Lato-{weight}.ttf"
    for weight in ("Regular", "Medium")
)
ALL = 1_000_000
# Far enough from either end of the calendar that no time zone leads beyond it.
FIRST_DAY, LAST_DAY = date(1970, 1, 2), date(9998, 12, 30)


def report_of_practice(
    store: "Store", code: str, which: UUID | None, movements: Movements, today: date, language: str
) -> Report:
    """Return the report of one practice.

    Parameters
    ----------
    which
        Its id; `None` for the latest.

    Raises
    ------
    click.ClickException
        Where it is not this person's, or they have none: one line.
    StoreError
        Where it cannot be read.
    """
    person = store.people.get(code).value
    entry = _latest(store, person.code) if which is None else store.practices.get(which)
    if entry.code != person.code:
        raise click.ClickException(
            f"the practice {which} is not one of {person.code}'s; see: "
            f"unhurried records list {person.code}"
        )
    data = PracticeData(
        entry=entry,
        trace=store.traces.read(entry.id),
        ranges=store.ranges.history(person.code),
        movements=movements,
        reviews=store.reviews.of_practice(entry.id),
        made_on=today,
    )
    return practice_report(data, language)


def report_of_progress(
    store: "Store",
    code: str,
    since: date | None,
    until: date | None,
    movements: Movements,
    today: date,
    language: str,
) -> Report:
    """Return the report of a while; without `since` from the first practice on."""
    person = store.people.get(code).value
    data = progress_data(store, person, since, until, movements, today)
    return progress_report(data, language)


def report_of_case(
    store: "Store",
    code: str,
    since: date | None,
    until: date | None,
    movements: Movements,
    today: date,
    language: str,
) -> Report:
    """Return the summary of a case."""
    person = store.people.get(code).value
    progress = progress_data(store, person, since, until, movements, today)
    observed = store.observations.list(person.code, progress.since, ALL)
    data = SummaryData(
        person=person,
        progress=progress,
        holding=store.ranges.current(person.code),
        observations=[
            each.value for each in reversed(observed) if each.value.day <= progress.until
        ],
    )
    return summary_report(data, language)


def progress_data(
    store: "Store",
    person: Person,
    since: date | None,
    until: date | None,
    movements: Movements,
    today: date,
) -> ProgressData:
    """Return what a report over a while is made of."""
    last = min(until or today, LAST_DAY)
    begin = None if since is None else _midnight(max(since, FIRST_DAY))
    entries = [
        each
        for each in reversed(store.practices.entries(person.code, begin, ALL))
        if day_of(each.practice) <= last
    ]
    first = since or (day_of(entries[0].practice) if entries else last)
    diary = reversed(store.diary.list(person.code, first, ALL))
    filled = reversed(store.outcomes.list(person.code, first, ALL))
    return ProgressData(
        code=person.code,
        since=min(first, last),
        until=last,
        entries=entries,
        ranges=store.ranges.history(person.code),
        programmes=store.programmes.history(person.code),
        proposals=store.proposals.history(person.code),
        diary=[each.value for each in diary if each.value.day <= last],
        filled=[each.value for each in filled if each.value.day <= last],
        movements=movements,
        made_on=today,
    )


def handout_for(
    store: "Store",
    code: str,
    kind: Handout,
    movements: Movements,
    today: date,
    clinic_number: str,
    language: str,
) -> Report:
    """Return a handout; a plan is of the programme that holds, as this person does it."""
    from app.figure_strip import strip_of
    from figure.body import BODIES

    person = store.people.get(code).value
    applied = store.programmes.current(person.code)
    versions = store.ranges.current(person.code)
    items = []
    for item in () if applied is None else applied.programme.items:
        exercise = movements.get(item.exercise_id)
        found = None if exercise is None else prepared(item, exercise, person, versions)
        if isinstance(found, Prepared):
            body = found.exercise.number % len(BODIES) + 1
            images = strip_of(found.exercise, body).images if kind == "plan" else ()
            items.append(PlanItem(found.exercise, images, found.rest_s))
    entries = reversed(store.diary.list(person.code, limit=ALL))
    data = HandoutData(
        code=person.code,
        items=items,
        days=() if applied is None else applied.programme.days,
        diary=[each.value for each in entries],
        hopes=tuple(goal.words for goal in person.goals),
        clinic_number=clinic_number,
        made_on=today,
    )
    return handout(kind, data, language)


def _latest(store: "Store", code: str) -> PracticeEntry:
    entries = store.practices.entries(code, limit=1)
    if not entries:
        raise click.ClickException(f"nothing is kept of a practice of {code} yet")
    return entries[0]


def _midnight(day: date) -> datetime:
    """Return when a day begins on the wall of this machine, UTC."""
    return datetime.combine(day, time.min).astimezone(UTC)
