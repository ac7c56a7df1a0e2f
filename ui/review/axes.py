"""Where numbers and times lie on a chart, and the quiet lines and figures along its edges."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

import numpy as np
import pygame
from numpy.typing import NDArray

from ui import paint, shapes
from ui.paint import Drawing
from ui.typed import say, width_of
from ui.widgets.sizes import Sizes

Array = NDArray[np.float64]

_STEPS = (1.0, 2.0, 5.0, 10.0)
# A tenth of the height is left above and below what is drawn.
_ROOM = 0.08
# Steps are at most as fine as for so many figures more.
_FINER = 6


@dataclass(frozen=True, slots=True)
class Plot:
    """A rectangle of pixels over a range of x and of y; y grows upward.

    Attributes
    ----------
    box
        In pixels.
    x, y
        What its edges stand for: left and right, foot and top.
    """

    box: pygame.Rect
    x: tuple[float, float]
    y: tuple[float, float]

    def at_x(self, value: float) -> float:
        """Return where a value of x is."""
        first, last = self.x
        return self.box.left + self.box.width * (value - first) / ((last - first) or 1.0)

    def at_y(self, value: float) -> float:
        """Return where a value of y is."""
        low, high = self.y
        return self.box.bottom - self.box.height * (value - low) / ((high - low) or 1.0)

    def x_of(self, px: float) -> float:
        """Return what a pixel across stands for."""
        first, last = self.x
        return first + (last - first) * (px - self.box.left) / max(self.box.width, 1)


def rounded_out(values: Sequence[float], least: float) -> tuple[float, float]:
    """Return a range that holds all of some values with a little room, at least so wide."""
    known = [value for value in values if np.isfinite(value)]
    low, high = (min(known), max(known)) if known else (0.0, least)
    room = max((high - low) * _ROOM, (least - (high - low)) / 2)
    return low - room, high + room


def ticks(low: float, high: float, most: int) -> list[float]:
    """Return even, round numbers between two ends, no more than `most`."""
    span = high - low
    if span <= 0 or most < 1:
        return []
    rough = span / most
    scale = 10.0 ** floor(log10(rough))
    step = next(scale * each for each in _STEPS if scale * each >= rough)
    first = ceil(low / step)
    return [step * i for i in range(first, floor(high / step) + 1)]


def draw_scale(
    surface: pygame.Surface, plot: Plot, sizes: Sizes, said: Callable[[float], str]
) -> None:
    """Draw a line and a figure for each round number of y, left of the plot."""
    most = max(plot.box.height // (2 * sizes.line_px), 1)
    # One figure alone, or none, tells no scale.
    steps = (ticks(*plot.y, many) for many in range(most, most + _FINER))
    values = next((each for each in steps if len(each) > 1), [])
    for value in values:
        y = plot.at_y(value)
        rule(surface, (plot.box.left, y), (plot.box.right, y), sizes)
        place = pygame.Rect(0, 0, plot.box.left - sizes.gap_px, sizes.line_px)
        place.centery = round(y)
        text = said(value)
        place.left = place.right - width_of(text, small_px(sizes)) - 2
        place.width = plot.box.left - sizes.gap_px - place.left
        say(surface, text, place, small_px(sizes), sizes.palette.soft, across=1.0)


def small_px(sizes: Sizes) -> int:
    """Return the size of a chart's figures: that of the smallest type."""
    return sizes.aside_px


def rule(
    surface: pygame.Surface,
    start: tuple[float, float],
    end: tuple[float, float],
    sizes: Sizes,
    opacity: float = 0.5,
) -> None:
    """Draw one thin quiet line."""
    half = max(0.08 * sizes.unit, 0.5)
    paint.fill(surface, [shapes.limb(start, end, half)], sizes.palette.furniture, opacity)


def ribbon(drawing: Drawing, sizes: Sizes, xs: Array, low: Array, high: Array) -> None:
    """Add a line as wide as what lies between `low` and `high`, broken where either is NaN.

    Parameters
    ----------
    xs, low, high
        (N,) pixels; `low` is the lower edge on the screen.
    """
    half = 0.22 * sizes.unit + 0.5
    known = np.isfinite(low) & np.isfinite(high)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], known, [False]]).astype(int)))
    outlines = []
    for start, stop in zip(edges[::2], edges[1::2], strict=True):
        x, top, foot = xs[start:stop], high[start:stop] - half, low[start:stop] + half
        if len(x) == 1:
            outlines.append(shapes.limb((x[0], top[0] + half), (x[0], foot[0] - half), half))
            continue
        upper, lower = np.column_stack([x, top]), np.column_stack([x, foot])
        outlines.append(np.concatenate([upper, lower[::-1]]))
    drawing.fill(outlines, sizes.palette.blue)


def shade(
    drawing: Drawing,
    box: tuple[float, float, float, float],
    colour: tuple[int, int, int],
    of: float,
) -> None:
    """Add a plain rectangle (left, top, right, foot) in pixels, `of` as strong as its colour."""
    left, top, right, foot = box
    corners = np.array([(left, top), (right, top), (right, foot), (left, foot)], np.float64)
    if right > left and foot > top:
        drawing.fill([corners], colour, of)


def hatch(surface: pygame.Surface, box: pygame.Rect, sizes: Sizes) -> None:
    """Draw slanted lines in a box: what has no number, told by its shape and not its colour."""
    if box.width < 1 or box.height < 1:
        return
    before = surface.get_clip()
    surface.set_clip(box.clip(before))
    step, half = max(round(1.6 * sizes.unit), 6), max(0.07 * sizes.unit, 0.5)
    lines = [
        shapes.limb((x, box.bottom), (x + box.height, box.top), half)
        for x in range(box.left - box.height, box.right, step)
    ]
    paint.fill(surface, lines, sizes.palette.quiet, 0.6)
    surface.set_clip(before)
