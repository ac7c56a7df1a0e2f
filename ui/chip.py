"""A quiet label on a small panel of its own, in the corner of the person's picture."""

import pygame

from ui import paint, shapes
from ui.layout import Layout
from ui.text import fitted, write
from ui.theme import PANEL, SOFT


def draw_chip(surface: pygame.Surface, place: Layout, text: str) -> None:
    """Draw `text` in the upper left corner of the picture."""
    unit, picture = place.unit, place.picture
    height = round(place.aside_px * 1.28 + 1.6 * unit)
    widest = picture.width // 2
    setting = fitted(text, place.aside_px, widest, height)
    margin = round(1.8 * unit)
    chip = pygame.Rect(
        picture.left + margin,
        picture.top + margin,
        setting.width + round(3.2 * unit),
        height,
    )
    paint.fill(surface, [shapes.rounded_box(chip, height / 2)], PANEL, 0.94)
    write(surface, text, chip.inflate(-round(3.0 * unit), 0), setting.size_px, SOFT, across=0.5)
