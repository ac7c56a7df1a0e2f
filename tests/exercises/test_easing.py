"""The shared easing."""

from math import isclose

from hypothesis import given
from hypothesis import strategies as st

from exercises.easing import PEAK_SLOPE, ease

shares = st.floats(0, 1)


def test_ends_and_middle() -> None:
    assert ease(0) == 0
    assert isclose(ease(0.5), 0.5)
    assert ease(1) == 1


def test_progress_outside_the_phase_is_held_at_its_ends() -> None:
    assert ease(-3) == 0
    assert ease(7) == 1


@given(shares, shares)
def test_it_never_turns_back_and_never_outruns_its_peak_slope(a: float, b: float) -> None:
    early, late = sorted((a, b))
    step = ease(late) - ease(early)
    assert -1e-12 <= step <= PEAK_SLOPE * (late - early) + 1e-12


@given(shares)
def test_going_and_coming_are_alike(progress: float) -> None:
    assert isclose(ease(progress), 1 - ease(1 - progress), abs_tol=1e-12)
