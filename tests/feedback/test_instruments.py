"""What is asked every few weeks: when it is due, and what it begins with."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from exercises.person import Goal
from feedback.instruments import Activity, Filled, GoalFelt, begun_anew, is_due
from feedback.observing import Observation

DAY = date(2026, 3, 2)
SCORES = st.one_of(st.none(), st.integers(0, 10))


@given(st.integers(0, 52), st.integers(0, 400))
def test_it_is_offered_once_the_weeks_are_over_and_never_where_that_was_chosen(
    weeks: int, days: int
) -> None:
    due = is_due(DAY, weeks, DAY + timedelta(days=days))
    assert due == (weeks > 0 and days >= 7 * weeks)


def test_it_is_offered_to_whoever_never_answered() -> None:
    assert is_due(None, 4, DAY)
    assert not is_due(None, 0, DAY)


@given(st.lists(SCORES, max_size=5))
def test_the_mean_of_the_activities_leaves_out_what_was_not_said(
    scores: list[int | None],
) -> None:
    activities = tuple(Activity(words=f"{i}", ability=each) for i, each in enumerate(scores))
    said = [each for each in scores if each is not None]
    mean = Filled(day=DAY, activities=activities).psfs
    assert mean == (sum(said) / len(said) if said else None)


def test_the_same_activities_are_asked_again_and_the_goals_as_they_are_now() -> None:
    first = Filled(day=DAY, activities=(Activity(words="Carry a crate", ability=3),), life=4)
    later = Filled(day=DAY + timedelta(days=40), skipped=True)
    goals = (Goal(words="Comb my hair", activity="hair"), Goal(words="Comb my hair", activity="x"))
    anew = begun_anew((later, first), goals, DAY + timedelta(days=80))
    assert anew.activities == (Activity(words="Carry a crate"),)
    assert anew.goals == (GoalFelt(words="Comb my hair"),)
    assert anew.life is None
    assert not Filled(day=DAY, goals=anew.goals).answered


def test_no_more_than_five_activities_and_no_number_beyond_the_scale() -> None:
    with pytest.raises(ValidationError):
        Filled(day=DAY, activities=tuple(Activity(words=f"{i}") for i in range(6)))
    with pytest.raises(ValidationError):
        Activity(words="Carry a crate", ability=11)
    with pytest.raises(ValidationError):
        Observation(day=DAY, breath_ease=-1)
    assert Observation(day=DAY).says_nothing
