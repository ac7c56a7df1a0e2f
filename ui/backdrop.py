"""What stands still behind everything: the ground and its panels, painted once for a window."""

from functools import lru_cache

import pygame

from ui import paint, shapes
from ui.layout import Layout
from ui.palette import Palette


@lru_cache(maxsize=4)
def backdrop(place: Layout) -> pygame.Surface:
    """Return the ground with the panels of a practice on it."""
    surface = paint.ground(place.size, place.palette.night, place.palette.deep).copy()
    for panel in (place.picture, place.side, place.line):
        paint.fill(surface, [shapes.rounded_box(panel, place.radius)], place.palette.panel)
    return surface


def round_corners(
    surface: pygame.Surface, palette: Palette, panel: pygame.Rect, radius: float
) -> None:
    """Put the ground back where the square corners of a picture lie outside its panel.

    `radius` is that of the panel's corners, in pixels.
    """
    for piece, corner in _corners(surface.get_size(), palette, tuple(panel), radius):
        surface.blit(piece, corner)


@lru_cache(maxsize=8)
def _corners(
    size: tuple[int, int], palette: Palette, box: tuple[int, ...], radius: float
) -> tuple[tuple[pygame.Surface, tuple[int, int]], ...]:
    """Return pieces of ground, and where they go."""
    panel, side = pygame.Rect(*box), int(radius) + 1
    behind = paint.ground(size, palette.night, palette.deep)
    outline = [shapes.rounded_box(panel, radius)]
    pieces = []
    for left in (panel.left, panel.right - side):
        for top in (panel.top, panel.bottom - side):
            part = pygame.Rect(left, top, side, side)
            piece = pygame.Surface(part.size, pygame.SRCALPHA)
            piece.blit(behind, (0, 0), part)
            hole = pygame.surfarray.array_alpha(paint.stencil(outline, part, palette.panel))
            pygame.surfarray.pixels_alpha(piece)[:] = 255 - hole
            pieces.append((piece, part.topleft))
    return tuple(pieces)
