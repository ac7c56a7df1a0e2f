"""A group's evaluation: attendance, satisfaction and function over many people, nobody named."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from feedback.instruments import PSFS_SOURCE
from records.report.evaluation import Evaluation, Shared
from records.report.figures import UNKNOWN, day_text, number
from records.report.hiding import LEAST
from records.report.parts import Fact, Facts, Heading, Paragraph, Part, Report, Table
from records.report.small_print import small_print
from words.tr import tr

# A section's tables of people, and its means: what, and which two of it stand side by side.
_SECTIONS: tuple[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, str]], ...] = (
    ("attendance", ("practices",), (), ("", "")),
    (
        "how-it-was",
        ("pain-after", "mood-after", "energy-after", "satisfaction", "stopped"),
        ("pain", "mood", "energy"),
        ("before", "change"),
    ),
    (
        "function",
        ("psfs", "control", "life", "ranges"),
        ("psfs", "control", "life"),
        ("first", "last"),
    ),
)
_ALONE = ("effort", "satisfaction")
_ALWAYS_TOLD = ("practices", "stopped")


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
            tr("report.evaluation-method", language, least=LEAST, most=LEAST - 1),
            *small_print(language, data.made_with, data.made_on),
        ),
        language=language,
        day=data.until,
    )


def _parts(found: Evaluation, language: str) -> Iterator[Part]:
    few = tr("report.hidden-few", language, least=LEAST)
    # What is hidden with a few people may be any number.
    hidden = tr("report.hidden", language)
    yield Facts(
        (
            Fact(tr("report.people", language), few if found.people is None else str(found.people)),
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
    if not found.practices:
        yield Paragraph(tr("report.too-few", language, least=LEAST))
        return
    shared = {each.name: each for each in found.shared}
    means = {each.name: each.value for each in found.means}
    for heading, tables, averages, sides in _SECTIONS:
        yield Heading(tr(f"report.{heading}", language))
        alike = groupby((shared[name] for name in tables), _cells)
        yield from (_table(names, list(several), language) for names, several in alike)
        if averages:
            yield _means(averages, sides, means, language)
        if heading == "how-it-was":
            yield Facts(tuple(_alone(means, language)), 3)
    yield Paragraph(tr("report.psfs-note", language, source=PSFS_SOURCE), soft=True)


def _cells(shared: Shared) -> tuple[str, ...]:
    return tuple(
        name for name, _ in shared.cells if name != "not-told" or shared.name not in _ALWAYS_TOLD
    )


def _table(names: tuple[str, ...], several: Sequence[Shared], language: str) -> Table:
    """Return tables of the same cells as one: a row for each, with how many people are in them."""
    hidden = tr("report.hidden", language)
    rows = []
    for shared in several:
        counts = dict(shared.cells)
        cells = (hidden if counts[name] is None else str(counts[name]) for name in names)
        rows.append((tr(f"report.by-{shared.name}", language), *cells))
    head = (tr(f"report.cell-{name}", language) if name[0].isalpha() else name for name in names)
    return Table((tr("report.people", language), *head), tuple(rows), (3.4, *(1.2 for _ in names)))


def _means(
    averages: Sequence[str],
    sides: tuple[str, str],
    means: Mapping[str, float | None],
    language: str,
) -> Table:
    """Return the means of what is told twice, side by side."""
    rows = tuple(
        (
            tr(f"report.mean-{name}", language),
            *(_mean(means[f"{name}-{side}"], language) for side in sides),
        )
        for name in averages
    )
    head = ("mean", *sides)
    return Table(tuple(tr(f"report.head-{each}", language) for each in head), rows, (3.4, 2.4, 2.4))


def _alone(means: Mapping[str, float | None], language: str) -> Iterator[Fact]:
    for name in _ALONE:
        yield Fact(
            tr(f"report.mean-{name}", language),
            _mean(means[name], language),
            tr("report.head-mean", language),
        )


def _mean(value: float | None, language: str) -> str:
    return UNKNOWN if value is None else number(value, language, 1)
