"""The soft boxes widgets are drawn with, and the ring that shows where the keys go."""

from functools import lru_cache

import pygame

from ui import paint, shapes
from ui.colour import Colour
from ui.widgets.sizes import Sizes

# The ring stands off from what it surrounds, so that it is seen by its shape and not its colour.
_RING_GAP, _RING_WIDTH = 0.35, 0.42
_EDGE_WIDTH = 0.18


def fill_box(
    surface: pygame.Surface, box: pygame.Rect, radius: float, colour: Colour, opacity: float = 1.0
) -> None:
    """Draw a box with round corners."""
    if box.width > 0 and box.height > 0:
        image = _box(box.size, round(radius, 2), colour)
        image.set_alpha(round(255 * opacity))
        surface.blit(image, box)


def fill_field(surface: pygame.Surface, box: pygame.Rect, radius: float, sizes: Sizes) -> None:
    """Draw a box with round corners in which something is written or ticked."""
    palette = sizes.palette
    if palette.edged:
        fill_box(surface, box, radius, palette.quiet)
        thick = max(1, round(_EDGE_WIDTH * sizes.unit))
        box, radius = box.inflate(-2 * thick, -2 * thick), radius - thick
    fill_box(surface, box, max(radius, 0), palette.night)


def ring(surface: pygame.Surface, box: pygame.Rect, sizes: Sizes) -> None:
    """Draw the ring of the focus round `box`; it leaves it by `ring_px`."""
    image = _ring(box.size, round(sizes.radius, 2), round(sizes.unit, 2), sizes.palette.ink)
    surface.blit(image, image.get_rect(center=box.center))


def ring_px(sizes: Sizes) -> int:
    """Return by how many pixels the ring leaves what it surrounds."""
    return round((_RING_GAP + _RING_WIDTH) * sizes.unit) + 1


@lru_cache(maxsize=256)
def _box(size: tuple[int, int], radius: float, colour: Colour) -> pygame.Surface:
    box = pygame.Rect((0, 0), size)
    return paint.stencil([shapes.rounded_box(box, radius)], box, colour)


@lru_cache(maxsize=128)
def _ring(size: tuple[int, int], radius: float, unit: float, colour: Colour) -> pygame.Surface:
    gap, width = max(1.5, _RING_GAP * unit), max(2.0, _RING_WIDTH * unit)
    room = round(gap + width) + 1
    box = pygame.Rect(0, 0, size[0] + 2 * room, size[1] + 2 * room)
    inner = pygame.Rect((room, room), size)
    outer = shapes.rounded_box(
        inner.inflate(2 * round(gap + width), 2 * round(gap + width)), radius + gap + width
    )
    hole = shapes.rounded_box(inner.inflate(2 * round(gap), 2 * round(gap)), radius + gap)
    image = paint.stencil([outer], box, colour)
    cut = pygame.surfarray.array_alpha(paint.stencil([hole], box, colour))
    alpha = pygame.surfarray.pixels_alpha(image)
    alpha[:] = alpha * (1 - cut / 255.0)
    return image
