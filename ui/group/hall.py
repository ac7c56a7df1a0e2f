"""Where everything stands on the projected screen, and how large its type is: for the back row."""

from dataclasses import dataclass
from functools import lru_cache
from math import ceil

import pygame

from ui.layout import Layout, layout
from ui.palette import Palette
from ui.text import line_height
from ui.view import ThemeName

Rect = pygame.Rect

# Capitals are at least so high beside the picture (DOMAIN §4), and so high in their type's size.
CAP_SHARE, _CAP_EM = 0.035, 0.70
# Sizes of type beside the height, in every theme; what is liked smaller stays at the least.
_TITLE, _WORDS = 0.066, 0.054
# The most that type takes, however large it is liked, so that the breath keeps its room.
_MOST_TITLE, _MOST_WORDS = 0.088, 0.074
# The longest line said to all, in letters, and the width of a letter in its size.
_LINE_LETTERS, _LETTER_EM = 44, 0.47
# What the breath with its circle takes of the width while all move: usually, and in a body that is
# less wide than so many times its height.
_MOVING, _MOVING_SQUARER, _SQUARER = 0.56, 0.58, 2.1
SHOWING, TALKING = 0.42, 0.60
"""What the breath takes of the width while the guide leads alone, and the words in a talk."""


@dataclass(frozen=True, slots=True, eq=False)
class Hall:
    """The rectangles of a projected window, equal only to itself.

    Attributes
    ----------
    usual
        The layout whose unit and palette all drawings take.
    title_px, words_px, least_px
        Sizes of type; nothing is set smaller than the least.
    heading, time
        The title, and the arc of the time at its right.
    body
        All between the title and the line.
    line
        The one line that is said, or what the guide is doing.
    """

    usual: Layout
    title_px: int
    words_px: int
    least_px: int
    heading: Rect
    time: Rect
    body: Rect
    line: Rect

    @property
    def palette(self) -> Palette:
        """The colours of the theme."""
        return self.usual.palette

    @property
    def unit(self) -> float:
        """One step of the grid in pixels."""
        return self.usual.unit

    @property
    def page(self) -> Rect:
        """All from the title to the line, for a page that has neither."""
        return self.heading.union(self.line).union(self.time)

    @property
    def moving(self) -> float:
        """What the breath with its circle takes of the width while all move: in a squarer window
        more, where its circle would else be small."""
        return _MOVING if self.body.width > _SQUARER * self.body.height else _MOVING_SQUARER

    def halves(self, share: float, body: Rect) -> tuple[Rect, Rect]:
        """Return two panels beside one another in `body`; the left has `share` of the width."""
        gap = round(2.4 * self.unit)
        left = Rect(body.left, body.top, round((body.width - gap) * share), body.height)
        start = left.right + gap
        return left, Rect(start, body.top, body.right - start, body.height)


@lru_cache(maxsize=16)
def hall(size: tuple[int, int], text_scale: float, theme: ThemeName) -> Hall:
    """Return where everything stands in a window of `size`.

    Parameters
    ----------
    text_scale
        How large the type is liked; 1.0 is the usual.
    theme
        Which colours.
    """
    width, height = size
    usual = layout(size, 1.0, theme)
    unit = usual.unit
    least = ceil(CAP_SHARE / _CAP_EM * height)
    title = max(least, round(height * min(_TITLE * text_scale, _MOST_TITLE)))
    words = max(least, round(height * min(_WORDS * text_scale, _MOST_WORDS)))
    margin, top = round(4 * unit), round(2.6 * unit)
    inner = Rect(margin, top, max(width - 2 * margin, 1), max(height - round(6 * unit), 1))
    high = line_height(title)
    time = Rect(inner.right - high, inner.top, high, high)
    heading = Rect(inner.left, inner.top, max(time.left - inner.left - high // 2, 1), high)
    line = _line(inner, words, unit)
    body_top = heading.bottom + round(1.8 * unit)
    high = max(line.top - round(2.4 * unit) - body_top, 1)
    body = Rect(inner.left, body_top, inner.width, high)
    return Hall(usual, title, words, least, heading, time, body, line)


def _line(inner: Rect, words_px: int, unit: float) -> Rect:
    """Return the place of the line: of one row where the longest of them stands in it."""
    whole = _LINE_LETTERS * _LETTER_EM * words_px
    rows = 1 if whole <= inner.width - 2 * round(4.5 * unit) - words_px else 2
    high = line_height(words_px) * rows + round(2.4 * unit)
    return Rect(inner.left, inner.bottom - high, inner.width, high)
