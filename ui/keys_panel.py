"""The list of keys, on a panel of its own over the person's picture."""

import pygame

from ui import paint, shapes
from ui.keys import LISTED
from ui.layout import Layout
from ui.text import font, line_height, write
from ui.theme import INK, NIGHT, PANEL, RAISED, SOFT
from words.tr import tr


def draw(surface: pygame.Surface, place: Layout, language: str, opacity: float) -> None:
    """Draw the list of keys in the middle of the picture.

    Parameters
    ----------
    opacity
        0–1.
    """
    if opacity < 0.005:
        return
    layer = pygame.Surface(place.picture.size, pygame.SRCALPHA)
    _draw_list(layer, layer.get_rect(), place, language)
    layer.set_alpha(round(255 * opacity))
    surface.blit(layer, place.picture)


def _draw_list(layer: pygame.Surface, room: pygame.Rect, place: Layout, language: str) -> None:
    unit = place.unit
    rows = [(_name(name, language), tr(what, language)) for name, what in LISTED]
    pad = round(3 * unit)
    size = place.aside_px
    step = min(line_height(size) + round(1.1 * unit), (room.height - 4 * pad) // len(rows))
    names = max(font(size, "Medium").size(name)[0] for name, _ in rows) + round(2.4 * unit)
    meanings = max(font(size).size(what)[0] for _, what in rows)
    width = min(names + meanings + round(2.4 * unit) + 2 * pad, room.width - 2 * pad)
    panel = pygame.Rect(0, 0, width, step * len(rows) + 2 * pad)
    panel.center = room.center
    paint.fill(layer, [shapes.rounded_box(room, place.radius)], NIGHT, 0.45)
    paint.fill(layer, [shapes.rounded_box(panel, place.radius)], PANEL)
    for row, (name, what) in enumerate(rows):
        top = panel.top + pad + row * step
        cap = pygame.Rect(panel.left + pad, top, names, step).inflate(0, -round(0.7 * unit))
        paint.fill(layer, [shapes.rounded_box(cap, 0.9 * unit)], RAISED)
        write(layer, name, cap, size, INK, weight="Medium", across=0.5)
        left = cap.right + round(2.4 * unit)
        box = pygame.Rect(left, top, panel.right - pad - left, step)
        write(layer, what, box, size, SOFT)


def _name(name: str, language: str) -> str:
    return tr(name, language) if name.startswith("keys.") else name
