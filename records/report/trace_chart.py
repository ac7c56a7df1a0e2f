"""The angles of one movement over its time, with what was comfortable, and what was not seen."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import nan

import numpy as np
from numpy.typing import NDArray

from exercises.definition import Target
from exercises.exercise import Exercise
from exercises.ranges import SafeRange
from feedback.angle_trace import AngleTrace
from feedback.tops import held
from records.report.chart import Band, Ceiling, Chart, Gap, Line, Mark
from records.report.figures import STEP, in_unit
from records.report.saying import WHY, measure_name, said
from vision.measures import MEASURES, Withheld, indices_of
from words.tr import tr

# A while without a number that is told: shorter ones are a blink (a default of ours).
LEAST_GAP_S = 1.0
_POINTS = 700

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """What was measured of one movement's leading measure.

    Attributes
    ----------
    times_s
        (N,) seconds since the practice began.
    sides
        The sides of the measure; empty for a midline one.
    values
        (N, S) in the measure's unit; NaN where withheld.
    withheld
        (N, S) of `vision.measures.Withheld`.
    """

    times_s: Array
    sides: tuple[str, ...]
    values: Array
    withheld: NDArray[np.int8]


def course_of(trace: AngleTrace, exercise: Exercise) -> Course | None:
    """Return the course of a movement's leading measure; `None` where nothing is kept of it."""
    lead = exercise.lead
    here = np.array([each == exercise.id for each in trace.exercise_ids], bool)
    if lead is None or not here.any():
        return None
    measures = [MEASURES[row] for row in indices_of(lead.measure)]
    columns = [trace.measures.index(m.key) for m in measures if m.key in trace.measures]
    if not columns:
        return None
    sides = tuple(m.side or "" for m in measures if m.key in trace.measures)
    times = trace.times_s[here]
    return Course(times, sides, trace.values[here][:, columns], trace.withheld[here][:, columns])


def gaps_of(course: Course, language: str) -> list[Gap]:
    """Return the whiles in which nothing was measured, each with its commonest reason."""
    unseen: NDArray[np.bool_] = np.all(np.isnan(course.values), axis=1)
    gaps = []
    for start, stop in _runs(unseen):
        begin = float(course.times_s[start])
        end = float(course.times_s[min(stop, len(unseen) - 1)])
        if end - begin >= LEAST_GAP_S:
            reasons = Counter(course.withheld[start:stop].ravel().tolist())
            reasons.pop(int(Withheld.GIVEN), None)
            why = reasons.most_common(1)[0][0] if reasons else int(Withheld.UNSEEN)
            key = WHY.get(Withheld(why), "report.why-unseen")
            gaps.append(Gap(begin, end, tr(key, language)))
    return sorted([*gaps, *_pauses(course, language)], key=lambda gap: gap.x0)


def _pauses(course: Course, language: str) -> Iterator[Gap]:
    """Yield the whiles in which nothing was kept: rests and pauses."""
    for row in np.flatnonzero(np.diff(course.times_s) >= 2 * LEAST_GAP_S).tolist():
        begin, end = float(course.times_s[row]), float(course.times_s[row + 1])
        yield Gap(begin, end, tr("report.why-paused", language))


def charts_of(
    course: Course,
    exercise: Exercise,
    ranges: tuple[SafeRange, ...],
    marks: Sequence[Mark],
    language: str,
    *,
    title: str,
) -> Iterator[Chart]:
    """Yield the charts of one movement: one for both sides, or each where they may go otherwise.

    Parameters
    ----------
    ranges
        The person's own, as they held on that day.
    marks
        What was said in it, on the trace's own clock.
    """
    targets = {held(exercise, side, ranges) for side in course.sides}
    if len(targets) < 2:
        yield chart_of(course, exercise, ranges, marks, language, title=title)
        return
    for column, side in enumerate(course.sides):
        one = slice(column, column + 1)
        alone = replace(
            course,
            sides=(side,),
            values=course.values[:, one],
            withheld=course.withheld[:, one],
        )
        if np.isfinite(alone.values).any():
            called = f"{title}, {said(f'side.short-{side}', language)}"
            yield chart_of(alone, exercise, ranges, marks, language, title=called)


def chart_of(
    course: Course,
    exercise: Exercise,
    ranges: tuple[SafeRange, ...],
    marks: Sequence[Mark],
    language: str,
    *,
    title: str,
) -> Chart:
    """Return the chart of one movement.

    Parameters
    ----------
    ranges
        The person's own, as they held on that day.
    marks
        What was said in it, on the trace's own clock.
    """
    lead = exercise.lead
    assert lead is not None
    unit = MEASURES[indices_of(lead.measure)[0]].unit
    first, last = float(course.times_s[0]), float(course.times_s[-1])
    targets = [held(exercise, side, ranges) for side in course.sides]
    bands = dict.fromkeys(
        (Band(first, last, t.low, t.high), Ceiling(first, last, t.ceiling)) for t in targets if t
    )
    styles = ("solid", "dashed")
    lines = tuple(
        Line(
            *thinned(course.times_s, course.values[:, column]),
            name=said(f"side.short-{side}", language) if side else "",
            style=styles[column % 2],  # type: ignore[arg-type]
        )
        for column, side in enumerate(course.sides)
        if np.isfinite(course.values[:, column]).any()
    )
    name = measure_name(lead.measure, "", language)
    return Chart(
        title=f"{title}: {name}{in_unit(unit)}",
        lines=lines,
        bands=tuple(band for band, _ in bands),
        ceilings=tuple(ceiling for _, ceiling in bands),
        gaps=tuple(gaps_of(course, language)),
        marks=tuple(mark for mark in marks if first <= mark.x <= last),
        y_range=_range(course.values, [t for t in targets if t], unit == "shoulder_widths"),
        band_name=tr("report.band", language),
        ceiling_name=tr("report.ceiling", language),
        gap_name=tr("report.not-seen", language),
        mark_name=tr("report.cue", language),
        told=tr("report.chart-told", language, movement=title, measure=name),
        language=language,
    )


def _range(values: Array, targets: list[Target], fine: bool) -> tuple[float, float]:
    step = STEP["shoulder_widths"] if fine else 10.0
    seen = values[np.isfinite(values)].tolist()
    every = [*seen, *(end for t in targets for end in (t.low, t.high, t.ceiling, t.rest))]
    return float(np.floor(min(every) / step) * step), float(np.ceil(max(every) / step) * step)


def thinned(xs: Array, ys: Array) -> tuple[Array, Array]:
    """Return a course in so few points that it draws the same: the least and most of each while."""
    count = len(xs)
    if count <= 2 * _POINTS:
        return xs, ys
    each = -(-count // _POINTS)
    parts = -(-count // each)
    padded = np.full(parts * each, nan)
    padded[:count] = ys
    gone = np.isnan(padded).reshape(parts, each)
    table = padded.reshape(parts, each)
    first = np.arange(parts) * each
    least = first + np.where(gone, np.inf, table).argmin(axis=1)
    most = first + np.where(gone, -np.inf, table).argmax(axis=1)
    # A while in which nothing was seen breaks the line where it begins.
    breaks = (first + gone.argmax(axis=1))[gone.any(axis=1)]
    keep = np.unique(np.concatenate((least, most, breaks)))
    keep = keep[keep < count]
    return xs[keep], ys[keep]


def _runs(flags: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Yield where runs of what is so begin and end (the end not included)."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flags.astype(np.int8), [0]))))
    yield from zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
