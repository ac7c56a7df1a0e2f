"""What reports are made of: practices with their angles, as the store would give them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from math import nan
from typing import Any
from uuid import UUID

import numpy as np

from exercises.library import library
from exercises.person import Goal, Person, Screening, Spared
from exercises.programme import Item, Programme
from exercises.signed_range import SignedRange
from feedback.angle_trace import AngleTrace
from feedback.change import Because, Proposal
from feedback.coach import Summary
from feedback.instruments import Activity, Filled, GoalFelt
from feedback.measured import Measured, ViewMeasured
from feedback.observing import Observation
from feedback.ratings import DiaryEntry, Felt, PainMark, Ratings
from feedback.record import Mark, MovementRecord, PracticeRecord
from feedback.repetition import Repetition
from records.kept_practice import KeptPractice, PracticeEntry, SetUp
from records.programmes import Applied
from records.proposals import KeptProposal
from records.report.practice_report import PracticeData
from records.report.progress_report import ProgressData
from records.report.summary_report import SummaryData
from tests.records.specimens import AGREED
from vision.measures import Withheld

CODE = "P-0147"
ARMS, FLOAT, BEND = "sunrise-arms-seated", "arm-float-seated", "side-bend-seated"
MOVEMENTS = library()
MADE_WITH = "unhurried 0.1.0, pose full, mediapipe 0.10.33"
BEGAN = datetime(2026, 3, 2, 10, 12, tzinfo=UTC)
MADE_ON = date(2026, 4, 14)
HOSTILE = (
    "=HYPERLINK(\"x\") $\\frac{1}{2}$ {name} {0} <script>alert('x')</script> & </td> "
    "‮evil‬ مرحبا بالعالم שלום 体操 🙂 "
) + "W" * 300
LONG = "It went on and on, and there was more to say of it. " * 200


def movement(
    exercise_id: str,
    start_s: float = 0.0,
    top: float = 90.0,
    *,
    error: float = 6.0,
    view: str = "front",
    sides: Sequence[str] = ("left", "right"),
    cues: Sequence[tuple[float, str]] = (),
    repetitions: int = 5,
) -> MovementRecord:
    done = tuple(
        Repetition(
            side,  # type: ignore[arg-type]
            start_s + 10 * n,
            start_s + 10 * n + 4,
            start_s + 10 * n + 9,
            peak=top + n % 3,
            peak_error=error,
        )
        for n in range(repetitions)
        for side in sides
    )
    measured = Measured(
        quality=0.97,
        view=ViewMeasured(seen=view, shares=((view, 1.0),), turn_deg=4.0, body_px=180.0),  # type: ignore[arg-type]
    )
    summary = Summary(done, 1, 0, tuple(cues), 0.98, measured)
    return MovementRecord(exercise_id, start_s, 10.0 * repetitions, True, summary)


def practice(
    began_at: datetime = BEGAN,
    *records: MovementRecord,
    ratings: Ratings | None = None,
    words: str = "The arms felt light today, like floating in warm water.",
    **changes: Any,
) -> KeptPractice:
    records = records or (
        movement(ARMS, 2.0, cues=((14.0, "slower"), (31.0, "soften-back"), (44.0, "slower"))),
        movement(BEND, 70.0, 14.0, sides=("left",)),
    )
    end = max((each.started_s + each.active_s for each in records), default=0.0) + 5
    rated = ratings or Ratings(
        pain_before=4,
        pain_after=3,
        mood_before=5,
        mood_after=7,
        energy_before=4,
        energy_after=5,
        effort=2,
        satisfaction=8,
        pain_marks=(PainMark(time_s=40.0, pain=5),),
        felt=(Felt(exercise_id=ARMS, answer="easier", too_much=True, times_too_much=1),),
    )
    plain: dict[str, Any] = {
        "began_at": began_at,
        "record": PracticeRecord(0.0, end, records, (Mark(41.0, ARMS, "too-much"),), 30.0),
        "ratings": rated,
        "words": words,
        "with_staff": "AB",
        "note": "Raises more smoothly than last week. Keep the ceiling until the check-up.",
        "made_with": MADE_WITH,
        "screening": Screening(by="AB", on=date(2026, 2, 20), cleared=True),
        "set_up": tuple(
            SetUp(exercise_id=each, posture="seated", view=MOVEMENTS[each].view)
            for each in dict.fromkeys(r.exercise_id for r in records)
            if each in MOVEMENTS
        ),
    }
    return KeptPractice(**{**plain, **changes})


def entry(kept: KeptPractice | None = None, number: int = 1, state: str = "ended") -> PracticeEntry:
    digest = f"{number:064x}"[::-1]
    return PracticeEntry(UUID(int=number), CODE, state, digest, kept or practice())  # type: ignore[arg-type]


def trace(seconds: float = 125.0, per_second: float = 10.0) -> AngleTrace:
    """Return the arms raised for a minute, a while out of sight; then a rest and a side bend."""
    times = np.arange(2.0, seconds, 1 / per_second)
    times = times[(times < 60) | (times > 70)]
    first = times < 65
    keys = ("shoulder_abduction_left", "shoulder_abduction_right", "trunk_side_lean")
    way = (1 - np.cos((times - 2) / 10 * 2 * np.pi)) / 2
    values = np.full((len(times), 3), nan)
    values[first, 0], values[first, 1] = 92 * way[first], 84 * way[first] + 3
    values[~first, 2] = 15 * way[~first]
    gone = (times > 25) & (times < 31)
    values[gone] = nan
    withheld = np.where(np.isnan(values), int(Withheld.NOT_ASKED), 0).astype(np.int8)
    withheld[gone] = int(Withheld.UNSEEN)
    return AngleTrace(
        measures=keys,
        times_s=times,
        exercise_ids=tuple(ARMS if each else BEND for each in first),
        values=values,
        errors=np.where(np.isnan(values), nan, 6.0),
        withheld=withheld,
        quality=np.full(len(times), 0.97),
        landmarks=np.full((len(times), 33, 2), nan),
    )


def signed(version: int, day: date, high: float, ceiling: float, **changes: Any) -> SignedRange:
    plain: dict[str, Any] = {
        "person": CODE,
        "exercise_id": ARMS,
        "measure_key": "shoulder_abduction_left",
        "low": 40.0,
        "high": high,
        "ceiling": ceiling,
        "version": version,
        "signed_by": "AB",
        "signed_on": day,
        "error": 5.0,
        "view": "front",
    }
    return SignedRange(**{**plain, **changes})


RANGES = (
    signed(1, date(2026, 2, 20), 80, 95),
    signed(1, date(2026, 2, 20), 80, 95, measure_key="shoulder_abduction_right"),
    signed(2, date(2026, 3, 20), 95, 105),
)


def practice_data(**changes: Any) -> PracticeData:
    plain: dict[str, Any] = {
        "entry": entry(),
        "trace": trace(),
        "ranges": RANGES,
        "movements": MOVEMENTS,
        "reviews": (),
        "made_on": MADE_ON,
    }
    return PracticeData(**{**plain, **changes})


def entries(count: int = 12, gain: float = 2.0) -> list[PracticeEntry]:
    """Return practices every third day, in which the arms come a little farther each time."""
    found = []
    for n in range(count):
        day = BEGAN + timedelta(days=3 * n)
        ratings = Ratings(
            pain_before=max(6 - n // 3, 0),
            pain_after=max(5 - n // 3, 0),
            mood_before=4 + n % 3,
            mood_after=6 + n % 3,
            energy_before=3 + n % 4,
            energy_after=4 + n % 4,
            effort=2 + n % 2,
            satisfaction=8,
            flare=n == 5,
        )
        kept = practice(
            day,
            movement(ARMS, 2.0, 74 + gain * n, sides=("left", "right")),
            movement(BEND, 70.0, 14.0 + n % 2, sides=("left",)),
            ratings=ratings,
            words="Warm hands." if n % 4 == 0 else "",
        )
        found.append(entry(kept, n + 1))
    return found


def programmes() -> list[Applied]:
    one = Programme(id="mornings", title="Mornings", items=(Item(exercise_id=ARMS, repetitions=4),))
    two = Programme(
        id="mornings",
        title="Mornings",
        items=(Item(exercise_id=ARMS, repetitions=5), Item(exercise_id=BEND)),
        note="Ready for a second movement.",
        days=("monday", "thursday"),
    )
    return [
        Applied(one, 1, "AB", datetime(2026, 3, 1, 9, tzinfo=UTC)),
        Applied(two, 2, "AB", datetime(2026, 3, 24, 9, tzinfo=UTC)),
    ]


def proposals() -> list[KeptProposal]:
    because = Because(
        id="because.comfortable-practices", values={"count": 3, "since": "2026-03-02"}
    )
    change = Proposal(
        exercise_id=ARMS,
        variable="repetitions",
        before=4,
        after=5,
        on=date(2026, 3, 23),
        reasons=(because,),
    )
    at = datetime(2026, 3, 23, tzinfo=UTC)
    return [KeptProposal(UUID(int=7), CODE, change, 1, "accepted", at, "AB", at)]


def diary() -> list[DiaryEntry]:
    return [
        DiaryEntry(
            day=date(2026, 3, 5),
            words="A quiet day.",
            helped="A warm shower before practice",
            tried="Shorter walks",
            early_signs="Stiff hands in the morning",
        ),
        DiaryEntry(day=date(2026, 3, 20), helped="Sitting by the window", flare=True),
    ]


def filled() -> list[Filled]:
    def one(day: date, ability: int, control: int) -> Filled:
        return Filled(
            day=day,
            activities=(Activity(words="Hanging up washing", ability=ability),),
            goals=(GoalFelt(words="Reach the top shelf", satisfaction=control),),
            control=control,
            life=6,
            practice=8,
        )

    return [one(date(2026, 3, 2), 3, 4), one(date(2026, 3, 30), 6, 6)]


def progress_data(**changes: Any) -> ProgressData:
    plain: dict[str, Any] = {
        "code": CODE,
        "since": date(2026, 3, 1),
        "until": MADE_ON,
        "entries": entries(),
        "ranges": RANGES,
        "programmes": programmes(),
        "proposals": proposals(),
        "diary": diary(),
        "filled": filled(),
        "movements": MOVEMENTS,
        "made_on": MADE_ON,
    }
    return ProgressData(**{**plain, **changes})


def summary_data(person: Person | None = None, **changes: Any) -> SummaryData:
    known = person or Person(
        code=CODE,
        posture="seated",
        spare=(Spared(area="knee", side="left"),),
        wary_of="Bending forward after the fall.",
        goals=(Goal(words="Reach the top shelf again", activity="reaching up"),),
        screening=Screening(by="AB", on=date(2026, 2, 20), cleared=True, notes="Shoulder stiff."),
        flags=("shoulder-pain",),
        consent=AGREED,
    )
    observed = Observation(
        day=date(2026, 4, 2), breath_ease=7, gait=6, alignment=7, help="words", note="Calm."
    )
    return SummaryData(known, progress_data(**changes), RANGES[1:], (observed,))
