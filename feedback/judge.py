"""Where a value stands in a person's range: pure comparison, nothing remembered."""

from collections.abc import Sequence
from math import copysign, isnan, nan

from exercises.definition import Target
from feedback.aims import Aim
from feedback.verdict import Standing, Verdict
from vision.measures import Measures

# Under this share of the way to the comfortable range a limb is at rest: a relaxed arm does not
# hang at zero. The share at which a repetition has come back (a default of ours, unvalidated).
RESTING_BELOW = 0.35


def distance_of(target: Target, value: float) -> float:
    """Return how far `value` is from rest; for a steady target always positive.

    For others positive is toward the comfortable range. In the measure's unit; NaN for NaN.
    """
    offset = value - target.rest
    if target.role == "steady":
        return abs(offset)
    return offset if target.rising else -offset


def nudged(target: Target, value: float, by: float) -> float:
    """Return `value` moved `by` away from rest, or toward it where `by` is negative."""
    if target.role == "steady":
        offset = value - target.rest
        # Not by way of the rest, where rounding may bring back less than was there.
        return target.rest if by <= -abs(offset) else value + copysign(1.0, offset) * by
    return value + (by if target.rising else -by)


def excess_of(target: Target, value: float) -> float:
    """Return how far `value` is past the comfortable range, away from rest; 0.0 where it is not.

    NaN for NaN.
    """
    if isnan(value):
        return nan
    if target.role == "steady":
        return max(target.low - value, value - target.high, 0.0)
    return max(distance_of(target, value) - distance_of(target, target.far), 0.0)


def fraction_of(target: Target, value: float) -> float:
    """Return how far `value` has come: 0 at rest, 1 at the near end of the comfortable range.

    A steady target has its rest inside the range; there 1 is the edge on the value's own side.
    Never negative; NaN for NaN. Where rest is itself the near end, 1 from rest on.
    """
    if isnan(value):
        return nan
    if target.role == "steady":
        whole = target.high - target.rest if value >= target.rest else target.rest - target.low
    else:
        whole = distance_of(target, target.near)
    distance = distance_of(target, value)
    if whole <= 0:
        return 1.0 if distance >= 0 else 0.0
    return max(distance / whole, 0.0)


def standing_of(target: Target, value: float) -> Standing:
    """Return where `value` stands in the range of `target`; unseen for NaN."""
    if isnan(value):
        return Standing.UNSEEN
    if distance_of(target, value) > distance_of(target, target.ceiling):
        return Standing.PAST_CEILING
    if excess_of(target, value) > 0:
        return Standing.BEYOND
    if target.role == "steady" or fraction_of(target, value) >= 1:
        return Standing.COMFORTABLE
    if fraction_of(target, value) >= RESTING_BELOW:
        return Standing.TRAVELLING
    return Standing.RESTING


def judge(
    aims: Sequence[Aim], measures: Measures, standings: Sequence[Standing]
) -> tuple[Verdict, ...]:
    """Return a verdict for each aim, in order, with the (steadied) standing given for it."""
    return tuple(
        _verdict(aim, float(measures.values[aim.row]), standing)
        for aim, standing in zip(aims, standings, strict=True)
    )


def _verdict(aim: Aim, value: float, standing: Standing) -> Verdict:
    target = aim.target
    return Verdict(
        measure=aim.measure,
        role=target.role,
        value=value,
        rest=target.rest,
        low=target.low,
        high=target.high,
        ceiling=target.ceiling,
        fraction=fraction_of(target, value),
        standing=standing,
    )
