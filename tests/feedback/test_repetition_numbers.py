"""The numbers of a repetition, as they come out of the counter."""

from math import isnan, nan

import numpy as np
import pytest

from exercises.definition import Target
from feedback.own_range import OwnRange
from feedback.repetition import Repetition
from feedback.repetitions import RepetitionCounter
from tests.people import seconds, swing

ARM = Target(measure="shoulder_abduction", rest=0, low=60, high=120, ceiling=150)
STANDING = Target(measure="knee_flexion", rest=90, low=0, high=15, ceiling=-10)


def course(t: float, rest: float = 10.0, top: float = 100.0, hold_s: float = 0.0) -> float:
    """Return a way up in 4 s, a stay, and a way down in 6 s, after 1 s at rest."""
    if t < 1:
        return rest
    if t < 5:
        return swing(t - 1, rest, top)
    if t < 5 + hold_s:
        return top
    return swing(min(t - 1 - hold_s, 9.99), rest, top)


def repetition(
    target: Target = ARM,
    rest: float = 10.0,
    top: float = 100.0,
    *,
    hold_s: float = 0.0,
    fps: float = 30.0,
    noise: float = 0.0,
    off: float = 0.0,
    hidden: tuple[float, float] = (99.0, 99.0),
    error: float = 4.0,
) -> Repetition:
    """Return the one repetition; the number that is told is `off` from the course."""
    counter = RepetitionCounter("left", OwnRange(target))
    tremor = np.random.default_rng(3).normal(0, noise, 10_000)
    for t, jitter in zip(seconds(13 + hold_s, fps), tremor, strict=False):
        here = course(t, rest, top, hold_s) + jitter
        told = nan if hidden[0] <= t <= hidden[1] else here + off
        counter.add(t, here, told, nan if isnan(told) else error)
    (only,) = counter.count().repetitions
    return only


@pytest.mark.parametrize("fps", [10.0, 30.0, 120.0])
def test_range_peak_and_times_are_those_of_the_movement(fps: float) -> None:
    found = repetition(fps=fps, noise=0.3)
    assert found.peak == pytest.approx(100, abs=2)
    assert found.range == pytest.approx(90, abs=2)
    assert found.out_s == pytest.approx(4 - 0.6 - 0.6, abs=0.6)
    assert found.back_s == pytest.approx(6 - 0.9 - 0.9, abs=0.8)
    assert found.out_s + found.hold_s + found.back_s == pytest.approx(found.end_s - found.start_s)


def test_a_falling_measure_has_a_positive_range_and_its_own_peak() -> None:
    found = repetition(STANDING, 95, 8)
    assert found.peak == pytest.approx(8, abs=1)
    assert found.range == pytest.approx(87, abs=1)
    assert found.speed > 0


def test_staying_at_the_top_is_the_hold_and_leaves_speed_as_it_was() -> None:
    brief, stayed = repetition(), repetition(hold_s=8.0)
    assert stayed.hold_s - brief.hold_s == pytest.approx(8, abs=0.2)
    assert stayed.out_s == pytest.approx(brief.out_s, abs=0.1)
    assert stayed.speed == pytest.approx(brief.speed, rel=0.1)
    assert stayed.smoothness == pytest.approx(brief.smoothness, abs=0.1)


def test_speed_is_the_usual_one_while_moving() -> None:
    # Half a cosine up in 4 s and down in 6 s: 22.5 and 15 degrees a second on average.
    assert 15 < repetition().speed < 25


@pytest.mark.parametrize("off", [-6.0, 5.0])
def test_numbers_are_those_that_are_told_and_not_those_of_the_course(off: float) -> None:
    found = repetition(off=off)
    assert found.peak == pytest.approx(100 + off, abs=1)
    assert found.range == pytest.approx(90, abs=1), "rest is as far off as the top"


def test_the_error_is_that_of_the_top() -> None:
    assert repetition(error=7.5).peak_error == 7.5
    assert isnan(repetition(error=nan).peak_error)


def test_a_withheld_top_leaves_the_repetition_without_its_numbers() -> None:
    found = repetition(hidden=(3.5, 7.0))
    for number in (found.peak, found.peak_error, found.range, found.speed, found.smoothness):
        assert isnan(number)
    assert found.peak_s == pytest.approx(5, abs=0.3), "when it was is known all the same"


def test_a_withheld_rest_leaves_the_peak_and_takes_the_range() -> None:
    found = repetition(hidden=(0.0, 2.2))
    assert found.peak == pytest.approx(100, abs=1)
    hidden_all_through = repetition(hidden=(-1.0, 3.0))
    assert hidden_all_through.peak == pytest.approx(100, abs=1)


def test_smoothness_is_told_only_where_the_movement_stands_out_from_the_jitter() -> None:
    assert repetition(noise=0.5).smoothness == pytest.approx(-1.45, abs=0.25)
    assert isnan(repetition(rest=4, top=68, noise=5.0).smoothness)


def test_what_is_not_known_compares_equal() -> None:
    assert repetition(hidden=(0.0, 99.0)) == repetition(hidden=(0.0, 99.0))
