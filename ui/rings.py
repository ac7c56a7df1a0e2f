"""Lights and discs that are the same all round, as soft as one likes, to an eighth of a pixel."""

from functools import lru_cache

import numpy as np
import pygame
from numpy.typing import NDArray

from ui.colour import Colour
from ui.paint import Drawing

Profile = NDArray[np.float64]
"""(N, 4): red, green, blue (0–255) and opacity (0–1) at every `STEP` pixels outward."""

STEP = 0.125
_ARGB = (0x00FF0000, 0x0000FF00, 0x000000FF, 0xFF000000)


def radii(reach: float) -> NDArray[np.float64]:
    """Return the radii (N,) in pixels at which a profile of `reach` pixels is given."""
    return np.arange(0.0, reach, STEP, dtype=np.float64)


def plain(colour: Colour, opacity: NDArray[np.float64]) -> Profile:
    """Return the profile of one colour whose opacity (N,) changes outward."""
    return np.column_stack([np.broadcast_to(np.array(colour), (len(opacity), 3)), opacity])


def over(top: Profile, below: Profile) -> Profile:
    """Return one profile laid over another."""
    a, b = top[:, 3:], below[:, 3:] * (1 - top[:, 3:])
    opacity = a + b
    colour = (top[:, :3] * a + below[:, :3] * b) / np.where(opacity > 0, opacity, 1)
    return np.hstack([colour, opacity])


def faded(a: Profile, b: Profile, share: float) -> Profile:
    """Return the profile `share` (0–1) of the way in a fade from `a` to `b`."""
    weights_a, weights_b = a[:, 3:] * (1 - share), b[:, 3:] * share
    opacity = weights_a + weights_b
    colour = (a[:, :3] * weights_a + b[:, :3] * weights_b) / np.where(opacity > 0, opacity, 1)
    return np.hstack([colour, opacity])


def draw(drawing: Drawing, centre: tuple[float, float], profile: Profile) -> None:
    """Draw a profile about `centre`, which is rounded to whole pixels.

    Nothing is drawn beyond the profile's last radius.
    """
    reach = int(len(profile) * STEP)
    table = np.zeros(len(profile) + 1, dtype=np.uint32)
    red, green, blue, opacity = np.rint(profile.T * [[1.0], [1.0], [1.0], [255.0]]).astype(
        np.uint32
    )
    table[:-1] = opacity << 24 | red << 16 | green << 8 | blue
    layer = pygame.Surface((2 * reach, 2 * reach), pygame.SRCALPHA, masks=_ARGB)
    pixels = pygame.surfarray.pixels2d(layer).T
    np.take(table, _distances(reach), out=pixels, mode="clip")
    del pixels
    drawing.image(layer, (round(centre[0]) - reach, round(centre[1]) - reach))


@lru_cache(maxsize=8)
def _distances(reach: int) -> NDArray[np.int32]:
    """Return the distance of each pixel of a square from its middle, in `STEP`s."""
    offset = np.arange(2 * reach) + 0.5 - reach
    return np.asarray(np.hypot(offset[:, None], offset[None, :]) / STEP, dtype=np.int32)
