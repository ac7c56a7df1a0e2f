"""The box of a place over the room's picture, painted once for its size."""

from functools import lru_cache

import pygame

from ui import shapes
from ui.group.hollow import hollow
from ui.paint import Drawing
from ui.palette import Palette
from ui.shapes import Points

# Half the width of the edge, in units: of the chosen place, and of the others; and how far the dark
# line under it stands out.
_EDGE, _QUIET_EDGE, _CASING = 0.34, 0.18, 0.22
# How strongly the room is tinted within the chosen place, and the radius of its corners' handles.
_TINT, _HANDLE = 0.16, 1.1
_RADIUS = 2.2


@lru_cache(maxsize=32)
def zone_box(size: tuple[int, int], palette: Palette, unit: float, chosen: bool) -> pygame.Surface:
    """Return the box of a place of `size`, a little larger than it, with the place in its middle.

    A dark line lies under the bright one, so that it is seen on a picture of any brightness.
    """
    room = round(2 * _HANDLE * unit)
    surface = pygame.Surface((size[0] + 2 * room, size[1] + 2 * room), pygame.SRCALPHA)
    colour = palette.sand if chosen else palette.ink
    surface.fill((*colour, 0))
    rect = pygame.Rect((room, room), size)
    radius, half = min(_RADIUS * unit, rect.width / 3), (_EDGE if chosen else _QUIET_EDGE) * unit
    drawing = Drawing(surface)
    if chosen:
        drawing.fill([shapes.rounded_box(rect, radius)], palette.sand, _TINT)
    drawing.fill([_edge(rect, radius, half + _CASING * unit)], palette.night, 0.7)
    drawing.fill([_edge(rect, radius, half)], colour)
    if chosen:
        corners = (rect.topleft, rect.topright, rect.bottomleft, rect.bottomright)
        drawing.fill([shapes.disc(corner, _HANDLE * unit) for corner in corners], palette.sand)
    drawing.finish()
    return surface


def _edge(rect: pygame.Rect, radius: float, half: float) -> Points:
    by = round(2 * half)
    outer = shapes.rounded_box(rect.inflate(by, by), radius + half)
    inner = shapes.rounded_box(rect.inflate(-by, -by), max(radius - half, 0.5))
    return hollow(outer, inner)
