"""How practices went: one course a side, and a change claimed only where it may be."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.library import find_exercise
from exercises.signed_range import SignedRange
from feedback.coach import Summary
from feedback.held_then import held_on
from feedback.measured import Measured, ViewMeasured
from feedback.ratings import Ratings
from feedback.record import MovementRecord, PracticeRecord
from feedback.repetition import Repetition
from feedback.trend import Trend, trend_of

SUNRISE = "sunrise-arms-seated"
KNOWN = {SUNRISE: find_exercise(SUNRISE)}
FIRST = datetime(2026, 2, 2, 12, tzinfo=UTC)


def practice(week: int, top: float, error: float = 4.0, seen: Any = "front") -> Any:
    done = tuple(Repetition("left", n, n + 4, n + 8, peak=top, peak_error=error) for n in (0, 10))
    measured = Measured(view=ViewMeasured(seen=seen))
    summary = Summary(done, 0, 0, (), 1.0, measured=measured)
    movement = MovementRecord(SUNRISE, 0.0, 30.0, completed=True, summary=summary)
    return SimpleNamespace(
        began_at=FIRST + timedelta(weeks=week),
        record=PracticeRecord(0.0, 60.0, (movement,)),
        ratings=Ratings(pain_before=4, pain_after=2),
        made_with="unhurried 0.1.0, pose full",
        set_up=(),
    )


@pytest.mark.parametrize(
    ("last", "error", "seen", "claimed"),
    [
        (70.0, 4.0, "front", "changed"),
        (59.0, 4.0, "front", "within"),
        (70.0, 20.0, "front", "within"),
        (70.0, 4.0, "side", "other-view"),
        (70.0, float("nan"), "front", "not-known"),
    ],
)
def test_a_change_is_claimed_from_ten_degrees_in_the_same_view_beyond_the_error(
    last: float, error: float, seen: str, claimed: str
) -> None:
    practices = [practice(1, last, error, seen), practice(0, 50.0, error)]
    (course,) = trend_of(practices, (), KNOWN).courses
    assert (course.side, course.claimed, course.change) == ("left", claimed, last - 50)
    assert trend_of(practices, (), {}).courses == ()  # a movement that is no more


@given(st.lists(st.floats(0, 170), min_size=1, max_size=12), st.integers(0, 12))
def test_a_period_holds_what_was_practised_in_it(tops: list[float], weeks: int) -> None:
    whole = trend_of([practice(week, top) for week, top in enumerate(tops)], (), KNOWN)
    day = FIRST.date() + timedelta(weeks=weeks)
    later = whole.since(day)
    assert len(later.practices) == max(len(tops) - weeks, 0)
    assert all(point.day >= day for course in later.courses for point in course.points)
    assert whole.since(date.min) == whole
    assert trend_of((), (), KNOWN) == Trend()


def test_a_range_holds_from_the_day_on_which_it_was_signed() -> None:
    def signed(version: int, day: date, high: float) -> SignedRange:
        return SignedRange(
            person="P-0147",
            exercise_id=SUNRISE,
            measure_key="shoulder_abduction_left",
            low=40.0,
            high=high,
            ceiling=high + 10,
            version=version,
            signed_by="AB",
            signed_on=day,
        )

    history = [signed(1, date(2026, 2, 1), 70.0), signed(2, date(2026, 2, 8), 80.0)]
    highs = [[each.high for each in held_on(history, date(2026, 2, day))] for day in (7, 8)] + [
        [each.high for each in held_on(history, date(2026, 1, 31))]
    ]
    assert highs == [[70.0], [80.0], []]
    (course,) = trend_of([practice(0, 60.0)], history, KNOWN).courses
    assert [own.high for own in course.ranges] == [70.0, 80.0]
