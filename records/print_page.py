"""A printed page, laid out in millimetres from its top left corner, and drawn by matplotlib."""

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import numpy as np
from matplotlib import font_manager
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from numpy.typing import NDArray

Weight = Literal["Regular", "Medium"]
Align = Literal["left", "center", "right"]

PAPERS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
)
"""Width and height of each paper, in millimetres."""
# Ink that stays readable printed grey.
INK, SOFT, RULE = "#1d2429", "#4b565d", "#b9c1c6"
LEADING = 1.32
_MM_PER_INCH, _MM_PER_PT = 25.4, 25.4 / 72
_WEIGHTS: Mapping[Weight, int] = MappingProxyType({"Regular": 400, "Medium": 500})
# Text is measured this many times larger than a pixel a point, so that hinting does not count.
_FINE = 20
FALLBACK = "DejaVu Sans"


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; `x` is where it is aligned, `y` its baseline, millimetres."""

    x: float
    y: float
    text: str
    size_pt: float = 9.0
    weight: Weight = "Regular"
    colour: str = INK
    align: Align = "left"


@dataclass(frozen=True, slots=True, eq=False)
class Image:
    """A picture (H, W, 3) uint8, and the box it fills, in millimetres."""

    x: float
    y: float
    width: float
    height: float
    pixels: NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin level line, in millimetres."""

    x: float
    y: float
    width: float


Item = Text | Image | Rule


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Items that stay together, from the top of the block, and how high they are."""

    items: tuple[Item, ...]
    height: float

    def at(self, x: float, y: float) -> list[Item]:
        """Return the items with the block's corner at a place of the page."""
        return [replace(item, x=item.x + x, y=item.y + y) for item in self.items]


def use_fonts(files: Iterable[Path]) -> None:
    """Let the fonts in `files` be set; asked again it changes nothing.

    A letter that they lack is set in matplotlib's own font.
    """
    # That one has no medium weight, which matplotlib would tell whoever asked for a page.
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    known = {entry.fname for entry in font_manager.fontManager.ttflist}
    for file in files:
        if str(file) not in known:
            font_manager.fontManager.addfont(str(file))


@lru_cache(maxsize=64)
def _font(size_pt: float, weight: Weight) -> font_manager.FontProperties:
    return font_manager.FontProperties(
        family=["Lato", FALLBACK], weight=_WEIGHTS[weight], size=size_pt
    )


@lru_cache(maxsize=1)
def _ruler() -> Any:
    untyped: Any = RendererAgg
    return untyped(8, 8, 72 * _FINE)


@lru_cache(maxsize=4096)
def width_mm(text: str, size_pt: float, weight: Weight = "Regular") -> float:
    """Return how wide a line is, in millimetres."""
    width, _, _ = _ruler().get_text_width_height_descent(text, _font(size_pt, weight), False)
    return float(width) / _FINE * _MM_PER_PT


def line_mm(size_pt: float) -> float:
    """Return how high a line is, in millimetres."""
    return size_pt * LEADING * _MM_PER_PT


def wrapped(text: str, width: float, size_pt: float, weight: Weight = "Regular") -> list[str]:
    """Return `text` in lines no wider than `width` millimetres.

    A word that is wider by itself is divided where it has to be.
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width_mm(longer, size_pt, weight) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        while width_mm(word, size_pt, weight) > width:
            fits = max(1, _letters_that_fit(word, width, size_pt, weight))
            lines.append(word[:fits])
            word = word[fits:]
        line = word
    return [*lines, line] if line else lines


def _letters_that_fit(word: str, width: float, size_pt: float, weight: Weight) -> int:
    low, high = 0, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        if width_mm(word[:middle], size_pt, weight) <= width:
            low = middle
        else:
            high = middle - 1
    return low


def figure_of(items: Sequence[Item], paper: str) -> Figure:
    """Return a page of `paper` with its items drawn."""
    wide, high = PAPERS[paper]
    figure = Figure(figsize=(wide / _MM_PER_INCH, high / _MM_PER_INCH), facecolor="white")
    for item in items:
        if isinstance(item, Text):
            figure.text(
                item.x / wide,
                1 - item.y / high,
                item.text,
                fontproperties=_font(item.size_pt, item.weight),
                color=item.colour,
                ha=item.align,
                va="baseline",
                parse_math=False,  # a dollar sign in a text would be mathematics
            )
        elif isinstance(item, Rule):
            level = 1 - item.y / high
            ends = [item.x / wide, (item.x + item.width) / wide]
            figure.add_artist(Line2D(ends, [level, level], color=RULE, linewidth=0.6))
        else:
            bottom = 1 - (item.y + item.height) / high
            box = (item.x / wide, bottom, item.width / wide, item.height / high)
            axes = figure.add_axes(box)
            axes.imshow(item.pixels, aspect="auto", interpolation="none")
            axes.set_axis_off()
    return figure
