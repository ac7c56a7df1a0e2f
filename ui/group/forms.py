"""The forms of the seats: eight soft outlines, told apart by their shape alone."""

from collections.abc import Callable
from functools import lru_cache
from math import pi, radians

import numpy as np

from ui import shapes
from ui.group.hollow import hollow
from ui.shapes import Points

FORMS = 8
"""How many forms there are; a ninth seat has the first again."""
# Points of every outline.
_POINTS = 90
# All forms cover as much, so that nobody's is the larger: that of a disc with this radius.
_EVEN_RADIUS = 0.86
LEAST_SHARE, WIDEST = 0.62, 1.3
"""Reach of the emptied form in that of the filled one; the farthest that a filled one reaches."""
# How far the other form opens: its hole, its seed, and how far it draws inward.
_HOLE, _SEED, _INWARD = 0.70, 0.24, 0.80


def outline(number: int) -> Points:
    """Return the outline (N, 2) of the form of a seat's number, about the origin, of unit size."""
    return _outlines()[(number - 1) % FORMS]


def filled(number: int, centre: tuple[float, float], radius: float, fullness: float) -> Points:
    """Return the form of a seat as full of breath as it is, in pixels.

    Parameters
    ----------
    radius
        Of the filled form, in pixels; its tips reach to `WIDEST` times as far.
    fullness
        0 emptied to 1 filled.
    """
    reach = radius * (LEAST_SHARE + (1 - LEAST_SHARE) * fullness)
    return outline(number) * reach + centre


def opened(form: Points, centre: tuple[float, float], share: float) -> list[Points]:
    """Return a form on its way to its other one: a ring that draws inward, with a seed in it.

    Parameters
    ----------
    form
        The outline (N, 2) in pixels, as `filled` returns it.
    share
        0–1: how far it has changed.
    """
    if share <= 0.01:
        return [form]
    drawn_in = (form - centre) * (1 - (1 - _INWARD) * share)
    hole = drawn_in * _HOLE * share
    reach = float(np.hypot(drawn_in[:, 0], drawn_in[:, 1]).mean())
    seed = shapes.disc(centre, max(_SEED * reach * share, 0.1))
    return [hollow(drawn_in, hole) + centre, seed]


@lru_cache(maxsize=1)
def _outlines() -> tuple[Points, ...]:
    makers: tuple[Callable[[], Points], ...] = (
        _round,
        _leaf,
        _square,
        _five_petals,
        _drop,
        _four_petals,
        _triangle,
        _shell,
    )
    return tuple(_even(make()) for make in makers)


def _even(form: Points) -> Points:
    """Return a form about its middle, of the same area as all others, and at the same angles."""
    ends = np.roll(form, -1, axis=0)
    crossed = form[:, 0] * ends[:, 1] - ends[:, 0] * form[:, 1]
    area = crossed.sum() / 2
    middle = ((form + ends) * crossed[:, None]).sum(axis=0) / (6 * area)
    x, y = (form - middle).T
    angles, reach = np.arctan2(y, x), np.hypot(x, y)
    order = np.argsort(angles)
    wanted = np.linspace(-pi, pi, _POINTS, endpoint=False)
    reach = np.interp(wanted, angles[order], reach[order], period=2 * pi)
    reach *= _EVEN_RADIUS * np.sqrt(pi / abs(area))
    return _polar(reach, wanted)


def _dense(outline: Points) -> Points:
    """Return an outline with many points along its sides."""
    ends = np.roll(outline, -1, axis=0)
    shares = np.linspace(0.0, 1.0, 24, endpoint=False)[:, None, None]
    along = outline + (ends - outline) * shares
    dense: Points = along.transpose(1, 0, 2).reshape(-1, 2)
    return dense


def _around() -> Points:
    return np.linspace(-pi, pi, 720, endpoint=False)


def _polar(reach: Points, angles: Points) -> Points:
    """Return the outline that reaches so far at some angles (N,), each."""
    return np.column_stack([np.cos(angles), np.sin(angles)]) * reach[:, None]


def _round() -> Points:
    angles = _around()
    return _polar(np.ones_like(angles), angles)


def _drop() -> Points:
    return _dense(shapes.hull([((0.0, 0.26), 0.66), ((0.0, -0.78), 0.10)]))


def _leaf() -> Points:
    """Two arcs that meet in a point at either end, leaning to the right."""
    along = np.linspace(-1.0, 1.0, 160)
    half = 0.56 * (1 - along**2) ** 0.80
    both = np.concatenate(
        [np.column_stack([half, along]), np.column_stack([-half, along])[-2:0:-1]]
    )
    turn = radians(42)
    turning = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    leaning: Points = both @ turning
    return leaning


def _square() -> Points:
    corners = [((x, y), 0.26) for x in (-0.55, 0.55) for y in (-0.55, 0.55)]
    return _dense(shapes.hull(corners))


def _triangle() -> Points:
    corners = [(-pi / 2 + 2 * pi * i / 3) for i in range(3)]
    return _dense(shapes.hull([((0.72 * np.cos(a), 0.72 * np.sin(a)), 0.24) for a in corners]))


def _four_petals() -> Points:
    """Four petals, one upward, deeply parted."""
    angles = _around()
    return _polar(0.52 + 0.48 * np.abs(np.cos(2 * (angles + pi / 2))) ** 0.7, angles)


def _five_petals() -> Points:
    """Five round petals that hang together."""
    angles = _around()
    return _polar(0.74 + 0.26 * np.abs(np.cos(2.5 * (angles + pi / 2))) ** 0.8, angles)


def _shell() -> Points:
    """A fan that stands on its foot, its upper edge in waves."""
    angles = np.linspace(radians(-172), radians(-8), 400)
    edge = _polar(0.93 + 0.07 * np.cos(5 * 2 * (angles + pi / 2)), angles)
    foot = np.array([(0.20, 0.62), (0.12, 0.70), (0.0, 0.72), (-0.12, 0.70), (-0.20, 0.62)])
    return _dense(np.concatenate([edge, foot]))
