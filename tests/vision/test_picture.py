"""The picture recedes, keeps its shape, and says how bright it is."""

import numpy as np
import pytest
from numpy.typing import NDArray

from vision.picture import NIGHT, mean_luma, prepare

Image = NDArray[np.uint8]


def plain(colour: tuple[int, int, int], height: int = 72, width: int = 128) -> Image:
    return np.full((height, width, 3), colour, dtype=np.uint8)


def whole(image: Image) -> tuple[int, int, int, int]:
    return 0, 0, image.shape[1], image.shape[0]


def test_black_is_half_the_night_ground() -> None:
    image = plain((0, 0, 0))
    ready = prepare(image, whole(image), (64, 36))
    assert ready.shape == (36, 64, 3)
    assert ready.dtype == np.uint8
    assert ready[18, 32].tolist() == [channel // 2 for channel in NIGHT]


def test_a_colour_is_half_grey_and_half_as_bright() -> None:
    # Luma of (200, 100, 0) is 118.5: (0.45·200 + 0.55·118.5)·0.5 + 16·0.5 = 85.6, and so on.
    image = plain((200, 100, 0))
    ready = prepare(image, whole(image), (64, 36))
    np.testing.assert_allclose(ready[10, 10], [85.6, 72.1, 53.6], atol=1)


@pytest.mark.parametrize("size", [(720, 560), (300, 200), (90, 70), (1500, 900), (1, 1)])
def test_any_size_is_met(size: tuple[int, int]) -> None:
    image = plain((90, 120, 30), 721, 1281)
    ready = prepare(image, (178, 0, 1104, 721), size)
    assert ready.shape == (size[1], size[0], 3)
    np.testing.assert_array_equal(ready, np.broadcast_to(ready[0, 0], ready.shape))


@pytest.mark.parametrize("size", [(100, 100), (23, 23)])
def test_only_the_crop_is_shown_the_right_way_round(size: tuple[int, int]) -> None:
    image = plain((0, 0, 0), 200, 400)
    image[:, 100:150] = 255  # the left half of the crop
    ready = prepare(image, (100, 50, 200, 150), size)
    third = size[0] // 3
    assert ready[:, :third].min() > 120
    assert ready[:, -third:].max() < 30


def test_fine_stripes_become_an_even_grey_when_shrunk() -> None:
    image = plain((0, 0, 0), 400, 400)
    image[:, ::2] = 200
    ready = prepare(image, whole(image), (90, 90))
    grey = [50 + channel / 2 for channel in NIGHT]
    np.testing.assert_allclose(ready.reshape(-1, 3), np.tile(grey, (8100, 1)), atol=2)


def test_a_crop_that_leaves_the_picture_shows_what_there_is() -> None:
    image = plain((50, 50, 50))
    ready = prepare(image, (-20, -20, 500, 500), (64, 36))
    assert ready.shape == (36, 64, 3)


@pytest.mark.parametrize("crop", [(0, 0, 0, 0), (200, 0, 300, 50), (-9, -9, -3, -3)])
def test_a_crop_without_pixels_is_refused(crop: tuple[int, int, int, int]) -> None:
    with pytest.raises(ValueError, match="nothing to show"):
        prepare(plain((0, 0, 0)), crop, (64, 36))


def test_the_picture_given_is_left_as_it_was() -> None:
    image = plain((200, 100, 0))
    prepare(image, whole(image), (64, 36))
    np.testing.assert_array_equal(image, plain((200, 100, 0)))


@pytest.mark.parametrize(
    ("colour", "luma"), [((0, 0, 0), 0), ((255, 255, 255), 255), ((200, 100, 0), 118.5)]
)
def test_mean_luma_of_a_plain_picture(colour: tuple[int, int, int], luma: float) -> None:
    assert mean_luma(plain(colour)) == pytest.approx(luma)


def test_mean_luma_of_a_half_lit_and_of_an_empty_picture() -> None:
    image = plain((0, 0, 0), 320, 320)
    image[:, :160] = 100
    assert mean_luma(image) == pytest.approx(50)
    assert mean_luma(image[:0]) == 0.0
