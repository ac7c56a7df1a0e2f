"""Quantiles from counts: as exact as half a step, whatever the order and however many."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedback.histogram import Histogram

VALUES = st.lists(st.floats(-60, 60), min_size=1, max_size=60)
STEP = 0.5


def counted(values: list[float], carried: list[float] | None = None) -> Histogram:
    histogram = Histogram(STEP, -200, 401)
    rows = np.zeros(len(values), np.intp)
    histogram.add(rows, np.array(values), None if carried is None else np.array(carried))
    return histogram


@given(values=VALUES, share=st.floats(0, 1))
@settings(deadline=None)
def test_a_quantile_is_within_half_a_step_of_the_true_one(
    values: list[float], share: float
) -> None:
    found = counted(values).quantile(share)
    true = np.quantile(values, share, method="inverted_cdf")
    assert found == pytest.approx(true, abs=STEP / 2 + 1e-9)


@given(values=VALUES, share=st.floats(0, 1), seed=st.integers(0, 99))
@settings(deadline=None)
def test_the_order_of_the_values_changes_nothing(
    values: list[float], share: float, seed: int
) -> None:
    shuffled = np.random.default_rng(seed).permutation(values).tolist()
    assert counted(shuffled).quantile(share) == counted(values).quantile(share)


def test_what_was_counted_of_one_quantity_is_no_other_s() -> None:
    histogram = Histogram([1.0, 0.02], -100, 201)
    histogram.add(np.array([0, 1, 1]), np.array([40.0, 0.5, 0.7]))
    assert histogram.quantile(0.5, 0) == 40
    assert histogram.quantile(0.9, 1) == pytest.approx(0.7)
    assert (histogram.total(0), histogram.total(1)) == (1, 2)


def test_a_value_beyond_the_last_is_counted_with_it() -> None:
    assert counted([1e12, -1e12]).quantile(1.0) == pytest.approx(100)
    assert counted([1e12, -1e12]).quantile(0.0) == pytest.approx(-100)


def test_of_nothing_nothing_is_told() -> None:
    empty = Histogram(1.0, 0, 10)
    assert empty.quantile(0.5) is None
    assert empty.carried_by(0.1) is None
    assert empty.middle_of_round() is None


def test_what_came_with_the_outer_values_is_told_of_them_alone() -> None:
    values = [float(value) for value in range(100)]
    histogram = counted([value / 2 for value in values], carried=values)
    assert histogram.carried_by(0.1) == pytest.approx(np.mean(values[:10]), abs=1)
    assert histogram.carried_by(0.9) == pytest.approx(np.mean(values[-10:]), abs=1)


@given(
    middle=st.integers(-180, 179),
    spread=st.integers(1, 80),
)
@settings(deadline=None)
def test_the_median_of_turns_does_not_mind_where_the_count_of_degrees_begins(
    middle: int, spread: int
) -> None:
    turns = Histogram(1.0, -180, 360)
    around = np.arange(middle - spread, middle + spread + 1, dtype=np.float64)
    seen = (around + 180) % 360 - 180
    turns.add(np.zeros(len(seen), np.intp), seen)
    found = turns.middle_of_round()
    assert found is not None
    assert abs((found - middle + 180) % 360 - 180) <= 1
