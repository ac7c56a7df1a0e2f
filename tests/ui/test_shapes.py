"""Outlines of the shapes everything is drawn with."""

from math import hypot, pi

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ui import shapes
from ui.shapes import Points

place = st.tuples(st.floats(-200, 200), st.floats(-200, 200))
radius = st.floats(1.0, 60.0)


def area(outline: Points) -> float:
    following = np.roll(outline, -1, axis=0)
    return abs(float(np.sum(outline[:, 0] * following[:, 1] - following[:, 0] * outline[:, 1]))) / 2


@given(place, radius)
def test_a_disc_is_as_large_as_it_says(centre: tuple[float, float], r: float) -> None:
    assert area(shapes.disc(centre, r)) == pytest.approx(pi * r * r, rel=0.06)


def test_a_limb_of_even_width_is_a_box_with_two_half_discs() -> None:
    assert area(shapes.limb((0, 0), (100, 0), 10)) == pytest.approx(2000 + pi * 100, rel=0.01)


@settings(max_examples=60)
@given(place, place, radius, radius)
def test_a_limb_holds_both_its_ends_and_no_more(
    a: tuple[float, float], b: tuple[float, float], ra: float, rb: float
) -> None:
    outline = shapes.limb(a, b, ra, rb)
    from_a = np.hypot(*(outline - a).T) - ra
    from_b = np.hypot(*(outline - b).T) - rb
    assert np.minimum(from_a, from_b).max() <= 1e-6
    reach = max(hypot(b[0] - a[0], b[1] - a[1]) + ra + rb, 2 * ra, 2 * rb)
    assert np.ptp(outline, axis=0).max() <= reach + 1e-6


@settings(max_examples=40)
@given(st.lists(st.tuples(place, radius), min_size=1, max_size=5))
def test_a_hull_reaches_as_far_as_its_discs(discs: list[tuple[tuple[float, float], float]]) -> None:
    outline = shapes.hull(discs)
    assert outline[:, 0].max() == pytest.approx(max(c[0] + r for c, r in discs), abs=0.1)
    assert outline[:, 1].min() == pytest.approx(min(c[1] - r for c, r in discs), abs=0.1)


def test_a_band_stays_within_its_width_of_its_circle() -> None:
    outline = shapes.band((50, 50), 40, 5, start=0.3, sweep=-2.0)
    distance = np.hypot(*(outline - 50.0).T)
    assert distance.min() >= 35 - 0.2
    assert distance.max() <= 45 + 0.2
    assert area(outline) == pytest.approx(40 * 2.0 * 10 + pi * 25, rel=0.02)


def test_a_petal_stands_on_its_foot_and_leans_to_the_side_it_is_told_to() -> None:
    upright = shapes.petal((10, 100), 40, 20, 0.0)
    assert upright[:, 1].min() == pytest.approx(60, abs=0.5)
    assert abs(upright[:, 0] - 10).max() == pytest.approx(10, rel=0.12)
    assert shapes.petal((10, 100), 40, 20, 0.5)[:, 0].mean() > 12


def test_limbs_outlined_together_are_as_they_are_alone() -> None:
    pieces = [((0, 0), (80, 10), 10, 4), ((5, 5), (6, 5), 9, 2), ((3, 9), (3, 9), 2, 7)]
    for outline, piece in zip(shapes.limbs(pieces), pieces, strict=True):
        assert area(outline) == pytest.approx(area(shapes.limb(*piece)), rel=0.03)
    assert shapes.limbs([]) == []
