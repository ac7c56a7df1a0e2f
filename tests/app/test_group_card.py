"""Cards before a camera: straight, turned, small, blurred, dim; and what is no card, or two."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from app.group.card import read_card
from vision.card import dots_of, read_dots

Picture = NDArray[np.uint8]


def room(seed: int = 1, shade: int = 120, size: tuple[int, int] = (480, 640)) -> Picture:
    """Return an uneven wall."""
    noise = np.random.default_rng(seed).normal(shade, 6, (size[0] // 8, size[1] // 8))
    wall = cv2.resize(noise.astype(np.float32), (size[1], size[0]), interpolation=cv2.INTER_CUBIC)
    return np.clip(wall, 0, 255).astype(np.uint8)


def with_card(
    picture: Picture, text: str, x: float, y: float, dot_px: float, turned: float = 0.0
) -> Picture:
    """Return a picture with a card in it, its middle at x, y, each of its dots so many pixels."""
    dots = dots_of(text)
    fine = np.kron(dots, np.ones((8, 8), np.uint8))
    middle = fine.shape[0] / 2
    way = cv2.getRotationMatrix2D((middle, middle), turned, dot_px / 8)
    way[:, 2] += (x - middle, y - middle)
    size = picture.shape[::-1]
    card = cv2.warpAffine(fine, way, size, flags=cv2.INTER_AREA)
    there = cv2.warpAffine(np.full_like(fine, 255), way, size) > 127
    return np.where(there, card, picture).astype(np.uint8)


def seen(dot_px: float = 6.0, turned: float = 0.0, text: str = "P-0147") -> Picture:
    return with_card(room(), text, 320, 240, dot_px, turned)


def dimmed(picture: Picture, share: float) -> Picture:
    noise = np.random.default_rng(2).normal(0, 1.5, picture.shape)
    return np.clip(picture * share + noise, 0, 255).astype(np.uint8)


@pytest.mark.parametrize("text", ["P-0147", "AB", "p-0147", "abcdefghijkl-mnopqrstuvw"])
def test_a_code_is_read_as_it_was_printed(text: str) -> None:
    assert read_card(seen(text=text)) == text


def test_a_card_is_read_however_it_is_turned() -> None:
    # A hand is never quite still: what one picture misses the next one reads.
    read = [read_card(seen(5, turned)) for turned in range(0, 360, 40)]
    assert set(read) <= {"P-0147", None}
    assert read.count("P-0147") >= 8


def test_a_slanted_card_is_read() -> None:
    picture = seen(8)
    corners = np.array([(0, 0), (640, 0), (640, 480), (0, 480)], np.float32)
    aside = np.array([(60, 40), (560, 0), (560, 480), (60, 430)], np.float32)
    way = cv2.getPerspectiveTransform(corners, aside)
    assert read_card(np.asarray(cv2.warpPerspective(picture, way, (640, 480)))) == "P-0147"


def test_a_small_card_is_read() -> None:
    assert read_card(seen(2.5, 10)) == "P-0147"


@pytest.mark.parametrize("sigma", [1.0, 1.5, 2.0])
def test_a_blurred_card_is_read(sigma: float) -> None:
    assert read_card(np.asarray(cv2.GaussianBlur(seen(5, 12), (0, 0), sigma))) == "P-0147"


@pytest.mark.parametrize("share", [0.4, 0.15])
def test_a_card_in_a_dim_room_is_read(share: float) -> None:
    assert read_card(dimmed(seen(5, 12), share)) == "P-0147"


def test_a_card_is_read_in_colour() -> None:
    assert read_card(np.repeat(seen()[:, :, None], 3, axis=2)) == "P-0147"


@pytest.mark.parametrize("text", ["https://example.org/a", "Anna Berg", "P--1", "-", "4" * 25])
def test_what_is_no_code_is_none(text: str) -> None:
    picture = seen(text=text)
    assert read_dots(picture) == text
    assert read_card(picture) is None


@pytest.mark.parametrize("small", [6.0, 3.0])
def test_of_two_cards_neither_is_taken(small: float) -> None:
    both = with_card(with_card(room(), "P-0147", 160, 240, 6), "P-0148", 470, 240, small, -20)
    assert read_card(both) is None


@pytest.mark.parametrize("shade", [0, 120, 255])
def test_without_a_card_nothing_is_read(shade: int) -> None:
    assert read_card(room(shade=shade)) is None
    assert read_card(np.full((480, 640), shade, np.uint8)) is None


def test_too_small_too_dark_or_too_far_out_of_focus_is_none_and_no_other_code() -> None:
    assert read_card(seen(0.8)) is None
    assert read_card(dimmed(seen(5), 0.01)) is None
    assert read_card(np.asarray(cv2.GaussianBlur(seen(5), (0, 0), 8))) is None
