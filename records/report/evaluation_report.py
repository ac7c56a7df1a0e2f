"""A group's evaluation: attendance, satisfaction and function over many people, nobody named."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from feedback.instruments import PSFS_SOURCE
from records.report.evaluation import Evaluation, Shared
from records.report.figures import UNKNOWN, day_text, number
from records.report.hiding import LEAST
from records.report.parts import Fact, Facts, Heading, Paragraph, Part, Report, Table
from records.report.small_print import small_print
from words.tr import tr

_SECTIONS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("attendance", ("practices",), ()),
    ("satisfied", ("satisfaction",), ("satisfaction",)),
    (
        "how-it-was",
        ("pain-after", "mood-after", "energy-after", "stopped"),
        (
            "pain-before",
            "pain-change",
            "mood-before",
            "mood-change",
            "energy-before",
            "energy-change",
            "effort",
        ),
    ),
    (
        "function",
        ("psfs", "control", "life", "ranges"),
        ("psfs-first", "psfs-last", "control-first", "control-last", "life-first", "life-last"),
    ),
)


@dataclass(frozen=True, slots=True)
class EvaluationData:
    """What an evaluation is printed of: the while, the figures, and with what was measured."""

    since: date
    until: date
    evaluation: Evaluation
    made_with: tuple[str, ...]
    made_on: date


def evaluation_report(data: EvaluationData, language: str) -> Report:
    """Return the evaluation as a report."""
    return Report(
        kind="evaluation",
        code="",
        title=tr("report.kind-evaluation", language),
        subtitle=tr("report.nobody-named", language),
        aside=f"{day_text(data.since, language)} – {day_text(data.until, language)}",
        parts=tuple(_parts(data.evaluation, language)),
        foot=(
            tr("report.evaluation-method", language, least=LEAST),
            *small_print(language, data.made_with, data.made_on),
        ),
        language=language,
        day=data.until,
    )


def _parts(found: Evaluation, language: str) -> Iterator[Part]:
    hidden = tr("report.hidden", language, least=LEAST)
    yield Facts(
        (
            Fact(
                tr("report.people", language), hidden if found.people is None else str(found.people)
            ),
            Fact(
                tr("report.practices", language),
                hidden if found.practices is None else str(found.practices),
                tr(
                    "report.median-practices",
                    language,
                    count_each=UNKNOWN
                    if found.median_practices is None
                    else number(found.median_practices, language, 1),
                ),
            ),
            Fact(
                tr("report.meetings", language),
                str(found.meetings),
                tr(
                    "report.attended",
                    language,
                    places=UNKNOWN
                    if found.attended is None
                    else number(found.attended, language, 1),
                ),
            ),
        ),
        3,
    )
    if found.practices is None:
        yield Paragraph(tr("report.too-few", language, least=LEAST))
        return
    shared = {each.name: each for each in found.shared}
    means = {each.name: each.value for each in found.means}
    for heading, tables, averages in _SECTIONS:
        yield Heading(tr(f"report.{heading}", language))
        for name in tables:
            yield _table(shared[name], language)
        told = [
            (tr(f"report.mean-{name}", language), number(value, language, 1))
            for name in averages
            if (value := means[name]) is not None
        ]
        if told:
            head = (tr("report.head-mean", language), tr("report.head-value", language))
            yield Table(head, tuple(told), (5.0, 2.0))
    yield Paragraph(tr("report.psfs-note", language, source=PSFS_SOURCE), soft=True)


def _table(shared: Shared, language: str) -> Table:
    """Return one table on its side: a column for each cell, with how many people are in it."""
    names = [
        tr(f"report.cell-{name}", language) if name[0].isalpha() else name
        for name, _ in shared.cells
    ]
    counts = [
        tr("report.hidden", language, least=LEAST) if count is None else str(count)
        for _, count in shared.cells
    ]
    title = tr(f"report.by-{shared.name}", language)
    return Table(
        (title, *names),
        ((tr("report.people", language), *counts),),
        (3.4, *(1.2 for _ in names)),
    )
