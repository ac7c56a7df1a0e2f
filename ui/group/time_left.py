"""The time that is left, without a number: an arc that goes, and a ring that thins."""

from math import pi

import pygame

from ui import shapes
from ui.easing import Glides
from ui.paint import Drawing
from ui.palette import Palette

# Of its box, the arc's radius; half its width in units.
_RADIUS, _HALF = 0.34, 0.5
# Half the width of the ring of a talk, in units: at its beginning and at its end.
_THICK, _THIN = 0.85, 0.14
# A part that is made longer goes there slowly.
_LONGER_S = 0.6


class TimeLeft:
    """Keeps how long the part that goes on is as a whole, from how much of it was ever left."""

    def __init__(self) -> None:
        self._part = ""
        self._whole_s = 0.0
        self._glides = Glides()

    def share(self, part: str, remaining_s: float, t: float) -> float:
        """Return how much (0–1) of a part is left.

        Parameters
        ----------
        part
            Names what goes on; another begins anew.
        """
        if part != self._part:
            self._part, self._whole_s = part, 0.0
            self._glides.forget()
        if remaining_s > self._whole_s:
            self._whole_s = remaining_s
        whole = self._glides.to("whole", self._whole_s, t, over_s=_LONGER_S)
        return min(max(remaining_s / max(whole, 1e-6), 0.0), 1.0)


def draw_arc(
    drawing: Drawing, palette: Palette, box: pygame.Rect, share: float, unit: float
) -> None:
    """Draw a quiet arc that is as much of a circle as there is time left."""
    radius, half = _RADIUS * box.height, _HALF * unit
    drawing.fill([shapes.band(box.center, radius, half, 0.0, 2 * pi)], palette.furniture)
    if share > 0.002:
        arc = shapes.band(box.center, radius, half, -pi / 2, -2 * pi * min(share, 0.9999))
        drawing.fill([arc], palette.quiet)


def draw_thinning(
    drawing: Drawing,
    palette: Palette,
    centre: tuple[float, float],
    radius: float,
    share: float,
    unit: float,
) -> None:
    """Draw a whole ring that is the thinner the less time is left: nothing in it runs out."""
    half = max((_THIN + (_THICK - _THIN) * share) * unit, 0.5)
    drawing.fill([shapes.band(centre, radius, half, 0.0, 2 * pi)], palette.quiet)
