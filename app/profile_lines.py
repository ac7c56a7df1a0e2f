"""A person's profile in lines, for staff."""

from collections.abc import Iterator, Mapping

from app.offering import reasons_of
from exercises.consent import Consent, Purpose
from exercises.exercise import Exercise
from exercises.offer import offered_to
from exercises.person import Person, Screening
from words.tr import tr

AGREED: Mapping[Purpose, str] = {
    "record": "practices are kept",
    "research": "they are used in research",
    "words": "so are their own words",
    "pack": "they go between home and clinic in a file",
    "mirror": "a group sees them mirrored",
}
"""What each purpose comes to, for staff."""


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


def offers(person: Person, movements: Mapping[str, Exercise]) -> Iterator[Mapping[str, str]]:
    """Yield each movement that is hidden from the person or offered otherwise, and why."""
    for exercise in movements.values():
        offer = offered_to(exercise, person)
        if offer.hidden_because or offer.changed_because:
            what = "hidden" if offer.hidden else "changed"
            yield {"movement": exercise.id, "is": what, "because": reasons_of(offer)}


def offer_lines(person: Person, movements: Mapping[str, Exercise]) -> Iterator[str]:
    """Yield the same, one a line."""
    for each in offers(person, movements):
        yield f"{each['is']}: {each['movement']}, {each['because']}"


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
        first = min(each.on for each in consent.given)
        return f"given on {first}, withdrawn on {consent.withdrawn_on}"
    days = dict.fromkeys(each.on for each in consent.given if each.stands)
    standing = [
        f"{' and '.join(AGREED[each.purpose] for each in consent.given if each.stands_since(day))}"
        f", since {day}"
        for day in days
    ]
    return "; ".join(standing) or f"nothing is kept, since {consent.on}"
