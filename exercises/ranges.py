"""A person's own safe ranges, and what a movement's targets become with them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from exercises.definition import Target
from exercises.exercise import Exercise
from vision.measures import INDEX, MEASURES, Side

# What is left of a range that ends before the movement begins: enough to say which way it goes.
_SLIVER = 1e-3


@dataclass(frozen=True, slots=True)
class SafeRange:
    """What is comfortable, and what is never passed, for one measure of one person.

    Attributes
    ----------
    measure_key
        Which measure of which side, as `vision.measures.Measure.key` writes it. A midline measure
        that a person does to both sides may have one range for each, told apart by their signs.
    low, high
        The comfortable range, in the measure's unit and the person's own sign.
    ceiling
        The hard limit: above `high` where the measure rises, below `low` where it falls.

    Raises
    ------
    ValueError
        For an unknown measure, a reversed range, or a ceiling inside the range.
    """

    measure_key: str
    low: float
    high: float
    ceiling: float

    def __post_init__(self) -> None:
        if self.measure_key not in INDEX:
            raise ValueError(f"unknown measure {self.measure_key!r}")
        if not self.low < self.high:
            raise ValueError(f"reversed range, {self.low:g} to {self.high:g}")
        if not (self.ceiling > self.high or self.ceiling < self.low):
            raise ValueError(f"the ceiling {self.ceiling:g} is inside {self.low:g}–{self.high:g}")

    @property
    def rising(self) -> bool:
        """Whether the measure grows toward its ceiling."""
        return self.ceiling > self.high


def target_for(
    exercise: Exercise, target: Target, side: Side | None, ranges: Iterable[SafeRange] = ()
) -> Target:
    """Return `target` as it holds for one side of one person.

    Parameters
    ----------
    exercise
        The movement.
    target
        One of its targets.
    side
        The side being done, where there is one. On the right of a movement that alternates, a
        midline target has its sign exchanged.
    ranges
        The person's own ranges; those of other measures, or of the other direction, are passed
        over. Of several for the same, the one with the nearest ceiling holds.

    Returns
    -------
    Target
        With the person's own comfortable range as far as it lies between rest and ceiling. The
        ceiling is the nearer to rest of the movement's and the person's; it never moves outward.
        Where the person's whole range lies past the movement's ceiling, the movement's own range
        stays; where it lies wholly before rest, a sliver at rest is left.
    """
    sided = any(measure.name == target.measure and measure.side for measure in MEASURES)
    turned = exercise.sides == "alternating" and side == "right" and not sided
    own = _mirrored(target) if turned else target
    key = next(
        (m.key for m in MEASURES if m.name == target.measure and m.side in (side, None)), None
    )
    theirs = [personal for personal in ranges if personal.measure_key == key]
    if own.role == "steady":
        return _steadied(own, theirs) if theirs else own
    sign = 1.0 if own.rising else -1.0
    along = [personal for personal in theirs if personal.rising == own.rising]
    nearest = min(along, key=lambda personal: sign * personal.ceiling, default=None)
    return own if nearest is None else _narrowed(own, nearest)


def _mirrored(target: Target) -> Target:
    return target.model_copy(
        update={
            "rest": -target.rest,
            "low": -target.high,
            "high": -target.low,
            "ceiling": -target.ceiling,
        }
    )


def _narrowed(own: Target, personal: SafeRange) -> Target:
    """Return a travelling target with the person's range; worked out as if it were rising."""
    sign = 1.0 if own.rising else -1.0
    rest, ceiling = sign * own.rest, sign * own.ceiling
    low, high = sorted((sign * personal.low, sign * personal.high))
    if low >= ceiling:
        return own
    ceiling = min(ceiling, sign * personal.ceiling)
    high = max(min(high, ceiling), rest + _SLIVER)
    low = min(max(low, rest), high)
    first, last = sorted((sign * low, sign * high))
    return own.model_copy(update={"low": first, "high": last, "ceiling": sign * ceiling})


def _steadied(own: Target, theirs: Sequence[SafeRange]) -> Target:
    """Return a steady target with the person's ranges to either side, around the same rest."""
    ceilings = (own.ceiling, *(personal.ceiling for personal in theirs))
    room = min(abs(ceiling - own.rest) for ceiling in ceilings)
    low = max(min(own.rest, *(personal.low for personal in theirs)), own.rest - room)
    high = min(max(own.rest, *(personal.high for personal in theirs)), own.rest + room)
    ceiling = own.rest + (room if own.ceiling > own.rest else -room)
    return own.model_copy(update={"low": low, "high": high, "ceiling": ceiling})
