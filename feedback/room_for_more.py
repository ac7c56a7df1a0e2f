"""How much more there could be of one variable of one movement."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from exercises.exercise import Exercise
from exercises.one_sided import one_sided
from exercises.own_targets import OwnTarget, own_targets
from exercises.pace import paced
from exercises.phase_checks import LONGEST_CYCLE_S
from exercises.programme import MOST_EXHALE_S, Item
from exercises.signed_range import SignedRange
from exercises.versions import latest, safe_ranges
from feedback.change import Because, Variable
from feedback.grid import STEP, down_to

MOST_REPETITIONS = 6
"""As many as are proposed (dose, a default of ours); a therapist may set more."""

RANGE_SHARE = 0.10
"""At most so much more of a range at a time."""

EXHALE_S = 0.5
"""So much longer a breath out at a time (a default of ours, unvalidated)."""


@dataclass(frozen=True, slots=True)
class More:
    """One change that there is room for; the fields are those of `feedback.change.Proposal`."""

    variable: Variable
    before: float
    after: float
    reasons: tuple[Because, ...] = ()
    measure_key: str | None = None
    rising: bool | None = None


def more_repetitions(item: Item, exercise: Exercise) -> More | None:
    """Return one repetition more; `None` where it is not counted, or is as many already."""
    if not exercise.repetitions:
        return None
    now = item.repetitions or exercise.repetitions
    if now >= MOST_REPETITIONS:
        return None
    because = Because(id="because.one-repetition", values={"most": MOST_REPETITIONS})
    return More("repetitions", now, now + 1, (because,))


def more_breath(item: Item, exercise: Exercise) -> More | None:
    """Return a longer breath out; `None` at the person's own breath, or where it is long."""
    if exercise.pace == "natural":
        return None
    after = item.exhale_s + EXHALE_S
    cycle_s = paced(exercise, item.tempo).cycle_s
    if after > MOST_EXHALE_S or cycle_s + after > LONGEST_CYCLE_S:
        return None
    because = Because(id="because.longer-exhale", values={"seconds": EXHALE_S})
    return More("exhale", item.exhale_s, after, (because,))


def more_range(item: Item, exercise: Exercise, versions: Sequence[SignedRange]) -> More | None:
    """Return up to a tenth more range; `None` where there is none, or no room for it.

    What was made smaller comes back first. After that the far end of a signed range goes toward
    its ceiling, which stays, on the side with the most room; without a signature there is none.
    """
    if item.range_share < 1:
        after = min(item.range_share * (1 + RANGE_SHARE), 1.0)
        because = Because(id="because.range-comes-back")
        return More("range", item.range_share, after, (because,))
    signed = {
        (own.measure_key, own.rising) for own in latest(versions) if own.exercise_id == exercise.id
    }
    held = safe_ranges(versions, exercise)
    done = exercise if item.sides == "both" else one_sided(exercise, item.sides) or exercise
    found = [
        more
        for own in own_targets(done, held)
        if own.target.role == "lead" and (own.measure.key, own.target.rising) in signed
        for more in (_farther(own),)
        if more is not None
    ]
    return max(found, key=lambda more: abs(more.after - more.before), default=None)


def _farther(own: OwnTarget) -> More | None:
    """Return a far end that is farther, on the grid of the unit, and short of the ceiling."""
    target, unit = own.target, own.measure.unit
    sign, step = (1.0 if target.rising else -1.0), STEP[own.measure.unit]
    far, ceiling = sign * (target.far - target.rest), sign * (target.ceiling - target.rest)
    # The comfortable range ends a step before its ceiling at least, as where it is set by hand.
    after = min(down_to(far * (1 + RANGE_SHARE), unit), (ceil(ceiling / step - 1e-6) - 1) * step)
    if after - far < step / 2:
        return None
    before_value, after_value = target.far, round(target.rest + sign * after, 6)
    because = Because(
        id="because.room-before-ceiling",
        values={"ceiling": target.ceiling, "percent": round(100 * (after / far - 1))},
    )
    return More("range", before_value, after_value, (because,), own.measure.key, target.rising)
