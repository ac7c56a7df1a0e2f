"""Outlines of the few shapes everything is drawn with: closed polygons of points, in pixels.

Every function returns (N, 2) float64 of x and y (y down), ready for `ui.raster.coverage`.
"""

from math import atan2, cos, hypot, pi, sin, sqrt

import numpy as np
import pygame
from numpy.typing import NDArray

Points = NDArray[np.float64]
XY = tuple[float, float] | Points

# A chord leaves the circle by at most this many pixels; less cannot be seen.
_SAG_PX = 0.08


def _steps(radius: float, sweep: float) -> int:
    """Return how many chords make an arc of `radius` pixels look round."""
    chord_angle = 2 * sqrt(2 * _SAG_PX / max(radius, 1.0))
    return max(3, int(abs(sweep) / chord_angle) + 1)


def arc(centre: XY, radius: float, start: float, sweep: float) -> Points:
    """Return points along an arc; angles in radians from the right, growing clockwise."""
    angles = start + np.linspace(0.0, sweep, _steps(radius, sweep) + 1)
    x, y = centre
    return np.column_stack([x + radius * np.cos(angles), y + radius * np.sin(angles)])


def disc(centre: XY, radius: float) -> Points:
    """Return the outline of a disc."""
    return arc(centre, radius, 0.0, 2 * pi)[:-1]


def oval(centre: XY, across: float, along: float, turn: float = 0.0) -> Points:
    """Return an ellipse of half-widths `across` and `along`, turned by `turn` radians."""
    x, y = centre
    unit = disc((0.0, 0.0), max(across, along)) / max(across, along)
    px, py = unit[:, 0] * across, unit[:, 1] * along
    return np.column_stack(
        [x + px * cos(turn) - py * sin(turn), y + px * sin(turn) + py * cos(turn)]
    )


def limb(a: XY, b: XY, radius_a: float, radius_b: float | None = None) -> Points:
    """Return a rounded limb from `a` to `b`: the hull of a disc at each end.

    Where one disc lies within the other, the outline is the greater disc.
    """
    radius_b = radius_a if radius_b is None else radius_b
    (ax, ay), (bx, by) = a, b
    length = hypot(bx - ax, by - ay)
    if length <= abs(radius_a - radius_b) + 1e-9:
        return disc(a, radius_a) if radius_a >= radius_b else disc(b, radius_b)
    heading = atan2(by - ay, bx - ax)
    lean = np.arccos((radius_a - radius_b) / length)
    return np.concatenate(
        [
            arc(b, radius_b, heading - lean, 2 * lean),
            arc(a, radius_a, heading + lean, 2 * (pi - lean)),
        ]
    )


def hull(discs: list[tuple[XY, float]]) -> Points:
    """Return the convex hull of some discs, given as (centre, radius): a soft, full shape."""
    points = np.concatenate([disc(centre, radius) for centre, radius in discs])
    points = points[np.lexsort((points[:, 1], points[:, 0]))]
    return np.array(_half_hull(points) + _half_hull(points[::-1]))


def _half_hull(points: Points) -> list[Points]:
    """Return one side of the convex hull of points in order (Andrew 1979), without its last."""
    kept: list[Points] = []
    for point in points:
        while len(kept) > 1 and _turns_back(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return kept[:-1]


def _turns_back(a: Points, b: Points, c: Points) -> bool:
    return bool((b[0] - a[0]) * (c[1] - a[1]) <= (b[1] - a[1]) * (c[0] - a[0]))


def band(centre: XY, radius: float, half_width: float, start: float, sweep: float) -> Points:
    """Return part of a ring with round ends; `start` and `sweep` in radians, as in `arc`."""
    sense = 1.0 if sweep >= 0 else -1.0
    x, y = centre
    end = start + sweep
    tip = (x + radius * cos(end), y + radius * sin(end))
    tail = (x + radius * cos(start), y + radius * sin(start))
    return np.concatenate(
        [
            arc(centre, radius + half_width, start, sweep),
            arc(tip, half_width, end, sense * pi),
            arc(centre, max(radius - half_width, 0.0), end, -sweep),
            arc(tail, half_width, start + pi, sense * pi),
        ]
    )


def rounded_box(box: pygame.Rect, radius: float) -> Points:
    """Return a rectangle with round corners."""
    left, top, width, height = box
    r = min(radius, width / 2, height / 2)
    corners = (
        ((left + width - r, top + height - r), 0.0),
        ((left + r, top + height - r), pi / 2),
        ((left + r, top + r), pi),
        ((left + width - r, top + r), 3 * pi / 2),
    )
    return np.concatenate([arc(centre, r, start, pi / 2) for centre, start in corners])


def petal(foot: XY, length: float, width: float, turn: float) -> Points:
    """Return a petal that stands on `foot`, `turn` radians clockwise from upright."""
    along = (1 - np.cos(np.linspace(0.0, pi, 21))) / 2
    # Narrow at the foot, full above the middle, round at the end.
    half = width / 2 * 1.30 * along**0.75 * np.sqrt(np.maximum(1 - along**2.2, 0.0))
    side = np.column_stack([half, -along * length])
    both = np.concatenate([side, side[-2:0:-1] * (-1.0, 1.0)])
    turned: Points = both @ np.array([[cos(turn), sin(turn)], [-sin(turn), cos(turn)]])
    turned += np.asarray(foot, dtype=np.float64)
    return turned
