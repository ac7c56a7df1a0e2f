"""Practices to review: two movements, one with gaps, with what was said and measured of them."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import numpy as np

from feedback.angle_trace import AngleTrace
from feedback.coach import Summary
from feedback.measured import Measured, ViewMeasured
from feedback.ratings import Ratings
from feedback.record import MovementRecord, PracticeRecord
from feedback.repetition import Repetition
from records.kept_practice import KeptPractice
from records.store import Store
from vision.measures import Withheld

SUNRISE, LEAN = "sunrise-arms-seated", "side-bend-seated"
LEFT, RIGHT, BEND = "shoulder_abduction_left", "shoulder_abduction_right", "trunk_side_lean"
FIRST = datetime(2026, 2, 2, 9, 30, tzinfo=UTC)
MADE_WITH = "unhurried 0.1.0, pose full, mediapipe 0.10.33"
LENGTH_S, FPS = 60.0, 10
GAP_S = 12.0, 18.0
CUE_S = 7.0


def trace() -> AngleTrace:
    """Return a minute: half of sunrise arms, half of a side bend, six seconds out of sight."""
    times = np.arange(0.0, LENGTH_S, 1 / FPS)
    early = times < LENGTH_S / 2
    wave = 45 - 40 * np.cos(2 * np.pi * times / 10)
    values = np.column_stack([wave, wave - 5, wave / 4])
    values[~early, :2], values[early, 2] = np.nan, np.nan
    withheld = np.where(np.isfinite(values), Withheld.GIVEN, Withheld.NOT_ASKED).astype(np.int8)
    hidden = (times >= GAP_S[0]) & (times < GAP_S[1])
    values[hidden, 0], withheld[hidden, 0] = np.nan, Withheld.UNSEEN
    landmarks = np.tile(_body(), (len(times), 1, 1))
    landmarks[:, (13, 15), 1] -= wave[:, None]
    landmarks[hidden] = np.nan
    return AngleTrace(
        measures=(LEFT, RIGHT, BEND),
        times_s=times,
        exercise_ids=tuple(SUNRISE if each else LEAN for each in early),
        values=values,
        errors=np.where(np.isfinite(values), 4.0, np.nan),
        withheld=withheld,
        quality=np.where(hidden, 0.4, 1.0),
        landmarks=landmarks,
        picture_px=(640, 480),
    )


def _body() -> np.ndarray:
    """Return landmarks of somebody who stands in the middle of the picture."""
    points = np.full((33, 2), (320.0, 90.0))
    for left, y, apart in ((7, 85, 12), (11, 140, 40), (13, 200, 50), (15, 255, 55)):
        points[left], points[left + 1] = (320 + apart, y), (320 - apart, y)
    for left, y, apart in ((23, 260, 28), (25, 340, 30), (27, 420, 30), (29, 428, 30)):
        points[left], points[left + 1] = (320 + apart, y), (320 - apart, y)
    points[31], points[32] = (365, 435), (275, 435)
    return points


def record(top: float = 80.0) -> PracticeRecord:
    """Return what remains of such a minute; its clock began at 100."""
    done = [
        Repetition(side, 100.0 + n, 105.0 + n, 109.0 + n, peak=top, peak_error=4.0)
        for n in (0.0, 10.0)
        for side in ("left", "right")
    ]
    seen = Measured(view=ViewMeasured(seen="front", shares=(("front", 1.0),)))
    first = Summary(tuple(done), 0, 0, ((100 + CUE_S, "comfort"),), 0.9, measured=seen)
    other = Summary((), 0, 0, (), 0.9, measured=seen)
    return PracticeRecord(
        100.0,
        100.0 + LENGTH_S,
        (
            MovementRecord(SUNRISE, 100.0, 30.0, completed=True, summary=first),
            MovementRecord(LEAN, 130.0, 30.0, completed=True, summary=other),
        ),
    )


def keep_practices(store: Store, code: str, tops: tuple[float, ...] = (55.0, 62.0, 80.0)) -> UUID:
    """Keep a practice a week with these tops, and return the id of the last, which has a trace."""
    id_ = None
    for week, top in enumerate(tops):
        last = week == len(tops) - 1
        said = Ratings(
            pain_before=5,
            pain_after=3,
            mood_after=6,
            energy_before=4,
            effort=2,
            stopped=week == 1,
        )
        id_ = store.practices.add(
            code,
            KeptPractice(
                began_at=FIRST + timedelta(weeks=week),
                record=record(top),
                ratings=said,
                words="It felt lighter, like a door that opens." if last else "",
                made_with=MADE_WITH,
            ),
        )
    assert id_ is not None
    store.traces.add(id_, 0, trace())
    return id_
