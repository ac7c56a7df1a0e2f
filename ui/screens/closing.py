"""A quiet ending: what was done, said without numbers that could be weighed."""

from dataclasses import dataclass

import pygame

from ui import paint, shapes
from ui.layout import layout
from ui.palette import Palette
from ui.screens.notice import draw_light
from ui.text import write
from ui.view import Choices
from words.tr import tr

_PETALS = 9


@dataclass(frozen=True, slots=True)
class Closing:
    """What the ending tells of.

    Attributes
    ----------
    moved_s
        Seconds moved in all.
    movements
        Titles of the movements done, in order.
    """

    moved_s: float
    movements: tuple[str, ...]


def draw(surface: pygame.Surface, closing: Closing, choices: Choices, language: str = "en") -> None:
    """Draw the ending over the whole of `surface`."""
    width, height = size = surface.get_size()
    place = layout(size, choices.text_scale, choices.theme)
    unit = place.unit
    surface.blit(paint.ground(size, place.palette.night, place.palette.deep), (0, 0))
    centre = (width / 2, height * 0.29)
    draw_light(surface, place.palette, centre, 13 * unit, unit)
    _draw_flower(surface, place.palette, centre, unit)
    column = pygame.Rect(0, 0, min(round(120 * unit), width - round(8 * unit)), 0)
    column.centerx = width // 2
    top = round(height * 0.52)
    movements = ", ".join(tr(title, language).partition(", ")[0] for title in closing.movements)
    minutes = max(1, round(closing.moved_s / 60))
    for text, px, colour in (
        (tr("closing.title", language), place.title_px, place.palette.ink),
        (tr("closing.moved", language, count=minutes), place.words_px, place.palette.ink),
        (movements, place.words_px, place.palette.soft),
        (tr("closing.leave", language), place.aside_px, place.palette.soft),
    ):
        box = pygame.Rect(column.left, top, column.width, round(height * 0.115))
        taken = write(surface, text, box, px, colour, across=0.5, down=0.0)
        top = taken.bottom + round(1.4 * unit)


def _draw_flower(
    surface: pygame.Surface, palette: Palette, centre: tuple[float, float], unit: float
) -> None:
    turns = [6.2832 * i / _PETALS for i in range(_PETALS)]
    petals = [shapes.petal(centre, 9.5 * unit, 4.4 * unit, turn) for turn in turns]
    paint.fill(surface, petals, palette.green, 0.30)
    inner = [shapes.petal(centre, 6.2 * unit, 2.6 * unit, turn + 0.35) for turn in turns]
    paint.fill(surface, inner, palette.green, 0.55)
