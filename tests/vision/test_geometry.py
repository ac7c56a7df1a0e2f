"""Angles and ratios of vectors, and vectors that have none."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vision.geometry import Reading, angles, length, ratios

RIGHT, DOWN = 1.0 + 0.0j, 0.0 + 1.0j
NOTHING = 0j
UNSEEN = complex(np.nan, 1.0)
IN_DEGREES = (Reading.ANGLE, Reading.TURN, Reading.LEAN)


def at(degrees: float) -> complex:
    return complex(np.cos(np.radians(degrees)), np.sin(np.radians(degrees)))


def angle(how: Reading, first: complex, second: complex) -> float:
    product = np.array([first]).conj() * np.array([second])
    return float(angles(product, np.array([how], np.int8))[0])


def ratio(how: Reading, first: complex, second: complex, along: complex) -> float:
    one, other, axis = (np.array([vector]) for vector in (first, second, along))
    return float(ratios(one, other, axis, np.array([how], np.int8))[0])


@given(st.floats(-179, 179), st.floats(0.01, 1000), st.floats(0.01, 1000))
def test_turn_is_signed_clockwise_as_seen_and_angle_is_not(
    degrees: float, scale: float, other: float
) -> None:
    first, second = scale * RIGHT, other * at(degrees)
    assert angle(Reading.TURN, first, second) == pytest.approx(degrees, abs=1e-6)
    assert angle(Reading.ANGLE, first, second) == pytest.approx(abs(degrees), abs=1e-6)


@given(st.floats(-90, 90))
def test_lean_is_the_same_off_either_perpendicular(degrees: float) -> None:
    downward = at(90 - degrees)
    upward = downward.conjugate()
    assert angle(Reading.LEAN, RIGHT, downward) == pytest.approx(degrees, abs=1e-6)
    assert angle(Reading.LEAN, RIGHT, upward) == pytest.approx(degrees, abs=1e-6)


@given(st.floats(1e-5, 1e-3))
def test_nearly_parallel_vectors_keep_their_precision(degrees: float) -> None:
    assert angle(Reading.ANGLE, RIGHT, at(degrees)) == pytest.approx(degrees, rel=1e-6)


@pytest.mark.parametrize("vector", [NOTHING, UNSEEN])
def test_no_length_and_no_sight_have_no_direction(vector: complex) -> None:
    assert np.isnan(length(np.array([vector.real, vector.imag])))
    for how in IN_DEGREES:
        assert np.isnan(angle(how, vector, DOWN))
        assert np.isnan(angle(how, DOWN, vector))


def test_a_share_is_taken_along_the_third_vector_however_long_that_is() -> None:
    for along in (RIGHT, 40 * RIGHT):
        assert ratio(Reading.SHARE, 4 + 7j, 1 - 2j, along) == pytest.approx(0.25)
    # Upward along the downward vector.
    assert ratio(Reading.SHARE, 3 + 10j, -1 - 5j, DOWN) == pytest.approx(-0.5)


def test_only_a_signed_share_may_be_of_what_runs_backward() -> None:
    assert np.isnan(ratio(Reading.SHARE, -4 + 0j, 1 + 0j, RIGHT))
    assert ratio(Reading.SIGNED_SHARE, -4 + 0j, 1 + 0j, RIGHT) == pytest.approx(-0.25)


def test_rise_is_of_the_whole_length_and_span_of_both() -> None:
    assert ratio(Reading.RISE, 3 + 4j, 3 + 4j, DOWN) == pytest.approx(0.8)
    assert ratio(Reading.SPAN, 3 + 4j, 10j, NOTHING) == pytest.approx(2)


@pytest.mark.parametrize("how", [Reading.SHARE, Reading.SIGNED_SHARE, Reading.RISE, Reading.SPAN])
def test_nothing_and_the_unseen_have_no_parts_and_a_part_may_be_nothing(how: Reading) -> None:
    assert np.isnan(ratio(how, NOTHING, DOWN, DOWN))
    assert np.isnan(ratio(how, UNSEEN, DOWN, DOWN))
    assert np.isnan(ratio(how, DOWN, UNSEEN, DOWN))
    assert ratio(how, DOWN, NOTHING, DOWN) == 0
