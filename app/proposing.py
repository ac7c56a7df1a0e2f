"""What may be proposed for a person's programme, and what a therapist's answer makes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import click

from app.setting_ranges import signed_drafts
from app.today import easings_since
from exercises.exercise import Exercise
from exercises.flags import may_progress
from exercises.offer import offered_to
from exercises.person import Person
from exercises.programme import Programme
from exercises.signed_range import SignedRange
from feedback.change import Decision, Proposal
from feedback.deciding import Outdated, accepted, ranges_to_sign
from feedback.easing import eased_programme, lasting
from feedback.progression import Known, proposal

if TYPE_CHECKING:
    from records.proposals import KeptProposal
    from records.store import Store

# Practices that are looked at: more than any run of comfortable ones.
LATEST = 50


@dataclass(frozen=True, slots=True)
class Course:
    """How it goes with one person's programme.

    Attributes
    ----------
    person, versions
        Who, and the versions of their ranges.
    programme
        What they do now: as it was signed, with what was eased since for as long as that lasts.
    offered
        The movements that are offered to them, as they are, by id.
    """

    person: Person
    programme: Programme
    versions: tuple[SignedRange, ...]
    offered: Mapping[str, Exercise]


@dataclass(frozen=True, slots=True)
class Yes:
    """What a yes changes: the programme, or ranges; the other is `None` or empty."""

    programme: Programme | None
    signed: tuple[SignedRange, ...]


def course_of(store: "Store", code: str, movements: Mapping[str, Exercise], today: date) -> Course:
    """Return how it goes with the programme of the person with `code`.

    Raises
    ------
    click.ClickException
        Where they have no programme.
    StoreError
        What the store raised.
    """
    person = store.people.get(code).value
    applied = store.programmes.current(person.code)
    if applied is None:
        raise click.ClickException(
            f"{person.code} has no programme yet; give them one with: unhurried programme apply "
            f"{person.code}"
        )
    eased = lasting(easings_since(store, person.code, applied))
    offers = {name: offered_to(exercise, person) for name, exercise in movements.items()}
    return Course(
        person,
        eased_programme(applied.programme, eased, today, movements),
        tuple(store.ranges.history(person.code)),
        {name: offer.exercise for name, offer in offers.items() if not offer.hidden},
    )


def next_change(store: "Store", course: Course, today: date) -> Proposal | None:
    """Return the one change that may be proposed now, or `None`.

    Raises
    ------
    StoreError
        What the store raised.
    """
    code = course.person.code
    decided = [
        Decision(proposal=each.proposal, accepted=each.state == "accepted", on=day)
        for each in store.proposals.history(code)
        if each.state in ("accepted", "declined") and (day := _day(each)) is not None
    ]
    known = Known(
        person=course.person,
        programme=course.programme,
        versions=course.versions,
        movements=course.offered,
        outcomes=store.practices.outcomes(code, LATEST),
        decisions=decided,
    )
    return proposal(known, today)


def why_none(course: Course) -> str:
    """Return why nothing is proposed, in one line."""
    if not may_progress(course.person.flags):
        return "nothing more is ever proposed with post-exertional malaise"
    return "nothing to propose yet; see docs/people.md for what it takes"


def yes_to(course: Course, change: Proposal, initials: str, today: date) -> Yes:
    """Return what a yes of `initials` changes.

    Raises
    ------
    click.ClickException
        Where something else was decided meanwhile, or the movement is hidden by now: one line.
    """
    exercise = course.offered.get(change.exercise_id)
    if exercise is None:
        raise click.ClickException(f"{change.exercise_id} is not offered to {course.person.code}")
    try:
        if change.measure_key is None:
            return Yes(accepted(course.programme, change, exercise), ())
        drafts = ranges_to_sign(course.versions, change, exercise)
    except Outdated as outdated:
        raise click.ClickException(str(outdated)) from None
    code = course.person.code
    return Yes(None, signed_drafts(drafts, code, initials, today, course.versions))


def _day(decided: "KeptProposal") -> date | None:
    return None if decided.decided_at is None else decided.decided_at.astimezone().date()
