"""Where everything stands on the practice screen: plain rectangles, one grid of 1% of the height.

In small windows and with large type, secondary things give way first: the hint, the time, then
the guide. The picture, the breath, the petals, the line of words and the ways out always stay.
"""

from dataclasses import dataclass
from functools import lru_cache

import pygame

from ui.palette import Palette
from ui.text import line_height
from ui.theme import LEAST_ASIDE_PX, LEAST_TITLE_PX, LEAST_WORDS_PX, PALETTES, TYPE
from ui.view import ThemeName

Rect = pygame.Rect

# Windows narrower than this, as width to height, are filled from top to bottom.
_PORTRAIT_BELOW = 1.15
# The longest sentence said, in letters, and the width of a letter of Lato in its size.
_SENTENCE_LETTERS = 64
_LETTER_EM = 0.49
# The panel beside the picture, of the width there is; the picture is never wider than this shape.
_SIDE_SHARE = 0.37
_WIDEST_PICTURE = 1.78
# Of the window's height, the most that the ways out take.
_MOST_WAYS = 0.06
# Of the height that breath and guide share where one stands over the other.
_BREATH_SHARE = 0.48
# Where the breath, beside or over the guide, would be smaller than this, in units and in sizes of
# the words that stand in it, it stands alone.
_LEAST_BREATH, _LEAST_BREATH_WORDS = 24, 3


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """The rectangles of one window, and the sizes of type and the colours in it.

    Equal only to itself, so that what is painted for a layout can be kept by it.

    Attributes
    ----------
    size
        Width and height of the window in pixels.
    palette
        The colours of its theme.
    unit
        One step of the grid in pixels, 1% of the height in a usual window.
    title_px, words_px, aside_px
        Sizes of type.
    heading, time, picture, side, line
        The title; the time left; the person; the panel beside (or under) it; the line of words.
    breath, guide, petals
        Within `side`.
    hint
        Within `line`: which key shows the keys.
    ways
        Under `line`: the keys that lead out, which always stay; `None` where none are shown.
    """

    size: tuple[int, int]
    palette: Palette
    unit: float
    title_px: int
    words_px: int
    aside_px: int
    heading: Rect
    time: Rect | None
    picture: Rect
    side: Rect
    breath: Rect
    guide: Rect | None
    petals: Rect
    line: Rect
    hint: Rect | None
    ways: Rect | None

    @property
    def radius(self) -> float:
        """Radius of a panel's corners in pixels."""
        return 3 * self.unit


@lru_cache(maxsize=32)
def layout(
    size: tuple[int, int], text_scale: float, theme: ThemeName, *, ways_out: bool = False
) -> Layout:
    """Return where everything stands in a window of `size`.

    Parameters
    ----------
    size
        Width and height in pixels.
    text_scale
        How large the person wants the type, 1.0 being the theme's own.
    theme
        Which sizes of type and which colours.
    ways_out
        Whether the keys that lead out stand under all of it.
    """
    width, height = size
    stacked = width < _PORTRAIT_BELOW * height
    unit = min(height / 130, width / 100) if stacked else min(height / 100, width / 160)
    kind = TYPE[theme]
    title_px, words_px, aside_px = (
        round(max(least, 100 * unit * share) * text_scale)
        for share, least in (
            (kind.title, LEAST_TITLE_PX),
            (kind.words, LEAST_WORDS_PX),
            (kind.aside, LEAST_ASIDE_PX),
        )
    )
    margin = round(4 * unit)
    gap = round(2.4 * unit)
    inner = Rect(margin, round(2.4 * unit), width - 2 * margin, height - round(5.6 * unit))
    ways = None
    if ways_out:
        high = min(line_height(aside_px), round(_MOST_WAYS * height))
        ways = Rect(margin, height - round(1.2 * unit) - high, inner.width, high)
        inner.height = ways.top - round(0.8 * unit) - inner.top
    heading, time = _top(inner, title_px, aside_px)
    line, hint = _foot(inner, words_px, aside_px, unit)
    middle_top = heading.bottom + round(1.6 * unit)
    middle = Rect(inner.left, middle_top, inner.width, line.top - gap - middle_top)
    picture, side = _stacked(middle, gap) if stacked else _beside(middle, gap)
    breath, guide, petals = _within(side, unit, words_px)
    return Layout(
        size=size,
        palette=PALETTES[theme],
        unit=unit,
        title_px=title_px,
        words_px=words_px,
        aside_px=aside_px,
        heading=heading,
        time=time,
        picture=picture,
        side=side,
        breath=breath,
        guide=guide,
        petals=petals,
        line=line,
        hint=hint,
        ways=ways,
    )


def _top(inner: Rect, title_px: int, aside_px: int) -> tuple[Rect, Rect | None]:
    """Return the places of the title and of the time left."""
    height = line_height(title_px)
    time_width = round(12 * aside_px)
    if inner.width < time_width + 16 * title_px * _LETTER_EM * 1.6:
        return Rect(inner.left, inner.top, inner.width, height), None
    time = Rect(inner.right - time_width, inner.top, time_width, height)
    return Rect(inner.left, inner.top, inner.width - time_width - aside_px, height), time


def _foot(inner: Rect, words_px: int, aside_px: int, unit: float) -> tuple[Rect, Rect | None]:
    """Return the places of the line of words and of the hint in it."""
    sentence = _SENTENCE_LETTERS * _LETTER_EM * words_px
    room = inner.width - 8 * unit
    lines = 1 if sentence <= room else 2
    height = line_height(words_px) * lines + round(3 * unit)
    line = Rect(inner.left, inner.bottom - height, inner.width, height)
    hint_width = round(5.5 * aside_px)
    if sentence + 2 * hint_width > room:
        return line, None
    left = line.right - round(3 * unit) - hint_width
    return line, Rect(left, line.top, hint_width, height)


def _beside(middle: Rect, gap: int) -> tuple[Rect, Rect]:
    side_width = round(middle.width * _SIDE_SHARE)
    picture_width = min(middle.width - gap - side_width, round(middle.height * _WIDEST_PICTURE))
    picture = Rect(middle.left, middle.top, picture_width, middle.height)
    left = picture.right + gap
    return picture, Rect(left, middle.top, middle.right - left, middle.height)


def _stacked(middle: Rect, gap: int) -> tuple[Rect, Rect]:
    picture_height = round((middle.height - gap) * 0.56)
    picture = Rect(middle.left, middle.top, middle.width, picture_height)
    top = picture.bottom + gap
    return picture, Rect(middle.left, top, middle.width, middle.bottom - top)


def _within(side: Rect, unit: float, words_px: int) -> tuple[Rect, Rect | None, Rect]:
    """Return the places of breath, guide and petals within the side panel."""
    pad = round(2.4 * unit)
    petals_height = min(round(6 * unit), side.height // 5)
    petals = Rect(
        side.left + pad,
        side.bottom - round(1.6 * unit) - petals_height,
        side.width - 2 * pad,
        petals_height,
    )
    room = Rect(petals.left, side.top + pad, petals.width, petals.top - side.top - 2 * pad)
    half = (room.width - pad) // 2
    over = round((room.height - pad) * _BREATH_SHARE)
    least = max(_LEAST_BREATH * unit, _LEAST_BREATH_WORDS * words_px)
    if max(min(half, room.height), over) < least:
        return room, None, petals
    if half > over:
        breath = Rect(room.left, room.top, half, room.height)
        return breath, Rect(room.right - half, room.top, half, room.height), petals
    breath = Rect(room.left, room.top, room.width, over)
    top = breath.bottom + pad
    return breath, Rect(room.left, top, room.width, room.bottom - top), petals
