"""A calm full screen: one thing said, and what one may do, under a still, soft light."""

from math import pi, sin

import numpy as np
import pygame

from ui import paint, rings
from ui.layout import Layout, layout
from ui.palette import Palette
from ui.text import line_height, write
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
    place = layout(size, choices.text_scale, choices.theme)
    layer.blit(paint.ground(size, place.palette.night, place.palette.deep), (0, 0))
    _draw_words(layer, place, notice, choices, t, language)
    if layer is not surface:
        layer.set_alpha(round(255 * opacity))
        surface.blit(layer, (0, 0))


def _draw_words(
    layer: pygame.Surface, place: Layout, notice: str, choices: Choices, t: float, language: str
) -> None:
    width, height = layer.get_size()
    unit = place.unit
    swell = 0.0 if choices.reduced_motion else sin(2 * pi * t / _SWELL_S)
    draw_light(layer, place.palette, (width / 2, height * 0.33), (11 + 0.8 * swell) * unit, unit)
    first, _, rest = tr(notice, language).partition(". ")
    first = first if first.endswith(".") else f"{first}."
    column = pygame.Rect(0, 0, min(round(110 * unit), width - round(8 * unit)), 0)
    column.centerx = width // 2
    said = pygame.Rect(column.left, round(height * 0.52), column.width, round(height * 0.17))
    taken = write(
        layer, first, said, place.title_px, place.palette.ink, weight="Medium", across=0.5, down=0.0
    )
    top = taken.bottom + round(1.6 * unit)
    under = pygame.Rect(column.left, top, column.width, round(height * 0.86) - top)
    write(layer, rest, under, place.words_px, place.palette.soft, across=0.5, down=0.0)
    foot = pygame.Rect(column.left, 0, column.width, line_height(place.aside_px))
    foot.bottom = height - round(3 * unit)
    keys = f"{tr('keys.name.escape', language)}  {tr('keys.leave', language)}"
    write(layer, keys, foot, place.aside_px, place.palette.soft, across=0.5)


def draw_light(
    surface: pygame.Surface,
    palette: Palette,
    centre: tuple[float, float],
    radius: float,
    unit: float,
) -> None:
    """Draw a soft round light, brighter toward its rim, that fades into the ground."""
    radii = rings.radii(radius + 7 * unit)
    edge = np.clip(radius - radii + 0.5, 0, 1)
    inside = edge * (0.14 + 0.22 * np.minimum(radii / radius, 1) ** 2)
    outside = (1 - edge) * 0.26 * np.clip(1 - (radii - radius) / (7 * unit), 0, 1) ** 2.4
    drawing = paint.Drawing(surface)
    rings.draw(drawing, centre, rings.plain(palette.blue, inside + outside))
    drawing.finish()
