"""A person's profile in lines, for staff."""

from collections.abc import Iterator, Mapping

from app.offering import reasons_of
from exercises.exercise import Exercise
from exercises.offer import offered_to
from exercises.person import Consent, Person, Screening
from words.tr import tr


def profile_lines(person: Person) -> Iterator[str]:
    """Yield what is kept in a profile, one thing a line; what is not there is left out."""
    yield f"{person.code}  {person.display_name or '(no name kept)'}"
    yield f"posture: {person.posture}; tempo: {person.tempo:g} of a movement's own"
    if person.spare:
        parts = (f"{part.area}{f' ({part.side})' if part.side else ''}" for part in person.spare)
        yield f"spared: {', '.join(parts)}"
    if person.wary_of:
        yield f"wary of: {person.wary_of}"
    for goal in person.goals:
        yield f"goal: {goal.words} ({goal.activity})"
    for flag in person.flags:
        yield f"flag: {flag}, {tr(f'flag.{flag}')}"
    yield f"screening: {_screened(person.screening)}"
    yield f"consent: {_agreed(person.consent)}"


def offer_lines(person: Person, movements: Mapping[str, Exercise]) -> Iterator[str]:
    """Yield each movement that is hidden from the person or offered otherwise, and why."""
    for exercise in movements.values():
        offer = offered_to(exercise, person)
        if offer.hidden_because or offer.changed_because:
            what = "hidden" if offer.hidden else "changed"
            yield f"{what}: {exercise.id}, {reasons_of(offer)}"


def _screened(screening: Screening | None) -> str:
    if screening is None:
        return "nobody has looked yet"
    found = "cleared" if screening.cleared else "not cleared"
    notes = f"; {screening.notes}" if screening.notes else ""
    return f"{found} by {screening.by} on {screening.on}{notes}"


def _agreed(consent: Consent | None) -> str:
    if consent is None:
        return "not asked yet"
    if consent.withdrawn_on is not None:
        return f"given on {consent.on}, withdrawn on {consent.withdrawn_on}"
    agreed = [
        what
        for what, said in (
            ("practices are kept", consent.record),
            ("they are used in research", consent.research),
        )
        if said
    ]
    return f"{' and '.join(agreed) or 'nothing is kept'}, since {consent.on}"
