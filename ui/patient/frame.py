"""What every screen of a patient has: the ground, a title, a body, and what can be done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import pygame

from ui import paint, shapes
from ui.colour import Colour
from ui.layout import Layout
from ui.text import fitted, line_height
from ui.typed import say, width_of
from ui.widgets.box import fill_box
from ui.widgets.sizes import LEAST_TARGET_PX

# The title of a patient's screen beside the theme's own; it is read from two metres.
_TITLE_SHARE, _HIGHEST_TITLE = 1.3, 0.064
# Of the window's height, the most that type takes in title and foot however large it is liked, so
# that the body keeps its room.
_MOST_TITLE, _MOST_FOOT = 0.085, 0.055
# Room under the foot, in units; the caption of a sound has its place in it.
_UNDER_FOOT = 5.2
# Type in the foot gives way to this share of its size before it is set on three lines of pills.
_LEAST_SHARE = 0.62
_MOST_ROWS = 2
# Whose keys, Enter and Backspace, go without saying where there is little room.
_USUAL = frozenset({"on", "back"})
# The ring stands off from what it surrounds, so that it is seen by its shape and not its colour;
# in units. The one that scanning lights is twice as wide.
_RING_GAP, _RING_WIDTH = 0.4, 0.42


@dataclass(frozen=True, slots=True)
class Pill:
    """One thing that can be done, in the foot."""

    id: str
    label: str
    key: str
    box: pygame.Rect
    size_px: int


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a screen has its parts.

    Attributes
    ----------
    title, body
        The title's line (or two), and all that is left for the screen.
    pills
        What can be done, along the foot.
    """

    title: pygame.Rect
    body: pygame.Rect
    pills: tuple[Pill, ...]


Named = tuple[str, str, str]
"""Id, label and printed key of a pill."""


@lru_cache(maxsize=32)
def framed(place: Layout, title: str, named: tuple[Named, ...], *, two_rows: bool = False) -> Frame:
    """Return where everything stands.

    Parameters
    ----------
    title
        The text of the title; on two lines where one is too short for it.
    named
        What the foot offers: id, label, and what is printed on its key.
    two_rows
        Whether the foot stands on two rows before its keys and its type give way.
    """
    width, height = place.size
    unit = place.unit
    margin, foot_margin = round(5 * unit), round(_UNDER_FOOT * unit)
    room = width - 2 * margin
    pills, foot_top = _pills(place, named, margin, room, height - foot_margin, two_rows)
    top = round(3.4 * unit)
    px = large_px(place)
    line = line_height(px)
    whole = fitted(title, px, room, 2 * line, "Medium")
    rows = max(1, min(len(whole.lines), 2)) if title else 0
    heading = pygame.Rect(margin, top, room, line * rows)
    body_top = heading.bottom + round(2.4 * unit) if rows else top
    body = pygame.Rect(margin, body_top, room, foot_top - round(3 * unit) - body_top)
    return Frame(heading, body, pills)


def draw_ground(surface: pygame.Surface, place: Layout) -> None:
    """Draw the ground."""
    palette = place.palette
    surface.blit(paint.ground(place.size, palette.night, palette.deep), (0, 0))


def draw_title(surface: pygame.Surface, place: Layout, frame: Frame, title: str) -> None:
    """Write the title."""
    px, ink = large_px(place), place.palette.ink
    say(surface, title, frame.title, px, ink, weight="Medium", down=0.0)


def draw_caption(surface: pygame.Surface, place: Layout, caption: str) -> None:
    """Write the caption of the sound that is heard, under the foot."""
    width, height = place.size
    margin, under = round(5 * place.unit), round(_UNDER_FOOT * place.unit)
    inset = ring_px(place)
    line = pygame.Rect(margin, height - under + inset, width - 2 * margin, under - inset)
    say(surface, caption, line, place.aside_px, place.palette.soft)


def large_px(place: Layout) -> int:
    """Return the size of the title, and of the little that is said alone on a screen."""
    wanted, height = round(_TITLE_SHARE * place.title_px), place.size[1]
    usual = max(place.title_px, min(wanted, round(_HIGHEST_TITLE * height)))
    return min(usual, max(round(_MOST_TITLE * height), 1))


def draw_pills(
    surface: pygame.Surface,
    place: Layout,
    frame: Frame,
    *,
    focus: str | None,
    lit: str | None,
    strong: bool = True,
) -> None:
    """Draw what can be done, the first a little brighter.

    Parameters
    ----------
    focus
        Which one has the keys.
    lit
        Which one is lit by scanning.
    strong
        Whether the first is brighter.
    """
    for row, pill in enumerate(frame.pills):
        draw_pill(
            surface,
            place,
            pill.box,
            pill.label,
            pill.size_px,
            key=pill.key,
            strong=strong and row == 0,
            focused=pill.id == focus,
            lit=pill.id == lit,
        )


def draw_pill(
    surface: pygame.Surface,
    place: Layout,
    box: pygame.Rect,
    label: str,
    size_px: int,
    *,
    key: str = "",
    strong: bool = False,
    focused: bool = False,
    lit: bool = False,
) -> None:
    """Draw one thing that can be done, wherever it stands."""
    palette = place.palette
    colour = palette.water if lit else palette.strong if strong else palette.panel
    fill_box(surface, box, _radius(place, box), colour)
    inner = box.inflate(-2 * _pad(size_px), 0)
    if key:
        colour = palette.ink if lit or strong else palette.soft
        taken = say(surface, key, inner, _key_px(place, size_px), colour, across=1.0)
        inner.width -= taken.width + _key_gap(size_px)
    across = 0.0 if key else 0.5
    say(surface, label, inner, size_px, palette.ink, weight="Medium", across=across)
    draw_ring(surface, place, box, focused=focused, lit=lit)


def draw_ring(
    surface: pygame.Surface,
    place: Layout,
    box: pygame.Rect,
    *,
    focused: bool,
    lit: bool,
    radius: float | None = None,
) -> None:
    """Draw the ring of the focus, or the wider one of scanning, round `box`."""
    if not (focused or lit):
        return
    of = _radius(place, box) if radius is None else radius
    wide = 2.0 if lit else 1.0
    image = _ring(box.size, round(of, 2), round(place.unit, 2), wide, place.palette.ink)
    surface.blit(image, image.get_rect(center=box.center))


def ring_px(place: Layout) -> int:
    """Return by how many pixels a ring leaves what it surrounds, at most."""
    return round(_gap(place.unit) + 2 * _width(place.unit)) + 1


def target_px(size_px: int) -> int:
    """Return the height of what is pressed, with type of `size_px` on it."""
    return max(LEAST_TARGET_PX, line_height(size_px) + round(0.5 * size_px))


# --- the foot


def _pills(
    place: Layout, named: Sequence[Named], left: int, room: int, bottom: int, two_rows: bool
) -> tuple[tuple[Pill, ...], int]:
    """Return the pills, and the top of their first row."""
    if not named:
        return (), bottom
    gap = max(round(1.8 * place.unit), ring_px(place) + 4)
    size_px, rows = _set(place, named, room, gap, two_rows)
    height = target_px(size_px)
    width_for = _widths(place, size_px)
    top = bottom - len(rows) * height - (len(rows) - 1) * gap
    pills = []
    for row, several in enumerate(rows):
        at = left
        for each in several:
            wide = min(width_for(each), left + room - at)
            box = pygame.Rect(at, top + row * (height + gap), wide, height)
            pills.append(Pill(*each, box, size_px))
            at = box.right + gap
    return tuple(pills), top


def _set(
    place: Layout, named: Sequence[Named], room: int, gap: int, two_rows: bool
) -> tuple[int, list[list[Named]]]:
    """Return the size of type in the foot, and its rows, each with the keys there is room for.

    What gives way first are the keys of on and back, then the other keys, then a little of the
    size, then the single row; where `two_rows`, the single row before all of it.
    """
    most_px = max(round(_MOST_FOOT * place.size[1]), 12)
    first, second = min(place.words_px, most_px), min(place.aside_px, most_px)
    least = max(round(_LEAST_SHARE * first), 12)
    usual = [(id, label, "" if id in _USUAL else key) for id, label, key in named]
    bare = [(id, label, "") for id, label, _ in named]
    tries = [
        *((first, keyed, 1) for keyed in (named, usual)),
        *((first, keyed, _MOST_ROWS) for keyed in (named, usual) if two_rows),
        (first, bare, 1),
        (second, bare, 1),
        *((px, bare, _MOST_ROWS) for px in range(second, least - 1, -1)),
    ]
    for size_px, keyed, most in tries:
        rows = _rows(keyed, _widths(place, size_px), room, gap)
        if len(rows) <= most:
            return size_px, rows
    return least, _rows(bare, _widths(place, least), room, gap)


def _rows(
    named: Sequence[Named], width_for: Callable[[Named], int], room: int, gap: int
) -> list[list[Named]]:
    rows: list[list[Named]] = [[]]
    taken = 0
    for each in named:
        wide = width_for(each)
        if rows[-1] and taken + wide > room:
            rows.append([])
            taken = 0
        rows[-1].append(each)
        taken += wide + gap
    return rows


def _widths(place: Layout, size_px: int) -> Callable[[Named], int]:
    def width_for(named: Named) -> int:
        _, label, key = named
        text = width_of(label, size_px, "Medium") + 1
        hint = width_of(key, _key_px(place, size_px)) + _key_gap(size_px) + 1 if key else 0
        return max(text + hint + 2 * _pad(size_px), LEAST_TARGET_PX)

    return width_for


def _pad(size_px: int) -> int:
    return round(0.85 * size_px)


def _key_px(place: Layout, size_px: int) -> int:
    """Return the size of a printed key: no smaller than the least that is written anywhere."""
    return min(max(round(0.72 * size_px), place.aside_px), size_px)


def _key_gap(size_px: int) -> int:
    return round(0.55 * size_px)


# --- rings


def _radius(place: Layout, box: pygame.Rect) -> float:
    return min(box.height / 2, 3.4 * place.unit)


def _gap(unit: float) -> float:
    return max(1.5, _RING_GAP * unit)


def _width(unit: float) -> float:
    return max(2.0, _RING_WIDTH * unit)


@lru_cache(maxsize=128)
def _ring(
    size: tuple[int, int], radius: float, unit: float, wide: float, colour: Colour
) -> pygame.Surface:
    gap, width = _gap(unit), wide * _width(unit)
    room = round(gap + width) + 1
    box = pygame.Rect(0, 0, size[0] + 2 * room, size[1] + 2 * room)
    inner = pygame.Rect((room, room), size)
    by = round(gap + width)
    outer = shapes.rounded_box(inner.inflate(2 * by, 2 * by), radius + gap + width)
    hole = shapes.rounded_box(inner.inflate(2 * round(gap), 2 * round(gap)), radius + gap)
    image = paint.stencil([outer], box, colour)
    cut = pygame.surfarray.array_alpha(paint.stencil([hole], box, colour))
    alpha = pygame.surfarray.pixels_alpha(image)
    alpha[:] = alpha * (1 - cut / 255.0)
    return image
