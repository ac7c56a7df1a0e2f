"""Cards to hold up to a camera: a code in dots and in letters, never a name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.figure import Figure
from numpy.typing import NDArray

from records.print_page import PAPERS, SOFT, Image, Item, Rule, Text, figure_of, width_mm, wrapped

# Millimetres: a card, its dots with their white border, and where its lines are.
WIDE, HIGH = 88.0, 62.0
COLUMNS, ROWS = 2, 4
DOTS, DOTS_TOP, CODE_AT, WORDS_AT = 48.0, 0.8, 53.0, 58.8
HAIR = 0.2
# Points; a longer code is set in the first size that it fits in.
CODE_PT, WORDS_PT = (22.0, 18.0, 14.0, 11.0), 8.5
# A large one takes a page of its own, with this left of it at either side.
LARGE_MARGIN, LARGE_CODE_PT, LARGE_WORDS_PT = 10.0, (40.0, 34.0, 28.0, 22.0), 12.0
# So that no viewer that smooths pictures blurs the dots.
_FINE = 16
_GREY = np.full((1, 1, 3), 185, np.uint8)


@dataclass(frozen=True, slots=True, eq=False)
class Card:
    """One card: its code, and the dots that say it, (N, N) uint8 with a pixel for each."""

    code: str
    dots: NDArray[np.uint8]


def card_pages(cards: Sequence[Card], words: str, paper: str = "a4") -> Iterator[Figure]:
    """Yield the pages of the cards, eight on each.

    Parameters
    ----------
    words
        One line under each code.
    paper
        One of `records.print_page.PAPERS`.
    """
    wide, high = PAPERS[paper]
    left, top = (wide - COLUMNS * WIDE) / 2, (high - ROWS * HIGH) / 2
    for first in range(0, len(cards), COLUMNS * ROWS):
        here = cards[first : first + COLUMNS * ROWS]
        items: list[Item] = list(_cuts(left, top, -(-len(here) // COLUMNS)))
        for row, card in enumerate(here):
            down, across = divmod(row, COLUMNS)
            items += _items(card, words, left + across * WIDE, top + down * HIGH)
        yield figure_of(items, paper)


def large_card_pages(cards: Sequence[Card], words: str, paper: str = "a4") -> Iterator[Figure]:
    """Yield a page for each card, with dots as large as it holds: read from farther away.

    Parameters
    ----------
    words
        One line under each code.
    paper
        One of `records.print_page.PAPERS`.
    """
    wide, high = PAPERS[paper]
    side = wide - 2 * LARGE_MARGIN
    top = (high - side) / 2 - 2 * LARGE_MARGIN
    for card in cards:
        below = top + side + LARGE_MARGIN
        yield figure_of(
            [
                Image(LARGE_MARGIN, top, side, side, _fine(card)),
                _code(card, wide / 2, below, side, LARGE_CODE_PT),
                *(
                    Text(wide / 2, below + 10, line, LARGE_WORDS_PT, colour=SOFT, align="center")
                    for line in wrapped(words, side, LARGE_WORDS_PT)[:1]
                ),
            ],
            paper,
        )


def _fine(card: Card) -> NDArray[np.uint8]:
    fine = np.kron(card.dots, np.ones((_FINE, _FINE), np.uint8))
    return np.repeat(fine[:, :, None], 3, axis=2).astype(np.uint8)


def _code(card: Card, x: float, y: float, room: float, sizes: Sequence[float]) -> Text:
    """Return the code in letters, in the first size that it fits in."""
    fits = (size for size in sizes if width_mm(card.code, size, "Medium") <= room)
    return Text(x, y, card.code, next(fits, sizes[-1]), "Medium", align="center")


def _cuts(left: float, top: float, rows: int) -> Iterator[Item]:
    """Yield the lines along which `rows` of cards are cut."""
    for row in range(rows + 1):
        yield Rule(left, top + row * HIGH, COLUMNS * WIDE)
    for column in range(COLUMNS + 1):
        yield Image(left + column * WIDE - HAIR / 2, top, HAIR, rows * HIGH, _GREY)


def _items(card: Card, words: str, x: float, y: float) -> Iterator[Item]:
    middle = x + WIDE / 2
    yield Image(middle - DOTS / 2, y + DOTS_TOP, DOTS, DOTS, _fine(card))
    room = WIDE - 6.0
    yield _code(card, middle, y + CODE_AT, room, CODE_PT)
    for line in wrapped(words, room, WORDS_PT)[:1]:
        yield Text(middle, y + WORDS_AT, line, WORDS_PT, colour=SOFT, align="center")
