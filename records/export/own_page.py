"""The first page of a person's own copy: what there is, to be read by themselves."""

from collections.abc import Iterator
from datetime import date

from feedback.ratings import DiaryEntry
from records.export.dossier import Dossier, Movements, Practised
from records.report.figures import day_text, minutes
from records.report.parts import Heading, Paragraph, Part, Report
from records.report.saying import title_of
from records.report.web import page_of
from words.tr import tr

_LATEST = 400
"""So many practices and days stand on the page; all of them are in the tables."""


def own_page(
    dossier: Dossier, movements: Movements, language: str, day: date, name: str | None = None
) -> bytes:
    """Return the page, in the person's language.

    Parameters
    ----------
    dossier, movements
        What is kept, and the movements known here.
    language
        A language's ISO 639 code.
    day
        The day it is made on.
    name
        What they like to be called, where they want it there.
    """
    report = Report(
        kind="copy",
        code=dossier.code,
        title=tr("copy.title", language),
        subtitle=" · ".join(each for each in (name, dossier.code) if each),
        aside=day_text(day, language),
        parts=tuple(_parts(dossier, movements, language)),
        foot=(tr("report.label", language),),
        language=language,
        day=day,
        large=True,
    )
    return page_of(report).encode("utf-8", errors="replace")


def _parts(dossier: Dossier, movements: Movements, language: str) -> Iterator[Part]:
    yield Paragraph(tr("copy.intro", language))
    yield Heading(tr("copy.files", language))
    for key in ("copy.file-tables", "copy.file-angles", "copy.file-data"):
        yield Paragraph(tr(key, language), bullet=True)
    if dossier.person.goals:
        yield Heading(tr("copy.goals", language))
        for goal in dossier.person.goals:
            yield Paragraph(goal.words, own=True, bullet=True)
    yield from _practices(dossier, movements, language)
    yield from _diary(dossier, language)


def _practices(dossier: Dossier, movements: Movements, language: str) -> Iterator[Part]:
    yield Heading(tr("copy.practices", language))
    if not dossier.practices:
        yield Paragraph(tr("copy.none", language), soft=True)
    for practised in list(reversed(dossier.practices))[:_LATEST]:
        day = day_text(practised.day, language)
        yield Paragraph(_practice(practised, movements, language), label=day)
        if practised.practice.words:
            yield Paragraph(practised.practice.words, own=True)


def _practice(practised: Practised, movements: Movements, language: str) -> str:
    record, said = practised.practice.record, practised.practice.ratings
    titles = [title_of(movements, each.exercise_id, language) for each in record.movements]
    lasted = tr("copy.minutes", language, minutes=minutes(record.ended_s - record.started_s))
    told = [*dict.fromkeys(titles), lasted]
    if said.pain_before is not None or said.pain_after is not None:
        pain = ["–" if each is None else each for each in (said.pain_before, said.pain_after)]
        told.append(tr("copy.pain", language, before=pain[0], after=pain[1]))
    return " · ".join(told)


def _diary(dossier: Dossier, language: str) -> Iterator[Part]:
    if not dossier.diary:
        return
    yield Heading(tr("copy.diary", language))
    for kept in list(reversed(dossier.diary))[:_LATEST]:
        scales, words = _day(kept.value, language)
        day = day_text(kept.value.day, language)
        if scales:
            yield Paragraph(scales, label=day)
        if words:
            yield Paragraph(words, label="" if scales else day, own=True)


def _day(entry: DiaryEntry, language: str) -> tuple[str, str]:
    scales = (("pain", entry.pain), ("mood", entry.mood), ("energy", entry.energy))
    told = [f"{tr(f'scale.{name}', language)} {n}" for name, n in scales if n is not None]
    said = (
        entry.words,
        entry.symptoms,
        entry.tried,
        entry.helped,
        entry.early_signs,
        entry.triggers,
    )
    out_of = tr("copy.scales", language)
    return (
        f"{' · '.join(told)} ({out_of})" if told else "",
        " · ".join(each for each in said if each),
    )
