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
# A pixel as one number, opacity in its highest byte: in memory blue, green, red, opacity.
_PIXEL = np.dtype("<u4")


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
        fills = [step for step in self._steps if isinstance(step, _Fill)]
        layers = iter(_layers(fills, self._surface.get_clip()))
        for step in self._steps:
            if isinstance(step, _Image):
                self._surface.blit(step.surface, step.at)
                continue
            layer, box = next(layers)
            if box.width and box.height:
                self._surface.blit(layer, box.topleft, (0, 0, *box.size))
        self._steps.clear()


def _layers(fills: Sequence[_Fill], clip: pygame.Rect) -> list[tuple[pygame.Surface, pygame.Rect]]:
    """Return each fill painted on a surface, and the box in which its upper left part belongs."""
    if not fills:
        return []
    stencils = _stencils([fill.outlines for fill in fills], clip)
    found = raster.runs(stencils)
    opacities = np.repeat([255 * min(fill.opacity, 1.0) for fill in fills], found.counts)
    colours = np.repeat([_packed(fill.colour) for fill in fills], found.counts)
    painted = np.rint(found.shares * opacities).astype(_PIXEL) << 24 | colours
    pixels = np.repeat(painted.astype(_PIXEL, copy=False), found.lengths)
    lasts = np.cumsum(found.sizes).tolist()
    layers = []
    for stencil, first, last in zip(stencils, [0, *lasts[:-1]], lasts, strict=True):
        box = pygame.Rect(stencil.left, stencil.top, stencil.width, stencil.height)
        if not stencil.height:  # it lies above or below the clip
            layers.append((pygame.Surface((0, 0)), box))
            continue
        wide = stencil.width + raster.BEYOND
        layer = pygame.image.frombuffer(pixels[first:last].data, (wide, stencil.height), "BGRA")
        layers.append((layer, box))
    return layers


def _packed(colour: Colour) -> int:
    red, green, blue = colour
    return red << 16 | green << 8 | blue


def _stencils(fills: Sequence[Sequence[Points]], clip: pygame.Rect) -> list[raster.Stencil]:
    """Return the stencil of each union of outlines, no larger than it is and than `clip`."""
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
    layer = pygame.Surface(box.size, pygame.SRCALPHA)
    layer.fill((*colour, 0))
    moved = [outline - box.topleft for outline in outlines]
    shares = raster.coverage(moved, *box.size)
    np.multiply(shares, 255, out=pygame.surfarray.pixels_alpha(layer).T, casting="unsafe")
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
