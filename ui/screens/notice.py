"""A calm full screen: one thing said, and what one may do, under a still, soft light."""

from math import pi, sin

import numpy as np
import pygame

from ui import paint, rings
from ui.layout import layout
from ui.text import write
from ui.theme import BLUE, DEEP, INK, NIGHT, SOFT
from ui.view import Choices
from words.tr import tr

# Seconds of one slow swell of the light: as slow as a breath.
_SWELL_S = 10.0


def draw(
    surface: pygame.Surface,
    notice: str,
    choices: Choices,
    t: float,
    language: str = "en",
    opacity: float = 1.0,
) -> None:
    """Draw the notice over the whole of `surface`.

    Parameters
    ----------
    notice
        Id of the text; its first sentence is said large, the rest smaller under it.
    t
        Monotonic seconds; the light swells along it, unless motion is reduced.
    opacity
        0–1, for fading in over what was there.
    """
    if opacity < 0.005:
        return
    size = surface.get_size()
    layer = surface if opacity >= 1.0 else pygame.Surface(size)
    layer.blit(paint.ground(size, NIGHT, DEEP), (0, 0))
    _draw_words(layer, tr(notice, language), choices, t)
    if layer is not surface:
        layer.set_alpha(round(255 * opacity))
        surface.blit(layer, (0, 0))


def _draw_words(layer: pygame.Surface, text: str, choices: Choices, t: float) -> None:
    place = layout(layer.get_size(), choices.text_scale, choices.theme)
    width, height = layer.get_size()
    unit = place.unit
    swell = 0.0 if choices.reduced_motion else sin(2 * pi * t / _SWELL_S)
    draw_light(layer, (width / 2, height * 0.33), (11 + 0.8 * swell) * unit, unit)
    first, _, rest = text.partition(". ")
    first = first if first.endswith(".") else f"{first}."
    column = pygame.Rect(0, 0, min(round(110 * unit), width - round(8 * unit)), 0)
    column.centerx = width // 2
    said = pygame.Rect(column.left, round(height * 0.52), column.width, round(height * 0.17))
    taken = write(layer, first, said, place.title_px, INK, weight="Medium", across=0.5, down=0.0)
    top = taken.bottom + round(1.6 * unit)
    under = pygame.Rect(column.left, top, column.width, round(height * 0.94) - top)
    write(layer, rest, under, place.words_px, SOFT, across=0.5, down=0.0)


def draw_light(
    surface: pygame.Surface, centre: tuple[float, float], radius: float, unit: float
) -> None:
    """Draw a soft round light, brighter toward its rim, that fades into the ground."""
    radii = rings.radii(radius + 7 * unit)
    inside = np.clip(radius - radii + 0.5, 0, 1) * (0.16 + 0.20 * (radii / radius) ** 2)
    outside = 0.20 * np.clip(1 - (radii - radius) / (7 * unit), 0, 1) ** 2.2 * (radii > radius)
    drawing = paint.Drawing(surface)
    rings.draw(drawing, centre, rings.plain(BLUE, inside + outside))
    drawing.finish()
