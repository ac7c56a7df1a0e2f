"""What remains of a practice: plain data that is kept, drawn and printed."""

from dataclasses import dataclass

from feedback.coach import Summary


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
    """All movements of a practice, in the order in which they were begun."""

    started_s: float
    ended_s: float
    movements: tuple[MovementRecord, ...]
