"""Surfaces into pixels: what is nearer hides what is farther, and edges are soft."""

import numpy as np
import pytest

from figure.box import box
from figure.camera import Camera
from figure.raster import Painted, paint

CAMERA = Camera(width=80, height=60, position=(0.0, 0.0, 3.0), look_at=(0.0, 0.0, 0.0))
RED, BLUE = (1.0, 0.0, 0.0), (0.0, 0.0, 1.0)


def seen_at(
    painted: Painted | None, x: int, y: int
) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    assert painted is not None
    return np.asarray(painted.colour[y - painted.top, x - painted.left])


@pytest.mark.parametrize("order", [1, -1])
def test_the_nearer_surface_hides_the_farther_in_whatever_order_they_come(order: int) -> None:
    near, far = box((0, 0, 0.5), (0.5, 0.5, 0.1), RED), box((0, 0, -0.5), (1, 1, 0.1), BLUE)
    painted = paint([near, far][::order], CAMERA)
    assert seen_at(painted, 40, 30) == pytest.approx(RED)
    assert seen_at(painted, 27, 30) == pytest.approx(BLUE)


def test_two_surfaces_that_cross_are_told_apart_pixel_by_pixel() -> None:
    upright, level = box((0, 0, 0), (0.2, 1.0, 0.4), RED), box((0, 0, 0), (1.0, 0.2, 0.2), BLUE)
    painted = paint([upright, level], CAMERA)
    assert seen_at(painted, 40, 30) == pytest.approx(RED)
    assert seen_at(painted, 52, 30) == pytest.approx(BLUE)


def test_an_edge_through_a_pixel_covers_part_of_it() -> None:
    painted = paint([box((0.013, 0.007, 0), (0.513, 0.513, 0.01), RED)], CAMERA, 4)
    assert painted is not None
    parts = painted.cover[(painted.cover > 0) & (painted.cover < 1)]
    assert len(parts) > 20
    assert painted.cover.max() == 1
    # Colour comes weighted by cover, so that laying it over the room needs no division.
    assert painted.colour[..., 0] == pytest.approx(painted.cover, abs=1e-5)


def test_nothing_in_the_picture_is_nothing_painted() -> None:
    assert paint([box((50, 0, 0), (1, 1, 1), RED)], CAMERA) is None


def test_what_leaves_the_picture_is_cut_off_at_its_edge() -> None:
    painted = paint([box((0, 0, 0), (9, 9, 0.1), BLUE)], CAMERA)
    assert painted is not None
    assert painted.cover.shape == (60, 80)
    assert painted.cover.min() == 1
