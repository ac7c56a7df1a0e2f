"""A quiet label on a small panel of its own, in the corner of the person's picture."""

from functools import lru_cache

import pygame

from ui import paint, shapes
from ui.palette import Palette
from ui.text import fitted, write


def draw_chip(
    surface: pygame.Surface,
    palette: Palette,
    picture: pygame.Rect,
    unit: float,
    aside_px: int,
    text: str,
    *,
    low: bool = False,
) -> None:
    """Draw `text` in the upper left corner of `picture`, or in its lower one where `low`.

    Parameters
    ----------
    unit
        One step of the grid in pixels.
    aside_px
        Size of the smallest type in pixels.
    """
    margin = round(1.8 * unit)
    chip = _chip(palette, picture.width, unit, aside_px, text)
    top = picture.bottom - margin - chip.get_height() if low else picture.top + margin
    surface.blit(chip, (picture.left + margin, top))


@lru_cache(maxsize=4)
def _chip(palette: Palette, width: int, unit: float, aside_px: int, text: str) -> pygame.Surface:
    """Return the label on its panel, for a picture of `width`."""
    height = round(aside_px * 1.28 + 1.6 * unit)
    setting = fitted(text, aside_px, width // 2, height)
    box = pygame.Rect(0, 0, setting.width + round(3.2 * unit), height)
    chip = paint.stencil([shapes.rounded_box(box, height / 2)], box, palette.panel)
    write(chip, text, box.inflate(-round(3.0 * unit), 0), setting.size_px, palette.soft, across=0.5)
    chip.set_alpha(240)
    return chip
