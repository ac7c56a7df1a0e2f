"""What stands still behind everything: the ground and its panels, painted once for a window."""

from functools import lru_cache

import pygame

from ui import paint, shapes
from ui.layout import Layout
from ui.theme import DEEP, NIGHT, PANEL


@lru_cache(maxsize=4)
def backdrop(place: Layout) -> pygame.Surface:
    """Return the ground with the panels of a practice on it."""
    surface = paint.ground(place.size, NIGHT, DEEP).copy()
    for panel in (place.picture, place.side, place.line):
        paint.fill(surface, [shapes.rounded_box(panel, place.radius)], PANEL)
    return surface


@lru_cache(maxsize=4)
def corners(place: Layout) -> tuple[tuple[pygame.Surface, tuple[int, int]], ...]:
    """Return pieces of ground, and where they go, that round the picture's square corners."""
    panel, side = place.picture, int(place.radius) + 1
    behind = paint.ground(place.size, NIGHT, DEEP)
    outline = [shapes.rounded_box(panel, place.radius)]
    pieces = []
    for left in (panel.left, panel.right - side):
        for top in (panel.top, panel.bottom - side):
            box = pygame.Rect(left, top, side, side)
            piece = pygame.Surface(box.size, pygame.SRCALPHA)
            piece.blit(behind, (0, 0), box)
            hole = pygame.surfarray.array_alpha(paint.stencil(outline, box, PANEL))
            pygame.surfarray.pixels_alpha(piece)[:] = 255 - hole
            pieces.append((piece, box.topleft))
    return tuple(pieces)
