"""The one line on the projected screen: what is said to all, else what the guide is doing."""

from functools import lru_cache

import pygame

from ui import paint, shapes
from ui.changing import Changing
from ui.group.hall import Hall
from ui.text import write


class SaidLine:
    """Draws the line over its panel, which rises a step for what is said."""

    def __init__(self) -> None:
        self._said = Changing(("", False))

    def draw(self, surface: pygame.Surface, place: Hall, text: str, said: bool, t: float) -> None:
        """Draw it.

        Parameters
        ----------
        said
            Whether it is said to all now, rather than the words of the movement.
        """
        shown = self._said.to((text, said), t)
        words, risen = shown.what
        box = place.line.inflate(-2 * round(4.5 * place.unit), -round(0.8 * place.unit))
        px, palette = place.words_px, place.palette
        if not risen:
            write(surface, words, box, px, palette.ink, across=0.5, opacity=shown.opacity)
            return
        panel, dot = _risen(place), _dot(place)
        panel.set_alpha(round(255 * shown.opacity))
        surface.blit(panel, place.line)
        box.left += round(0.75 * px)
        box.width -= round(0.75 * px)
        taken = write(surface, words, box, px, palette.ink, across=0.5, opacity=shown.opacity)
        dot.set_alpha(round(255 * shown.opacity))
        surface.blit(dot, dot.get_rect(center=(round(taken.left - 0.62 * px), taken.centery)))


@lru_cache(maxsize=4)
def _risen(place: Hall) -> pygame.Surface:
    """Return the line's panel, risen a step."""
    box = pygame.Rect((0, 0), place.line.size)
    return paint.stencil([shapes.rounded_box(box, place.usual.radius)], box, place.palette.raised)


@lru_cache(maxsize=4)
def _dot(place: Hall) -> pygame.Surface:
    radius = 0.21 * place.words_px
    box = pygame.Rect(0, 0, 2 * round(radius + 1), 2 * round(radius + 1))
    return paint.stencil([shapes.disc(box.center, radius)], box, place.palette.green)
