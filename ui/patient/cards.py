"""What is chosen by its words: quiet panels, each with a mark that fills when it is chosen."""

from collections.abc import Sequence
from functools import lru_cache

import pygame

from ui.colour import Colour
from ui.layout import Layout
from ui.patient.flow import Passage, draw_flow, height_of
from ui.patient.frame import draw_ring, ring_px
from ui.patient.scale import draw_mark
from ui.typed import width_of
from ui.widgets.box import fill_box
from ui.widgets.sizes import LEAST_TARGET_PX

# What is said under its words, beside their size.
_MORE_SHARE = 0.76
# Cards are set no smaller than in this share of their size; then their words are broken.
_LEAST_SHARE = 0.55
# A card is no higher than this, in units.
_HIGHEST = 24


def draw_card(
    surface: pygame.Surface,
    place: Layout,
    box: pygame.Rect,
    words: str,
    *,
    px: int,
    more: str = "",
    chosen: bool | None = None,
    focused: bool = False,
    lit: bool = False,
) -> None:
    """Draw one card.

    Parameters
    ----------
    px
        Size of its words.
    more
        Said smaller under its words.
    chosen
        Whether it is chosen; `None` where it bears no mark, and its words stand in the middle.
    focused, lit
        Whether it has the keys, and whether scanning has lit it.
    """
    palette = place.palette
    radius = min(place.radius, box.height / 2)
    colour = palette.water if lit else palette.strong if chosen else palette.panel
    fill_box(surface, box, radius, colour)
    if chosen is not None:
        mark = 0.27 * px
        left = box.left + round(2.4 * place.unit)
        draw_mark(surface, place, (left + mark, box.centery), mark, full=chosen)
    inner = _words_box(box, place, px, marked=chosen is not None)
    soft = palette.ink if chosen or lit else palette.soft
    passages = _passages(place, words, more, px, soft)
    draw_flow(surface, inner, passages, across=0.5 if chosen is None else 0.0, down=0.5)
    draw_ring(surface, place, box, focused=focused, lit=lit, radius=radius)


def card_px(
    texts: Sequence[tuple[str, str]], boxes: Sequence[pygame.Rect], place: Layout, px: int
) -> int:
    """Return the largest type up to `px` in which all cards stand in full, all in one size.

    Parameters
    ----------
    texts
        Of each card, its words, which are to stand on one line, and what is said under them.
    """
    smallest = min(box.width for box in boxes), min(box.height for box in boxes)
    return _fitting(tuple(texts), smallest, place, px)


@lru_cache(maxsize=32)
def _fitting(
    texts: tuple[tuple[str, str], ...], box: tuple[int, int], place: Layout, px: int
) -> int:
    for size in range(px, round(_LEAST_SHARE * px), -1):
        inner = _words_box(pygame.Rect((0, 0), box), place, size, marked=True)
        if all(
            width_of(words, size, "Medium") <= inner.width
            and height_of(_passages(place, words, more, size, place.palette.soft), inner.width)
            <= inner.height
            for words, more in texts
        ):
            return size
    return round(_LEAST_SHARE * px)


def _words_box(box: pygame.Rect, place: Layout, px: int, *, marked: bool) -> pygame.Rect:
    """Return the room for the words, beside the mark where there is one."""
    inner = box.inflate(-2 * round(2.4 * place.unit), -2 * round(0.6 * place.unit))
    taken = round(1.24 * px) if marked else 0
    return pygame.Rect(inner.left + taken, inner.top, inner.width - taken, inner.height)


def _passages(
    place: Layout, words: str, more: str, px: int, soft: Colour
) -> tuple[Passage, Passage]:
    return (
        Passage(words, px, place.palette.ink, "Medium", round(0.3 * place.unit)),
        Passage(more, round(_MORE_SHARE * px), soft),
    )


def card_gap(place: Layout) -> int:
    """Return the room between two cards, in which a ring has its place."""
    return max(round(1.8 * place.unit), ring_px(place) + 2)


def grid(
    room: pygame.Rect,
    place: Layout,
    count: int,
    columns: int,
    *,
    highest: float = _HIGHEST,
    down: float = 0.0,
) -> list[pygame.Rect]:
    """Return the places of so many cards in so many columns, in reading order.

    They fill the room's width, and its height as far as is pleasant.

    Parameters
    ----------
    highest
        No card is higher than this, in units.
    down
        Where they stand in what is left of the height: 0 at the top, 1 at the foot.
    """
    gap = card_gap(place)
    rows = -(-count // columns)
    height = min((room.height - (rows - 1) * gap) // rows, round(highest * place.unit))
    height = max(height, min(LEAST_TARGET_PX, room.height // max(rows, 1)))
    width = (room.width - (columns - 1) * gap) // columns
    spare = max(room.height - rows * height - (rows - 1) * gap, 0)
    top = room.top + round(down * spare)
    return [
        pygame.Rect(
            room.left + (i % columns) * (width + gap),
            top + (i // columns) * (height + gap),
            width,
            height,
        )
        for i in range(count)
    ]
