"""The circle of the group: one soft form for each seat, which breathes as its person does.

Where whoever leads chose so, a small figure stands for each who is seen, and the form comes back
where their range is left.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pygame

from feedback.group.step import Seat
from ui.colour import Colour, mix
from ui.easing import Glides
from ui.group import forms
from ui.group.bowl import Bowl
from ui.group.seat_colours import seat_colour
from ui.group.seat_figures import FigureAt, SeatFigures
from ui.group.seat_forms import SeatForms
from ui.paint import Drawing
from ui.palette import Palette
from ui.view import Choices
from vision.pose import Pose

CHANGING_S = 0.32
"""How long a form takes to become its other one."""
# How far the glow reaches in radii of its seat, how strong it is, and how long it comes.
_GLOW_REACH, _GLOW, _GLOW_S = 1.75, 0.50, 0.6
# Of the changed form, how far it still breathes.
_STILL = 0.35
# How strongly the filled form stands over the emptied one where motion is reduced.
_FADED = 0.62


@dataclass(frozen=True, slots=True)
class _Now:
    """How a seat looks at a moment; all but its number and colour 0–1."""

    number: int
    colour: Colour
    fullness: float
    changed: float
    glow: float
    figure: float


class Circle:
    """Draws the seats; keeps how each is on its way."""

    def __init__(self) -> None:
        self._glides = Glides()
        self._forms = SeatForms()
        self._figures = SeatFigures()
        self._poses: dict[int, Pose] = {}

    def draw(
        self,
        drawing: Drawing,
        palette: Palette,
        where: Bowl,
        seats: Sequence[Seat],
        choices: Choices,
        t: float,
        poses: Mapping[int, Pose],
    ) -> None:
        """Draw every seat in its place.

        Where motion is reduced the forms fade in place of growing and shrinking.

        Parameters
        ----------
        poses
            Of the people who are shown as figures, by the numbers of their seats.
        """
        self._poses |= poses
        fading = choices.reduced_motion
        placed = [
            (self._now(palette, seat, t, figure=seat.number in poses and not fading), centre)
            for seat, centre in zip(seats, where.seats, strict=False)
        ]
        radius = where.radius
        plain = [(n, c) for n, c in placed if not (fading or n.changed or n.figure)]
        images = iter(
            self._forms.images([((n.number, n.colour, c, radius), n.fullness) for n, c in plain])
        )
        at = {n.number: FigureAt(c, radius) for n, c in placed if n.figure}
        figures = self._figures.outlines(self._poses, at, t, mirrored=choices.guide_mirrored)
        for now, centre in placed:
            _draw_glow(drawing, palette, now, centre, radius)
            if fading:
                _draw_faded(drawing, now, centre, radius)
            elif now.changed or now.figure:
                _draw_changing(drawing, now, centre, radius)
            else:
                drawing.image(*next(images))
            if now.figure:
                drawing.fill(figures[now.number], now.colour, now.figure)

    def _now(self, palette: Palette, seat: Seat, t: float, *, figure: bool) -> _Now:
        name, to = f"seat.{seat.number}", self._glides.to
        changed = to(f"{name}.changed", float(seat.changed), t, over_s=CHANGING_S)
        seen = to(f"{name}.seen", float(seat.seen), t)
        warm = 0.0 if seat.changed else min(max(seat.warmth, 0.0), 1.0)
        warmth = to(f"{name}.warmth", round(warm, 1), t, over_s=_GLOW_S)
        shows = float(figure and seat.seen and not seat.changed)
        return _Now(
            number=seat.number,
            colour=seat_colour(palette, seat.number, seen),
            fullness=min(max(seat.fullness, 0.0), 1.0),
            changed=changed,
            glow=warmth * (1 - changed),
            figure=to(f"{name}.figure", shows, t, over_s=CHANGING_S),
        )


def _draw_changing(drawing: Drawing, now: _Now, centre: tuple[float, float], radius: float) -> None:
    """Draw a seat on its way to its other form or its person's figure, or there."""
    full, changed = now.fullness, now.changed
    breathed = full * (1 - changed) + (0.5 + _STILL * (full - 0.5)) * changed
    form = forms.filled(now.number, centre, radius, breathed)
    drawing.fill(forms.opened(form, centre, changed), now.colour, 1 - now.figure)


def _draw_faded(drawing: Drawing, now: _Now, centre: tuple[float, float], radius: float) -> None:
    """Draw a seat that only fades: emptied, filled and opened, each in its place."""
    number, colour, changed = now.number, now.colour, now.changed
    filled, emptied = (forms.filled(number, centre, radius, end) for end in (1.0, 0.0))
    drawing.fill([filled], colour, _FADED * now.fullness * (1 - changed))
    drawing.fill([emptied], colour, 1 - changed)
    half = forms.filled(number, centre, radius, 0.5)
    drawing.fill(forms.opened(half, centre, 1.0), colour, changed)


def _draw_glow(
    drawing: Drawing, palette: Palette, now: _Now, centre: tuple[float, float], radius: float
) -> None:
    opacity = round(255 * now.glow)
    if opacity:
        colour = mix(seat_colour(palette, now.number), palette.sand, 0.5)
        light = _glow(now.number, colour, round(radius))
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
