"""Ways to arrive before moving: timed, one line at a time, at a slow breath.

The times are defaults of ours, unvalidated.
"""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

from feedback.breath import BreathPhase
from feedback.pacer import FLOOR_PER_MIN, resting_breath

Grounding = Literal["five-things", "scan", "breaths"]
GROUNDINGS: tuple[Grounding, ...] = get_args(Grounding)

REGIONS = (
    *("toes", "feet", "shins", "knees", "thighs", "hips", "belly", "chest"),
    *("hands", "arms", "shoulders", "neck", "face", "scalp"),
)
"""The parts of the body that a scan goes through, from toes to scalp."""

LINES: MappingProxyType[Grounding, tuple[str, ...]] = MappingProxyType(
    {
        "five-things": ("see", "hear", "feet", "back", "air"),
        "scan": REGIONS,
        "breaths": ("first", "second", "third"),
    }
)
"""What is said one after the other: `grounding.<way>-<line>` in the catalogues."""

SECONDS: MappingProxyType[Grounding, float] = MappingProxyType(
    {"five-things": 12.0, "scan": 8.0, "breaths": 60.0 / FLOOR_PER_MIN}
)
"""How long each line stays."""


@dataclass(frozen=True, slots=True)
class Grounded:
    """A way of arriving at one moment.

    Attributes
    ----------
    way
        Which.
    row, line
        Which line is said now: its place from 0, and its name.
    share
        0–1: how much of the line's time has gone.
    breath
        The breath beside it.
    """

    way: Grounding
    row: int
    line: str
    share: float
    breath: BreathPhase


def lasts_s(way: Grounding) -> float:
    """Return how many seconds a way of arriving takes in all."""
    return SECONDS[way] * len(LINES[way])


def grounded(way: Grounding, within_s: float) -> Grounded:
    """Return what is said `within_s` seconds into a way of arriving; after its end the last."""
    rows = LINES[way]
    along = max(within_s, 0.0) / SECONDS[way]
    row = min(int(along), len(rows) - 1)
    return Grounded(way, row, rows[row], min(along - row, 1.0), resting_breath(within_s))
