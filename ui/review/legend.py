"""What the marks of the charts at a glance are, in words, in as many lines as it takes."""

from collections.abc import Sequence
from typing import Literal

import pygame

from feedback.trend import Course
from ui import shapes
from ui.around import Around
from ui.paint import Drawing
from ui.review.axes import shade, small_px
from ui.review.trend_chart import circle, square
from ui.text import Weight, fitted
from ui.typed import say, width_of
from ui.widgets.sizes import Sizes

Sign = Literal["top", "error", "range", "ceiling", "day", "before", "after", "stopped"]
Entry = tuple[Sign, str]
# Of a line of text, the room a mark takes before its words.
_MARK_SHARE = 1.1


def entries_of(around: Around, course: Course | None) -> tuple[Entry, ...]:
    """Return the marks that are drawn, each with its words.

    Parameters
    ----------
    course
        The course above the answers; `None` where none is shown.
    """
    marks: list[Sign] = []
    if course is not None:
        marks += ["top", "error"]
        if course.ranges:
            marks += ["range", "ceiling"]
    marks += ["day", "before", "after", "stopped"]
    return tuple((mark, around.tr(f"review.legend-{mark}")) for mark in marks)


def legend_height(sizes: Sizes, entries: Sequence[Entry], width: int) -> int:
    """Return how high a legend is, in pixels."""
    places = _places(sizes, entries, width)
    return places[-1].bottom if places else 0


def draw_legend(
    surface: pygame.Surface, at: tuple[int, int], sizes: Sizes, entries: Sequence[Entry], width: int
) -> None:
    """Draw each mark with its words, from the upper left corner `at`, lines of `width` pixels."""
    places = _places(sizes, entries, width)
    drawing = Drawing(surface)
    mark_px = round(_MARK_SHARE * sizes.line_px)
    for (sign, words), place in zip(entries, places, strict=True):
        place.move_ip(at)
        _add_sign(drawing, sign, pygame.Rect(place.topleft, (mark_px, place.height)), sizes)
        text = pygame.Rect(place.left + mark_px, place.top, place.width - mark_px, place.height)
        say(surface, words, text, small_px(sizes), sizes.palette.soft)
    drawing.finish()


def _places(sizes: Sizes, entries: Sequence[Entry], width: int) -> list[pygame.Rect]:
    """Return where each entry is: side by side, on the next line where one has no room left."""
    mark_px, apart = round(_MARK_SHARE * sizes.line_px), 2 * sizes.gap_px
    places: list[pygame.Rect] = []
    x = y = 0
    for _, words in entries:
        wide = min(mark_px + width_of(words, small_px(sizes)) + 2, width)
        if x and x + wide > width:
            x, y = 0, y + sizes.line_px
        places.append(pygame.Rect(x, y, wide, sizes.line_px))
        x += wide + apart
    return places


def _add_sign(drawing: Drawing, sign: Sign, box: pygame.Rect, sizes: Sizes) -> None:
    """Add a mark as the charts draw it."""
    palette, unit = sizes.palette, sizes.unit
    half = max(0.12 * unit, 0.8)
    left, right = box.left + 0.5 * half, box.left + 0.75 * box.width
    at = x, y = (left + right) / 2, float(box.centery)
    radius = 0.5 * unit
    if sign == "top":
        drawing.fill([shapes.disc(at, 1.2 * radius)], palette.blue)
    elif sign == "error":
        top, foot, cap = y - 0.3 * box.height, y + 0.3 * box.height, radius
        bars = [((x, top), (x, foot), half, half)]
        bars += [((x - cap, end), (x + cap, end), half, half) for end in (top, foot)]
        drawing.fill(shapes.limbs(bars), palette.quiet, 0.8)
    elif sign == "range":
        high = 0.3 * box.height
        shade(drawing, (left, y - high, right, y + high), palette.green, palette.lifted(0.24))
    elif sign == "ceiling":
        drawing.fill([shapes.limb((left, y), (right, y), half)], palette.sand)
    elif sign == "day":
        drawing.fill([shapes.disc(at, 0.84 * radius)], palette.green)
    elif sign == "before":
        drawing.fill([circle(at, radius)], palette.soft)
    elif sign == "after":
        drawing.fill([shapes.disc(at, radius)], palette.blue)
    else:
        drawing.fill([square(at, radius)], palette.sand)


def wrapped_height(text: str, sizes: Sizes, width: int, weight: Weight = "Regular") -> int:
    """Return how high a text of the smallest type is, in as many lines as it takes, in pixels."""
    return fitted(text, small_px(sizes), width, sizes.size[1], weight).height
