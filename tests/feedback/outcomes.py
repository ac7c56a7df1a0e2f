"""Practices that were comfortable, for tests, and ways in which they were not."""

from datetime import date, timedelta

from feedback.outcome import MovementOutcome, PracticeOutcome

FIRST = date(2026, 3, 1)


def comfortable_practice(
    day: int = 0, names: tuple[str, ...] = ("sunrise-arms-seated",), **changes: object
) -> PracticeOutcome:
    """Return a comfortable practice `day` days after the first, with `changes`."""
    movements = tuple(
        MovementOutcome(exercise_id=name, completed=True, repetitions=5, answer="same")
        for name in names
    )
    data = {
        "on": FIRST + timedelta(days=day),
        "pain_before": 2,
        "pain_after": 2,
        "effort": 2,
        "movements": movements,
        **changes,
    }
    return PracticeOutcome.model_validate(data)


def felt(name: str = "sunrise-arms-seated", **changes: object) -> tuple[MovementOutcome, ...]:
    """Return how one movement was, comfortable but for `changes`."""
    data = {"exercise_id": name, "completed": True, "answer": "same", **changes}
    return (MovementOutcome.model_validate(data),)
