"""Whether a change may be claimed: from 10 degrees, in the same view and set-up, beyond the error.

DOMAIN, section 1: values are shown to 5 degrees, and change is claimed only from 10 degrees in the
same view and set-up (a default of ours). Of other units no change is claimed. What the same set-up
is, is a default of ours as well, unvalidated.
"""

from math import hypot, isfinite
from typing import Literal

from feedback.tops import Stood, Top

Claim = Literal["changed", "within", "other-view", "other-unit", "not-known"]
"""``changed``; ``within`` the error or under 10 degrees; seen in another view or set-up; of another
unit than degrees; one of the two, or its error, not known."""

LEAST_CHANGE_DEG = 10.0
MOST_TURNED_APART_DEG = 15.0
MOST_SIZE_RATIO = 1.3


def claim(first: Top, last: Top, stood_first: Stood, stood_last: Stood) -> Claim:
    """Return what may be said of the change from `first` to `last`."""
    numbers = first.value, last.value, first.error, last.error
    if not all(isfinite(number) for number in numbers):
        return "not-known"
    if first.unit != "degrees":
        return "other-unit"
    if not same_set_up(stood_first, stood_last):
        return "other-view"
    by, error = change(first, last)
    beyond = abs(by) > error
    return "changed" if abs(by) >= LEAST_CHANGE_DEG and beyond else "within"


def change(first: Top, last: Top) -> tuple[float, float]:
    """Return how much farther `last` came than `first`, and the expected error of that (90%).

    Each error is a range about its own value, and they do not depend on each other. NaN where what
    it is worked out from is not known.
    """
    return last.value - first.value, hypot(first.error, last.error)


def same_set_up(one: Stood, other: Stood) -> bool:
    """Return whether two practices may be compared; what is not known of either is no hindrance.

    But the view: an unknown one is no view.
    """
    if one.view != other.view or one.view not in ("front", "side"):
        return False
    if one.near_side and other.near_side and one.near_side != other.near_side:
        return False
    if one.posture and other.posture and one.posture != other.posture:
        return False
    if one.model != other.model:
        return False
    if abs(_turned(one.turn_deg - other.turn_deg)) > MOST_TURNED_APART_DEG:
        return False
    sizes = one.body_px, other.body_px
    if all(isfinite(size) and size > 0 for size in sizes):
        return max(sizes) / min(sizes) <= MOST_SIZE_RATIO
    return True


def _turned(degrees: float) -> float:
    """Return an angle the shorter way round; 0 where it is not known."""
    return (degrees + 180) % 360 - 180 if isfinite(degrees) else 0.0
