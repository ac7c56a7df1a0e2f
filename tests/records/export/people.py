"""People whose records are exported: every kind of answer, hostile words, and numbers withheld."""

from datetime import UTC, date, datetime, timedelta
from math import nan
from typing import Any
from uuid import UUID

from exercises.consent import Consent
from exercises.library import library
from exercises.person import Goal
from feedback.angle_trace import AngleTrace
from feedback.coach import Summary
from feedback.instruments import Activity, Filled, GoalFelt
from feedback.measured import AngleMeasured, Measured, ViewMeasured
from feedback.observing import Observation
from feedback.ratings import DiaryEntry, Felt, PainMark, Ratings
from feedback.record import MovementRecord, PracticeRecord
from feedback.repetition import Repetition
from records.days import KeptDay
from records.export.dossier import Dossier, Practised
from records.kept_practice import KeptPractice, SetUp
from records.observations import KeptObservation
from tests.records.export.traces import trace
from tests.records.specimens import MOVEMENT, person, signed
from vision.measures import INDEX, MEASURES, Withheld

MOVEMENTS = library()
KNEES = "soft-knee-sink"
BEGAN = datetime(2026, 3, 9, 8, 30, tzinfo=UTC)
WRITTEN = datetime(2026, 3, 9, 9, 0, tzinfo=UTC)
HOSTILE = "=1+1 <script>alert(1)</script> {0} $x$ \u202eשלום\u2028Robert'); DROP TABLE person;-- 🙂"
MADE_WITH = "unhurried 0.1.0, pose full"


def repetition(side: Any, number: int, peak: float) -> Repetition:
    start = 10.0 * number
    return Repetition(
        side, start, start + 4, start + 9, peak, peak_error=5.0, range=peak, hold_s=1.5
    )


def angle(key: str, given: float = 0.9, **numbers: Any) -> AngleMeasured:
    why = ((Withheld.TURNED, 1 - given),) if given < 1 else ()
    return AngleMeasured(MEASURES[INDEX[key]], given, why, **numbers)


def movement(exercise_id: str, repetitions: Any, angles: Any) -> MovementRecord:
    view = ViewMeasured("front", (("front", 1.0),), turn_deg=4.0)
    summary = Summary(
        tuple(repetitions),
        partial=1,
        unfinished=0,
        cues=((12.5, "plenty"),),
        seen_fraction=0.97,
        measured=Measured(quality=0.95, view=view, angles=tuple(angles)),
    )
    return MovementRecord(exercise_id, 0.5, 60.0, completed=True, summary=summary)


def record() -> PracticeRecord:
    """Return arms on both sides, one of them withheld; knees that count as one; an unknown one."""
    left = [repetition("left", n, 80.0 + n) for n in range(3)]
    right = [repetition("right", n, nan) for n in range(2)]
    arms = movement(
        MOVEMENT,
        [*left, *right],
        [
            angle("shoulder_abduction_left", low=1.0, high=81.0, error=5.0),
            angle("shoulder_abduction_right", given=0.0),
        ],
    )
    knees = movement(KNEES, [repetition("both", 4, 22.0)], [angle("knee_flexion_left")])
    other = movement("no-longer-here", [repetition("left", 6, 50.0)], [])
    return PracticeRecord(0.5, 130.0, (arms, knees, other), rested_s=10.0)


def said() -> Ratings:
    return Ratings(
        pain_before=3,
        pain_after=2,
        mood_before=4,
        mood_after=6,
        energy_after=5,
        effort=2,
        pain_marks=(PainMark(time_s=40.0, pain=4),),
        signs=("faint",),
        felt=(Felt(exercise_id=MOVEMENT, answer="easier", times_too_much=1, too_much=True),),
    )


def kept(words: str = HOSTILE, began_at: datetime = BEGAN, **changes: Any) -> KeptPractice:
    plain: dict[str, Any] = {
        "began_at": began_at,
        "record": record(),
        "ratings": said(),
        "words": words,
        "with_staff": "AB",
        "note": "quiet today",
        "made_with": MADE_WITH,
        "set_up": (SetUp(exercise_id=MOVEMENT, posture="seated", view="front"),),
    }
    return KeptPractice(**{**plain, **changes})


def practised(
    number: int = 1, state: str = "ended", angles: AngleTrace | None = None, **changes: Any
) -> Practised:
    began = BEGAN + timedelta(days=7 * (number - 1))
    whole = trace() if angles is None else angles
    return Practised(
        ref=str(UUID(int=number)),
        began_at=began,
        state=state,
        digest="0" * 64,
        practice=kept(began_at=began, **changes),
        trace=lambda: whole,
    )


def dossier(code: str = "P-0147", **changes: Any) -> Dossier:
    """Return somebody with two practices, the second cut off, and everything beside them."""
    plain: dict[str, Any] = {
        "person": person(
            code,
            display_name="Äng Sømeone",
            goals=(Goal(words=HOSTILE.replace("\u2028", " "), activity="reaching a shelf"),),
            consent=Consent(on=date(2026, 3, 2), record=True, research=True),
        ),
        "ranges": (
            signed(code),
            signed(code, version=2, high=85.0, signed_on=date(2026, 3, 10)),
        ),
        "practices": (practised(), practised(2, "interrupted")),
        "diary": (
            KeptDay(
                DiaryEntry(day=date(2026, 3, 10), pain=3, words=HOSTILE, helped="@warmth"),
                1,
                UUID(int=11),
                WRITTEN,
            ),
        ),
        "outcomes": (
            KeptDay(
                Filled(
                    day=date(2026, 3, 11),
                    activities=(Activity(words="+stairs", ability=4), Activity(words="lift")),
                    goals=(GoalFelt(words="cook again", satisfaction=6),),
                    control=5,
                ),
                1,
                UUID(int=12),
                WRITTEN,
            ),
        ),
        "observations": (
            KeptObservation(
                UUID(int=13),
                Observation(day=date(2026, 3, 9), breath_ease=7, help="words", on_task_min=20),
                "AB",
                WRITTEN,
            ),
        ),
    }
    return Dossier(**{**plain, **changes})
