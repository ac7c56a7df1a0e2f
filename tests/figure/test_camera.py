"""A pinhole camera, checked against what a ruler would say."""

from math import radians, tan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from figure.camera import Camera

LEVEL = Camera(width=640, height=480, position=(0.0, 1.0, 3.0), look_at=(0.0, 1.0, 0.0))


def test_what_it_looks_at_lies_in_the_middle() -> None:
    pixels, depth = LEVEL.seen(np.array((0.0, 1.0, 0.0)))
    assert pixels == pytest.approx((320, 240))
    assert depth == pytest.approx(3.0)


def test_the_figures_left_is_on_the_pictures_right_and_up_is_up() -> None:
    left, up = LEVEL.project(np.array(((0.3, 1.0, 0.0), (0.0, 1.3, 0.0)))) - (320, 240)
    assert left[0] > 0
    assert left[1] == pytest.approx(0)
    assert up[1] < 0
    assert up[0] == pytest.approx(0)


def test_the_angle_of_view_spans_the_picture_from_top_to_bottom() -> None:
    half = 3.0 * tan(radians(LEVEL.view_deg / 2))
    top, bottom = LEVEL.project(np.array(((0, 1 + half, 0), (0, 1 - half, 0))))
    assert top[1] == pytest.approx(0)
    assert bottom[1] == pytest.approx(480)


@given(st.floats(0, 640), st.floats(0, 480), st.floats(0.5, 8), st.floats(-1, 1))
def test_a_point_along_the_ray_of_a_pixel_is_seen_at_that_pixel(
    x: float, y: float, away: float, aside: float
) -> None:
    camera = Camera(640, 480, (aside, 1.5, 3.0), (0.0, 0.8, 0.0))
    ray = camera.rays(np.array(x), np.array(y))
    pixels, depth = camera.seen(np.array(camera.position) + ray * away)
    assert pixels == pytest.approx((x, y), abs=1e-6)
    assert depth == pytest.approx(away)
