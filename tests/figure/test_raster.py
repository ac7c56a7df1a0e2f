"""Surfaces into pixels: what is nearer hides what is farther, and edges are soft."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figure.box import box
from figure.camera import Camera
from figure.mesh import Mesh
from figure.raster import Painted, paint
from figure.rotations import about_z

CAMERA = Camera(width=80, height=60, position=(0.0, 0.0, 3.0), look_at=(0.0, 0.0, 0.0))
RED, BLUE = (1.0, 0.0, 0.0), (0.0, 0.0, 1.0)


def seen_at(
    painted: Painted | None, x: int, y: int
) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    assert painted is not None
    (row,) = np.flatnonzero(painted.places == y * CAMERA.width + x)
    return np.asarray(painted.colour[row])


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
    assert sorted(painted.places.tolist()) == list(range(60 * 80))
    assert painted.cover.min() == 1


def test_what_is_painted_covers_what_was_there_as_far_as_it_covers_the_pixel() -> None:
    painted = Painted(
        np.array((0, 1)),
        np.array(((1, 0, 0), (0.25, 0, 0)), np.float32),
        np.array((1, 0.25), np.float32),
    )
    laid = painted.over(np.full((2, 3), 0.8, np.float32))
    assert laid == pytest.approx(np.array(((1, 0, 0), (0.85, 0.6, 0.6))))


@given(st.lists(st.floats(0.1, 0.9), min_size=4, max_size=4), st.floats(0.0, 180.0))
@settings(max_examples=40, deadline=None)
def test_a_folded_face_is_filled_once_and_its_colours_run_on_across_the_fold(
    depths: list[float], turn: float
) -> None:
    square = np.array(((-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)))
    corners = np.column_stack((square, np.array(depths) * 0.2)) @ about_z(turn).T
    colours = np.column_stack((square + 0.5, np.zeros(4)))
    face = Mesh(corners, np.tile((0.0, 0.0, 1.0), (4, 1)), np.array(((0, 1, 2, 3),)), colours)
    painted = paint([face], CAMERA)
    assert painted is not None
    inside = painted.cover == 1
    rows, columns = np.divmod(painted.places[inside], CAMERA.width)
    for channel in range(2):
        shown = np.full((CAMERA.height, CAMERA.width), np.nan)
        shown[rows, columns] = painted.colour[inside, channel]
        steps = np.concatenate([np.abs(np.diff(shown, axis=axis)).ravel() for axis in (0, 1)])
        # 0 to 1 over some thirty pixels, and nowhere a jump.
        assert np.nanmax(steps) < 0.08
