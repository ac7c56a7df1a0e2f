"""A quiet label on a small panel of its own, in the corner of the person's picture."""

from functools import lru_cache

import pygame

from ui import paint, shapes
from ui.layout import Layout
from ui.text import fitted, write
from ui.theme import PANEL, SOFT


def draw_chip(surface: pygame.Surface, place: Layout, text: str) -> None:
    """Draw `text` in the upper left corner of the picture."""
    margin = round(1.8 * place.unit)
    picture = place.picture
    surface.blit(_chip(place, text), (picture.left + margin, picture.top + margin))


@lru_cache(maxsize=4)
def _chip(place: Layout, text: str) -> pygame.Surface:
    """Return the label on its panel."""
    unit = place.unit
    height = round(place.aside_px * 1.28 + 1.6 * unit)
    setting = fitted(text, place.aside_px, place.picture.width // 2, height)
    box = pygame.Rect(0, 0, setting.width + round(3.2 * unit), height)
    chip = paint.stencil([shapes.rounded_box(box, height / 2)], box, PANEL)
    write(chip, text, box.inflate(-round(3.0 * unit), 0), setting.size_px, SOFT, across=0.5)
    chip.set_alpha(240)
    return chip
