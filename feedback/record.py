"""What remains of a practice: plain data that is kept, drawn and printed."""

from dataclasses import dataclass
from typing import Literal

from feedback.coach import Summary

Noticed = Literal["new", "stretchy", "too-much"]
"""What a person says of how it feels while they move."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that was noticed in a movement, and when."""

    time_s: float
    exercise_id: str
    what: Noticed


@dataclass(frozen=True, slots=True)
class MovementRecord:
    """One movement of a practice.

    Attributes
    ----------
    exercise_id
        Which movement.
    started_s
        When it was begun.
    active_s
        Seconds spent in it, pauses left out.
    completed
        Whether it came to its own end: its repetitions were done or its minutes were over.
    summary
        What was counted and said.
    """

    exercise_id: str
    started_s: float
    active_s: float
    completed: bool
    summary: Summary


@dataclass(frozen=True, slots=True)
class PracticeRecord:
    """All movements of a practice, in the order in which they were begun.

    `marks` are what was noticed in them; `rested_s` are the seconds of rest that the practice gave.
    """

    started_s: float
    ended_s: float
    movements: tuple[MovementRecord, ...]
    marks: tuple[Mark, ...] = ()
    rested_s: float = 0.0
