from math import isnan, nan

import numpy as np
import pytest

from feedback.along import Along, mean_of
from feedback.courses import Passage

TOP = np.sin(np.linspace(0, np.pi, 41))


def passage(*courses: np.ndarray) -> Passage:
    return Passage(np.stack(courses, axis=1), {row: row for row in range(len(courses))})


def test_a_change_is_from_rest_to_the_top_of_the_lead() -> None:
    elbow = 10 + 60 * TOP
    along = Along(passage(100 * TOP, elbow), [0], 1.0)
    assert along.top == pytest.approx(100)
    assert along.at_top(elbow) == pytest.approx(66, abs=3)
    assert along.change(elbow) == pytest.approx(49, abs=5)
    assert along.change(-elbow) == pytest.approx(-49, abs=5)
    assert along.change(np.full_like(elbow, 30.0)) == 0.0


def test_a_lead_that_falls_is_at_its_top_where_it_is_least() -> None:
    knee = 95 - 90 * TOP
    along = Along(passage(knee), [0], -1.0)
    assert along.at_top(knee) == pytest.approx(10, abs=6)


def test_a_guide_is_looked_at_where_it_has_come_as_far_as_the_person() -> None:
    way, bend = 100 * TOP, 160 * TOP * (1 - TOP)
    whole, half = (Along(passage(way, bend), [0], 1.0, top) for top in (np.inf, 50.0))
    assert half.at_top(way) == pytest.approx(50, abs=8)
    assert half.at_top(bend) > whole.at_top(bend) + 10
    farther = Along(passage(way, bend), [0], 1.0, 180.0)
    assert farther.at_top(bend) == whole.at_top(bend)


def test_of_two_sides_the_one_in_sight_leads() -> None:
    hidden = np.full_like(TOP, nan)
    along = Along(passage(hidden, 100 * TOP), [0, 1], 1.0)
    assert along.top == pytest.approx(100)
    assert isnan(along.change(hidden))


def test_a_lead_out_of_sight_has_no_top() -> None:
    assert isnan(Along(passage(np.full_like(TOP, nan)), [0], 1.0).top)


def test_the_mean_is_of_those_seen() -> None:
    found = mean_of([np.array([1.0, nan, nan]), np.array([3.0, 5.0, nan])])
    assert found == pytest.approx(np.array([2.0, 5.0, nan]), nan_ok=True)
