"""A person's own safe ranges, and what a movement's targets become with them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isfinite

from exercises.definition import Target
from exercises.exercise import Exercise
from vision.measures import INDEX, MEASURES, Side

SHORTEST_REASON = 10
"""A reason for a ceiling beyond a movement's own has at least so many characters."""

# Measures that are positive toward the person's left, so that the other side has the other sign.
TOWARD_LEFT = frozenset({"trunk_side_lean", "neck_side_bend", "neck_rotation", "pelvis_shift"})

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
    exercise_id
        The one movement it holds in; `None` for every movement that has the measure.
    override_reason
        The reason a therapist signed for a ceiling beyond the movement's own; `None` without one.
        Only then, and only in that one movement, may the ceiling lie farther out.

    Raises
    ------
    ValueError
        For an unknown measure, a reversed range, a ceiling inside the range, or an override
        without a movement or a reason that says something.
    """

    measure_key: str
    low: float
    high: float
    ceiling: float
    exercise_id: str | None = None
    override_reason: str | None = None

    def __post_init__(self) -> None:
        if not all(isfinite(number) for number in (self.low, self.high, self.ceiling)):
            raise ValueError("a range needs numbers")
        if self.measure_key not in INDEX:
            raise ValueError(f"unknown measure {self.measure_key!r}")
        if not self.low < self.high:
            raise ValueError(f"reversed range, {self.low:g} to {self.high:g}")
        if not (self.ceiling > self.high or self.ceiling < self.low):
            raise ValueError(f"the ceiling {self.ceiling:g} is inside {self.low:g}–{self.high:g}")
        reason = self.override_reason
        if reason is not None and (
            self.exercise_id is None or len(reason.strip()) < SHORTEST_REASON
        ):
            raise ValueError("a ceiling beyond a movement's own needs that movement and a reason")

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
        target of a measure that is positive toward the left has its sign exchanged.
    ranges
        The person's own ranges; those of other movements and measures, or of the other direction,
        are passed over. Of several for the same, the one with the nearest ceiling holds.

    Returns
    -------
    Target
        With the person's own comfortable range as far as it lies between rest and ceiling. The
        ceiling is the nearer to rest of the movement's and the person's; it moves outward only
        where the person's holds a reason for that. Where the person's whole range lies past the
        movement's ceiling without a reason, the movement's own range stays; where it lies wholly
        before rest, a sliver at rest is left.
    """
    turned = exercise.sides == "alternating" and side == "right"
    own = mirrored(target) if turned else target
    key = next(
        (m.key for m in MEASURES if m.name == target.measure and m.side in (side, None)), None
    )
    theirs = [
        personal
        for personal in ranges
        if personal.measure_key == key and personal.exercise_id in (exercise.id, None)
    ]
    if own.role == "steady":
        return _steadied(own, theirs) if theirs else own
    sign = 1.0 if own.rising else -1.0
    along = [personal for personal in theirs if personal.rising == own.rising]
    nearest = min(along, key=lambda personal: sign * personal.ceiling, default=None)
    return own if nearest is None else _with(own, nearest)


def mirrored(target: Target) -> Target:
    """Return `target` as it holds for the other side, where its measure tells sides by its sign."""
    if target.measure not in TOWARD_LEFT:
        return target
    return target.model_copy(
        update={
            "rest": -target.rest,
            "low": -target.high,
            "high": -target.low,
            "ceiling": -target.ceiling,
        }
    )


def _with(own: Target, personal: SafeRange) -> Target:
    """Return a travelling target with the person's range; worked out as if it were rising."""
    sign = 1.0 if own.rising else -1.0
    rest, ceiling = sign * own.rest, sign * personal.ceiling
    if personal.override_reason is None:
        ceiling = min(ceiling, sign * own.ceiling)
    low, high = sorted((sign * personal.low, sign * personal.high))
    if low >= ceiling:
        return own
    high = max(min(high, ceiling), rest + _SLIVER)
    low = min(max(low, rest), high)
    first, last = sorted((sign * low, sign * high))
    return own.model_copy(update={"low": first, "high": last, "ceiling": sign * ceiling})


def _steadied(own: Target, theirs: Sequence[SafeRange]) -> Target:
    """Return a steady target with the person's ranges to either side, around the same rest."""
    rooms = [abs(personal.ceiling - own.rest) for personal in theirs]
    if any(personal.override_reason is None for personal in theirs):
        rooms.append(abs(own.ceiling - own.rest))
    room = min(rooms)
    low = max(min(own.rest, *(personal.low for personal in theirs)), own.rest - room)
    high = min(max(own.rest, *(personal.high for personal in theirs)), own.rest + room)
    ceiling = own.rest + (room if own.ceiling > own.rest else -room)
    return own.model_copy(update={"low": low, "high": high, "ceiling": ceiling})
