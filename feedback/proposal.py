"""The range that is proposed for one person, from the tops they showed.

The far end of the comfortable range is the lower quartile of the tops less the expected error: so
far they surely came, most of the times. It is never past the least top. Its near end is another
error nearer to rest: who comes to the far end again is measured inside the band, wherever in its
error the measurement falls. The ceiling is a modest step beyond. A shoulder that stops at 95
degrees, measured as 96 ± 5 each time, gives 86–91 and a ceiling of 100.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from statistics import quantiles

from exercises.definition import Target
from feedback.grid import MANY, STEP, down_to
from vision.measures import Unit

STEP_BEYOND = 0.10
"""The ceiling is by this share of the way, and by no less than a large step of the grid, beyond
the far end (a default of ours, unvalidated)."""

LARGEST_BAND = 0.5
"""The comfortable range is no more than this share of the way (a default of ours, unvalidated)."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A range as it lies on the way from rest, in the measure's unit and the person's own sign.

    `near` and `far` are the ends of the comfortable range, nearer to rest and farther from it.
    """

    near: float
    far: float
    ceiling: float

    @property
    def low(self) -> float:
        """The smaller end of the comfortable range."""
        return min(self.near, self.far)

    @property
    def high(self) -> float:
        """The larger end of the comfortable range."""
        return max(self.near, self.far)


def proposed(
    tops: Sequence[float], error: float, target: Target, unit: Unit, neutral: float | None = None
) -> Proposed | None:
    """Return the range that `tops` speak for, or `None` where they cannot be told from rest.

    Parameters
    ----------
    tops
        How far the person came, each time they showed what is comfortable; in any order.
    error
        Within this the tops lie of the truth, in nine of ten cases.
    target
        What the movement asks, with the sign of the side: its rest and its ceiling hold. Whether
        it rises says which way is out.
    unit
        The measure's.
    neutral
        Where the person rests; by default the target's rest, and never nearer than that.

    Returns
    -------
    Proposed or None
        On the grid of the unit, rounded toward rest; the ceiling never past the target's.

    Raises
    ------
    ValueError
        Without tops, or where a top or the error is no number.
    """
    if not tops or not all(isfinite(value) for value in (*tops, error)) or error < 0:
        raise ValueError("a proposal needs tops with a known error")
    sign = 1.0 if target.rising else -1.0
    ways = sorted(sign * (top - target.rest) for top in tops)
    start = max(sign * (neutral - target.rest), 0.0) if neutral is not None else 0.0
    room = abs(target.ceiling - target.rest)
    grid, large = STEP[unit], MANY * STEP[unit]
    far = min(lower_quartile(ways) - error, ways[0], room - large)
    far = down_to(far, unit)
    near = down_to(max(far - max(error, large), start + LARGEST_BAND * (far - start)), unit)
    near += grid if near < start else 0.0
    if far - near < grid / 2:
        return None
    ceiling = down_to(min(far + max(STEP_BEYOND * far, large), room), unit)
    return Proposed(*(target.rest + sign * way for way in (near, far, ceiling)))


def lower_quartile(values: Sequence[float]) -> float:
    """Return the value under which a quarter of `values` lies, between two where none is there."""
    if len(values) == 1:
        return values[0]
    return quantiles(values, n=4, method="inclusive")[0]
