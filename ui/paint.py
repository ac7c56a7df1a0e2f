"""Putting soft-edged shapes and lights on a surface."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, floor

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
    stencil: raster.Stencil
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
        What is drawn on, within its clip at the time of each call.
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
        if opacity < _LEAST_OPACITY or not outlines:
            return
        edges = raster.edges(outlines)
        left, right = floor(edges[0].min()), ceil(edges[0].max())
        top, bottom = floor(edges[1].min()), ceil(edges[1].max())
        box = pygame.Rect(left, top, right - left, bottom - top).clip(self._surface.get_clip())
        if box.width > 0 and box.height > 0:
            stencil = raster.Stencil(edges, box.left, box.top, box.width, box.height)
            self._steps.append(_Fill(stencil, colour, opacity))

    def image(self, surface: pygame.Surface, at: tuple[int, int]) -> None:
        """Add an image with its upper left corner at `at`."""
        self._steps.append(_Image(surface, at))

    def finish(self) -> None:
        """Put everything gathered on the surface, first to last."""
        stencils = [step.stencil for step in self._steps if isinstance(step, _Fill)]
        covered = iter(raster.coverages(stencils))
        for step in self._steps:
            if isinstance(step, _Image):
                self._surface.blit(step.surface, step.at)
            else:
                layer = tinted(next(covered), step.colour, step.opacity)
                self._surface.blit(layer, (step.stencil.left, step.stencil.top))
        self._steps.clear()


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
