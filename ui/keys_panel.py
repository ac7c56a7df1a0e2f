"""The list of keys, on a panel of its own over the person's picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

import pygame

from ui import paint, shapes
from ui.keys import LISTED
from ui.layout import Layout
from ui.text import font, line_height, write
from words.tr import tr

Row = tuple[str, str]
"""What is printed on a key, and what it does."""

# Between two rows, in units of the grid.
_BETWEEN = 1.1


@dataclass(frozen=True, slots=True)
class _Table:
    """How the list is set: where, in how many columns, and how large."""

    room: pygame.Rect
    columns: int
    size_px: int
    step: int


def draw(surface: pygame.Surface, place: Layout, language: str, opacity: float) -> None:
    """Draw the list of keys in the middle of the picture; over the guide too where it is long.

    Parameters
    ----------
    opacity
        0–1.
    """
    if opacity < 0.005:
        return
    layer, corner = _listed(place, language)
    layer.set_alpha(round(255 * opacity))
    surface.blit(layer, corner)


@lru_cache(maxsize=2)
def _listed(place: Layout, language: str) -> tuple[pygame.Surface, tuple[int, int]]:
    """Return the list on its panel, and where it goes."""
    rows = [(_name(name, language), tr(what, language)) for name, what in LISTED]
    both = place.picture.union(place.side)
    tables = [_table(place, rows, *each) for each in ((place.picture, 1), (both, 2), (both, 3))]
    # The first in which the type need not give way; else the one in which it is largest.
    table = max(tables, key=lambda each: each.size_px)
    layer = pygame.Surface(table.room.size, pygame.SRCALPHA)
    _draw_list(layer, place, rows, table)
    return layer, table.room.topleft


def _pad(place: Layout) -> int:
    return round(3 * place.unit)


def _most(place: Layout, room: pygame.Rect, columns: int) -> int:
    """Return how wide each of some columns may be, in pixels."""
    pad = _pad(place)
    return (room.width - 4 * pad - (columns - 1) * 2 * pad) // columns


def _table(place: Layout, rows: Sequence[Row], room: pygame.Rect, columns: int) -> _Table:
    """Return the list set in columns, its type given way until no row leaves its place."""
    most, high = _most(place, room, columns), room.height - 4 * _pad(place)
    size = place.aside_px
    while True:
        step = line_height(size) + round(_BETWEEN * place.unit)
        fits = step * ceil(len(rows) / columns) <= high and sum(_widths(place, rows, size)) <= most
        if fits or size <= 1:
            return _Table(room, columns, size, step)
        size -= 1


def _widths(place: Layout, rows: Sequence[Row], size_px: int) -> tuple[int, int, int]:
    """Return the widths of the names, of the gap, and of what they do, in pixels."""
    names = max(font(size_px, "Medium").size(name)[0] for name, _ in rows)
    meanings = max(font(size_px).size(what)[0] for _, what in rows)
    gap = round(2.4 * place.unit)
    return names + gap, gap, meanings + 1


def _draw_list(layer: pygame.Surface, place: Layout, rows: Sequence[Row], table: _Table) -> None:
    unit, pad = place.unit, _pad(place)
    names, gap, meanings = _widths(place, rows, table.size_px)
    in_one = ceil(len(rows) / table.columns)
    wide = names + gap + meanings
    across = table.columns * wide + (table.columns - 1) * 2 * pad
    panel = pygame.Rect(0, 0, across + 2 * pad, table.step * in_one + 2 * pad)
    room = layer.get_rect()
    panel.center = room.center
    paint.fill(layer, [shapes.rounded_box(room, place.radius)], place.palette.night, 0.45)
    paint.fill(layer, [shapes.rounded_box(panel, place.radius)], place.palette.panel)
    for at, (name, what) in enumerate(rows):
        column, row = divmod(at, in_one)
        left = panel.left + pad + column * (wide + 2 * pad)
        top = panel.top + pad + row * table.step
        cap = pygame.Rect(left, top, names, table.step).inflate(0, -round(0.7 * unit))
        paint.fill(layer, [shapes.rounded_box(cap, 0.9 * unit)], place.palette.raised)
        write(layer, name, cap, table.size_px, place.palette.ink, weight="Medium", across=0.5)
        box = pygame.Rect(cap.right + gap, top, meanings, table.step)
        write(layer, what, box, table.size_px, place.palette.soft)


def _name(name: str, language: str) -> str:
    return tr(name, language) if name.startswith("keys.") else name
