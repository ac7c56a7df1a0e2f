"""Angles between vectors, and vectors that have none."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vision.geometry import angle_between, direction, lean_off_perpendicular, length, turn_from

RIGHT, DOWN = np.array([1.0, 0.0]), np.array([0.0, 1.0])
NOTHING = np.zeros(2)
UNSEEN = np.array([np.nan, 1.0])


def at(degrees: float) -> np.ndarray:
    return np.array([np.cos(np.radians(degrees)), np.sin(np.radians(degrees))])


@given(st.floats(-179, 179), st.floats(0.01, 1000), st.floats(0.01, 1000))
def test_turn_is_signed_clockwise_as_seen_and_angle_is_not(
    degrees: float, scale: float, other: float
) -> None:
    assert turn_from(scale * RIGHT, other * at(degrees)) == pytest.approx(degrees, abs=1e-6)
    assert angle_between(scale * RIGHT, other * at(degrees)) == pytest.approx(
        abs(degrees), abs=1e-6
    )


@given(st.floats(-90, 90))
def test_lean_is_the_same_off_either_perpendicular(degrees: float) -> None:
    downward = at(90 - degrees)
    upward = downward * (1, -1)
    assert lean_off_perpendicular(downward, RIGHT) == pytest.approx(degrees, abs=1e-6)
    assert lean_off_perpendicular(upward, RIGHT) == pytest.approx(degrees, abs=1e-6)


@given(st.floats(1e-5, 1e-3))
def test_nearly_parallel_vectors_keep_their_precision(degrees: float) -> None:
    assert angle_between(RIGHT, at(degrees)) == pytest.approx(degrees, rel=1e-6)


@pytest.mark.parametrize("vector", [NOTHING, UNSEEN])
def test_no_length_and_no_sight_have_no_direction(vector: np.ndarray) -> None:
    assert np.isnan(length(vector))
    assert np.isnan(direction(vector)).any()
    for angle in (angle_between, turn_from, lean_off_perpendicular):
        assert np.isnan(angle(vector, DOWN))
        assert np.isnan(angle(DOWN, vector))
