from math import isnan, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.definition import Target
from feedback.judge import excess_of, fraction_of, nudged, standing_of
from feedback.verdict import Standing

RISING = Target(measure="shoulder_abduction", rest=0, low=60, high=120, ceiling=150)
FALLING = Target(measure="knee_flexion", rest=90, low=0, high=15, ceiling=-10)
SIGNED = Target(measure="trunk_side_lean", rest=0, low=-20, high=-10, ceiling=-30)
STEADY = Target(measure="trunk_side_lean", role="steady", rest=2, low=-8, high=12, ceiling=22)
TARGETS = (RISING, FALLING, SIGNED, STEADY)
OUTWARD = list(Standing)[1:]


@pytest.mark.parametrize(
    ("target", "value", "standing"),
    [
        (RISING, 15, Standing.RESTING),
        (RISING, 40, Standing.TRAVELLING),
        (RISING, 60, Standing.COMFORTABLE),
        (RISING, 120, Standing.COMFORTABLE),
        (RISING, 121, Standing.BEYOND),
        (RISING, 150, Standing.BEYOND),
        (RISING, 150.1, Standing.PAST_CEILING),
        (FALLING, 95, Standing.RESTING),
        (FALLING, 50, Standing.TRAVELLING),
        (FALLING, 10, Standing.COMFORTABLE),
        (FALLING, -5, Standing.BEYOND),
        (FALLING, -11, Standing.PAST_CEILING),
        (SIGNED, 15, Standing.RESTING),
        (SIGNED, -12, Standing.COMFORTABLE),
        (SIGNED, -31, Standing.PAST_CEILING),
        (STEADY, -8, Standing.COMFORTABLE),
        (STEADY, 13, Standing.BEYOND),
        (STEADY, 22.5, Standing.PAST_CEILING),
        (STEADY, -18.5, Standing.PAST_CEILING),
    ],
)
def test_each_part_of_a_range_has_its_standing(
    target: Target, value: float, standing: Standing
) -> None:
    assert standing_of(target, value) is standing


@pytest.mark.parametrize("target", TARGETS)
def test_what_is_unseen_stands_nowhere(target: Target) -> None:
    assert standing_of(target, nan) is Standing.UNSEEN
    assert isnan(fraction_of(target, nan))
    assert isnan(excess_of(target, nan))


@pytest.mark.parametrize("target", TARGETS)
@given(value=st.floats(-180, 180), by=st.floats(0, 60))
def test_moving_away_from_rest_never_brings_a_value_nearer(
    target: Target, value: float, by: float
) -> None:
    farther = nudged(target, value, by)
    assert fraction_of(target, farther) >= fraction_of(target, value) >= 0
    assert excess_of(target, farther) >= excess_of(target, value) >= 0
    assert OUTWARD.index(standing_of(target, farther)) >= OUTWARD.index(standing_of(target, value))


@pytest.mark.parametrize("target", TARGETS)
def test_fraction_is_nothing_at_rest_and_one_at_the_edge(target: Target) -> None:
    edge = target.high if target.role == "steady" else target.near
    assert fraction_of(target, target.rest) == 0
    assert fraction_of(target, edge) == pytest.approx(1)


def test_a_range_that_begins_at_rest_has_come_at_once() -> None:
    lean = Target(measure="trunk_forward_lean", rest=0, low=0, high=30, ceiling=45)
    assert fraction_of(lean, 0) == 1
    assert fraction_of(lean, -1) == 0
