"""Repetitions, and what was measured over each movement, a line each."""

from collections.abc import Iterator

from feedback.measured import AngleMeasured
from records.export.dossier import Dossier, Movements, Practised
from records.export.led import counted_by, unit_of
from records.export.practice_tables import DAY, MOVEMENT, NUMBER, PERSON, PRACTICE
from records.export.table import Cell, Column, Table
from vision.measures import Withheld

UNIT = Column("unit", "Unit of the line's numbers: degrees, percent or shoulder_widths.")
MEASURE = Column("measure", "Which measure, by its clinical name.")
SIDE = Column("side", "Of the person: left, right, or both where two sides count as one.")

REPETITIONS = (
    PERSON,
    PRACTICE,
    DAY,
    NUMBER,
    MOVEMENT,
    Column("repetition", "Counted from 1 within the movement, in the order of their end."),
    SIDE,
    Column("measure", "The measure that counts it; blank where the movement is not known here."),
    UNIT,
    Column("started", "Leaving rest, since the practice began.", "s"),
    Column("top at", "The middle of the time at the top.", "s"),
    Column("ended", "Back at rest.", "s"),
    Column("top", "The measure at the top; blank where it was withheld.", "unit"),
    Column("top error", "Within this of the truth in nine of ten cases.", "unit"),
    Column("range", "How far the top is from the person's own rest.", "unit"),
    Column("hold", "Time at the top.", "s"),
    Column("way out", "From leaving rest to the top.", "s"),
    Column("way back", "From the top to rest.", "s"),
    Column("speed", "Median speed while moving.", "unit/s"),
    Column("smoothness", "Spectral arc length, never positive; lower for every stop and start."),
)

MEASURES = (
    PERSON,
    PRACTICE,
    DAY,
    NUMBER,
    MOVEMENT,
    MEASURE,
    Column("side", "Of the person; blank for a measure of the midline."),
    UNIT,
    Column("given", "Share of the looks in which it had a number.", "%"),
    Column("low", "All its numbers but the lowest twentieth lie above.", "unit"),
    Column("low error", "Expected error of the numbers about that end.", "unit"),
    Column("high", "All its numbers but the highest twentieth lie below.", "unit"),
    Column("high error", "Expected error of the numbers about that end.", "unit"),
    Column("error", "Median of its expected error, at nine of ten cases.", "unit"),
    Column("by vertical", "Share taken from the picture's vertical, the hips unseen.", "%"),
    *(
        Column(f"withheld {why.name.lower().replace('_', ' ')}", meaning, "%")
        for why, meaning in (
            (Withheld.NOT_ASKED, "It has no meaning in the view that the movement declares."),
            (Withheld.LEARNING, "Something to compare with was not known yet."),
            (Withheld.FORESHORTENED, "A segment pointed toward or away from the camera."),
            (Withheld.TURNED, "The person was turned too far from the declared view."),
            (Withheld.UNSEEN, "A landmark it needs was out of sight."),
            (Withheld.REJECTED, "The frame could not be believed."),
            (Withheld.MOVED, "The camera was moved."),
        )
    ),
)


def repetitions(dossier: Dossier, movements: Movements) -> Table:
    """Return a line for each repetition."""
    rows = (
        row for each in dossier.practices for row in _repetitions(dossier.code, each, movements)
    )
    return Table(REPETITIONS, rows)


def measures(dossier: Dossier) -> Table:
    """Return a line for each measure of each movement."""
    rows = (row for each in dossier.practices for row in _measures(dossier.code, each))
    return Table(MEASURES, rows)


def _repetitions(code: str, practised: Practised, movements: Movements) -> Iterator[list[Cell]]:
    record = practised.practice.record
    for number, movement in enumerate(record.movements, 1):
        name = counted_by(movements, movement.exercise_id)
        for count, repetition in enumerate(movement.summary.repetitions, 1):
            yield [
                code,
                practised.ref,
                practised.day,
                number,
                movement.exercise_id,
                count,
                repetition.side,
                name,
                unit_of(name) if name else None,
                repetition.start_s - record.started_s,
                repetition.peak_s - record.started_s,
                repetition.end_s - record.started_s,
                repetition.peak,
                repetition.peak_error,
                repetition.range,
                repetition.hold_s,
                repetition.out_s,
                repetition.back_s,
                repetition.speed,
                repetition.smoothness,
            ]


def _measures(code: str, practised: Practised) -> Iterator[list[Cell]]:
    for number, movement in enumerate(practised.practice.record.movements, 1):
        for angle in movement.summary.measured.angles:
            head: list[Cell] = [code, practised.ref, practised.day, number]
            yield [*head, movement.exercise_id, *_measure(angle)]


def _measure(angle: AngleMeasured) -> list[Cell]:
    why = dict(angle.withheld)
    return [
        angle.measure.name,
        angle.measure.side,
        angle.measure.unit,
        100 * angle.given,
        angle.low,
        angle.low_error,
        angle.high,
        angle.high_error,
        angle.error,
        100 * angle.by_vertical,
        *(100 * why.get(reason, 0.0) for reason in Withheld if reason is not Withheld.GIVEN),
    ]
