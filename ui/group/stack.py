"""One box over another: a panel's height given out to its lines."""

from collections.abc import Sequence

import pygame


def stacked(room: pygame.Rect, wanted: Sequence[int], gap: int) -> list[pygame.Rect]:
    """Return a box for each wanted height, from the top; where there is too little room for all,
    each gives way alike."""
    between = gap * (len(wanted) - 1)
    share = min(1.0, max(room.height - between, 0) / max(sum(wanted), 1))
    boxes, top = [], room.top
    for high in wanted:
        boxes.append(pygame.Rect(room.left, top, room.width, int(high * share)))
        top = boxes[-1].bottom + gap
    return boxes


def beside(row: pygame.Rect, count: int, gap: int) -> list[pygame.Rect]:
    """Return so many boxes of the same width beside one another."""
    width = (row.width - gap * (count - 1)) // count
    return [
        pygame.Rect(row.left + i * (width + gap), row.top, width, row.height) for i in range(count)
    ]
