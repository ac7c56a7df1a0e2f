"""The circle of the group: one soft form for each seat, which breathes as its person does."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import pygame

from feedback.group.step import Seat
from ui.colour import Colour, mix
from ui.easing import Glides
from ui.group import forms
from ui.group.bowl import Bowl
from ui.group.seat_colours import seat_colour
from ui.group.seat_forms import SeatForms
from ui.paint import Drawing
from ui.palette import Palette

CHANGING_S = 0.32
"""How long a form takes to become its other one."""
# How far the glow reaches in radii of its seat, how strong it is, and how long it comes.
_GLOW_REACH, _GLOW, _GLOW_S = 1.75, 0.50, 0.6
# Of the changed form, how far it still breathes.
_STILL = 0.35
# How strongly the filled form stands over the emptied one where motion is reduced.
_FADED = 0.62


class Circle:
    """Draws the seats; keeps how each is on its way."""

    def __init__(self) -> None:
        self._glides = Glides()
        self._forms = SeatForms()

    def draw(
        self,
        drawing: Drawing,
        palette: Palette,
        where: Bowl,
        seats: Sequence[Seat],
        t: float,
        *,
        fading: bool,
    ) -> None:
        """Draw every seat in its place.

        Parameters
        ----------
        fading
            Fade the forms in place of growing and shrinking them.
        """
        self._forms.begin()
        for seat, centre in zip(seats, where.seats, strict=False):
            self._draw_seat(drawing, palette, centre, where.radius, seat, t, fading)

    def _draw_seat(
        self,
        drawing: Drawing,
        palette: Palette,
        centre: tuple[float, float],
        radius: float,
        seat: Seat,
        t: float,
        fading: bool,
    ) -> None:
        name, to = f"seat.{seat.number}", self._glides.to
        changed = to(f"{name}.changed", float(seat.changed), t, over_s=CHANGING_S)
        seen = to(f"{name}.seen", float(seat.seen), t)
        warm = 0.0 if seat.changed else min(max(seat.warmth, 0.0), 1.0)
        warmth = to(f"{name}.warmth", round(warm, 1), t, over_s=_GLOW_S)
        colour = seat_colour(palette, seat.number, seen)
        _draw_glow(drawing, palette, seat.number, centre, radius, warmth * (1 - changed))
        fullness = min(max(seat.fullness, 0.0), 1.0)
        if fading:
            _draw_faded(drawing, seat.number, colour, centre, radius, fullness, changed)
            return
        if not changed:
            placing = seat.number, colour, centre, radius
            drawing.image(*self._forms.image(placing, fullness))
            return
        breathed = fullness * (1 - changed) + (0.5 + _STILL * (fullness - 0.5)) * changed
        form = forms.filled(seat.number, centre, radius, breathed)
        drawing.fill(forms.opened(form, centre, changed), colour)


def _draw_faded(
    drawing: Drawing,
    number: int,
    colour: Colour,
    centre: tuple[float, float],
    radius: float,
    fullness: float,
    changed: float,
) -> None:
    """Draw a seat that only fades: emptied, filled and opened, each in its place."""
    filled, emptied = (forms.filled(number, centre, radius, end) for end in (1.0, 0.0))
    drawing.fill([filled], colour, _FADED * fullness * (1 - changed))
    drawing.fill([emptied], colour, 1 - changed)
    half = forms.filled(number, centre, radius, 0.5)
    drawing.fill(forms.opened(half, centre, 1.0), colour, changed)


def _draw_glow(
    drawing: Drawing,
    palette: Palette,
    number: int,
    centre: tuple[float, float],
    radius: float,
    warmth: float,
) -> None:
    opacity = round(255 * warmth)
    if opacity:
        colour = mix(seat_colour(palette, number), palette.sand, 0.5)
        light = _glow(number, colour, round(radius))
        light.set_alpha(opacity)
        x, y = round(centre[0]), round(centre[1])
        drawing.image(light, (x - light.get_width() // 2, y - light.get_height() // 2))


@lru_cache(maxsize=16)
def _glow(number: int, colour: Colour, radius: int) -> pygame.Surface:
    """Return a seat's soft round light, brightest within the form and gone at its reach.

    Every seat has one of its own, because its strength is set on it until it is drawn.
    """
    reach = _GLOW_REACH * radius
    side = 2 * int(reach) + 2
    light = pygame.Surface((side, side), pygame.SRCALPHA)
    # On a clear surface the light keeps its own colour where it is thin.
    light.fill((*colour, 0))
    offset = np.arange(side) + 0.5 - side / 2
    away = np.hypot(offset[:, None], offset[None, :])
    shares = np.clip((reach - away) / (reach - 0.7 * radius), 0, 1) ** 2
    pygame.surfarray.pixels_alpha(light)[:] = np.rint(255 * _GLOW * shares).astype(np.uint8)
    return light
