"""One repetition of a movement."""

from dataclasses import dataclass
from math import nan
from typing import Literal


@dataclass(frozen=True, slots=True)
class Repetition:
    """A repetition that was begun, reached the person's own range, and came back.

    It is counted from what the landmarks say whatever the view; its numbers are taken from what
    is given alone, and are NaN where that was withheld.

    Attributes
    ----------
    side
        Whose; ``both`` where two sides count as one, or there are none.
    start_s, peak_s, end_s
        Seconds on the clock of the sights: leaving rest, the middle of the time at the top, and
        back at rest.
    peak
        The measure at the top, in its unit and the person's own sign.
    peak_error
        Within this the peak lies of the truth in nine of ten cases; NaN where it is not known.
    range
        How far the top is from the person's own rest, in the measure's unit; never negative.
    hold_s
        Seconds at the top: within 5% of the range of it.
    out_s, back_s
        Seconds from leaving rest to the top, and from the top to rest, without `hold_s`.
    speed
        Median speed while moving, in the measure's unit a second; pauses are left out.
    smoothness
        Spectral arc length of the speed, the mean of the way out and the way back: never
        positive, about -1.5 for one even sweep, and lower for every stop and start; see
        `feedback.smoothness`.
    """

    side: Literal["left", "right", "both"]
    start_s: float
    peak_s: float
    end_s: float
    peak: float
    peak_error: float = nan
    range: float = nan
    hold_s: float = nan
    out_s: float = nan
    back_s: float = nan
    speed: float = nan
    smoothness: float = nan
