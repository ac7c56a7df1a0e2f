"""Months and days, as a person looks back on them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.calendar import Month, ago

DAYS = st.dates()
TODAY = date(2026, 3, 18)


@given(DAYS)
def test_a_month_holds_its_days_once_from_monday_to_sunday(day: date) -> None:
    month = Month.of(day)
    weeks = month.weeks()
    assert tuple(each for week in weeks for each in week if each is not None) == month.days
    assert day in month.days
    assert all(len(week) == 7 for week in weeks)
    assert len(weeks) <= 6
    assert all(
        each is None or each.weekday() == column
        for week in weeks
        for column, each in enumerate(week)
    )


@given(DAYS)
def test_the_month_after_the_one_before_is_the_same_again(day: date) -> None:
    month = Month.of(day)
    if month.before != month:
        assert month.before.after == month
    if month.after != month:
        assert month.after.before == month


def test_there_is_no_month_before_the_first_nor_after_the_last() -> None:
    first, last = Month.of(date.min), Month.of(date.max)
    assert first.before == first
    assert last.after == last


@pytest.mark.parametrize(
    ("days", "said"),
    [
        *((0, "today"), (1, "yesterday"), (2, "two"), (6, "six"), (7, "week"), (11, "week")),
        *((12, "weeks"), (59, "weeks"), (60, "while"), (2000, "while"), (-3, "today")),
    ],
)
def test_how_long_ago_a_day_was(days: int, said: str) -> None:
    assert ago(TODAY - timedelta(days), TODAY) == said
