"""Smoothing of poses that the model did not smooth."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from exercises.easing import ease
from vision.measures import INDEX, MEASURES
from vision.one_euro import FORGET_AFTER_S, OneEuro

Floats = NDArray[np.float64]
KNEE = INDEX["knee_flexion_left"]
SPAN = INDEX["wrist_span_shoulder_widths"]
HIKE = INDEX["shoulder_hike_left_percent"]


def smoothed(course: Floats, fps: float, row: int = KNEE, start_s: float = 0.0) -> Floats:
    """Return one measure's course after the filter, all others being unseen."""
    filter_ = OneEuro()
    result = []
    for frame, value in enumerate(course.tolist()):
        values = np.full(len(MEASURES), np.nan)
        values[row] = value
        result.append(filter_.step(values, start_s + frame / fps)[row])
    return np.array(result)


def lag_s(course: Floats, fps: float, row: int = KNEE) -> float:
    """Return by how much the filtered course is late, where it comes nearest to the true one."""
    found = smoothed(course, fps, row)
    shifts = np.arange(0, 0.4, 0.005)
    times = np.arange(len(course)) / fps
    inner = (times > 1) & (times < times[-1] - 1)
    misses = [
        np.abs(found[inner] - np.interp(times[inner] - shift, times, course)).mean()
        for shift in shifts
    ]
    return float(shifts[np.argmin(misses)])


@pytest.mark.parametrize("fps", [5, 15, 30, 60, 120])
def test_ninety_degrees_in_ten_seconds_are_at_most_a_tenth_of_a_second_late(fps: float) -> None:
    times = np.arange(0, 10, 1 / fps)
    assert lag_s(9.0 * times, fps) <= 0.1
    assert lag_s(np.array([90 * ease(float(t) / 10) for t in times]), fps) <= 0.1


@pytest.mark.parametrize(("row", "reach"), [(SPAN, 1.5), (HIKE, 30.0)])
def test_other_units_are_not_later_than_degrees(row: int, reach: float) -> None:
    times = np.arange(0, 10, 1 / 30)
    assert lag_s(reach * times / 10, 30, row) <= 0.1
    noise = np.random.default_rng(4).normal(0, reach / 90, 3000)
    assert smoothed(noise, 30, row)[300:].std() < 0.5 * reach / 90


def test_a_degree_of_jitter_at_rest_is_left_at_four_tenths() -> None:
    noise = np.random.default_rng(2).normal(0, 1, 6000)
    assert smoothed(40 + noise, 30)[300:].std() == pytest.approx(0.4, abs=0.08)


def test_a_quick_movement_is_followed_more_closely_than_a_slow_one() -> None:
    times = np.arange(0, 4, 1 / 30)
    assert lag_s(60.0 * times, 30) < 0.7 * lag_s(3.0 * times, 30)


@given(st.floats(-180, 180), st.floats(0, 1e6))
def test_what_stays_is_left_as_it_is(value: float, start_s: float) -> None:
    assert smoothed(np.full(20, value), 30, start_s=start_s) == pytest.approx(value, abs=1e-6)


@given(st.lists(st.floats(-90, 90), min_size=2, max_size=30))
def test_it_never_goes_beyond_what_was_measured(course: list[float]) -> None:
    found = smoothed(np.array(course), 30)
    assert min(course) - 1e-9 <= found.min()
    assert found.max() <= max(course) + 1e-9


@pytest.mark.parametrize("nothing", [np.nan, np.inf, -np.inf])
def test_a_moment_without_a_number_has_none_and_spoils_none(nothing: float) -> None:
    course = np.full(20, 30.0)
    course[7] = nothing
    found = smoothed(course, 30)
    assert np.isnan(found[7])
    assert np.delete(found, 7) == pytest.approx(30)


def test_each_measure_is_smoothed_by_itself() -> None:
    both, alone = OneEuro(np.ones(2)), OneEuro(np.ones(2))
    for frame in range(30):
        seen = both.step(np.array([float(frame), np.nan if frame % 2 else 5.0]), frame / 30)
        assert seen[0] == alone.step(np.array([float(frame), 0.0]), frame / 30)[0]


def test_time_may_begin_at_nought() -> None:
    filter_ = OneEuro(np.ones(1))
    first = filter_.step(np.array([10.0]), 0.0)
    second = filter_.step(np.array([20.0]), 1 / 30)
    assert first == 10
    assert 10 < second[0] < 15


def test_a_moment_told_twice_keeps_its_answer() -> None:
    filter_ = OneEuro(np.ones(1))
    filter_.step(np.array([10.0]), 1.0)
    before = filter_.step(np.array([12.0]), 1.1)
    assert filter_.step(np.array([80.0]), 1.1) == before
    assert filter_.step(np.array([12.0]), 1.2)[0] < 12.01


@pytest.mark.parametrize("later_s", [-0.5, FORGET_AFTER_S + 0.01, 1e6])
def test_after_a_step_back_or_a_gap_it_begins_anew(later_s: float) -> None:
    filter_ = OneEuro(np.ones(1))
    for frame in range(30):
        filter_.step(np.array([10.0 + frame]), 5 + frame / 30)
    assert filter_.step(np.array([80.0]), 5 + 29 / 30 + later_s) == 80
    # And the speed from before is forgotten with it.
    assert filter_.step(np.array([80.0]), 5 + 30 / 30 + later_s) == pytest.approx(80)


def test_a_dropped_frame_or_two_are_bridged() -> None:
    filter_ = OneEuro(np.ones(1))
    filter_.step(np.array([10.0]), 0.0)
    assert 10 < filter_.step(np.array([11.0]), 0.4)[0] < 11
