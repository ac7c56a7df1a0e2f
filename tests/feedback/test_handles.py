"""Moving the ends of a range by hand."""

from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.calibrating_intent import Override
from feedback.handles import HANDLES, Bounds, Handle, moved, set_to
from feedback.proposal import Proposed

ARMS = Bounds(rest=0, limit=150, unit="degrees")
KNEE = Bounds(rest=90, limit=-10, unit="degrees")
HANDS = Bounds(rest=1, limit=3.2, unit="shoulder_widths")
FOUND = Proposed(86, 91, 100)


@pytest.mark.parametrize(
    ("handle", "steps", "expected"),
    [
        ("far", 1, Proposed(86, 92, 100)),
        ("far", -1, Proposed(86, 90, 100)),
        ("far", 50, Proposed(86, 99, 100)),
        ("far", -10, Proposed(80, 81, 100)),
        ("near", 1, Proposed(87, 91, 100)),
        ("near", 50, Proposed(90, 91, 100)),
        ("near", -500, Proposed(0, 91, 100)),
        ("ceiling", 5, Proposed(86, 91, 105)),
        ("ceiling", 500, Proposed(86, 91, 150)),
        ("ceiling", -15, Proposed(83, 84, 85)),
        ("ceiling", -500, Proposed(0, 1, 2)),
    ],
)
def test_outward_stops_at_what_lies_beyond_and_inward_pushes_it_along(
    handle: Handle, steps: int, expected: Proposed
) -> None:
    assert moved(FOUND, handle, steps, ARMS) == expected


def test_a_falling_measure_moves_the_other_way() -> None:
    found = Proposed(19, 14, 6)
    assert moved(found, "far", 1, KNEE) == Proposed(19, 13, 6)
    assert moved(found, "ceiling", 100, KNEE) == Proposed(19, 14, -10)


def test_other_units_have_steps_of_their_own() -> None:
    assert moved(Proposed(1.8, 2.05, 2.3), "far", 1, HANDS) == Proposed(1.8, 2.1, 2.3)


def test_the_mouse_moves_to_the_nearest_step_and_no_farther_than_it_may() -> None:
    assert set_to(FOUND, "far", 93.4, ARMS).far == 93
    assert set_to(FOUND, "far", 93.6, ARMS).far == 94
    assert set_to(FOUND, "ceiling", 1000, ARMS).ceiling == 150
    assert set_to(FOUND, "near", -40, ARMS).near == 0


@pytest.mark.parametrize("value", [nan, inf, -inf])
def test_what_is_no_number_moves_nothing(value: float) -> None:
    assert set_to(FOUND, "ceiling", value, ARMS) == FOUND


@given(
    st.lists(st.tuples(st.sampled_from(HANDLES), st.floats(-400, 400)), max_size=12),
    st.sampled_from([ARMS, KNEE, HANDS]),
)
def test_whatever_is_moved_the_ends_stay_in_order_under_the_limit(
    moves: list[tuple[Handle, float]], bounds: Bounds
) -> None:
    sign = bounds.sign
    setting = Proposed(*(bounds.rest + sign * way for way in (0.5, 1.0, 1.5)))
    for handle, value in moves:
        setting = set_to(setting, handle, value, bounds)
        near, far, ceiling = (
            sign * (end - bounds.rest) for end in (setting.near, setting.far, setting.ceiling)
        )
        assert 0 <= near < far < ceiling <= sign * (bounds.limit - bounds.rest) + 1e-6


def test_an_override_says_something() -> None:
    assert Override("cleared by the surgeon").reason
    with pytest.raises(ValueError, match="at least 10 characters"):
        Override("   because  ")
