"""How often a picture flashes, as WCAG 2.2 (2.3.1) counts it."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

# A flash is a pair of opposing changes of relative luminance by a tenth of the most there is, where
# the darker is below 0.80; over a quarter of ten degrees of the field of view it may be no flash
# that is counted, for which a quarter of the picture is taken here.
CHANGE, DARKER = 0.10, 0.80
AREA = 0.25
# Changes of one place within so many seconds are one.
TOGETHER_S = 0.10


def luminance(pixels: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Return the relative luminance (h, w) of a picture (h, w, 3), red, green and blue."""
    shares = pixels / 255.0
    linear = np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ (0.2126, 0.7152, 0.0722))


def most_flashes(pictures: Iterable[NDArray[np.float64]], fps: float) -> float:
    """Return the most flashes of a quarter of the picture in any second.

    Parameters
    ----------
    pictures
        Relative luminance (h, w), one after another.
    fps
        How many there are a second.
    """
    last: NDArray[np.float64] | None = None
    changes: list[NDArray[np.bool_]] = []
    for picture in pictures:
        if last is None:
            last, rising = picture.copy(), np.zeros(picture.shape, np.int8)
            continue
        grew = picture - last
        past = (np.abs(grew) >= CHANGE) & (np.minimum(picture, last) < DARKER)
        turned = past & (np.sign(grew).astype(np.int8) != rising)
        changes.append(turned)
        rising = np.where(past, np.sign(grew).astype(np.int8), rising)
        # The farthest it came since it turned: from there the way back is measured.
        farther = (rising > 0) & (picture > last) | (rising < 0) & (picture < last)
        last = np.where(turned | farther, picture, last)
    together = max(1, round(TOGETHER_S * fps))
    at = [
        np.any(changes[i : i + together], axis=0).mean() >= AREA
        for i in range(0, len(changes), together)
    ]
    second = max(1, round(fps / together))
    sums = np.convolve(np.array(at, int), np.ones(second, int)) if at else np.zeros(1)
    return float(sums.max()) / 2
