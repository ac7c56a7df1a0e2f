"""Putting soft-edged shapes and lights on a surface."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pygame
from numpy.typing import NDArray

from ui import raster
from ui.colour import Colour

Points = NDArray[np.float64]

# Less than this is not seen, and not drawn.
_LEAST_OPACITY = 0.005


@dataclass(frozen=True, slots=True, eq=False)
class _Fill:
    outlines: Sequence[Points]
    colour: Colour
    opacity: float


@dataclass(frozen=True, slots=True, eq=False)
class _Image:
    surface: pygame.Surface
    at: tuple[int, int]


class Drawing:
    """Shapes and images gathered in order, and put on a surface together by `finish`.

    Parameters
    ----------
    surface
        What is drawn on, within its clip.
    """

    def __init__(self, surface: pygame.Surface) -> None:
        self._surface = surface
        self._steps: list[_Fill | _Image] = []

    def fill(self, outlines: Sequence[Points], colour: Colour, opacity: float = 1.0) -> None:
        """Add the union of `outlines` in one colour, without seams where they overlap.

        Parameters
        ----------
        outlines
            Closed polygons (N, 2) in pixels of the surface.
        opacity
            0–1.
        """
        if outlines and opacity >= _LEAST_OPACITY:
            self._steps.append(_Fill(outlines, colour, opacity))

    def image(self, surface: pygame.Surface, at: tuple[int, int]) -> None:
        """Add an image with its upper left corner at `at`."""
        self._steps.append(_Image(surface, at))

    def finish(self) -> None:
        """Put everything gathered on the surface, first to last."""
        fills = [step.outlines for step in self._steps if isinstance(step, _Fill)]
        stencils = _stencils(fills, self._surface.get_clip())
        covered = zip(stencils, raster.coverages(stencils), strict=True)
        for step in self._steps:
            if isinstance(step, _Image):
                self._surface.blit(step.surface, step.at)
                continue
            stencil, shares = next(covered)
            if stencil.width and stencil.height:
                layer = tinted(shares, step.colour, step.opacity)
                self._surface.blit(layer, (stencil.left, stencil.top))
        self._steps.clear()


def _stencils(fills: Sequence[Sequence[Points]], clip: pygame.Rect) -> list[raster.Stencil]:
    """Return the stencil of each union of outlines, no larger than it is and than `clip`."""
    if not fills:
        return []
    edges = raster.edges([outline for outlines in fills for outline in outlines])
    lasts = np.cumsum([sum(map(len, outlines)) for outlines in fills]).tolist()
    firsts = [0, *lasts[:-1]]
    low = np.floor(np.minimum.reduceat(edges[:2], firsts, axis=1)).T
    high = np.ceil(np.maximum.reduceat(edges[:2], firsts, axis=1)).T
    low = np.clip(low, clip.topleft, clip.bottomright).astype(int)
    sizes = np.clip(high, low, clip.bottomright).astype(int) - low
    return [
        raster.Stencil(edges[:, first:last], *corner, *size)
        for first, last, corner, size in zip(
            firsts, lasts, low.tolist(), sizes.tolist(), strict=True
        )
    ]


def fill(
    surface: pygame.Surface, outlines: Sequence[Points], colour: Colour, opacity: float = 1.0
) -> None:
    """Draw the union of `outlines` on `surface` at once (see `Drawing.fill`)."""
    drawing = Drawing(surface)
    drawing.fill(outlines, colour, opacity)
    drawing.finish()


def stencil(outlines: Sequence[Points], box: pygame.Rect, colour: Colour) -> pygame.Surface:
    """Return the union of `outlines` within `box`, in one colour, as a surface of its size."""
    (covered,) = raster.coverages([raster.Stencil(raster.edges(outlines), *box)])
    return tinted(covered, colour, 1.0)


def tinted(covered: Points, colour: Colour, opacity: float) -> pygame.Surface:
    """Return a surface of one colour, as opaque as each pixel is covered (height, width), 0–1."""
    layer = pygame.Surface((covered.shape[1], covered.shape[0]), pygame.SRCALPHA)
    layer.fill((*colour, 0))
    alpha = pygame.surfarray.pixels_alpha(layer).T
    # A hair over 255, so that what is covered but for rounding is opaque.
    np.multiply(covered, 255.0 * min(opacity, 1.0) + 1e-6, out=alpha, casting="unsafe")
    return layer


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
