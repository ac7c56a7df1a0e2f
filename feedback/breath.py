"""Where the breath is: a pure function of the pacer's own elapsed time."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class BreathPhase:
    """The pacer at one moment.

    Attributes
    ----------
    breath
        ``in``, ``out``, ``rest`` (a pause between) or ``natural`` (the person's own).
    fullness
        0 emptied to 1 filled, eased, continuous in time.
    progress
        0–1 through this phase.
    cycle
        Whole cycles done.
    """

    breath: Literal["in", "out", "rest", "natural"]
    fullness: float
    progress: float
    cycle: int
