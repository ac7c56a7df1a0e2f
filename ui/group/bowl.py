"""Where the seats stand: in a bowl under the breath, as people sit in a half circle before it."""

from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, radians, sin

import pygame

from ui.group.forms import WIDEST
from ui.view import BreathShape

Rect = pygame.Rect
XY = tuple[float, float]

# Radius of a filled seat beside the room's height or width, whichever is less: many are smaller.
_SEAT, _SEAT_OF_MANY, _MANY = 0.098, 0.082, 6
# From one seat to the next: at least so many radii, at most so many degrees; and all of them
# within so many degrees.
_APART, _FARTHEST_DEG, _WHOLE_DEG = 2.4, 46.0, 196.0
# In radii of a seat: between the breath's rim and the bowl.
_RIM = 1.46
# In units: room about the breath for its glow, as `ui.breath.reach` leaves it.
_GLOW = 1.6
# How much the breath gives way at a time until all stands in its room, and how wide the seats are
# tried to stand apart each time.
_STEP = 0.985
_SPREADS = (1.0, 0.75, 0.5, 0.25, 0.0)


@dataclass(frozen=True, slots=True, eq=False)
class Bowl:
    """Where breath and seats stand.

    Attributes
    ----------
    breath
        The box of the breath's shape.
    seats
        The middle of each seat, from the left.
    radius
        Of a filled seat, in pixels.
    """

    breath: Rect
    seats: tuple[XY, ...]
    radius: float


def bowl(room: Rect, seats: int, unit: float, shape: BreathShape) -> Bowl:
    """Return where the breath and so many seats stand within `room`."""
    return _bowl(tuple(room), seats, unit, shape)


@lru_cache(maxsize=64)
def _bowl(room: tuple[int, ...], seats: int, unit: float, shape: BreathShape) -> Bowl:
    box = Rect(*room)
    share = _SEAT if seats <= _MANY else _SEAT_OF_MANY
    radius = share * min(box.height, 0.92 * box.width)
    if not seats:
        return Bowl(box, (), radius)
    return _row(box, seats, radius) if shape == "wave" else _half_circle(box, seats, radius, unit)


def _row(box: Rect, seats: int, radius: float) -> Bowl:
    """Return the seats in a row under a wave."""
    radius = min(radius, box.width / (seats * 2 * WIDEST))
    step = min(box.width / seats, 3.4 * radius)
    y = box.bottom - WIDEST * radius
    xs = [box.centerx + (i - (seats - 1) / 2) * step for i in range(seats)]
    breath = Rect(box.left, box.top, box.width, round(box.height - 2 * _RIM * radius - radius))
    return Bowl(breath, tuple((x, y) for x in xs), radius)


def _half_circle(box: Rect, seats: int, radius: float, unit: float) -> Bowl:
    """Return the seats round the lower part of a circle as large as there is room for.

    The seats stand as wide apart as leaves the breath as large as it can be.
    """
    rim, glow, found = box.height / 2, _GLOW * unit, None
    while found is None and rim > radius:
        rim *= _STEP
        tried = (_arc(seats, rim, radius, share) for share in _SPREADS)
        found = next((arc for arc in tried if arc.fits(box, rim + glow)), None)
    arc = found or _arc(seats, rim, radius, 0.0)
    spare = max(box.height - glow - rim - arc.low, 0.0)
    x, y = box.centerx, box.top + glow + rim + spare / 2
    seats_at = tuple((x + arc.away * sin(a), y + arc.away * cos(a)) for a in arc.angles)
    side = round(2 * (rim + glow))
    breath = Rect(0, 0, side, side)
    breath.center = round(x), round(y)
    return Bowl(breath, seats_at, radius)


@dataclass(frozen=True, slots=True)
class _Arc:
    """The seats round a breath, in pixels from its middle.

    Attributes
    ----------
    away
        From the breath's middle to those of the seats.
    angles
        From straight down, in radians.
    wide, low
        How far all reaches to either side, and down.
    """

    away: float
    angles: tuple[float, ...]
    wide: float
    low: float

    def fits(self, box: Rect, high: float) -> bool:
        """Return whether all stands in a box, where it reaches so `high` over the middle."""
        return high + self.low <= box.height and 2 * max(self.wide, high) <= box.width


def _arc(seats: int, rim: float, radius: float, share: float) -> _Arc:
    """Return the seats round a breath of radius `rim`; `share` 0 close together, 1 far apart."""
    away = rim + _RIM * radius
    close = 2 * asin(min(_APART * radius / (2 * away), 1.0))
    far = min(radians(_FARTHEST_DEG), radians(_WHOLE_DEG) / max(seats - 1, 1))
    step = close + max(far - close, 0.0) * share
    angles = tuple(step * (i - (seats - 1) / 2) for i in range(seats))
    wide = max(away * abs(sin(a)) for a in angles) + WIDEST * radius
    low = max(away * cos(a) for a in angles) + WIDEST * radius
    return _Arc(away, angles, wide, low)
