"""The part of a frame that is shown, and how it is made ready."""

import numpy as np
import pytest

from app.detection import picture_of, whole_height


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (640, 480), (720, 1280), (300, 300)])
@pytest.mark.parametrize("aspect", [0.8, 1.33, 2.2])
def test_neither_head_nor_feet_are_cut_off(width: int, height: int, aspect: float) -> None:
    left, top, right, bottom = whole_height(width, height, aspect)
    assert (top, bottom) == (0, height)
    assert (right - left) / height == pytest.approx(aspect, abs=0.5 / height)
    assert (left + right) / 2 == pytest.approx(width / 2, abs=1)


def test_a_tall_frame_is_shown_whole_on_plain_ground() -> None:
    image = np.full((128, 72, 3), 200, dtype=np.uint8)
    picture = picture_of(image, (160, 120))
    assert picture.pixels.shape == (120, 160, 4)
    assert (picture.left, picture.right) == (-50, 121)
    assert (picture.pixels[:, 0] == picture.pixels[0, 0]).all()
    assert picture.pixels[60, 80].min() > picture.pixels[60, 0].min() + 40
