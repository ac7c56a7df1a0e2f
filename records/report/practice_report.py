"""One practice on one page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite

from exercises.ranges import SafeRange
from exercises.signed_range import SignedRange
from exercises.versions import safe_ranges
from feedback.angle_trace import AngleTrace
from feedback.record import MovementRecord
from feedback.tops import tops_of
from records.kept_practice import KeptPractice, PracticeEntry
from records.report.chart import Chart, Mark
from records.report.figures import (
    UNKNOWN,
    day_text,
    minutes,
    number,
    percent,
    time_text,
    with_error,
)
from records.report.inside import inside_of
from records.report.parts import (
    Charts,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Part,
    Report,
    Table,
    ToFill,
)
from records.report.saying import Movements, said, sentence, title_of
from records.report.small_print import small_print
from records.report.trace_chart import charts_of, course_of
from records.reviews import KeptReview
from words.tr import tr

_MOST_CHARTS = 6
_WIDTHS = (2.8, 0.7, 1.4, 1.4, 1.1, 0.9, 1.6, 2.4)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True, eq=False)
class PracticeData:
    """What a practice's report is made of.

    Attributes
    ----------
    entry
        The practice.
    trace
        What was measured moment by moment.
    ranges
        Every version of the person's ranges.
    movements
        The movements that are known here.
    reviews
        Who read and signed it.
    made_on
        The day on which the report is made.
    """

    entry: PracticeEntry
    trace: AngleTrace | None
    ranges: Sequence[SignedRange]
    movements: Movements
    reviews: Sequence[KeptReview]
    made_on: date


def practice_report(data: PracticeData, language: str) -> Report:
    """Return the report of one practice."""
    entry, practice = data.entry, data.entry.practice
    began = practice.began_at.astimezone()
    with_whom = (
        tr("report.with", language, staff=practice.with_staff)
        if practice.with_staff
        else tr("report.alone", language)
    )
    span = f"{time_text(began, language)}–{time_text(practice.ended_at.astimezone(), language)}"
    record_line = tr("report.of-record", language, record=str(entry.id), digest=entry.digest[:12])
    return Report(
        kind="practice",
        code=entry.code,
        title=tr("report.kind-practice", language),
        subtitle=entry.code,
        aside=f"{day_text(began.date(), language)}, {span}\n{with_whom}",
        parts=tuple(_parts(data, language)),
        foot=small_print(language, [practice.made_with], data.made_on, of_record=record_line),
        language=language,
        day=began.date(),
        one_page=True,
    )


def _parts(data: PracticeData, language: str) -> Iterator[Part]:
    practice = data.entry.practice
    if data.entry.state != "ended":
        yield Paragraph(tr(f"report.state-{data.entry.state}", language))
    yield Facts(tuple(_facts(practice, language)))
    if not practice.record.movements:
        yield Paragraph(tr("report.no-movement", language), soft=True)
    else:
        yield _table(data, language)
    signs = _signs_of(practice)
    charts = list(_charts(data, signs, language))
    if charts:
        columns = 1 if len(charts) == 1 else 2
        height = {1: 62.0, 2: 52.0}.get(len(charts), 40.0 if len(charts) < 5 else 34.0)
        yield Charts(tuple(charts[:_MOST_CHARTS]), columns, height)
    elif practice.record.movements:
        yield Paragraph(tr("report.no-trace", language), soft=True)
    yield from _noticed(data, charts, signs, language)
    yield from _words(data, language)


def _facts(practice: KeptPractice, language: str) -> Iterator[Fact]:
    ratings = practice.ratings
    both = tr("report.before-after", language)
    for what, before, after in (
        ("pain", ratings.pain_before, ratings.pain_after),
        ("mood", ratings.mood_before, ratings.mood_after),
        ("energy", ratings.energy_before, ratings.energy_after),
    ):
        yield Fact(tr(f"scale.{what}", language), arrow(before, after), both)
    yield Fact(tr("scale.effort", language), _scale(ratings.effort), tr("report.of-ten", language))
    movements = practice.record.movements
    repetitions = sum(len(each.summary.repetitions) for each in movements)
    yield Fact(
        tr("report.moved", language),
        minutes(sum(each.active_s for each in movements)),
        tr("report.rested", language, time=minutes(practice.record.rested_s)),
    )
    yield Fact(
        tr("report.repetitions", language),
        str(repetitions),
        tr("report.movements", language, count=len(movements)),
    )
    yield Fact(
        tr("report.position", language), _position(practice, language), _views(practice, language)
    )
    yield Fact(tr("report.screening", language), *_screening(practice, language))


def _scale(value: int | None) -> str:
    return UNKNOWN if value is None else str(value)


def arrow(before: int | None, after: int | None) -> str:
    """Return an answer before and after; one dash where there is neither."""
    if before is None and after is None:
        return UNKNOWN
    return f"{_scale(before)} → {_scale(after)}"


def _position(practice: KeptPractice, language: str) -> str:
    postures = dict.fromkeys(each.posture for each in practice.set_up)
    said_each = [tr(f"posture.{each}", language) for each in postures]
    return sentence(", ".join(said_each)) if said_each else UNKNOWN


def _views(practice: KeptPractice, language: str) -> str:
    seen = dict.fromkeys(each.summary.measured.view.seen for each in practice.record.movements)
    return ", ".join(tr(f"report.view-{each}", language) for each in seen)


def _screening(practice: KeptPractice, language: str) -> tuple[str, str]:
    screening = practice.screening
    if screening is None:
        return tr("report.not-screened", language), ""
    state = "report.cleared" if screening.cleared else "report.not-cleared"
    return tr(state, language), f"{screening.by}, {day_text(screening.on, language)}"


def held_on(
    ranges: Sequence[SignedRange], data: Movements, exercise_id: str, day: date
) -> tuple[SafeRange, ...]:
    """Return the person's own ranges in a movement as they held on a day."""
    known = data.get(exercise_id)
    if known is None:
        return ()
    return safe_ranges([each for each in ranges if each.signed_on <= day], known)


def _table(data: PracticeData, language: str) -> Table:
    head = ("movement", "repetitions-short", "top", "inside", "tempo", "seen", "view", "changes")
    rows = [
        row
        for record in data.entry.practice.record.movements
        for row in _rows(data, record, language)
    ]
    return Table(tuple(tr(f"report.head-{each}", language) for each in head), tuple(rows), _WIDTHS)


def _rows(data: PracticeData, record: MovementRecord, language: str) -> Iterator[tuple[str, ...]]:
    practice = data.entry.practice
    exercise = data.movements.get(record.exercise_id)
    title = title_of(data.movements, record.exercise_id, language)
    tops = [] if exercise is None else list(tops_of(record, exercise))
    seen = percent(record.summary.measured.quality, language)
    view = tr(f"report.view-{record.summary.measured.view.seen}", language)
    changes = ", ".join(_changes(practice, record, language)) or UNKNOWN
    if not tops:
        count = len(record.summary.repetitions) or UNKNOWN
        inside = _inside(data, record, "both", language)
        yield (title, str(count), UNKNOWN, inside, UNKNOWN, seen, view, changes)
        return
    for row, top in enumerate(tops):
        side = "" if top.side == "both" else said(f"side.short-{top.side}", language)
        name = ", ".join(each for each in (title, side) if each)
        tempo = f"{number(top.tempo_s, language, 1)} s" if top.tempo_s > 0 else UNKNOWN
        shown = with_error(top.value, top.error, top.unit, language)
        inside = _inside(data, record, top.side, language)
        # How it was seen, and how it felt, was of the movement as a whole.
        felt = changes if not row or changes == UNKNOWN else tr("report.as-above", language)
        yield (sentence(name), str(top.count), shown, inside, tempo, seen, view, felt)


def _inside(data: PracticeData, record: MovementRecord, side: str, language: str) -> str:
    """Return the share of its time that a side stayed inside its limits, or why none is told."""
    exercise = data.movements.get(record.exercise_id)
    course = None
    if exercise is not None and data.trace is not None:
        course = course_of(data.trace, exercise)
    if exercise is None or course is None:
        return f"{UNKNOWN} {tr('report.inside-not-kept', language)}"
    day = data.entry.practice.began_at.astimezone().date()
    own = held_on(data.ranges, data.movements, record.exercise_id, day)
    found = inside_of(course, exercise, side, own)
    if not found.limited:
        return f"{UNKNOWN} {tr('report.inside-no-limit', language)}"
    if not isfinite(found.share):
        return f"{UNKNOWN} {tr('report.inside-not-seen', language)}"
    return percent(found.share, language)


def _changes(practice: KeptPractice, record: MovementRecord, language: str) -> Iterator[str]:
    """Yield what was changed in a movement, and how it felt."""
    ratings = practice.ratings
    if ratings.smaller:
        yield tr("report.smaller", language)
    if not record.completed:
        yield tr("report.left-early", language)
    felt = next((each for each in ratings.felt if each.exercise_id == record.exercise_id), None)
    if felt is not None and felt.answer is not None:
        yield tr(f"report.felt-{felt.answer}", language)
    if felt is not None and (felt.too_much or felt.times_too_much):
        yield tr("report.too-much-times", language, count=max(felt.times_too_much, 1))
    if record.summary.partial:
        yield tr("report.partial", language, count=record.summary.partial)


def _signs_of(practice: KeptPractice) -> dict[str, str]:
    """Return a letter for each cue that was given, in the order in which they came."""
    given = sorted(
        (time_s, cue) for each in practice.record.movements for time_s, cue in each.summary.cues
    )
    cues = dict.fromkeys(cue for _, cue in given)
    return {cue: _LETTERS[row % len(_LETTERS)] for row, cue in enumerate(cues)}


def _charts(data: PracticeData, signs: dict[str, str], language: str) -> Iterator[Chart]:
    practice = data.entry.practice
    if data.trace is None:
        return
    day = practice.began_at.astimezone().date()
    by_id: dict[str, list[MovementRecord]] = {}
    for record in practice.record.movements:
        by_id.setdefault(record.exercise_id, []).append(record)
    for exercise_id, records in by_id.items():
        exercise = data.movements.get(exercise_id)
        course = None if exercise is None else course_of(data.trace, exercise)
        if exercise is None or course is None:
            continue
        marks = [
            Mark(time_s - practice.record.started_s, signs[cue])
            for record in records
            for time_s, cue in record.summary.cues
        ]
        own = held_on(data.ranges, data.movements, exercise_id, day)
        title = title_of(data.movements, exercise_id, language)
        yield from charts_of(course, exercise, own, marks, language, title=title)


def _noticed(
    data: PracticeData, charts: Sequence[Chart], signs: dict[str, str], language: str
) -> Iterator[Part]:
    """Yield what was said, what was not seen, and where and why it was stopped."""
    practice = data.entry.practice
    if len(charts) > _MOST_CHARTS:
        left_out = len(charts) - _MOST_CHARTS
        yield Paragraph(tr("report.more-charts", language, count=left_out), soft=True)
    if signs:
        yield Paragraph(_cues(practice, signs, language), tr("report.cues", language))
    gaps = [gap for chart in charts for gap in chart.gaps]
    if gaps:
        by_why: dict[str, float] = {}
        for gap in gaps:
            by_why[gap.why] = by_why.get(gap.why, 0.0) + gap.x1 - gap.x0
        listed = ", ".join(f"{why} {minutes(s)}" for why, s in by_why.items())
        yield Paragraph(listed, tr("report.not-seen", language))
    if practice.unkept_s:
        text = tr("report.unkept", language, time=minutes(practice.unkept_s))
        yield Paragraph(text, tr("report.not-kept", language))
    stops = list(_stops(data, language))
    yield Paragraph(
        "; ".join(stops) if stops else tr("report.no-stop", language), tr("report.stops", language)
    )


def _cues(practice: KeptPractice, signs: dict[str, str], language: str) -> str:
    start = practice.record.started_s
    parts = []
    for cue, sign in signs.items():
        times = [
            minutes(time_s - start)
            for each in practice.record.movements
            for time_s, given in each.summary.cues
            if given == cue
        ]
        when = ", ".join(times[:4]) + (f", … ({len(times)}×)" if len(times) > 4 else "")
        key = f"cue.{cue}"
        words = said(key, language)
        quoted = tr("report.own-words", language, words=cue if words == key else words)
        parts.append(f"{sign} {quoted} {when}")
    return "; ".join(parts)


def _stops(data: PracticeData, language: str) -> Iterator[str]:
    practice = data.entry.practice
    ratings, start = practice.ratings, practice.record.started_s
    if ratings.stopped:
        yield tr("report.stopped", language)
    for sign in ratings.signs:
        yield said(f"signs.{sign}", language)
    for mark in ratings.pain_marks:
        time = minutes(mark.time_s - start)
        yield tr("report.pain-at", language, pain=mark.pain, time=time)
    for noticed in practice.record.marks:
        if noticed.what == "too-much":
            title = title_of(data.movements, noticed.exercise_id, language)
            time = minutes(noticed.time_s - start)
            yield tr("report.too-much-at", language, movement=title, time=time)
    if ratings.flare:
        yield tr("report.flare-day", language)


def _words(data: PracticeData, language: str) -> Iterator[Part]:
    practice = data.entry.practice
    yield Heading(tr("report.words", language))
    if practice.words.strip():
        yield Paragraph(practice.words, own=True)
    else:
        yield Paragraph(tr("report.no-words", language), soft=True)
    yield Heading(tr("report.notes", language))
    if practice.note.strip():
        yield Paragraph(practice.note, practice.with_staff or "")
    for review in data.reviews:
        signed = tr(
            "report.signed-changed" if review.changed_since else "report.signed",
            language,
            staff=review.signed_by,
            day=day_text(review.signed_at.astimezone().date(), language),
        )
        yield Paragraph(review.note or UNKNOWN, signed)
    if not practice.note.strip() and not any(review.note for review in data.reviews):
        yield ToFill("", 2)
    if not data.reviews:
        yield ToFill(tr("report.signature", language))
