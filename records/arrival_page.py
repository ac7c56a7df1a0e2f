"""A group's sheet on paper: before and after, one slip for each place, without names.

Each slip is cut off, so that nobody reads, or passes on, what another has marked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matplotlib.figure import Figure

from records.print_page import (
    PAPERS,
    SOFT,
    Item,
    Rule,
    Text,
    figure_of,
    line_mm,
    width_mm,
    wrapped,
)

# Millimetres.
MARGIN, TOP = 16.0, 12.0
ROW, AFTER_HEADING, BEFORE_HEADING = 9.2, 8.2, 2.2
LABEL, ANCHOR, GAP = 30.0, 27.0, 3.0
MOST = 10
# Points.
TITLE_PT, HEADING_PT, LABEL_PT, NUMBER_PT, SMALL_PT = 16.0, 11.0, 10.5, 11.5, 8.5
ON_A_PAGE = 2


@dataclass(frozen=True, slots=True)
class ScaleWords:
    """What is asked, and a word for either end."""

    title: str
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class SheetWords:
    """All that a slip says.

    Attributes
    ----------
    how
        How it is filled in.
    parts
        Each with its heading and its scales, in order.
    satisfaction
        Asked last, on a line of its own.
    one_word
        Beside a line to write on.
    """

    how: str
    parts: tuple[tuple[str, tuple[ScaleWords, ...]], ...]
    satisfaction: ScaleWords
    one_word: str


def arrival_pages(places: Sequence[str], words: SheetWords, paper: str = "a4") -> Iterator[Figure]:
    """Yield the pages of a group's sheet, two slips on each.

    Parameters
    ----------
    places
        The heading of each slip, as in "Place 3".
    paper
        One of `records.print_page.PAPERS`.
    """
    wide, high = PAPERS[paper]
    for first in range(0, len(places), ON_A_PAGE):
        items: list[Item] = [Rule(0, high / ON_A_PAGE, wide)]
        for row, place in enumerate(places[first : first + ON_A_PAGE]):
            items += _slip(place, words, row * high / ON_A_PAGE + TOP, wide - 2 * MARGIN)
        yield figure_of(items, paper)


def _slip(place: str, words: SheetWords, y: float, width: float) -> Iterator[Item]:
    y += line_mm(TITLE_PT)
    yield Text(MARGIN, y, place, TITLE_PT, "Medium")
    beside = width_mm(place, TITLE_PT, "Medium") + 8
    how = wrapped(words.how, width - beside, SMALL_PT)
    for row, line in enumerate(how):
        up = (len(how) - 1 - row) * line_mm(SMALL_PT)
        yield Text(MARGIN + width, y - up, line, SMALL_PT, colour=SOFT, align="right")
    for heading, scales in words.parts:
        y += AFTER_HEADING + BEFORE_HEADING
        yield Text(MARGIN, y, heading, HEADING_PT, "Medium")
        for scale in scales:
            y += ROW
            yield Text(MARGIN, y, scale.title, LABEL_PT)
            yield from _scale(scale, y, width)
    y += ROW
    yield Text(MARGIN, y, words.satisfaction.title, LABEL_PT)
    y += ROW - 1
    yield from _scale(words.satisfaction, y, width)
    y += ROW + 2
    yield Text(MARGIN, y, words.one_word, LABEL_PT)
    start = width_mm(words.one_word, LABEL_PT) + GAP
    yield Rule(MARGIN + start, y + 1, width - start)


def _scale(words: ScaleWords, y: float, width: float) -> Iterator[Item]:
    """Yield the numbers of a scale between the words for its ends."""
    first = MARGIN + LABEL + ANCHOR
    last = MARGIN + width - ANCHOR - GAP
    for number in range(MOST + 1):
        at = first + number / MOST * (last - first)
        yield Text(at, y, str(number), NUMBER_PT, align="center")
    room = ANCHOR - 2 * GAP
    yield from _anchor(words.low, first - 2 * GAP, y, room, right=True)
    yield from _anchor(words.high, last + 2 * GAP, y, room + 2 * GAP, right=False)


def _anchor(text: str, x: float, y: float, room: float, *, right: bool) -> Iterator[Item]:
    """Yield the word for one end, in two lines where it is long, level with the numbers."""
    lines = wrapped(text, room, SMALL_PT)
    y -= (len(lines) - 1) / 2 * line_mm(SMALL_PT)
    for line in lines:
        yield Text(x, y, line, SMALL_PT, colour=SOFT, align="right" if right else "left")
        y += line_mm(SMALL_PT)
