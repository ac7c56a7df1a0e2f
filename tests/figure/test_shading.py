"""Light and shadow on surfaces."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from figure.shading import SUN, Occluders, lit, sunlit

ROD = Occluders(
    ("rod",), np.array(((-0.5, 1.0, 0.0),)), np.array(((0.5, 1.0, 0.0),)), np.array((0.05,))
)
UNDER = np.array((0.0, 1.0, 0.0)) - SUN * 0.6


def test_a_point_behind_a_rod_lies_in_its_shadow_and_one_beside_it_in_the_light() -> None:
    beside = UNDER + np.array((0.0, 0.0, 0.3))
    past_its_end = UNDER + np.array((1.2, 0.0, 0.0))
    before_it = np.array((0.0, 1.0, 0.0)) + SUN * 0.6
    shadowed, *clear = sunlit(np.array((UNDER, beside, past_its_end, before_it)), ROD)
    assert shadowed < 0.4
    assert clear == pytest.approx([1, 1, 1])


@given(st.floats(0, 0.2), st.floats(0, 0.2))
def test_a_shadow_only_fades_with_the_distance_from_its_middle(a: float, b: float) -> None:
    aside = np.cross(SUN, (1.0, 0.0, 0.0))
    near, far = sunlit(UNDER + np.outer(sorted((a, b)), aside), ROD)
    assert 0 <= near <= far + 1e-9
    assert far <= 1


def test_without_occluders_all_is_light() -> None:
    assert sunlit(np.zeros((3, 3)), ROD.only(frozenset())) == pytest.approx([1, 1, 1])


def test_a_surface_turned_to_the_window_is_the_brightest_and_shadow_darkens_it() -> None:
    grey = np.full((3, 3), 0.5)
    toward, away, shaded = lit(grey, np.array((SUN, -SUN, SUN)), np.array((1.0, 1.0, 0.3)))
    assert (toward > shaded).all()
    assert (shaded > away).all()
    assert away.min() > 0.1
