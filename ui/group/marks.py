"""A small mark before each thing the leader is told of a place: told apart by its shape alone."""

from collections.abc import Callable
from functools import lru_cache
from math import pi

import numpy as np
import pygame

from feedback.group.step import NoticeId
from ui import paint, shapes
from ui.colour import Colour
from ui.shapes import Points

XY = tuple[float, float]


def mark(notice: NoticeId, centre: XY, radius: float) -> list[Points]:
    """Return the outlines of the mark of a notice, within `radius` pixels of `centre`."""
    return _MARKS[notice](centre, radius)


@lru_cache(maxsize=16)
def mark_image(notice: NoticeId, radius: float, colour: Colour) -> pygame.Surface:
    """Return the mark of a notice as an image with its middle in the middle."""
    side = 2 * int(radius + 2)
    box = pygame.Rect(0, 0, side, side)
    return paint.stencil(mark(notice, (side / 2, side / 2), radius), box, colour)


def _ring_with_seed(centre: XY, radius: float) -> list[Points]:
    """Return what the seat's form becomes: a ring, and a seed in it."""
    return [_ring(centre, radius), shapes.disc(centre, 0.34 * radius)]


def _ring(centre: XY, radius: float) -> Points:
    return shapes.band(centre, 0.82 * radius, 0.16 * radius, 0.0, 2 * pi)


def _half(centre: XY, radius: float) -> list[Points]:
    """Return a ring that is filled up to its middle and over."""
    return [_ring(centre, radius), shapes.arc(centre, 0.8 * radius, -0.1 * pi, 1.2 * pi)]


def _lid(centre: XY, radius: float) -> list[Points]:
    """Return a closed eye."""
    x, y = centre
    lid = shapes.band((x, y - 0.5 * radius), 0.9 * radius, 0.16 * radius, 0.16 * pi, 0.68 * pi)
    lashes = [
        shapes.limb(
            (x + 0.96 * radius * np.cos(a), y - 0.5 * radius + 0.96 * radius * np.sin(a)),
            (x + 1.4 * radius * np.cos(a), y - 0.5 * radius + 1.4 * radius * np.sin(a)),
            0.13 * radius,
        )
        for a in (0.27 * pi, 0.5 * pi, 0.73 * pi)
    ]
    return [lid, *lashes]


def _turned(centre: XY, radius: float) -> list[Points]:
    """Return a disc seen from aside, before the line that it is turned from."""
    x, y = centre
    around = np.linspace(0, 2 * pi, 33)[:-1]
    slim = np.column_stack(
        [x + radius * (0.42 * np.cos(around) - 0.2), y + 0.8 * radius * np.sin(around)]
    )
    right = x + 0.8 * radius
    line = shapes.limb((right, y - 0.7 * radius), (right, y + 0.7 * radius), 0.13 * radius)
    return [slim, line]


def _dots(centre: XY, radius: float) -> list[Points]:
    x, y = centre
    return [shapes.disc((x + i * 0.72 * radius, y), 0.24 * radius) for i in (-1, 0, 1)]


def _empty(centre: XY, radius: float) -> list[Points]:
    return [_ring(centre, radius)]


def _two(centre: XY, radius: float) -> list[Points]:
    """Return one disc beside another, which is a ring."""
    x, y = centre
    side = (x + 0.52 * radius, y)
    return [
        shapes.disc((x - 0.5 * radius, y), 0.46 * radius),
        shapes.band(side, 0.36 * radius, 0.11 * radius, 0.0, 2 * pi),
    ]


_MARKS: dict[NoticeId, Callable[[XY, float], list[Points]]] = {
    "past-limit": _ring_with_seed,
    "at-limit": _half,
    "turned": _turned,
    "limit-unseen": _lid,
    "seldom": _dots,
    "gone": _empty,
    "somebody-else": _two,
}
