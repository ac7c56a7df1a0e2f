"""Reading out of the store what is kept about one person."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from uuid import UUID

from feedback.angle_trace import AngleTrace
from records.export.dossier import Dossier, Practised
from records.kept_practice import PracticeEntry
from records.reviews import KeptReview
from records.store import Store

_ALL = 1_000_000


def gather(
    store: Store, code: str, since: date | None = None, until: date | None = None
) -> Dossier:
    """Return what is kept about a person, from one local day to another, both included.

    Their profile, ranges and programmes are told whole. A practice that still runs is left out.

    Raises
    ------
    UnknownEntry
        Where there is no such person.
    """
    person = store.people.get(code).value
    first, last = since or date.min, until or date.max
    signed = store.reviews.of_person(code)
    practices = [
        practised_of(each, store.traces.read, signed.get(each.id, ()))
        for each in reversed(store.practices.entries(code, limit=_ALL))
        if each.state != "running"
    ]
    return Dossier(
        person=person,
        ranges=store.ranges.history(code),
        programmes=store.programmes.history(code),
        practices=[each for each in practices if first <= each.day <= last],
        diary=[
            each for each in reversed(store.diary.list(code, first, _ALL)) if each.value.day <= last
        ],
        outcomes=[
            each
            for each in reversed(store.outcomes.list(code, first, _ALL))
            if each.value.day <= last
        ],
        observations=[
            each
            for each in reversed(store.observations.list(code, first, _ALL))
            if each.value.day <= last
        ],
    )


def practised_of(
    entry: PracticeEntry, read: Callable[[UUID], AngleTrace], reviews: Sequence[KeptReview] = ()
) -> Practised:
    """Return a practice as exports take it, in the time of this machine."""
    local: datetime = entry.practice.began_at.astimezone()
    return Practised(
        ref=str(entry.id),
        began_at=local,
        state=entry.state,
        digest=entry.digest,
        practice=entry.practice,
        trace=partial(read, entry.id),
        reviews=reviews,
    )
