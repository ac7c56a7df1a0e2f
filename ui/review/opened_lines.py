"""One practice in lines that staff read: what was said, noted, observed and signed."""

from collections.abc import Iterator
from math import isfinite

from feedback.observing import Observation
from feedback.ratings import Ratings
from feedback.repetition import Repetition
from ui.around import Around
from ui.review.ports import KeptReview
from ui.review.reading import PracticeRead
from ui.review.searching import day_of
from ui.review.shown import with_error
from ui.review.trace_chart import clock
from ui.told import Told
from ui.widgets.rows import Row
from vision.measures import MEASURES, Unit, indices_of

_NOTHING = "–"
_COMPARED = ("pain", "mood", "energy")


def practice_lines(around: Around, read: PracticeRead) -> tuple[Told, ...]:
    """Return all that is told of a practice beside its angles."""
    tr, practice = around.tr, read.entry.practice
    lines: list[Told] = []
    if practice.words.strip():
        lines.append((tr("review.words"), practice.words.strip()))
    lines += _ratings(around, practice.ratings)
    if read.entry.state == "interrupted":
        lines.append((tr("review.state"), tr("review.interrupted")))
    if practice.with_staff:
        lines.append((tr("review.with"), practice.with_staff))
    if practice.note.strip():
        lines.append((tr("review.note"), practice.note.strip()))
    for each in read.observed:
        name = tr("review.observed-by", by=each.signed_by)
        lines += [
            (name if not i else "", text)
            for i, text in enumerate(observed_texts(around, each.value))
        ]
    if practice.unkept_s > 0:
        lines.append((tr("review.unkept"), f"{practice.unkept_s:.0f} s"))
    lines += [signature_line(around, each) for each in read.reviews]
    lines.append((tr("review.made-with"), practice.made_with))
    return tuple(lines)


def signature_line(around: Around, review: KeptReview) -> Told:
    """Return who signed and when, with their note, and whether it was changed since."""
    tr = around.tr
    said = f"{review.signed_by}, {review.signed_at.astimezone():%Y-%m-%d %H:%M}"
    if review.changed_since:
        said = f"{said} – {tr('review.changed')}"
    note = review.note.strip()
    return tr("review.signed"), f"{said}. {note}" if note else said


def _ratings(around: Around, ratings: Ratings) -> Iterator[Told]:
    tr = around.tr
    for what in _COMPARED:
        pair = getattr(ratings, f"{what}_before"), getattr(ratings, f"{what}_after")
        if any(each is not None for each in pair):
            said = (_NOTHING if each is None else str(each) for each in pair)
            yield tr(f"scale.{what}"), " → ".join(said)
    if ratings.effort is not None:
        yield tr("scale.effort"), str(ratings.effort)
    if ratings.satisfaction is not None:
        yield tr("review.satisfaction"), str(ratings.satisfaction)
    marks = ", ".join(f"{mark.pain}" for mark in ratings.pain_marks)
    if marks:
        yield tr("review.pain-marks"), marks
    if ratings.signs:
        yield tr("review.signs"), ", ".join(tr(f"signs.{sign}") for sign in ratings.signs)
    kinds = [
        tr(f"review.{kind}")
        for kind, holds in (
            ("stopped", ratings.stopped),
            ("smaller", ratings.smaller),
            ("flare", ratings.flare),
        )
        if holds
    ]
    if kinds:
        yield tr("review.day"), ", ".join(kinds)


def observed_texts(around: Around, seen: Observation) -> tuple[str, ...]:
    """Return what was observed, a line each."""
    tr = around.tr
    scales = [
        f"{tr(f'observing.{name}')}: {value} / 10"
        for name, value in (
            ("breath", seen.breath_ease),
            ("gait", seen.gait),
            ("alignment", seen.alignment),
        )
        if value is not None
    ]
    kinds = []
    if seen.attendance is not None:
        came = tr(f"observing.attendance-{seen.attendance}")
        kinds.append(f"{tr('observing.attendance')}: {came}")
    if seen.help is not None:
        kinds.append(f"{tr('observing.help')}: {tr(f'observing.help-{seen.help}')}")
    if seen.on_task_min is not None:
        kinds.append(f"{tr('observing.on-task')}: {seen.on_task_min} min")
    note = [seen.note.strip()] if seen.note.strip() else []
    return (*scales, *kinds, *note)


def repetition_rows(around: Around, read: PracticeRead) -> list[Row]:
    """Return a row for each repetition, its key the seconds of its top."""
    record = read.entry.practice.record
    rows = []
    for movement in record.movements:
        exercise = around.movements.get(movement.exercise_id)
        lead = exercise.lead if exercise is not None else None
        unit: Unit = "degrees"
        if lead is not None:
            unit = MEASURES[indices_of(lead.measure)[0]].unit
        for each in movement.summary.repetitions:
            at = each.peak_s - record.started_s
            rows.append(Row(f"{at:.3f}", clock(at), _repetition(around, each, unit)))
    return rows


def _repetition(around: Around, each: Repetition, unit: Unit) -> str:
    """Return a repetition's side, its top with its error, and how long it took."""
    side = "" if each.side == "both" else around.tr(f"side.short-{each.side}")
    value = around.tr("review.withheld")
    if isfinite(each.peak):
        value = with_error(each.peak, each.peak_error, unit)
    took = f"{each.end_s - each.start_s:.0f} s"
    return " · ".join(part for part in (side, value, took) if part)


def head_line(around: Around, read: PracticeRead) -> str:
    """Return whose practice it is and of when."""
    began = read.entry.practice.began_at.astimezone()
    return around.tr(
        "review.opened",
        code=read.entry.code,
        day=day_of(read.entry).isoformat(),
        at=f"{began:%H:%M}",
    )
