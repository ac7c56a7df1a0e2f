"""Putting soft-edged shapes, grounds and panels on a surface."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import pygame
from numpy.typing import NDArray

from ui.colour import Colour
from ui.raster import coverage

Points = NDArray[np.float64]


def fill(
    surface: pygame.Surface,
    outlines: Sequence[Points],
    colour: Colour,
    opacity: float = 1.0,
) -> None:
    """Draw the union of `outlines` in one colour, without seams where they overlap.

    Parameters
    ----------
    surface
        Drawn on within its clip.
    outlines
        Closed polygons (N, 2) in pixels of `surface`.
    opacity
        0–1; under half a percent nothing is drawn.
    """
    if opacity < 0.005 or not outlines:
        return
    box = _box_around(outlines).clip(surface.get_clip())
    if box.width > 0 and box.height > 0:
        surface.blit(stencil(outlines, box, colour, opacity), box)


def stencil(
    outlines: Sequence[Points], box: pygame.Rect, colour: Colour, opacity: float = 1.0
) -> pygame.Surface:
    """Return what `fill` would draw within `box`, as a surface with transparency."""
    shift = np.array(box.topleft, dtype=np.float64)
    covered = coverage([outline - shift for outline in outlines], box.width, box.height)
    layer = pygame.Surface(box.size, pygame.SRCALPHA)
    layer.fill((*colour, 0))
    alpha = pygame.surfarray.pixels_alpha(layer).T
    np.multiply(covered, 255.0 * min(opacity, 1.0) + 1e-6, out=alpha, casting="unsafe")
    return layer


def _box_around(outlines: Sequence[Points]) -> pygame.Rect:
    low = np.floor(np.min([outline.min(axis=0) for outline in outlines], axis=0)).astype(int)
    high = np.ceil(np.max([outline.max(axis=0) for outline in outlines], axis=0)).astype(int)
    return pygame.Rect(low[0], low[1], high[0] - low[0], high[1] - low[1])


@lru_cache(maxsize=4)
def ground(size: tuple[int, int], top: Colour, foot: Colour) -> pygame.Surface:
    """Return one slow gradient from `top` to `foot`.

    A fixed grain of half a step breaks up the bands that so slow a gradient shows on a screen.
    """
    width, height = size
    down = np.linspace(0.0, 1.0, height)[:, None, None]
    colours = np.array(top) * (1 - down) + np.array(foot) * down
    grain = np.random.default_rng(0).random((height, width, 1), dtype=np.float32)
    pixels = np.floor(colours.astype(np.float32) + grain).astype(np.uint8)
    surface = pygame.Surface(size)
    pygame.surfarray.blit_array(surface, pixels.swapaxes(0, 1))
    return surface


def rings(
    surface: pygame.Surface,
    centre: tuple[float, float],
    outline: NDArray[np.float64],
) -> None:
    """Draw anything that is the same all round: a colour and opacity for every radius.

    Parameters
    ----------
    surface
        Drawn on.
    centre
        x and y in pixels, rounded to whole pixels.
    outline
        (N, 4) float64: red, green, blue (0–255) and opacity (0–1) at every `RADIUS_STEP` pixels
        from the centre outward; nothing is drawn beyond the last.
    """
    reach = int(len(outline) * RADIUS_STEP)
    table = np.zeros(len(outline) + 1, dtype=np.uint32)
    channels = np.rint(outline * (1.0, 1.0, 1.0, 255.0)).astype(np.uint32)
    table[:-1] = channels[:, 3] << 24 | channels[:, 0] << 16 | channels[:, 1] << 8 | channels[:, 2]
    layer = pygame.Surface((2 * reach, 2 * reach), pygame.SRCALPHA, masks=_ARGB)
    pixels = pygame.surfarray.pixels2d(layer).T
    np.take(table, _radii(reach), out=pixels, mode="clip")
    del pixels
    surface.blit(layer, (round(centre[0]) - reach, round(centre[1]) - reach))


RADIUS_STEP = 0.125
_ARGB = (0x00FF0000, 0x0000FF00, 0x000000FF, 0xFF000000)


@lru_cache(maxsize=4)
def _radii(reach: int) -> NDArray[np.int32]:
    """Return the distance of each pixel of a square from its middle, in `RADIUS_STEP`s."""
    offset = np.arange(2 * reach) + 0.5 - reach
    radius = np.hypot(offset[:, None], offset[None, :])
    return np.asarray(radius / RADIUS_STEP, dtype=np.int32)
