"""Moving the ends of a proposed range by hand, within what makes sense.

Moving inward is never refused: what is in the way moves along. Moving outward stops at what lies
beyond, and the ceiling at its limit.
"""

from dataclasses import dataclass
from math import isfinite
from typing import Literal

from feedback.grid import STEP, down_to
from feedback.proposal import Proposed
from vision.measures import Unit

Handle = Literal["near", "far", "ceiling"]
HANDLES: tuple[Handle, Handle, Handle] = ("near", "far", "ceiling")


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between what a range is moved.

    Attributes
    ----------
    rest
        Where the movement begins.
    limit
        What the ceiling is never moved past; on the side of rest on which the range lies.
    unit
        The measure's, whose smallest step is kept between all ends.
    """

    rest: float
    limit: float
    unit: Unit

    @property
    def sign(self) -> float:
        """1.0 where the measure rises from rest, -1.0 where it falls."""
        return 1.0 if self.limit > self.rest else -1.0


def moved(setting: Proposed, handle: Handle, steps: int, bounds: Bounds) -> Proposed:
    """Return `setting` with one end moved by `steps` small steps, away from rest where positive."""
    by = bounds.sign * steps * STEP[bounds.unit]
    return set_to(setting, handle, getattr(setting, handle) + by, bounds)


def set_to(setting: Proposed, handle: Handle, value: float, bounds: Bounds) -> Proposed:
    """Return `setting` with one end moved to `value`, as near as it may be.

    A value that is no number changes nothing.
    """
    if not isfinite(value):
        return setting
    step, sign = STEP[bounds.unit], bounds.sign

    def way(end: float) -> float:
        return sign * (end - bounds.rest)

    near, far, ceiling = (way(end) for end in (setting.near, setting.far, setting.ceiling))
    wish = down_to(way(value) + step / 2, bounds.unit)
    if handle == "ceiling":
        ceiling = min(max(wish, 2 * step), max(way(bounds.limit), ceiling))
    elif handle == "far":
        far = min(max(wish, step), ceiling - step)
    else:
        near = min(max(wish, 0.0), far - step)
    far = min(far, ceiling - step)
    near = max(min(near, far - step), 0.0)
    return Proposed(*(round(bounds.rest + sign * end, 6) for end in (near, far, ceiling)))
