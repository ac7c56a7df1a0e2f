"""The strip of drawn figures of a movement."""

import numpy as np
import pytest

from app.figure_strip import strip_of
from exercises.library import find_exercise


@pytest.mark.parametrize(
    ("movement", "figures"),
    [("sunrise-arms-standing", 3), ("sit-to-stand", 6), ("arriving-breath", 1)],
)
def test_a_strip_shows_how_it_begins_and_how_each_phase_ends(movement: str, figures: int) -> None:
    strip = strip_of(find_exercise(movement))
    assert len(strip.images) == figures
    assert strip.still is (figures == 1)
    shapes = {image.shape for image in strip.images}
    assert len(shapes) == 1
    for image in strip.images:
        assert image.dtype == np.uint8
        assert image.flags.c_contiguous
        inked = (image.min(axis=2) < 250).mean()
        assert 0.03 < inked < 0.7
        # White paper about it, on every side.
        assert image[0].min() >= 250
        assert image[-1].min() >= 250


def test_the_figures_of_a_moving_phase_differ_and_it_comes_home_again() -> None:
    begin, top, home = strip_of(find_exercise("sunrise-arms-standing")).images
    assert np.abs(begin.astype(int) - top).mean() > 4
    assert np.abs(begin.astype(int) - home).mean() < 1


def test_a_lying_body_is_drawn_too() -> None:
    begin, sway, _ = strip_of(find_exercise("knee-rocks-lying")).images
    assert begin.shape[1] > begin.shape[0]
    assert np.abs(begin.astype(int) - sway).mean() > 0.5


def test_a_movement_from_the_side_is_drawn_from_the_side() -> None:
    front = strip_of(find_exercise("sunrise-arms-standing")).images[0]
    side = strip_of(find_exercise("soft-knee-sink")).images[0]
    wide = [(image.min(axis=2) < 250).any(axis=0).sum() for image in (front, side)]
    assert wide[1] < wide[0]
