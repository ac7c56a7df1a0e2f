"""The protective words over any screen: nothing that is asked or read stands before them."""

import pygame

from ui import paint, shapes
from ui.layout import Layout
from ui.text import fitted, write

_ROWS = 2


def draw(surface: pygame.Surface, place: Layout, text: str) -> None:
    """Draw `text` on a raised panel across the top of the window."""
    unit, palette = place.unit, place.palette
    width = place.size[0] - round(10 * unit)
    inner = width - round(10 * unit)
    setting = fitted(text, place.title_px, inner, round(_ROWS * 1.4 * place.title_px), "Medium")
    high = round(len(setting.lines) * 1.4 * setting.size_px + 4 * unit)
    panel = pygame.Rect(round(5 * unit), round(2 * unit), width, high)
    paint.fill(surface, [shapes.rounded_box(panel, place.radius)], palette.raised)
    dot = (panel.left + round(4 * unit), panel.centery)
    paint.fill(surface, [shapes.disc(dot, 0.21 * place.title_px)], palette.sand)
    box = panel.inflate(-round(10 * unit), -round(2 * unit))
    write(surface, text, box, place.title_px, palette.ink, weight="Medium", across=0.5)
