import numpy as np
import pytest

from tests.vision.painted_room import seen
from vision.even_picture import SIDE_PX, evened


@pytest.mark.parametrize(
    ("height", "width", "small"),
    [(720, 1280, (72, 128)), (1280, 720, (128, 72)), (48, 64, (96, 128)), (1, 900, (8, 128))],
)
def test_its_longer_side_is_always_the_same(
    height: int, width: int, small: tuple[int, int]
) -> None:
    even = evened(np.zeros((height, width, 3), np.uint8))
    assert even.shape == small
    assert even.dtype == np.uint8
    assert max(even.shape) == SIDE_PX


@pytest.mark.parametrize("light", [0, 90, 255])
def test_what_is_flat_is_the_middle_grey_in_any_light(light: int) -> None:
    assert (evened(np.full((90, 160, 3), light, np.uint8)) == 128).all()


@pytest.mark.parametrize("share", [0.4, 0.7])
def test_less_light_changes_far_less_than_a_step_aside(share: float) -> None:
    room = evened(seen()[0]).astype(int)
    dim = evened((seen()[0] * share).astype(np.uint8))
    aside = evened(seen(dx=0.02)[0])
    assert np.abs(dim - room).mean() < 0.5 * np.abs(aside - room).mean()


def test_grain_stays_faint() -> None:
    grey = np.random.default_rng(0).normal(120, 6, (360, 640, 3)).clip(0, 255).astype(np.uint8)
    assert evened(grey).std() < 0.3 * evened(seen()[0]).std()
