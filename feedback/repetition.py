"""One repetition of a movement."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Repetition:
    """A repetition that was begun, reached the person's own range, and came back.

    Times are seconds on the clock of the sights; `peak` is in the lead measure's unit.
    """

    side: Literal["left", "right", "both"]
    start_s: float
    peak_s: float
    end_s: float
    peak: float
