"""Percentiles of what a practice took."""

import math

import pytest

from app.timings import KEPT, Timings


def test_percentiles_in_milliseconds() -> None:
    timings = Timings()
    for number in range(101):
        timings.add("capture to pose", number / 1000)
    assert timings.percentiles("capture to pose") == pytest.approx((50.0, 95.0, 99.0))


def test_nothing_noted_is_nan_not_zero() -> None:
    assert all(math.isnan(value) for value in Timings().percentiles("display interval"))


def test_a_tick_measures_the_interval_between_ticks() -> None:
    timings = Timings()
    for now in (10.0, 10.5, 11.0):
        timings.tick("pose interval", now)
    assert timings.percentiles("pose interval")[0] == pytest.approx(500.0)
    assert any("2.0 (median)" in line for line in timings.lines())


def test_memory_stays_flat() -> None:
    timings = Timings()
    for number in range(KEPT + 100):
        timings.add("x", float(number))
    assert timings.percentiles("x")[0] == pytest.approx(1000 * (100 + (KEPT - 1) / 2))
