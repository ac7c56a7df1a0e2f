"""The movements on paper: a drawn strip of figures for each, what it is, and for whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from matplotlib.figure import Figure
from numpy.typing import NDArray

from exercises.exercise import Exercise
from records.movement_words import (
    VIEWS,
    caption_of,
    flags_of,
    measured_of,
    offered_of,
)
from records.print_page import (
    PAPERS,
    SOFT,
    Block,
    Image,
    Item,
    Rule,
    Text,
    Weight,
    figure_of,
    line_mm,
    width_mm,
    wrapped,
)
from records.printing import write_pages

# Millimetres.
MARGIN, TOP, FOOT = 16.0, 15.0, 24.0
STRIP_HIGH, CELL_MOST, GAP = 49.0, 59.0, 1.5
COLUMNS_APART, LABELS = 7.0, 17.0
BETWEEN_LEAST, BETWEEN_MOST = 7.0, 22.0
MOST_ON_A_PAGE = 3
# Points.
TITLE_PT, BODY_PT, SMALL_PT, FOOT_PT = 13.0, 9.0, 8.2, 7.0
LEFT_SHARE = 0.46

LABEL = (
    "A movement-awareness aid for use under a clinician's guidance. Not for diagnosis, alarms or "
    "unattended monitoring; no decision rests on its numbers alone; angles are approximate 2D "
    "estimates; not a cleared medical device. Ranges are defaults; a person's own safe range takes "
    "their place."
)


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One movement of a sheet.

    Attributes
    ----------
    exercise
        The movement.
    images
        (H, W, 3) uint8 on white, all of one size: how it begins, then how each phase ends; one
        alone where nothing moves that a drawing shows.
    own
        Whether it is one of the clinic's own.
    """

    exercise: Exercise
    images: tuple[NDArray[np.uint8], ...]
    own: bool = False


def write_sheet(
    path: Path, entries: Sequence[Entry], fonts: Sequence[Path], paper: str, language: str = "en"
) -> int:
    """Write the sheet of `entries` to a PDF with its fonts in it; return the number of pages.

    Parameters
    ----------
    fonts
        The files of Lato, Regular and Medium.
    paper
        One of `records.print_page.PAPERS`.

    Raises
    ------
    ValueError
        Without an entry.
    OSError
        Where the file cannot be written.
    """
    if not entries:
        raise ValueError("there is no movement to print")
    return write_pages(path, pages_of(entries, paper, language), "Movements", fonts)


def pages_of(entries: Sequence[Entry], paper: str, language: str = "en") -> Iterator[Figure]:
    """Yield the pages of a sheet, one after the other."""
    wide, high = PAPERS[paper]
    blocks = [block_of(entry, wide - 2 * MARGIN, language) for entry in entries]
    pages = list(_shared_out(blocks, high - TOP - FOOT))
    for number, page in enumerate(pages, start=1):
        free = high - TOP - FOOT - sum(block.height for block in page)
        between = min(free / max(len(page) - 1, 1), BETWEEN_MOST) if len(page) > 1 else 0.0
        items: list[Item] = []
        y = TOP
        for row, block in enumerate(page):
            if row:
                items.append(Rule(MARGIN, y + between / 2, wide - 2 * MARGIN))
                y += between
            items += block.at(MARGIN, y)
            y += block.height
        yield figure_of([*items, *_foot(wide, high, number, len(pages))], paper)


def _shared_out(blocks: Sequence[Block], height: float) -> Iterator[list[Block]]:
    """Yield the blocks of each page, as many as have room."""
    page: list[Block] = []
    used = 0.0
    for block in blocks:
        needed = block.height + (BETWEEN_LEAST if page else 0.0)
        if page and (used + needed > height or len(page) == MOST_ON_A_PAGE):
            yield page
            page, used, needed = [], 0.0, block.height
        page.append(block)
        used += needed
    yield page


def _foot(wide: float, high: float, number: int, count: int) -> Iterator[Item]:
    y = high - FOOT + 7.0
    yield Rule(MARGIN, y, wide - 2 * MARGIN)
    pages = f"{number} / {count}"
    width = wide - 2 * MARGIN - width_mm(pages, SMALL_PT) - 8
    for line in wrapped(LABEL, width, FOOT_PT):
        y += line_mm(FOOT_PT)
        yield Text(MARGIN, y, line, FOOT_PT, colour=SOFT)
    yield Text(wide - MARGIN, high - FOOT + 7.0 + line_mm(SMALL_PT), pages, SMALL_PT, align="right")


def block_of(entry: Entry, width: float, language: str = "en") -> Block:
    """Return everything that is printed of one movement, `width` millimetres wide."""
    items: list[Item] = []
    y = _heading(entry, width, items)
    y = _strip(entry, width, y + 3.0, items, language)
    left = LEFT_SHARE * (width - COLUMNS_APART)
    right = width - COLUMNS_APART - left
    one = _told(entry.exercise, left, y + 3.0, items)
    other = _facts(entry.exercise, left + COLUMNS_APART, right, y + 3.0, items, language)
    return Block(tuple(items), max(one, other))


def _heading(entry: Entry, width: float, items: list[Item]) -> float:
    exercise = entry.exercise
    aside = " · ".join(
        [*(["your own"] if entry.own else []), exercise.posture, VIEWS[exercise.view], exercise.id]
    )
    aside_mm = width_mm(aside, SMALL_PT)
    y = line_mm(TITLE_PT) * 0.8
    beside = width_mm(exercise.title, TITLE_PT, "Medium") + 6 + aside_mm <= width
    for line in wrapped(exercise.title, width, TITLE_PT, "Medium"):
        items.append(Text(0, y, line, TITLE_PT, "Medium"))
        y += line_mm(TITLE_PT)
    y -= line_mm(TITLE_PT)
    if beside:
        items.append(Text(width, y, aside, SMALL_PT, colour=SOFT, align="right"))
        return y
    for line in wrapped(aside, width, SMALL_PT):
        y += line_mm(SMALL_PT)
        items.append(Text(0, y, line, SMALL_PT, colour=SOFT))
    return y


def _strip(entry: Entry, width: float, y: float, items: list[Item], language: str) -> float:
    """Lay out the figures side by side, with the breath under each; return where they end."""
    high, wide = (float(side) for side in entry.images[0].shape[:2])
    cell = min(width / len(entry.images), max(CELL_MOST, wide / high * STRIP_HIGH + 2 * GAP))
    scale = min(STRIP_HIGH / high, (cell - 2 * GAP) / wide)
    phases = entry.exercise.phases
    captions = [(caption_of(phase, language), phase.words) for phase in phases]
    if len(entry.images) > 1:
        captions.insert(0, ("to begin", ""))
    below = y + scale * high + line_mm(SMALL_PT)
    end = below
    for row, image in enumerate(entry.images):
        middle = (row + 0.5) * cell
        items.append(Image(middle - scale * wide / 2, y, scale * wide, scale * high, image))
        breath, words = captions[row]
        line = below
        lines = [(part, True) for part in wrapped(breath, cell - GAP, SMALL_PT, "Medium")]
        lines += [(part, False) for part in wrapped(words, cell - GAP, SMALL_PT)]
        for part, firm in lines:
            weight: Weight = "Medium" if firm else "Regular"
            items.append(Text(middle, line, part, SMALL_PT, weight, align="center"))
            line += line_mm(SMALL_PT)
        end = max(end, line - line_mm(SMALL_PT))
    return end


def _told(exercise: Exercise, width: float, y: float, items: list[Item]) -> float:
    """Lay out how it is done, the question, and the kinder ways; return where they end."""
    paragraphs = [(exercise.how, "", BODY_PT), (f"“{exercise.prompt}”", "", BODY_PT)]
    paragraphs += [(care, "•", SMALL_PT) for care in exercise.care]
    for text, bullet, size in paragraphs:
        indent = 3.0 if bullet else 0.0
        for row, line in enumerate(wrapped(text, width - indent, size)):
            y += line_mm(size)
            if bullet and row == 0:
                items.append(Text(0, y, bullet, size))
            items.append(Text(indent, y, line, size))
        y += 1.2
    return y


def _facts(
    exercise: Exercise, x: float, width: float, y: float, items: list[Item], language: str
) -> float:
    """Lay out what a therapist looks up; return where it ends."""
    facts = {
        "Offered": offered_of(exercise),
        "Helps": exercise.helps,
        "Good for": ", ".join(exercise.tags),
        "Camera": exercise.camera,
        "Measured": measured_of(exercise),
        "As well": ", ".join(exercise.variants),
        "Flags": flags_of(exercise, language),
    }
    for label, text in facts.items():
        for row, line in enumerate(wrapped(text, width - LABELS, SMALL_PT)):
            y += line_mm(SMALL_PT)
            if row == 0:
                items.append(Text(x, y, label, SMALL_PT, "Medium", SOFT))
            items.append(Text(x + LABELS, y, line, SMALL_PT))
        y += 0.8 if text else 0.0
    return y
