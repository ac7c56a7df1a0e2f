"""A case on one page: for whoever takes somebody over, and for taking them up again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from exercises.person import Person
from exercises.signed_range import SignedRange
from feedback.observing import Observation
from records.report.figures import UNKNOWN, day_text, exact, number, unit_of
from records.report.parts import (
    Fact,
    Facts,
    Heading,
    Paragraph,
    Part,
    Report,
    Table,
    ToFill,
)
from records.report.practice_report import arrow
from records.report.progress_report import (
    RANGE_WIDTHS,
    ProgressData,
    day_of,
    filled_parts,
    range_row,
    seen_of,
)
from records.report.saying import measure_name, said, sentence, title_of
from records.report.small_print import small_print
from vision.measures import INDEX, MEASURES
from words.tr import tr

_HELD_WIDTHS = (3.4, 2.0, 1.2, 2.2, 1.6)


@dataclass(frozen=True, slots=True, eq=False)
class SummaryData:
    """What a summary is made of.

    Attributes
    ----------
    person
        Whose. Their display name is never printed.
    progress
        Their practices over the while it tells of.
    holding
        The ranges that hold.
    observations
        What clinicians observed in it, the oldest first.
    """

    person: Person
    progress: ProgressData
    holding: Sequence[SignedRange]
    observations: Sequence[Observation]


def summary_report(data: SummaryData, language: str) -> Report:
    """Return the summary of a case."""
    progress = data.progress
    span = f"{day_text(progress.since, language)} – {day_text(progress.until, language)}"
    return Report(
        kind="summary",
        code=data.person.code,
        title=tr("report.kind-summary", language),
        subtitle=data.person.code,
        aside=f"{tr('report.summary-aside', language)}\n{span}",
        parts=tuple(_parts(data, language)),
        foot=small_print(
            language, (each.practice.made_with for each in progress.entries), progress.made_on
        ),
        language=language,
        day=progress.made_on,
        one_page=True,
    )


def _parts(data: SummaryData, language: str) -> Iterator[Part]:
    yield Facts(tuple(_facts(data, language)))
    yield from _person(data.person, language)
    yield Heading(tr("report.course", language))
    found = sorted(
        seen_of(data.progress.entries, data.progress.movements).values(), key=len, reverse=True
    )
    if found:
        head = ("measure", "first", "last", "change", "view", "claim")
        rows = [range_row(each, data.progress.movements, language) for each in found]
        yield Table(
            tuple(tr(f"report.head-{each}", language) for each in head),
            tuple(rows),
            RANGE_WIDTHS,
        )
    else:
        yield Paragraph(tr("report.no-ranges", language), soft=True)
    yield from _programme(data, language)
    yield from _held(data, language)
    yield from filled_parts(data.progress.filled, language)
    yield from _helped(data, language)
    yield from _observed(data.observations, language)
    yield ToFill(tr("report.recommended", language), 2)
    yield ToFill(tr("report.signature", language))


def _facts(data: SummaryData, language: str) -> Iterator[Fact]:
    entries = data.progress.entries
    days = {day_of(each.practice) for each in entries}
    yield Fact(
        tr("report.practices", language),
        str(len(entries)),
        tr("report.on-days", language, count=len(days)),
    )
    said_before = [each.practice.ratings.pain_before for each in entries]
    pains = [pain for pain in said_before if pain is not None]
    first, last = (pains[0], pains[-1]) if pains else (None, None)
    yield Fact(tr("scale.pain", language), arrow(first, last), tr("report.first-to-last", language))
    stops = [
        day_of(each.practice)
        for each in entries
        if each.practice.ratings.stopped or each.practice.ratings.signs
    ]
    when = tr("report.last-on", language, day=day_text(stops[-1], language)) if stops else ""
    yield Fact(tr("report.stops", language), str(len(stops)), when)
    screening = data.person.screening
    if screening is None:
        yield Fact(tr("report.screening", language), tr("report.not-screened", language))
        return
    state = "report.cleared" if screening.cleared else "report.not-cleared"
    yield Fact(
        tr("report.screening", language),
        tr(state, language),
        f"{screening.by}, {day_text(screening.on, language)}",
    )


def _person(person: Person, language: str) -> Iterator[Part]:
    spared = ", ".join(
        said(f"area.{each.area}", language)
        + (f" ({said(f'side.short-{each.side}', language)})" if each.side else "")
        for each in person.spare
    )
    flags = ", ".join(said(f"flag.{flag}", language) for flag in person.flags)
    goals = "; ".join(tr("report.own-words", language, words=goal.words) for goal in person.goals)
    notes = person.screening.notes if person.screening is not None else ""
    for key, text in (
        ("goals", goals),
        ("posture", sentence(tr(f"posture.{person.posture}", language))),
        ("flags", flags),
        ("spared", spared),
        ("wary", person.wary_of),
        ("screening-notes", notes),
    ):
        if text.strip():
            yield Paragraph(text, tr(f"report.{key}", language))


def _programme(data: SummaryData, language: str) -> Iterator[Part]:
    yield Heading(tr("report.programme-now", language))
    if not data.progress.programmes:
        yield Paragraph(tr("report.no-programme", language), soft=True)
        return
    applied = data.progress.programmes[-1]
    items = []
    for item in applied.programme.items:
        title = title_of(data.progress.movements, item.exercise_id, language)
        share = "" if item.range_share == 1 else f", {number(100 * item.range_share, language)} %"
        times = f" {item.repetitions}×" if item.repetitions else ""
        items.append(f"{title}{times}{share}")
    day = day_text(applied.signed_at.astimezone().date(), language)
    signed = tr("report.signed", language, staff=applied.signed_by, day=day)
    yield Paragraph("; ".join(items), signed)


def _held(data: SummaryData, language: str) -> Iterator[Part]:
    yield Heading(tr("report.held", language))
    if not data.holding:
        yield Paragraph(tr("report.none-signed", language), soft=True)
        return
    rows = []
    for each in sorted(data.holding, key=lambda signed: signed.review_on):
        unit = unit_of(each.measure_key)
        measure = MEASURES[INDEX[each.measure_key]]
        low, high = (exact(value, unit, language) for value in (each.low, each.high))
        due = each.review_due(data.progress.made_on)
        review = day_text(each.review_on, language)
        rows.append(
            (
                f"{title_of(data.progress.movements, each.exercise_id, language)}: "
                + measure_name(measure.name, measure.side or "", language),
                f"{low} – {high}",
                exact(each.ceiling, unit, language),
                f"{each.signed_by}, {day_text(each.signed_on, language)}",
                tr("report.due", language, day=review) if due else review,
            )
        )
    head = ("measure", "comfortable", "ceiling", "signed", "review")
    yield Table(
        tuple(tr(f"report.head-{each}", language) for each in head), tuple(rows), _HELD_WIDTHS
    )


def _helped(data: SummaryData, language: str) -> Iterator[Part]:
    """Yield what helped and what came before a flare, in the person's own words."""
    for key, texts in (
        ("early-signs", [entry.early_signs for entry in data.progress.diary]),
        ("helped", [entry.helped for entry in data.progress.diary]),
    ):
        said_last = [text for text in reversed(texts) if text.strip()][:3]
        if said_last:
            yield Paragraph(
                "; ".join(dict.fromkeys(said_last)), tr(f"report.{key}", language), own=True
            )


def _observed(observations: Sequence[Observation], language: str) -> Iterator[Part]:
    if not observations:
        return
    last = observations[-1]
    parts = [
        f"{tr(f'report.{key}', language)} {value}/10"
        for key, value in (
            ("breath-ease", last.breath_ease),
            ("gait", last.gait),
            ("alignment", last.alignment),
        )
        if value is not None
    ]
    if last.help is not None:
        parts.append(tr(f"report.help-{last.help}", language))
    if last.note.strip():
        parts.append(last.note)
    day: date = last.day
    label = f"{tr('report.observed', language)}, {day_text(day, language)}"
    yield Paragraph("; ".join(parts) or UNKNOWN, label)
