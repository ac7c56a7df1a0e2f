"""What was measured of one practice moment by moment, and where the body was seen."""

from collections.abc import Iterator

import numpy as np

from feedback.angle_trace import AngleTrace
from records.export.table import Cell, Column, Table
from vision.measures import INDEX, MEASURES, Withheld
from vision.skeleton import Landmark

SHORT_UNITS = {"degrees": "deg", "percent": "%", "shoulder_widths": "shoulder widths"}


def asked(trace: AngleTrace) -> list[int]:
    """Return which of the trace's measures ever had a meaning in the view that was declared."""
    never = np.all(trace.withheld == Withheld.NOT_ASKED, axis=0)
    given = np.any(np.isfinite(trace.values), axis=0)
    return [i for i in range(len(trace.measures)) if given[i] or not never[i]]


def angles(trace: AngleTrace) -> Table:
    """Return a line for each moment: of each measure its number, its error, and why it has none."""
    chosen = asked(trace)
    columns = [
        Column("time", "Since the practice's record began.", "s"),
        Column("movement", "The movement's id."),
        Column("tracking quality", "Share of the landmarks it needs that were seen.", "%"),
    ]
    for i in chosen:
        key = trace.measures[i]
        unit = SHORT_UNITS[MEASURES[INDEX[key]].unit]
        columns += [
            Column(key, "The measure; blank where it was withheld.", unit),
            Column(f"{key} error", "Within this of the truth in nine of ten cases.", unit),
            Column(f"{key} withheld", "Why it has no number; blank where it has one."),
        ]
    return Table(tuple(columns), _angles(trace, chosen))


def landmarks(trace: AngleTrace) -> Table:
    """Return a line for each moment: where each landmark was in the picture, y downward."""
    names = [mark.name.lower() for mark in Landmark]
    columns = [Column("time", "Since the practice's record began.", "s")]
    for name in names:
        columns += [
            Column(f"{name} {axis}", "In the picture; blank where it was not seen.", "px")
            for axis in "xy"
        ]
    flat = trace.landmarks.reshape(len(trace.times_s), 2 * len(names))
    rows = (
        [time_s, *places]
        for time_s, places in zip(trace.times_s.tolist(), flat.tolist(), strict=True)
    )
    return Table(tuple(columns), rows)


def _angles(trace: AngleTrace, chosen: list[int]) -> Iterator[list[Cell]]:
    reasons = {int(why): why.name.lower().replace("_", " ") for why in Withheld}
    reasons[int(Withheld.GIVEN)] = ""
    for i, time_s in enumerate(trace.times_s.tolist()):
        row: list[Cell] = [time_s, trace.exercise_ids[i], 100 * float(trace.quality[i])]
        for column in chosen:
            value = float(trace.values[i, column])
            why = reasons[int(trace.withheld[i, column])]
            row += [value, float(trace.errors[i, column]), why]
        yield row
