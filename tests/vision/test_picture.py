"""The picture recedes and keeps its shape."""

import numpy as np
import pytest
from numpy.typing import NDArray

from vision.picture import prepare

Image = NDArray[np.uint8]
Box = tuple[int, int, int, int]
GROUND = (14, 31, 39)


def plain(colour: tuple[int, int, int], height: int = 72, width: int = 128) -> Image:
    return np.full((height, width, 3), colour, dtype=np.uint8)


def shown(image: Image, size: tuple[int, int], crop: Box | None = None) -> Image:
    """Return what is shown of `image`, as RGB."""
    ready = prepare(image, crop or (0, 0, image.shape[1], image.shape[0]), size, GROUND)
    assert ready.flags.c_contiguous
    assert ready.dtype == np.uint8
    assert (ready[:, :, 3] == 255).all()
    return ready[:, :, 2::-1]


def test_black_lies_between_itself_and_the_ground() -> None:
    middle = shown(plain((0, 0, 0)), (64, 36))[18, 32]
    np.testing.assert_allclose(middle, [0.6 * channel for channel in GROUND], atol=1)


def test_a_colour_recedes_toward_its_grey_and_the_ground() -> None:
    # Luma of (200, 100, 0) is 118.5: (0.45·200 + 0.55·118.5)·0.4 + 14·0.6 = 70.5, and so on.
    middle = shown(plain((200, 100, 0)), (64, 36))[18, 32]
    np.testing.assert_allclose(middle, [70.5, 62.7, 49.5], atol=1.5)


def test_the_room_recedes_more_than_the_middle() -> None:
    ready = shown(plain((200, 200, 200)), (64, 36)).astype(int)
    assert (ready[18, 32] > ready[0, 0] + 15).all()


@pytest.mark.parametrize("size", [(720, 560), (300, 200), (90, 70), (1500, 900), (1, 1)])
def test_any_size_is_met(size: tuple[int, int]) -> None:
    ready = shown(plain(GROUND, 721, 1281), size, (178, 0, 1104, 721))
    assert ready.shape == (size[1], size[0], 3)
    # Half grey the ground is 33, as its luma is, within the share that the picture keeps.
    np.testing.assert_allclose(
        ready.reshape(-1, 3), np.tile(GROUND, (size[0] * size[1], 1)), atol=5
    )


@pytest.mark.parametrize("size", [(100, 100), (23, 23)])
def test_only_the_crop_is_shown_and_as_in_a_mirror(size: tuple[int, int]) -> None:
    image = plain((0, 0, 0), 200, 400)
    image[:, 100:150] = 255  # the left half of the crop
    ready = shown(image, size, (100, 50, 200, 150))
    third = size[0] // 3
    assert ready[:, -third:].min() > 60
    assert ready[:, :third].max() < 35


def test_fine_stripes_become_an_even_grey_when_shrunk() -> None:
    image = plain((0, 0, 0), 400, 400)
    image[:, ::2] = 200
    striped, even = shown(image, (90, 90)), shown(plain((100, 100, 100)), (90, 90))
    np.testing.assert_allclose(striped, even, atol=2)


def test_beside_a_tall_picture_the_ground_is_plain_and_no_edge_is_hard() -> None:
    ready = shown(plain((255, 255, 255), 200, 100), (300, 200), (-100, 0, 200, 200)).astype(int)
    assert (ready[:, :99] == GROUND).all()
    assert (ready[:, 201:] == GROUND).all()
    assert ready[100, 150].min() > 100
    assert np.abs(np.diff(ready[100, :, 0])).max() < 20


@pytest.mark.parametrize("crop", [(0, 0, 0, 0), (200, 0, 300, 50), (-9, -9, -3, -3)])
def test_a_crop_without_pixels_is_refused(crop: Box) -> None:
    with pytest.raises(ValueError, match="nothing to show"):
        prepare(plain((0, 0, 0)), crop, (64, 36), GROUND)


def test_the_picture_given_is_left_as_it_was() -> None:
    image = plain((200, 100, 0))
    shown(image, (64, 36))
    np.testing.assert_array_equal(image, plain((200, 100, 0)))
