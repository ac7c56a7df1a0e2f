"""How much of each pixel shapes cover."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ui.raster import Points, Stencil, coverages, edges

SQUARE = np.array([[1.5, 1.5], [3.5, 1.5], [3.5, 3.5], [1.5, 3.5]])
coordinate = st.floats(0.0, 20.0, allow_nan=False)


def covered(*outlines: Points, size: int = 20) -> Points:
    return coverages([Stencil(edges(outlines), 0, 0, size, size)])[0]


def test_a_square_between_pixels_covers_their_exact_shares() -> None:
    expected = np.zeros((5, 5))
    expected[1:4, 1:4] = [[0.25, 0.5, 0.25], [0.5, 1.0, 0.5], [0.25, 0.5, 0.25]]
    assert covered(SQUARE, size=5) == pytest.approx(expected)


@settings(max_examples=60)
@given(st.lists(st.tuples(coordinate, coordinate), min_size=3, max_size=3))
def test_a_triangle_covers_its_own_area(corners: list[tuple[float, float]]) -> None:
    triangle = np.array(corners)
    (ax, ay), (bx, by), (cx, cy) = corners
    area = abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2
    assert covered(triangle).sum() == pytest.approx(area, abs=1e-6)
    assert covered(triangle[::-1]).sum() == pytest.approx(area, abs=1e-6)


@settings(max_examples=40)
@given(coordinate, coordinate)
def test_what_leaves_the_box_is_cut_off_at_its_side(x: float, y: float) -> None:
    moved = SQUARE * 4 + (x - 10, y - 10)
    left, top = np.clip(moved[0], 0, 20)
    right, bottom = np.clip(moved[2], 0, 20)
    assert covered(moved).sum() == pytest.approx((right - left) * (bottom - top), abs=1e-6)


def test_shapes_that_meet_join_without_a_seam() -> None:
    left = np.array([[2.0, 2.0], [7.3, 2.0], [7.3, 9.0], [2.0, 9.0]])
    right = np.array([[7.3, 2.0], [12.0, 2.0], [12.0, 9.0], [7.3, 9.0]])
    assert covered(left, right)[2:9, 2:12] == pytest.approx(np.ones((7, 10)))


def test_shapes_that_overlap_cover_no_more_than_all() -> None:
    both = covered(SQUARE * 3, SQUARE * 3 + 1.0)
    assert both.max() <= 1.0 + 1e-9
    assert both.sum() < 2 * covered(SQUARE * 3).sum()


def test_shapes_of_either_direction_add_up_rather_than_cancel() -> None:
    both = covered(SQUARE * 3, SQUARE[::-1] * 3)
    assert (both >= covered(SQUARE * 3) - 1e-9).all()


def test_stencils_converted_together_are_as_they_are_alone() -> None:
    one = Stencil(edges([SQUARE]), 0, 0, 6, 5)
    other = Stencil(edges([SQUARE * 2, SQUARE + 3]), 1, 2, 9, 7)
    together = coverages([one, other])
    assert together[0] == pytest.approx(coverages([one])[0])
    assert together[1] == pytest.approx(coverages([other])[0])
    assert coverages([]) == []
