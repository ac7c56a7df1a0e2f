"""How much of each pixel shapes cover."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ui.raster import BEYOND, Points, Stencil, coverage, edges, runs

SQUARE = np.array([[1.5, 1.5], [3.5, 1.5], [3.5, 3.5], [1.5, 3.5]])
coordinate = st.floats(0.0, 20.0, allow_nan=False)


def covered(*outlines: Points, size: int = 20) -> Points:
    return coverage(outlines, size, size)


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
    one, other = [SQUARE], [SQUARE * 2, SQUARE + 3]
    together = runs(
        [
            Stencil(edges(one), 0, 0, 6, 5),
            Stencil(edges([SQUARE + 50]), 0, 0, 4, 0),
            Stencil(edges(other), 1, 2, 9, 7),
        ]
    )
    shares = np.repeat(together.shares, together.lengths)
    first, nothing, second = np.split(shares, np.cumsum(together.sizes)[:-1])
    assert first.reshape(5, 6 + BEYOND)[:, :6] == pytest.approx(coverage(one, 6, 5))
    assert nothing.size == 0
    moved = [outline - (1, 2) for outline in other]
    assert second.reshape(7, 9 + BEYOND)[:, :9] == pytest.approx(coverage(moved, 9, 7))


def test_each_stencil_has_runs_of_its_own() -> None:
    far = Stencil(edges([SQUARE + 10]), 0, 0, 15, 15)
    near = Stencil(edges([SQUARE]), 0, 0, 15, 15)
    found = runs([near, far])
    lengths = np.split(found.lengths, np.cumsum(found.counts)[:-1])
    assert [part.sum() for part in lengths] == found.sizes.tolist()
