"""What the judge says of one measure at one moment."""

from dataclasses import dataclass
from enum import Enum

from vision.measures import Measure


class Standing(Enum):
    """Where a value stands in a person's range."""

    UNSEEN = "unseen"
    RESTING = "resting"
    TRAVELLING = "travelling"
    COMFORTABLE = "comfortable"
    BEYOND = "beyond"
    """Past the far end of the comfortable range, short of the ceiling."""
    PAST_CEILING = "past_ceiling"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One measure compared with its target.

    Attributes
    ----------
    measure
        Which measure, with its side.
    role
        ``lead``, ``follow`` or ``steady``, as in the target.
    value
        In the measure's unit, in the person's own sign; NaN where unseen.
    rest, low, high, ceiling
        The person's own range for this measure, with the sign of the side being done.
    fraction
        0 at rest, 1 at the near end of the comfortable range, above 1 inside it and beyond; NaN
        where unseen. Never negative.
    standing
        Steadied (hysteresis and dwell), except `PAST_CEILING`, which comes at once.
    """

    measure: Measure
    role: str
    value: float
    rest: float
    low: float
    high: float
    ceiling: float
    fraction: float
    standing: Standing
