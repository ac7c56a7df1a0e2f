"""A person's practices over a while: what changed, as far as that may be claimed, and what did not.

The oldest practice is the first everywhere in it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import isfinite

import numpy as np

from exercises.ranges import TOWARD_LEFT
from exercises.signed_range import SignedRange
from feedback.comparing import change, claim
from feedback.instruments import PSFS_SOURCE, Filled
from feedback.ratings import DiaryEntry
from feedback.tops import Stood, Top, stood, tops_of
from records.kept_practice import KeptPractice, PracticeEntry
from records.programmes import Applied
from records.proposals import KeptProposal
from records.report.chart import Band, Chart, Line
from records.report.figures import (
    UNKNOWN,
    day_text,
    in_unit,
    number,
    with_error,
)
from records.report.over_days import broken
from records.report.parts import Charts, Fact, Facts, Heading, Paragraph, Part, Report, Table
from records.report.programme_changes import change_rows
from records.report.saying import Movements, measure_name, title_of
from records.report.small_print import small_print
from words.tr import tr

_MOST_CHARTS = 6
_MOST_WORDS = 30
RANGE_WIDTHS = (3.6, 1.4, 1.4, 1.6, 1.6, 2.8)
_SCALES = ("pain", "mood", "energy")


@dataclass(frozen=True, slots=True, eq=False)
class ProgressData:
    """What a report over a while is made of, each the oldest first.

    Attributes
    ----------
    code
        Whose.
    since, until
        The first and the last day of the while.
    entries
        The practices in it.
    ranges, programmes, proposals
        Every version there was, of the while and before.
    diary, filled
        What was written and answered in it.
    movements
        The movements that are known here.
    made_on
        The day on which the report is made.
    """

    code: str
    since: date
    until: date
    entries: Sequence[PracticeEntry]
    ranges: Sequence[SignedRange]
    programmes: Sequence[Applied]
    proposals: Sequence[KeptProposal]
    diary: Sequence[DiaryEntry]
    filled: Sequence[Filled]
    movements: Movements
    made_on: date


@dataclass(frozen=True, slots=True)
class Seen:
    """A top, with its day and how the person stood."""

    day: date
    top: Top
    stood: Stood


def day_of(practice: KeptPractice) -> date:
    """Return the day of a practice, as it was on the wall of this machine."""
    return practice.began_at.astimezone().date()


def seen_of(
    entries: Sequence[PracticeEntry], movements: Movements
) -> dict[tuple[str, str, str], list[Seen]]:
    """Return the tops that had a number, by movement, measure and side, the oldest first."""
    found: dict[tuple[str, str, str], list[Seen]] = {}
    for entry in entries:
        postures = {each.exercise_id: each.posture for each in entry.practice.set_up}
        for record in entry.practice.record.movements:
            exercise = movements.get(record.exercise_id)
            for top in () if exercise is None else tops_of(record, exercise):
                if isfinite(top.value):
                    posture = postures.get(record.exercise_id, "")
                    how = stood(record, posture, entry.practice.made_with)
                    found.setdefault(top.key, []).append(Seen(day_of(entry.practice), top, how))
    return found


def progress_report(data: ProgressData, language: str) -> Report:
    """Return the report of a while."""
    span = f"{day_text(data.since, language)} – {day_text(data.until, language)}"
    return Report(
        kind="progress",
        code=data.code,
        title=tr("report.kind-progress", language),
        subtitle=data.code,
        aside=span,
        parts=tuple(_parts(data, language)),
        foot=small_print(
            language, (each.practice.made_with for each in data.entries), data.made_on
        ),
        language=language,
        day=data.until,
    )


def _parts(data: ProgressData, language: str) -> Iterator[Part]:
    if not data.entries:
        yield Paragraph(tr("report.no-practice", language))
    else:
        yield Facts(tuple(_facts(data, language)), 3)
        yield from _ranges(data, language)
        yield Heading(tr("report.how-it-was", language))
        yield Charts(tuple(_ratings(data, language)), 2, 32.0)
        yield Heading(tr("report.days", language))
        yield Charts((_days(data, language),), 1, 26.0)
    yield from filled_parts(data.filled, language)
    yield Heading(tr("report.programme-changes", language))
    yield from change_rows(data, language)
    yield Heading(tr("report.words", language))
    yield from _words(data, language)


def _facts(data: ProgressData, language: str) -> Iterator[Fact]:
    days = {day_of(each.practice) for each in data.entries}
    alone = sum(each.practice.with_staff is None for each in data.entries)
    yield Fact(
        tr("report.practices", language),
        str(len(data.entries)),
        tr("report.of-them-alone", language, count=alone),
    )
    yield Fact(
        tr("report.days-practised", language),
        str(len(days)),
        tr("report.in-days", language, count=(data.until - data.since).days + 1),
    )
    stops = sum(
        each.practice.ratings.stopped or bool(each.practice.ratings.signs) for each in data.entries
    )
    flares = len(
        {day_of(each.practice) for each in data.entries if each.practice.ratings.flare}
        | {entry.day for entry in data.diary if entry.flare}
    )
    yield Fact(
        tr("report.stops", language), str(stops), tr("report.flare-days", language, count=flares)
    )


def _ranges(data: ProgressData, language: str) -> Iterator[Part]:
    found = seen_of(data.entries, data.movements)
    yield Heading(tr("report.ranges", language))
    if not found:
        yield Paragraph(tr("report.no-ranges", language), soft=True)
        return
    most_seen = sorted(found.values(), key=len, reverse=True)
    head = ("measure", "first", "last", "change", "view", "claim")
    yield Table(
        tuple(tr(f"report.head-{each}", language) for each in head),
        tuple(range_row(several, data.movements, language) for several in most_seen),
        RANGE_WIDTHS,
        tr("report.claim-note", language),
    )
    charts = [_range_chart(several, data, language) for several in most_seen if len(several) > 1]
    if charts:
        yield Charts(tuple(charts[:_MOST_CHARTS]), 1 if len(charts) == 1 else 2, 42.0)


def range_row(several: Sequence[Seen], movements: Movements, language: str) -> tuple[str, ...]:
    """Return a line of the table of ranges: the first, the last, and what may be claimed."""
    first, last = several[0], several[-1]
    unit = last.top.unit
    name = f"{title_of(movements, last.top.exercise_id, language)}: " + measure_name(
        last.top.measure, last.top.side, language
    )
    view = tr(f"report.view-{last.stood.view}", language)
    shown_last = f"{with_error(last.top.value, last.top.error, unit, language)}"
    if len(several) == 1:
        return name, UNKNOWN, shown_last, UNKNOWN, view, tr("report.claim-one", language)
    shown_first = with_error(first.top.value, first.top.error, unit, language)
    what = claim(first.top, last.top, first.stood, last.stood)
    said = UNKNOWN
    if what == "changed":
        by, error = change(first.top, last.top)
        said = f"{'+' if by > 0 else ''}{with_error(by, error, unit, language)}"
    elif what == "within":
        # A difference that is not to be claimed is not written down as a number.
        said = tr("report.change-within", language)
    return name, shown_first, shown_last, said, view, tr(f"report.claim-{what}", language)


def _range_chart(several: Sequence[Seen], data: ProgressData, language: str) -> Chart:
    top = several[-1].top
    unit = top.unit
    days = np.array([float(each.day.toordinal()) for each in several])
    first, last = float(data.since.toordinal()), float(data.until.toordinal())
    bands, ceiling = _held(data.ranges, top, first, last)
    practised = {float(day_of(each.practice).toordinal()) for each in data.entries}
    xs, ys, errors = broken(
        days,
        np.array([each.top.value for each in several]),
        np.array([each.top.error for each in several]),
        without=sorted(practised.difference(days.tolist())),
    )
    lines = [Line(xs, ys, name=tr("report.top", language), shape="dot", errors=errors)]
    if ceiling is not None:
        lines.append(ceiling_line(ceiling, tr("report.ceiling", language)))
    name = measure_name(top.measure, top.side, language)
    return Chart(
        title=f"{title_of(data.movements, top.exercise_id, language)}: {name}{in_unit(unit)}",
        lines=tuple(lines),
        bands=tuple(bands),
        x="days",
        x_range=(float(data.since.toordinal()), float(data.until.toordinal())),
        band_name=tr("report.band", language),
        told=tr("report.progress-told", language, measure=name, practices=len(several)),
        language=language,
    )


def ceiling_line(steps: tuple[list[float], list[float]], name: str) -> Line:
    """Return a ceiling that changed over time, as steps."""
    return Line(np.array(steps[0]), np.array(steps[1]), name=name, style="ceiling", stepped=True)


def _held(
    ranges: Sequence[SignedRange], top: Top, first: float, last: float
) -> tuple[list[Band], tuple[list[float], list[float]] | None]:
    """Return the signed ranges of a measure as they followed each other, within a while."""
    rising = top.value >= 0
    versions = sorted(
        (
            each
            for each in ranges
            if each.exercise_id == top.exercise_id and each.measure_key == top.measure_key
        ),
        key=lambda each: (each.signed_on, each.version),
    )
    # A lean to one side is not held to what was signed for the other.
    if top.measure in TOWARD_LEFT or len({each.rising for each in versions}) > 1:
        versions = [each for each in versions if each.rising == rising]
    bands: list[Band] = []
    xs: list[float] = []
    ys: list[float] = []
    for row, each in enumerate(versions):
        begin = max(float(each.signed_on.toordinal()), first)
        later = versions[row + 1].signed_on.toordinal() if row + 1 < len(versions) else last
        end = min(float(later), last)
        if end > begin or (row + 1 == len(versions) and end >= begin):
            bands.append(Band(begin, end, each.low, each.high))
            xs += [begin]
            ys += [each.ceiling]
    if not xs:
        return [], None
    return bands, ([*xs, last], [*ys, ys[-1]])


def _ratings(data: ProgressData, language: str) -> Iterator[Chart]:
    days = np.array([float(day_of(each.practice).toordinal()) for each in data.entries])
    ratings = [each.practice.ratings for each in data.entries]
    for what in _SCALES:
        lines = []
        for when, style, shape in (("before", "solid", "dot"), ("after", "dashed", "ring")):
            values = [getattr(each, f"{what}_{when}") for each in ratings]
            ys = np.array([np.nan if value is None else float(value) for value in values])
            name = tr(f"report.{when}", language)
            xs, ys = broken(days, ys)
            lines.append(Line(xs, ys, name, style, shape))  # type: ignore[arg-type]
        yield _scale_chart(what, lines, data, language)
    effort = np.array([np.nan if r.effort is None else float(r.effort) for r in ratings])
    days, effort = broken(days, effort)
    yield _scale_chart("effort", [Line(days, effort, shape="square")], data, language)


def _scale_chart(what: str, lines: Sequence[Line], data: ProgressData, language: str) -> Chart:
    ends = tr(
        "report.ends",
        language,
        low=tr(f"scale.{what}-low", language),
        high=tr(f"scale.{what}-high", language),
    )
    name = tr(f"scale.{what}", language)
    return Chart(
        title=f"{name} ({ends})",
        lines=tuple(lines),
        x="days",
        x_range=(float(data.since.toordinal()), float(data.until.toordinal())),
        y_range=(0, 10),
        told=tr("report.scale-told", language, scale=name),
        language=language,
    )


def _days(data: ProgressData, language: str) -> Chart:
    weeks: dict[int, set[date]] = {}
    week = data.since - timedelta(days=data.since.weekday())
    while week <= data.until:
        weeks[week.toordinal()] = set()
        week += timedelta(days=7)
    for each in data.entries:
        day = day_of(each.practice)
        weeks.setdefault((day - timedelta(days=day.weekday())).toordinal(), set()).add(day)
    return Chart(
        title=tr("report.days-a-week", language),
        bars=tuple((float(first), float(len(days))) for first, days in weeks.items()),
        x="days",
        y_range=(0, 7),
        told=tr("report.days-a-week", language),
        language=language,
    )


def filled_parts(filled: Sequence[Filled], language: str) -> Iterator[Part]:
    """Yield what a person answered of their life: the first and the last time, side by side."""
    answered = [each for each in filled if each.answered]
    if not answered:
        return
    first, last = answered[0], answered[-1]
    rows = []
    for name, one, other in _answers(first, last, language):
        shown = UNKNOWN if one is None else number(one, language, 0 if one == int(one) else 1)
        now = UNKNOWN if other is None else number(other, language, 0 if other == int(other) else 1)
        rows.append((name, shown if first is not last else UNKNOWN, now))
    yield Heading(tr("report.life", language))
    head = (
        tr("report.head-asked", language),
        f"{tr('report.head-first', language)}, {day_text(first.day, language)}",
        f"{tr('report.head-last', language)}, {day_text(last.day, language)}",
    )
    note = tr("report.psfs-note", language, source=PSFS_SOURCE) if last.activities else ""
    yield Table(head, tuple(rows), (4.4, 2, 2), note)


def _answers(
    first: Filled, last: Filled, language: str
) -> Iterator[tuple[str, float | None, float | None]]:
    """Yield what was asked, and what was answered the first and the last time."""
    before: dict[str, float | None] = {each.words: each.ability for each in first.activities}
    if last.activities:
        yield tr("report.psfs-mean", language), first.psfs, last.psfs
    for activity in last.activities:
        quoted = tr("report.own-words", language, words=activity.words)
        yield quoted, before.get(activity.words), activity.ability
    goals = {each.words: each.satisfaction for each in first.goals}
    for goal in last.goals:
        name = tr("report.goal-felt", language, goal=goal.words)
        yield name, goals.get(goal.words), goal.satisfaction
    yield tr("report.control", language), first.control, last.control
    yield tr("report.life-felt", language), first.life, last.life
    yield tr("report.practice-felt", language), first.practice, last.practice


def _words(data: ProgressData, language: str) -> Iterator[Part]:
    """Yield the person's own words, the newest first."""
    said = [(day_of(each.practice), each.practice.words) for each in data.entries]
    said += [(entry.day, entry.words) for entry in data.diary]
    newest = sorted((each for each in said if each[1].strip()), key=lambda e: e[0], reverse=True)
    for day, words in newest[:_MOST_WORDS]:
        yield Paragraph(words, day_text(day, language), own=True)
    if not newest:
        yield Paragraph(tr("report.no-words", language), soft=True)
    elif len(newest) > _MOST_WORDS:
        yield Paragraph(
            tr("report.more-rows", language, count=len(newest) - _MOST_WORDS), soft=True
        )
