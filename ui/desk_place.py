"""Where everything stands on a staff's screen: a heading, a body, what is said, and the keys."""

from dataclasses import dataclass
from functools import lru_cache

import pygame

from ui.palette import Palette
from ui.text import line_height
from ui.view import ThemeName
from ui.widgets.sizes import Sizes, sizes

Rect = pygame.Rect


@dataclass(frozen=True, slots=True, eq=False)
class DeskPlace:
    """The rectangles of one window.

    Attributes
    ----------
    sizes
        How large things are.
    heading
        The title, and at its right what goes with it.
    body
        What the screen is about.
    said
        What is said of what was just done, over the keys; `None` where nothing is.
    foot
        The keys.
    """

    sizes: Sizes
    heading: Rect
    body: Rect
    said: Rect | None
    foot: Rect

    @property
    def palette(self) -> Palette:
        """The colours of the theme."""
        return self.sizes.palette

    @property
    def radius(self) -> float:
        """Radius of a panel's corners."""
        return 3 * self.sizes.unit


@lru_cache(maxsize=32)
def desk_place(
    size: tuple[int, int], text_scale: float, said_lines: int, theme: ThemeName = "calm"
) -> DeskPlace:
    """Return where everything stands in a window of `size`.

    Parameters
    ----------
    text_scale
        How large the type is liked.
    said_lines
        How many lines are said over the keys; 0 for none.
    theme
        Which colours.
    """
    of = sizes(size, text_scale, theme)
    width, height = size
    margin, gap = round(4 * of.unit), round(1.8 * of.unit)
    inner = Rect(margin, round(2.4 * of.unit), width - 2 * margin, height - round(4.4 * of.unit))
    heading = Rect(inner.left, inner.top, inner.width, line_height(of.title_px))
    foot_height = of.line_px + round(1.4 * of.unit)
    foot = Rect(inner.left, inner.bottom - foot_height, inner.width, foot_height)
    bottom, said = foot.top - gap, None
    if said_lines:
        said_height = of.line_px * said_lines + round(2.2 * of.unit)
        said = Rect(inner.left, bottom - said_height, inner.width, said_height)
        bottom = said.top - gap
    top = heading.bottom + round(1.6 * of.unit)
    return DeskPlace(of, heading, Rect(inner.left, top, inner.width, bottom - top), said, foot)
