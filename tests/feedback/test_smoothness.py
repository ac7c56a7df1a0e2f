from math import isnan

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from feedback.smoothness import smoothness_of

Array = NDArray[np.float64]


def even(share: Array) -> Array:
    """Return the way of least jerk."""
    return share**3 * (10 - 15 * share + 6 * share**2)


def sweep(seconds: float, size: float, stops: int = 0, fps: float = 30.0) -> tuple[Array, Array]:
    """Return an even sweep, or one in parts with a stop of half a second between them."""
    parts = stops + 1
    stop_s = 0.5 if stops else 0.0
    whole_s = seconds + stops * stop_s
    times = np.arange(round(whole_s * fps) + 1) / fps
    part_s = seconds / parts
    number = np.minimum(times // (part_s + stop_s), parts - 1)
    share = np.clip((times - number * (part_s + stop_s)) / part_s, 0, 1)
    return times, size * (number + even(share)) / parts


@given(seconds=st.floats(1.5, 8.0), size=st.floats(0.5, 150), falling=st.booleans())
@settings(max_examples=40, deadline=None)
def test_an_even_sweep_is_as_smooth_however_far_and_however_slow(
    seconds: float, size: float, falling: bool
) -> None:
    times, along = sweep(seconds, size)
    assert smoothness_of(times, -along if falling else along) == pytest.approx(-1.4, abs=0.07)


@pytest.mark.parametrize("fps", [10.0, 30.0, 120.0])
def test_it_is_the_same_at_any_rate_of_pictures(fps: float) -> None:
    assert smoothness_of(*sweep(3.0, 90, fps=fps)) == pytest.approx(-1.4, abs=0.07)


@pytest.mark.parametrize("size", [20.0, 100.0])
def test_every_stop_makes_it_lower(size: float) -> None:
    found = [smoothness_of(*sweep(4.0, size, stops)) for stops in range(4)]
    assert found == sorted(found, reverse=True)
    assert found[0] - found[1] > 0.4


@given(seconds=st.floats(1.5, 6.0), stops=st.integers(0, 3))
@settings(max_examples=25, deadline=None)
def test_it_is_never_positive(seconds: float, stops: int) -> None:
    assert smoothness_of(*sweep(seconds, 80, stops)) < -1


def test_trembling_on_the_way_makes_it_lower() -> None:
    times, along = sweep(4.0, 90)
    trembling = along + 3 * np.sin(2 * np.pi * 2.5 * times)
    assert smoothness_of(times, trembling) < smoothness_of(times, along) - 0.3


@pytest.mark.parametrize(
    ("times", "along"),
    [([], []), ([1.0], [4.0]), ([0.0, 0.1, 0.2], [0.0, 50, 100]), (range(10), [7.0] * 10)],
)
def test_what_is_too_short_or_does_not_move_has_none(
    times: list[float], along: list[float]
) -> None:
    assert isnan(smoothness_of(np.array(times, float), np.array(along, float)))
