"""Standings that do not flicker: hysteresis in the value and dwell in time.

Quick where safety is concerned, slow otherwise: passing the ceiling and going out of sight count
at once, everything else only once it has lasted.
"""

from dataclasses import dataclass

from exercises.definition import Target
from feedback.judge import nudged, standing_of
from feedback.verdict import Standing

# A standing changes once the value is this share of the range past the edge, and has been for this
# long (defaults of ours, unvalidated; 4% of 60–120 degrees of abduction is 5 degrees).
MARGIN = 0.04
# A range that was found for one person may be 5 degrees wide, so that the margin is no more than
# this share of its width: it would be crossed before it is entered (a default of ours).
MOST_OF_WIDTH = 0.25
DWELL_S = 0.25
DWELL_PAST_CEILING_S = 0.5

_AT_ONCE = (Standing.UNSEEN, Standing.PAST_CEILING)
_OUTWARD = (
    Standing.RESTING,
    Standing.TRAVELLING,
    Standing.COMFORTABLE,
    Standing.BEYOND,
    Standing.PAST_CEILING,
)


@dataclass(frozen=True, slots=True)
class Steady:
    """A standing that is held, the one that asks to follow it, and since when it asks."""

    standing: Standing
    asking: Standing
    since_s: float


def steadied(held: Steady | None, target: Target, value: float, t: float) -> Steady:
    """Return the standing to hold at `t` seconds, after `held` (`None` at the beginning).

    Parameters
    ----------
    held
        What was held before, for the same measure and target.
    target
        The person's own target.
    value
        The measure's value now; NaN where unseen, which is held at once.
    t
        Seconds, not before those of the last call.
    """
    plain = standing_of(target, value)
    if held is None or plain in _AT_ONCE or held.standing is Standing.UNSEEN:
        return Steady(plain, plain, t)
    asking = _asking(held.standing, target, value, plain)
    if asking is held.standing:
        return Steady(asking, asking, t)
    since_s = held.since_s if held.asking is not held.standing else t
    dwell_s = DWELL_PAST_CEILING_S if held.standing is Standing.PAST_CEILING else DWELL_S
    return Steady(asking if t - since_s >= dwell_s else held.standing, asking, since_s)


def _asking(now: Standing, target: Target, value: float, plain: Standing) -> Standing:
    """Return the standing the value asks for once it is well past the edge of `now`."""
    if plain is now:
        return now
    width = target.high - target.low
    margin = min(MARGIN * abs(target.far - target.rest), MOST_OF_WIDTH * width)
    outward = _OUTWARD.index(plain) > _OUTWARD.index(now)
    asking = standing_of(target, nudged(target, value, -margin if outward else margin))
    still_outward = _OUTWARD.index(asking) > _OUTWARD.index(now)
    return asking if asking is not now and still_outward == outward else now
