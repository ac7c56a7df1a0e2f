"""Outlines of the few shapes everything is drawn with: closed polygons of points, in pixels.

Every function returns (N, 2) float64 of x and y (y down), ready for `ui.raster.edges`.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import cos, pi, sin, sqrt

import numpy as np
import pygame
from numpy.typing import NDArray

Points = NDArray[np.float64]
XY = tuple[float, float] | Points

# A chord leaves the circle by at most this many pixels; less cannot be seen.
_SAG_PX = 0.08
_WIDEST_CHORD = pi / 6


@lru_cache(maxsize=256)
def _shares(chords: int) -> Points:
    """Return `chords` + 1 even steps from 0 to 1."""
    return np.linspace(0.0, 1.0, chords + 1)


@lru_cache(maxsize=64)
def _circle(chords: int) -> Points:
    """Return the corners of a regular polygon on the unit circle, clockwise from the right."""
    angles = 2 * pi * _shares(chords)[:-1]
    return np.column_stack([np.cos(angles), np.sin(angles)])


def _chords(radius: float, sweep: float) -> int:
    """Return how many chords make an arc of `radius` pixels look round."""
    chord_angle = min(2 * sqrt(2 * _SAG_PX / max(radius, 1e-9)), _WIDEST_CHORD)
    return max(3, int(abs(sweep) / chord_angle) + 1)


def arc(centre: XY, radius: float, start: float, sweep: float) -> Points:
    """Return points along an arc; angles in radians from the right, growing clockwise."""
    angles = start + sweep * _shares(_chords(radius, sweep))
    points = np.empty((len(angles), 2))
    np.cos(angles, out=points[:, 0])
    np.sin(angles, out=points[:, 1])
    points *= radius
    points += centre
    return points


def disc(centre: XY, radius: float) -> Points:
    """Return the outline of a disc."""
    outline: Points = _circle(_chords(radius, 2 * pi)) * radius
    outline += centre
    return outline


def oval(centre: XY, across: float, along: float, turn: float = 0.0) -> Points:
    """Return an ellipse of half-widths `across` and `along`, turned by `turn` radians."""
    x, y = centre
    px, py = (_directions() * (across, along)).T
    return np.column_stack(
        [x + px * cos(turn) - py * sin(turn), y + px * sin(turn) + py * cos(turn)]
    )


def limb(a: XY, b: XY, radius_a: float, radius_b: float | None = None) -> Points:
    """Return a rounded limb from `a` to `b`: the hull of a disc at each end.

    Where one disc lies within the other, the outline is the greater disc.
    """
    radius_b = radius_a if radius_b is None else radius_b
    (outline,) = limbs([(a, b, radius_a, radius_b)])
    return outline


def limbs(pieces: Sequence[tuple[XY, XY, float, float]]) -> list[Points]:
    """Return many limbs (see `limb`), given as (a, b, radius at a, radius at b), in one go."""
    if not pieces:
        return []
    a, b = (np.array([piece[end] for piece in pieces], dtype=np.float64) for end in (0, 1))
    radius_a, radius_b = (np.array([piece[i] for piece in pieces]) for i in (2, 3))
    along = b - a
    length = np.hypot(along[:, 0], along[:, 1])
    heading = np.arctan2(along[:, 1], along[:, 0])
    # Leaning by 0 or by half a turn, one end has the whole of its disc and the other nothing.
    lean = np.arccos(np.clip((radius_a - radius_b) / np.maximum(length, 1e-9), -1.0, 1.0))
    shares = _shares(_chords(float(max(radius_a.max(), radius_b.max())), pi))
    angles = np.concatenate(
        [
            (heading - lean)[:, None] + (2 * lean)[:, None] * shares,
            (heading + lean)[:, None] + (2 * (pi - lean))[:, None] * shares,
        ],
        axis=1,
    )
    chords = len(shares)
    points = np.stack([np.cos(angles), np.sin(angles)], axis=2)
    points[:, :chords] *= radius_b[:, None, None]
    points[:, :chords] += b[:, None]
    points[:, chords:] *= radius_a[:, None, None]
    points[:, chords:] += a[:, None]
    return list(points)


def hull(discs: Sequence[tuple[XY, float]]) -> Points:
    """Return the convex hull of some discs, given as (centre, radius): a soft, full shape.

    In every direction the hull touches the disc that reaches farthest that way.
    """
    centres = np.array([centre for centre, _ in discs], dtype=np.float64)
    radii = np.array([radius for _, radius in discs])
    outward = _directions()
    # Multiplied out: on so few numbers a matrix product costs more, and may wake other threads.
    reach = outward[:, :1] * centres[:, 0] + outward[:, 1:] * centres[:, 1] + radii
    farthest = np.argmax(reach, axis=1)
    hull: Points = centres[farthest] + radii[farthest, None] * outward
    return hull


@lru_cache(maxsize=1)
def _directions() -> Points:
    """Return unit vectors all round, close enough that a hull on the screen looks round."""
    return disc((0.0, 0.0), 1.0 / _SAG_PX * 2.0) / (1.0 / _SAG_PX * 2.0)


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
    half = width / 2 * 1.76 * along**0.75 * np.sqrt(np.maximum(1 - along**2.2, 0.0))
    side = np.column_stack([half, -along * length])
    both = np.concatenate([side, side[-2:0:-1] * (-1.0, 1.0)])
    turned: Points = both @ np.array([[cos(turn), sin(turn)], [-sin(turn), cos(turn)]])
    turned += np.asarray(foot, dtype=np.float64)
    return turned
