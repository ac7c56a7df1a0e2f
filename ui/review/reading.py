"""What the review screens read; called where waiting is, and each reading is noted in the audit."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from exercises.exercise import Exercise
from exercises.ranges import SafeRange
from feedback.angle_trace import AngleTrace
from feedback.held_then import held_on
from feedback.instruments import Filled
from feedback.observing import Observation
from feedback.trend import Trend, trend_of
from ui.ports import Keeps
from ui.review.ports import KeptObservation, KeptReview, ListedPractice, PracticeEntry

MOST_PRACTICES = 1000
"""More of one person are not read at once."""


@dataclass(frozen=True, slots=True)
class TrendRead:
    """How a person's practices went, and what they answered every few weeks, the oldest first."""

    trend: Trend
    filled: Sequence[Filled]


@dataclass(frozen=True, slots=True)
class Listed:
    """A person's practices, the newest first, and who signed them."""

    entries: Sequence[ListedPractice]
    reviews: Mapping[UUID, Sequence[KeptReview]]


@dataclass(frozen=True, slots=True, eq=False)
class PracticeRead:
    """One practice, opened.

    Attributes
    ----------
    entry
        What is kept.
    trace
        What was measured moment by moment.
    ranges
        The person's own ranges that held on its day.
    reviews
        Who signed it, the oldest first.
    observed
        What clinicians observed on its day.
    """

    entry: PracticeEntry
    trace: AngleTrace
    ranges: tuple[SafeRange, ...]
    reviews: Sequence[KeptReview]
    observed: Sequence[KeptObservation]


def read_trend(
    code: str, who: str, movements: Mapping[str, Exercise]
) -> Callable[[Keeps], TrendRead]:
    """Return what reads how a person's practices went."""

    def read(keeps: Keeps) -> TrendRead:
        practices = keeps.glances.list(code, limit=MOST_PRACTICES)
        history = keeps.ranges.history(code)
        filled = [each.value for each in reversed(keeps.outcomes.list(code))]
        keeps.audit.add("read", who or None, code, "trend")
        return TrendRead(trend_of(practices, history, movements), filled)

    return read


def read_practices(code: str, who: str | None = None) -> Callable[[Keeps], Listed]:
    """Return what reads the list of a person's practices.

    Parameters
    ----------
    who
        Who reads it; `None` where that is noted already.
    """

    def read(keeps: Keeps) -> Listed:
        entries = keeps.glances.entries(code, limit=MOST_PRACTICES)
        reviews = keeps.reviews.of_person(code)
        if who is not None:
            keeps.audit.add("read", who or None, code, "practices")
        return Listed(entries, reviews)

    return read


def read_practice(id_: UUID, who: str) -> Callable[[Keeps], PracticeRead]:
    """Return what reads one practice."""

    def read(keeps: Keeps) -> PracticeRead:
        entry = keeps.practices.get(id_)
        day = entry.practice.began_at.astimezone().date()
        history = keeps.ranges.history(entry.code)
        observed = [o for o in keeps.observations.list(entry.code) if o.value.day == day]
        keeps.audit.add("read", who or None, entry.code, "practice")
        return PracticeRead(
            entry,
            keeps.traces.read(id_),
            held_on(history, day),
            keeps.reviews.of_practice(id_),
            observed,
        )

    return read


def read_filled(code: str, who: str) -> Callable[[Keeps], list[Filled]]:
    """Return what reads what a person answered every few weeks, the newest first."""

    def read(keeps: Keeps) -> list[Filled]:
        found = [each.value for each in keeps.outcomes.list(code)]
        keeps.audit.add("read", who or None, code, "answers")
        return found

    return read


def read_observed(code: str, who: str) -> Callable[[Keeps], Sequence[KeptObservation]]:
    """Return what reads what clinicians observed of a person, the newest first."""

    def read(keeps: Keeps) -> Sequence[KeptObservation]:
        found = keeps.observations.list(code)
        keeps.audit.add("read", who or None, code, "observations")
        return found

    return read


def sign_practice(
    read: PracticeRead, note: str, initials: str, pin: str
) -> Callable[[Keeps], PracticeRead]:
    """Return what signs a practice as it was read, and reads it anew."""

    def sign(keeps: Keeps) -> PracticeRead:
        entry = read.entry
        signed = keeps.reviews.sign(entry.id, note, entry.digest, initials, pin)
        keeps.audit.add("signed", signed.signed_by, entry.code, "practice")
        return read_practice(entry.id, signed.signed_by)(keeps)

    return sign


def sign_observation(
    code: str, observation: Observation, initials: str, pin: str
) -> Callable[[Keeps], Sequence[KeptObservation]]:
    """Return what signs an observation, and reads all of that person's."""

    def sign(keeps: Keeps) -> Sequence[KeptObservation]:
        signed = keeps.observations.sign(code, observation, initials, pin)
        keeps.audit.add("signed", signed.signed_by, code, "observation")
        return keeps.observations.list(code)

    return sign
