"""A smooth curve through several postures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.flow import slopes_at, weights_at

durations = st.tuples(*[st.floats(0.2, 20)] * 3)
progress = st.floats(0, 1)


@given(durations)
def test_it_begins_in_one_posture_and_ends_in_the_next(seconds: tuple[float, ...]) -> None:
    assert weights_at(0, seconds) == pytest.approx((0, 1, 0, 0))
    assert weights_at(1, seconds) == pytest.approx((0, 0, 1, 0))


@given(progress, durations)
def test_the_shares_are_always_one_whole_posture(t: float, seconds: tuple[float, ...]) -> None:
    assert sum(weights_at(t, seconds)) == pytest.approx(1)
    assert sum(slopes_at(t, seconds)) == pytest.approx(0, abs=1e-9)


@given(durations, st.floats(0.2, 20))
def test_it_leaves_a_posture_as_fast_as_it_arrived(
    seconds: tuple[float, ...], later_s: float
) -> None:
    before_s, own_s, after_s = seconds
    arriving = slopes_at(1, (before_s, own_s, after_s))
    leaving = slopes_at(0, (own_s, after_s, later_s))
    assert arriving[1:] == pytest.approx(leaving[:3])
    assert arriving[0] == pytest.approx(0)
    assert leaving[3] == pytest.approx(0)


@given(st.floats(0.01, 0.99), durations)
def test_the_slope_is_that_of_the_curve(t: float, seconds: tuple[float, ...]) -> None:
    step = 1e-6
    here, there = weights_at(t, seconds), weights_at(t + step, seconds)
    slope = [(b - a) / (step * seconds[1]) for a, b in zip(here, there, strict=True)]
    assert slopes_at(t, seconds) == pytest.approx(slope, rel=1e-3, abs=1e-3)
