"""A seat's form and colour, small, as staff see it beside the place's number; painted once."""

from functools import lru_cache

import pygame

from ui import paint
from ui.group import forms
from ui.group.seat_colours import seat_colour
from ui.palette import Palette


def draw_seat_mark(
    surface: pygame.Surface,
    palette: Palette,
    number: int,
    centre: tuple[float, float],
    radius: float,
) -> None:
    """Draw the form of a place's number, filled, about `centre`."""
    image = _image(palette, number, round(radius, 1))
    surface.blit(image, image.get_rect(center=(round(centre[0]), round(centre[1]))))


@lru_cache(maxsize=32)
def _image(palette: Palette, number: int, radius: float) -> pygame.Surface:
    side = 2 * int(forms.WIDEST * radius + 2)
    box = pygame.Rect(0, 0, side, side)
    form = forms.filled(number, (side / 2, side / 2), radius, 1.0)
    return paint.stencil([form], box, seat_colour(palette, number))
