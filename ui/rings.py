"""Lights and discs that are the same all round, as soft as one likes, to an eighth of a pixel."""

from functools import lru_cache

import numpy as np
import pygame
from numpy.typing import NDArray

from ui.colour import Colour
from ui.paint import Drawing

Profile = NDArray[np.float64]
"""(4, N): red, green, blue (0–255) and opacity (0–1) at every `STEP` pixels outward."""

STEP = 0.125
_SCALE = np.array([[1.0], [1.0], [1.0], [255.0]])
_ARGB = (0x00FF0000, 0x0000FF00, 0x000000FF, 0xFF000000)


def radii(reach: float) -> NDArray[np.float64]:
    """Return the radii (N,) in pixels at which a profile of `reach` pixels is given."""
    return np.arange(0.0, reach, STEP, dtype=np.float64)


def plain(colour: Colour, opacity: NDArray[np.float64]) -> Profile:
    """Return the profile of one colour whose opacity (N,) changes outward."""
    profile = np.empty((4, len(opacity)))
    profile[:3] = np.array(colour)[:, None]
    profile[3] = opacity
    return profile


def over(top: Profile, below: Profile) -> Profile:
    """Return one profile laid over another."""
    return _mixed(top, below, top[3], below[3] * (1 - top[3]))


def faded(a: Profile, b: Profile, share: float) -> Profile:
    """Return the profile `share` (0–1) of the way in a fade from `a` to `b`."""
    return _mixed(a, b, a[3] * (1 - share), b[3] * share)


def _mixed(
    a: Profile, b: Profile, weights_a: NDArray[np.float64], weights_b: NDArray[np.float64]
) -> Profile:
    """Return two profiles with so much (N,) of each."""
    mixed = np.empty_like(a)
    opacity = np.add(weights_a, weights_b, out=mixed[3])
    colour = np.multiply(a[:3], weights_a, out=mixed[:3])
    colour += b[:3] * weights_b
    colour /= np.where(opacity > 0, opacity, 1)
    return mixed


def draw(drawing: Drawing, centre: tuple[float, float], profile: Profile) -> None:
    """Draw a profile about `centre`, which is rounded to whole pixels.

    Nothing is drawn beyond the profile's last radius.
    """
    steps = profile.shape[1]
    reach = int(steps * STEP)
    table = np.zeros(steps + 1, dtype=np.uint32)
    red, green, blue, opacity = np.rint(profile * _SCALE).astype(np.uint32)
    table[:-1] = opacity << 24 | red << 16 | green << 8 | blue
    layer = pygame.Surface((2 * reach, 2 * reach), pygame.SRCALPHA, masks=_ARGB)
    pixels = pygame.surfarray.pixels2d(layer).T
    # The lower half is the upper one's reflection.
    np.take(table, _distances(reach), out=pixels[:reach], mode="clip")
    pixels[reach:] = pixels[:reach][::-1]
    del pixels
    drawing.image(layer, (round(centre[0]) - reach, round(centre[1]) - reach))


@lru_cache(maxsize=8)
def _distances(reach: int) -> NDArray[np.intp]:
    """Return how far each pixel of a square's upper half is from its middle, in `STEP`s."""
    offset = np.arange(2 * reach) + 0.5 - reach
    return np.asarray(np.hypot(offset[:reach, None], offset[None, :]) / STEP, dtype=np.intp)
