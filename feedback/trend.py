"""How practices of one person went, one after another: plain data, to be drawn at a glance."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import isfinite, nan
from typing import Protocol

from exercises.exercise import Exercise
from exercises.signed_range import SignedRange
from feedback.comparing import Claim, change, claim
from feedback.glance import MovementSeen, RecordSeen
from feedback.held_then import changes_of
from feedback.ratings import Ratings
from feedback.tops import Stood, Top, stood, tops_of
from vision.measures import Unit

LEAST_SHOWN_S = 1.0
"""Whoever looked at a movement for less has not done it."""


class SetUpSeen(Protocol):
    """How a movement was set up."""

    @property
    def exercise_id(self) -> str:
        """Which."""
        ...

    @property
    def posture(self) -> str:
        """The posture it was done in."""
        ...


class PracticeSeen(Protocol):
    """A practice as it is kept."""

    @property
    def began_at(self) -> datetime:
        """When, UTC."""
        ...

    @property
    def record(self) -> RecordSeen:
        """What was seen."""
        ...

    @property
    def ratings(self) -> Ratings:
        """What was answered."""
        ...

    @property
    def made_with(self) -> str:
        """With which program and pose model."""
        ...

    @property
    def set_up(self) -> Sequence[SetUpSeen]:
        """How each movement was set up."""
        ...


@dataclass(frozen=True, slots=True)
class Felt:
    """What was said around one practice, and on which day it was.

    Attributes
    ----------
    day
        On the wall of this machine.
    minutes
        For how long was moved.
    pain, mood, energy
        Before and after, 0–10; `None` where it was not said.
    effort
        0–10, or `None`.
    stopped, flare
        Whether it was stopped for how the person felt; whether they called it a flare day.
    """

    day: date
    minutes: float
    pain: tuple[int | None, int | None]
    mood: tuple[int | None, int | None]
    energy: tuple[int | None, int | None]
    effort: int | None
    stopped: bool
    flare: bool


@dataclass(frozen=True, slots=True)
class Point:
    """How far one side came in one practice.

    Attributes
    ----------
    day
        On which.
    top
        How far.
    stood
        How they stood to the camera.
    """

    day: date
    top: Top
    stood: Stood


@dataclass(frozen=True, slots=True)
class Course:
    """How far one side came in one movement, practice by practice, the oldest first.

    Attributes
    ----------
    exercise_id, measure, side, unit
        Of what, as `feedback.tops.Top`.
    points
        Those practices in which it had a number.
    ranges
        The signed ranges, the oldest first.
    claimed
        What may be said of the change from the first point to the last.
    """

    exercise_id: str
    measure: str
    side: str
    unit: Unit
    points: tuple[Point, ...]
    ranges: tuple[SignedRange, ...]
    claimed: Claim

    @property
    def change(self) -> float:
        """The last point less the first, in `unit`; NaN with fewer than two points."""
        if len(self.points) < 2:
            return nan
        return change(self.points[0].top, self.points[-1].top)[0]

    @property
    def change_error(self) -> float:
        """The expected error of `change`; NaN where it is not known."""
        if len(self.points) < 2:
            return nan
        return change(self.points[0].top, self.points[-1].top)[1]


@dataclass(frozen=True, slots=True)
class Trend:
    """All of it.

    Attributes
    ----------
    practices
        What was said around each practice, the oldest first.
    courses
        How far each movement came, those done most often first.
    """

    practices: tuple[Felt, ...] = ()
    courses: tuple[Course, ...] = ()

    def since(self, day: date) -> "Trend":
        """Return what was practised from `day` on; the change is told of that alone."""
        later = (
            _course(course, [p for p in course.points if p.day >= day]) for course in self.courses
        )
        return Trend(
            tuple(each for each in self.practices if each.day >= day),
            tuple(course for course in later if course.points),
        )


def trend_of(
    practices: Sequence[PracticeSeen],
    history: Sequence[SignedRange],
    movements: Mapping[str, Exercise],
) -> Trend:
    """Return how practices went.

    Parameters
    ----------
    practices
        In any order.
    history
        Every version of the person's ranges.
    movements
        All there are, by id; what is no movement any more is left out of the courses.
    """
    ordered = sorted(practices, key=lambda each: each.began_at)
    points: dict[tuple[str, str, str], list[Point]] = {}
    for practice in ordered:
        for point in _points(practice, movements):
            points.setdefault(point.top.key, []).append(point)
    courses = []
    for (exercise_id, measure, side), several in points.items():
        ranges = changes_of(history, movements[exercise_id], measure, side)
        bare = Course(exercise_id, measure, side, several[0].top.unit, (), ranges, "not-known")
        courses.append(_course(bare, several))
    courses.sort(key=lambda each: -len(each.points))
    return Trend(tuple(_felt(each) for each in ordered), tuple(courses))


def _course(of: Course, points: Sequence[Point]) -> Course:
    said: Claim = "not-known"
    if len(points) > 1:
        first, last = points[0], points[-1]
        said = claim(first.top, last.top, first.stood, last.stood)
    return Course(of.exercise_id, of.measure, of.side, of.unit, tuple(points), of.ranges, said)


def _points(practice: PracticeSeen, movements: Mapping[str, Exercise]) -> Iterator[Point]:
    day = practice.began_at.astimezone().date()
    postures = {each.exercise_id: each.posture for each in practice.set_up}
    for record in practice.record.movements:
        exercise = movements.get(record.exercise_id)
        if exercise is None:
            continue
        for top in tops_of(record, exercise):
            if isfinite(top.value):
                posture = postures.get(record.exercise_id, "")
                yield Point(day, top, stood(record, posture, practice.made_with))


def _felt(practice: PracticeSeen) -> Felt:
    said = practice.ratings
    return Felt(
        day=practice.began_at.astimezone().date(),
        minutes=sum(_moved_s(each) for each in practice.record.movements) / 60,
        pain=(said.pain_before, said.pain_after),
        mood=(said.mood_before, said.mood_after),
        energy=(said.energy_before, said.energy_after),
        effort=said.effort,
        stopped=said.stopped,
        flare=said.flare,
    )


def _moved_s(record: MovementSeen) -> float:
    return record.active_s if record.active_s >= LEAST_SHOWN_S else 0.0
