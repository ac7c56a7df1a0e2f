from math import isnan, nan, pi

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.library import find_exercise
from feedback.speed import LIMB_DEG_S, TRUNK_DEG_S, Trace, guide_peak, too_fast
from tests.people import seconds


@given(slope=st.floats(-200, 200), start=st.floats(-1000, 1000))
@settings(max_examples=40)
def test_slope_of_a_line_is_its_slope(slope: float, start: float) -> None:
    trace = Trace(0.4)
    for t in seconds(1):
        trace.add(start + t, 20 + slope * t)
    assert trace.slope(start + 1) == pytest.approx(slope, abs=1e-3)


def test_too_little_or_stale_has_no_slope() -> None:
    trace = Trace(0.4)
    assert isnan(trace.slope(0))
    trace.add(0.0, 1.0)
    trace.add(0.1, 2.0)
    assert isnan(trace.slope(0.1))
    trace.add(0.3, 4.0)
    assert trace.slope(0.3) == pytest.approx(10)
    assert isnan(trace.slope(1.0))
    assert isnan(trace.latest(1.0))


def test_a_gap_breaks_the_trace_and_what_is_unseen_is_passed_over() -> None:
    trace = Trace(0.4)
    for t in (0.0, 0.1, 0.2, 0.3):
        trace.add(t, 100 * t)
    trace.add(0.35, nan)
    assert trace.slope(0.35) == pytest.approx(100)
    trace.add(2.0, 0.0)
    assert isnan(trace.slope(2.0))


def test_guide_peak_is_the_eased_one() -> None:
    sunrise = find_exercise("sunrise-arms-seated")
    assert guide_peak(sunrise, sunrise.targets[0]) == pytest.approx(pi / 2 * 90 / 4)


def test_limits_are_at_least_those_of_arms_and_trunk() -> None:
    sunrise, bend = find_exercise("sunrise-arms-seated"), find_exercise("side-bend-seated")
    knees = find_exercise("soft-knee-sink")
    assert too_fast(sunrise, sunrise.targets[0]) == pytest.approx(1.5 * pi / 2 * 90 / 4)
    assert too_fast(knees, knees.targets[0]) == LIMB_DEG_S
    assert too_fast(bend, bend.targets[0]) == TRUNK_DEG_S
