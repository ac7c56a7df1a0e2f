"""A printed card: a code in a square of dots, made here and read again from a picture."""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Dots:
    """A square of dots in a picture.

    Attributes
    ----------
    text
        What it says; empty for one that is seen and not read.
    x, y
        Its middle, in pixels of the picture.
    """

    text: str
    x: float
    y: float


# Where nothing is read at first it is looked at larger, then larger still and sharper, by so much
# of what a blur of so many pixels takes away: of 162 drawn cards (small, turned, blurred, dim) 105
# were read at first, 145 in the end, and none as another.
LARGER, LARGEST, SHARPER, BLUR_PX = 1.5, 2.0, 2.0, 6.0
# A picture wider than this is not made larger: it would be read no better, and more slowly.
WIDEST_PX = 1920


def dots_of(text: str) -> Grey:
    """Return the square of dots that says `text`, one pixel a dot.

    Black on white with the white border that it needs to be found; a third of it may be covered or
    torn away.
    """
    how = cv2.QRCodeEncoder.Params()
    how.correction_level = cv2.QRCodeEncoder_CORRECT_LEVEL_H
    dots = cv2.QRCodeEncoder.create(how).encode(text)
    # The encoder leaves two dots of the four that the standard asks for.
    return np.pad(np.asarray(dots, np.uint8), 2, constant_values=255)


def read_dots(image: NDArray[np.uint8]) -> str | None:
    """Return what the one card in a picture says.

    Parameters
    ----------
    image
        (H, W, 3) RGB, or (H, W) grey.

    Returns
    -------
    str or None
        `None` where no card is read, and where more than one is in view: which is meant is never
        guessed.
    """
    found = dots_in(image)
    return found[0].text if len(found) == 1 else None


def dots_in(image: NDArray[np.uint8]) -> tuple[Dots, ...]:
    """Return the cards in a picture, one that is read among them or more than one.

    Parameters
    ----------
    image
        (H, W, 3) RGB, or (H, W) grey.

    Returns
    -------
    tuple of Dots
        Empty where no card is read. Of several some may not be read.
    """
    for looked_at in _looks(image):
        found = _found(looked_at, looked_at.shape[1] / image.shape[1])
        if len(found) > 1 or (found and found[0].text):
            return tuple(found)
    return ()


def _looks(image: NDArray[np.uint8]) -> Iterator[Grey]:
    """Yield the picture as it is, then larger, then larger still and sharper."""
    found = image if image.ndim == 2 else cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    grey: Grey = np.ascontiguousarray(found, np.uint8)
    yield grey
    if grey.shape[1] <= WIDEST_PX:
        yield _larger(grey, LARGER)
        large = _larger(grey, LARGEST)
        soft = cv2.GaussianBlur(large, (0, 0), BLUR_PX)
        yield np.asarray(cv2.addWeighted(large, 1 + SHARPER, soft, -SHARPER, 0), np.uint8)


def _larger(grey: Grey, times: float) -> Grey:
    large = cv2.resize(grey, None, fx=times, fy=times, interpolation=cv2.INTER_CUBIC)
    return np.asarray(large, np.uint8)


def _found(grey: Grey, scale: float) -> list[Dots]:
    """Return each card in a picture that was made larger by `scale`."""
    try:
        _, texts, corners, _ = cv2.QRCodeDetectorAruco().detectAndDecodeMulti(grey)
    except cv2.error:  # of some pictures without a card it cannot make anything
        return []
    if corners is None:
        return []
    middles = np.asarray(corners, np.float64).reshape(-1, 4, 2).mean(axis=1) / scale
    return [
        Dots(str(text), float(x), float(y)) for text, (x, y) in zip(texts, middles, strict=True)
    ]
