"""How far movements went in one practice, and how they were set up for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite, nan
from statistics import median

from exercises.definition import Target
from exercises.exercise import Exercise
from exercises.ranges import SafeRange, target_for
from feedback.glance import MovementSeen, RepetitionSeen
from vision.measures import MEASURES, Side, Unit, indices_of


@dataclass(frozen=True, slots=True)
class Top:
    """How far one side came in one movement of one practice.

    Attributes
    ----------
    exercise_id, measure, side
        Of what; `side` is ``left``, ``right`` or ``both``.
    value
        The median of its repetitions' tops, in `unit`; NaN where none had a number.
    error
        The median of their expected errors (90%); NaN where none is known.
    count, told
        How many repetitions there were, and how many of them had a number.
    tempo_s
        Seconds of one repetition, the median; NaN without any.
    """

    exercise_id: str
    measure: str
    side: str
    unit: Unit
    value: float
    error: float
    count: int
    told: int
    tempo_s: float

    @property
    def key(self) -> tuple[str, str, str]:
        """What tops of several practices share."""
        return self.exercise_id, self.measure, self.side

    @property
    def measure_key(self) -> str:
        """The measure as ranges write it; of both sides the left one's."""
        rows = indices_of(self.measure)
        return MEASURES[rows[-1] if self.side == "right" else rows[0]].key


@dataclass(frozen=True, slots=True)
class Stood:
    """How somebody stood to the camera, and with what they were measured.

    Attributes
    ----------
    view, near_side, turn_deg, body_px
        As `feedback.measured.ViewMeasured` has them.
    posture
        Seated, standing or lying; empty where it is not known.
    model
        The pose model and its version.
    """

    view: str
    near_side: str
    turn_deg: float
    body_px: float
    posture: str
    model: str


def tops_of(record: MovementSeen, exercise: Exercise) -> Iterator[Top]:
    """Yield how far each side came; none of a movement that counts nothing."""
    lead = exercise.lead
    if lead is None:
        return
    unit = MEASURES[indices_of(lead.measure)[0]].unit
    for side in ("left", "right", "both"):
        done = [each for each in record.summary.repetitions if each.side == side]
        if done:
            yield _top(record.exercise_id, lead, side, unit, done)


def _top(exercise_id: str, lead: Target, side: str, unit: Unit, done: list[RepetitionSeen]) -> Top:
    told = [each for each in done if isfinite(each.peak)]
    return Top(
        exercise_id=exercise_id,
        measure=lead.measure,
        side=side,
        unit=unit,
        value=_median([each.peak for each in told]),
        error=_median([each.peak_error for each in told]),
        count=len(done),
        told=len(told),
        tempo_s=_median([each.end_s - each.start_s for each in done]),
    )


def stood(record: MovementSeen, posture: str = "", made_with: str = "") -> Stood:
    """Return how somebody stood in one movement of a practice.

    Parameters
    ----------
    posture
        The one it was done in; empty where it is not known.
    made_with
        The program, and after a comma the pose model, as a practice is kept.
    """
    view = record.summary.measured.view
    return Stood(
        view=view.seen,
        near_side=view.near_side or "",
        turn_deg=nan if view.turn_deg is None else view.turn_deg,
        body_px=nan if view.body_px is None else view.body_px,
        posture=posture,
        model=made_with.partition(", ")[2],
    )


def held(exercise: Exercise, side: str, ranges: tuple[SafeRange, ...]) -> Target | None:
    """Return the lead target as it held for one side of one person; `None` without a lead."""
    lead = exercise.lead
    if lead is None:
        return None
    known: Side | None = side if side in ("left", "right") else None  # type: ignore[assignment]
    if known is None and len(indices_of(lead.measure)) > 1:
        known = "left"
    return target_for(exercise, lead, known, ranges)


def _median(values: list[float]) -> float:
    known = [value for value in values if isfinite(value)]
    return median(known) if known else nan
