"""People, ranges and practices to keep."""

from datetime import UTC, date, datetime
from math import nan
from typing import Any

from exercises.person import Consent, Person
from exercises.programme import Item, Programme
from exercises.signed_range import SignedRange
from feedback.change import Because, Proposal
from feedback.coach import Summary
from feedback.ratings import Felt, Ratings
from feedback.record import MovementRecord, PracticeRecord
from feedback.repetition import Repetition
from records.kept_practice import KeptPractice

MOVEMENT = "sunrise-arms-seated"
LEFT, RIGHT = "shoulder_abduction_left", "shoulder_abduction_right"
DAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
AGREED = Consent(on=DAY, record=True)
PIN = "4711"


def person(code: str = "P-0147", **changes: Any) -> Person:
    return Person(**{"code": code, "consent": AGREED, **changes})


def signed(code: str = "P-0147", **changes: Any) -> SignedRange:
    plain = {
        "person": code,
        "exercise_id": MOVEMENT,
        "measure_key": LEFT,
        "low": 40.0,
        "high": 80.0,
        "ceiling": 95.0,
        "signed_by": "AB",
        "signed_on": DAY,
        "review_on": date(2026, 3, 30),
    }
    return SignedRange(**{**plain, **changes})


def programme(title: str = "Mornings", repetitions: int = 4) -> Programme:
    item = Item(exercise_id=MOVEMENT, repetitions=repetitions)
    return Programme(id="mornings", title=title, items=(item,))


def proposal() -> Proposal:
    return Proposal(
        exercise_id=MOVEMENT,
        variable="repetitions",
        before=4,
        after=5,
        on=DAY,
        reasons=(Because(id="because.comfortable-practices", values={"count": 3}),),
    )


def practice(repetitions: int = 3) -> PracticeRecord:
    """Return a practice of one movement in which some numbers were withheld."""
    done = tuple(
        Repetition("left", 10.0 * n, 10.0 * n + 4, 10.0 * n + 9, peak=80.5, peak_error=nan)
        for n in range(repetitions)
    )
    summary = Summary(done, partial=1, unfinished=0, cues=((12.5, "plenty"),), seen_fraction=0.97)
    movement = MovementRecord(MOVEMENT, 0.5, 93.25, completed=True, summary=summary)
    return PracticeRecord(started_s=0.5, ended_s=100.0, movements=(movement,))


def ratings() -> Ratings:
    return Ratings(
        pain_before=3, pain_after=2, effort=2, felt=(Felt(exercise_id=MOVEMENT, answer="easier"),)
    )


def kept_practice(**changes: Any) -> KeptPractice:
    """Return `practice` as it is kept, begun at `NOON`."""
    plain: dict[str, Any] = {
        "began_at": NOON,
        "record": practice(),
        "ratings": ratings(),
        "made_with": "a test",
    }
    return KeptPractice(**{**plain, **changes})
