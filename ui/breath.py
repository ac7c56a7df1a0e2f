"""The breath as a shape that grows and shrinks, and as a wave that rises and falls.

Position carries the phase, never colour; the word inside says it too.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import acos, pi

import numpy as np
import pygame
from numpy.typing import NDArray

from feedback.breath import BreathPhase
from ui import paint, rings, shapes
from ui.colour import Colour
from ui.paint import Drawing
from ui.palette import Palette

# Radius of the emptied circle, of the filled one: large enough for the word to stand clear of the
# rim, small enough that the breath is still by far the largest movement (a default of ours).
_EMPTIED = 0.68
# Share of a wave's length that rises, as 4 s of 10 in the default cycle (a default of ours).
_RISING = 0.4
_WAVES_ACROSS = 1.25
_DOT_ACROSS = 0.5


@dataclass(frozen=True, slots=True)
class Reach:
    """The circle at its fullest, in pixels."""

    centre: tuple[float, float]
    radius: float

    @property
    def words(self) -> pygame.Rect:
        """The place of the word, inside even the emptied circle."""
        half = self.radius * _EMPTIED * 0.80
        high = self.radius * _EMPTIED * 0.62
        x, y = self.centre
        return pygame.Rect(round(x - half), round(y - high), round(2 * half), round(2 * high))


def reach(box: pygame.Rect, unit: float) -> Reach:
    """Return the greatest circle within `box`, with room for its glow."""
    return Reach(box.center, min(box.width, box.height) / 2 - 1.6 * unit)


def draw_circle(
    drawing: Drawing,
    palette: Palette,
    box: pygame.Rect,
    breath: BreathPhase,
    unit: float,
    fading: bool,
) -> None:
    """Draw the breath as a circle that fills its ring.

    Parameters
    ----------
    fading
        Show the emptied and the filled circle in place of all between, one fading into the other.
    """
    full = reach(box, unit)
    radii = rings.radii(full.radius + 1.6 * unit)
    emptied = full.radius * _EMPTIED
    if fading:
        ends = _disc(palette, radii, emptied, unit), _disc(palette, radii, full.radius, unit)
        profile = rings.faded(*ends, breath.fullness)
    else:
        radius = emptied + (full.radius - emptied) * breath.fullness
        profile = _disc(palette, radii, radius, unit)
    ring = _ring(radii, full.radius, 0.16 * unit, palette.quiet, 0.55)
    rings.draw(drawing, full.centre, rings.over(profile, ring))


def _disc(
    palette: Palette, radii: NDArray[np.float64], radius: float, unit: float
) -> rings.Profile:
    """Return the soft disc: body, brighter rim and a glow that fades outward."""
    outward = np.minimum(radii / radius, 1)
    outward *= outward * outward
    inside = np.clip(radius - radii + 0.5, 0, 1)
    water, crest = np.array(palette.water)[:, None], np.array(palette.crest)[:, None]
    body = np.empty((4, len(radii)))
    body[:3] = water * (1 - outward) + crest * outward
    body[3] = inside
    rim = _ring(radii, radius - 0.2 * unit, 0.2 * unit, palette.blue, 0.95)
    distance = np.maximum(radii - radius, 0) / (1.6 * unit)
    glow = rings.plain(palette.blue, 0.22 * np.clip(1 - distance, 0, 1) ** 2 * (1 - inside))
    return rings.over(rim, rings.over(body, glow))


def _ring(
    radii: NDArray[np.float64], radius: float, half_width: float, colour: Colour, opacity: float
) -> rings.Profile:
    covered = np.clip(half_width + 0.5 - np.abs(radii - radius), 0, 1) * min(1.0, half_width * 2)
    return rings.plain(colour, covered * opacity)


def wave_words(box: pygame.Rect) -> pygame.Rect:
    """Return the place of the word in the water, under even the emptied wave."""
    high = round(box.height * 0.30)
    return pygame.Rect(box.left, box.bottom - high - box.height // 24, box.width, high)


def draw_wave(
    drawing: Drawing,
    palette: Palette,
    box: pygame.Rect,
    breath: BreathPhase,
    unit: float,
    fading: bool,
) -> None:
    """Draw the breath as a wave that passes under a dot which rises and falls with it.

    Parameters
    ----------
    fading
        Keep the water level, and let the dot fade between its lowest and highest place.
    """
    x = np.linspace(box.left, box.right, 97)
    across = (x - box.left) / box.width
    if fading:
        heights = np.full_like(across, 0.0)
    else:
        heights = wave_height(place_on_wave(breath) + (across - _DOT_ACROSS) * _WAVES_ACROSS)
    top, low = box.top + 2 * unit, box.bottom - box.height * 0.40
    y = low - heights * (low - top)
    crest = np.column_stack([x, y])
    foot = np.array([(box.right, box.bottom), (box.left, box.bottom)], dtype=np.float64)
    water = paint.stencil([np.vstack([crest, foot])], box, palette.crest)
    paint.fill(water, [_ribbon(crest - box.topleft, 0.24 * unit)], palette.blue)
    water.blit(_water_fade(box.size), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    drawing.image(water, box.topleft)
    dot_x = box.left + box.width * _DOT_ACROSS
    places = (
        ((0.0, 1 - breath.fullness), (1.0, breath.fullness))
        if fading
        else ((breath.fullness, 1.0),)
    )
    for height, opacity in places:
        dot = (dot_x, low - height * (low - top))
        drawing.fill([shapes.disc(dot, 2.0 * unit)], palette.crest, opacity)
        drawing.fill([shapes.disc(dot, 1.35 * unit)], palette.ink, opacity)


def place_on_wave(breath: BreathPhase) -> float:
    """Return where on the wave (0–1, one whole breath) the breath's fullness stands now."""
    share = acos(1 - 2 * min(max(breath.fullness, 0.0), 1.0)) / pi
    if breath.breath == "in":
        return _RISING * share
    if breath.breath == "out":
        return _RISING + (1 - _RISING) * (1 - share)
    return _RISING * share


def wave_height(place: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the height (0–1) of a wave that rises quicker than it falls, at `place` along it."""
    along = np.mod(place, 1.0)
    rising = along < _RISING
    share = np.where(rising, along / _RISING, 1 - (along - _RISING) / (1 - _RISING))
    return np.asarray((1 - np.cos(pi * share)) / 2)


def _ribbon(line: NDArray[np.float64], half_width: float) -> NDArray[np.float64]:
    """Return the outline of a line drawn `half_width` pixels to either side."""
    heading = np.gradient(line, axis=0)
    heading /= np.hypot(heading[:, 0], heading[:, 1])[:, None]
    across = heading[:, ::-1] * (-half_width, half_width)
    return np.vstack([line + across, (line - across)[::-1]])


@lru_cache(maxsize=4)
def _water_fade(size: tuple[int, int]) -> pygame.Surface:
    """Return a white surface whose opacity falls off slowly to both sides, and downward."""
    across = np.linspace(0.0, 1.0, size[0])
    sides = np.clip(np.minimum(across, 1 - across) / 0.24, 0, 1)
    sides = sides**2 * (3 - 2 * sides)
    down = np.clip((1 - np.linspace(0.0, 1.0, size[1])) / 0.62, 0, 1)
    down = down**2 * (3 - 2 * down)
    fade = pygame.Surface(size, pygame.SRCALPHA)
    fade.fill((255, 255, 255, 255))
    pygame.surfarray.pixels_alpha(fade)[:] = (np.outer(sides, down) * 255).astype(np.uint8)
    return fade
