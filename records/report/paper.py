"""A report on pages of paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from itertools import groupby

from matplotlib.figure import Figure

from records.print_page import (
    PAPERS,
    SOFT,
    Item,
    Rule,
    Text,
    figure_of,
)
from records.report.drawing import draw
from records.report.fitting import fitted
from records.report.glyphs import named
from records.report.measuring import line_mm, width_mm
from records.report.parts import Paragraph, Part, Report
from records.report.pieces import Piece, Placed, Setter
from records.report.plain import plain
from records.report.setting import MARGIN, Setting, settings_for
from words.tr import tr

_TOP, _BOTTOM = 14.0, 9.0
_AFTER_HEAD = 3.0


@dataclass(slots=True)
class Page:
    """What is on one page, in millimetres."""

    items: list[Item] = field(default_factory=list)
    charts: list[Placed] = field(default_factory=list)


def pages_of(report: Report, paper: str) -> Iterator[Figure]:
    """Yield the pages of a report, drawn.

    One that is to stay on one page is set smaller and shorter until it does.
    """
    wide, high = PAPERS[paper]
    for page, setting in laid_out(report, paper):
        figure = figure_of(page.items, paper)
        for each in page.charts:
            draw(figure, _axes_box(each, setting, wide, high), each.chart, setting.small * 0.92)
        yield figure


def laid_out(report: Report, paper: str) -> list[tuple[Page, Setting]]:
    """Return the pages of a report with how they are set."""
    for setting in settings_for(one_page=report.one_page, large=report.large):
        pages = _pages(report, paper, setting)
        if len(pages) == 1:
            break
    return [(page, setting) for page in pages]


def _axes_box(
    each: Placed, setting: Setting, wide: float, high: float
) -> tuple[float, float, float, float]:
    """Return where the axes of a chart are, as shares of the page, with room for their words."""
    line = line_mm(setting.small * 0.92)
    left = 2.2 * line + (line if each.chart.y_name else 0.0)
    below = 1.3 * line + (line if each.chart.x_name else 0.0)
    above = 1.25 * line
    return (
        (each.x + left) / wide,
        1 - (each.y + each.height - below) / high,
        (each.width - left - 1.0) / wide,
        (each.height - below - above) / high,
    )


def _pages(report: Report, paper: str, setting: Setting) -> list[Page]:
    wide, high = PAPERS[paper]
    width = wide - 2 * MARGIN
    foot = _foot(report, width, setting)
    room = high - _BOTTOM - foot.height
    setter = Setter(width, setting, report.language)
    pages = [Page()]
    y = _TOP
    for run in _kept_together(setter, _fewer(report.parts, setting, report.language), report):
        needed = sum(piece.height for piece in run)
        if y + needed > room and y > _TOP:
            pages.append(Page())
            y = _TOP
            running = _running_head(report, width, setting)
            _put(pages[-1], running, y)
            y += running.height
        for piece in run:
            _put(pages[-1], piece, y)
            y += piece.height
    for number, page in enumerate(pages, start=1):
        _put(page, foot, room)
        count = f"{number} / {len(pages)}"
        at = room + line_mm(setting.foot) + 0.8
        page.items.append(Text(wide - MARGIN, at, count, setting.foot, colour=SOFT, align="right"))
    return pages


def _fewer(parts: Sequence[Part], setting: Setting, language: str) -> Iterator[Part]:
    """Yield the parts, of a long run of paragraphs only the first."""

    def kind(part: Part) -> tuple[bool, bool, bool]:
        return (
            isinstance(part, Paragraph),
            getattr(part, "own", False),
            getattr(part, "bullet", False),
        )

    for (is_paragraph, _, _), run in groupby(parts, kind):
        several = list(run)
        yield from several[: setting.many] if is_paragraph else several
        left = len(several) - setting.many
        if is_paragraph and left > 0:
            yield Paragraph(tr("report.more-rows", language, count=left), soft=True)


def _kept_together(setter: Setter, parts: Iterator[Part], report: Report) -> Iterator[list[Piece]]:
    """Yield the pieces of a report, those that stay together as one run."""
    run = [_head(report, setter.width, setter.setting)]
    for part in parts:
        for piece in setter.pieces(part):
            run.append(piece)
            if not piece.keep:
                yield run
                run = []
    if run:
        yield run


def _put(page: Page, piece: Piece, y: float) -> None:
    items, charts = piece.at(MARGIN, y)
    page.items += items
    page.charts += charts


def _head(report: Report, width: float, setting: Setting) -> Piece:
    piece = Piece(keep=True)
    asides = [fitted(each, 0.42 * width, setting.small, 1) for each in report.aside.split("\n")]
    for row, lines in enumerate(asides):
        for line in lines:
            at = line_mm(setting.title) * 0.72 + row * line_mm(setting.small)
            piece.items.append(Text(width, at, line, setting.small, colour=SOFT, align="right"))
    beside = max((width_mm(line, setting.small) for lines in asides for line in lines), default=0.0)
    room = width - beside - 6.0 if beside else width
    for pt, text, weight in (
        (setting.title, report.title, "Medium"),
        (setting.heading, report.subtitle, "Regular"),
    ):
        for line in fitted(text, room, pt, 2, weight=weight):  # type: ignore[arg-type]
            piece.height += line_mm(pt)
            piece.items.append(
                Text(0, piece.height - 0.28 * line_mm(pt), line, pt, weight)  # type: ignore[arg-type]
            )
    piece.height += 1.6
    piece.items.append(Rule(0, piece.height, width))
    piece.height += _AFTER_HEAD - 1.0
    return piece


def _running_head(report: Report, width: float, setting: Setting) -> Piece:
    text = " · ".join(each for each in (report.title, report.code) if each)
    piece = Piece(height=line_mm(setting.small))
    for line in fitted(text, width, setting.small, 1):
        piece.items.append(Text(0, 0.7 * piece.height, line, setting.small, colour=SOFT))
    piece.items.append(Rule(0, piece.height, width))
    piece.height += _AFTER_HEAD
    return piece


def _foot(report: Report, width: float, setting: Setting) -> Piece:
    piece = Piece(height=0.6, items=[Rule(0, 0, width)])
    pt = setting.foot
    count_wide = width_mm("99 / 99", pt) + 4.0
    paragraphs = list(report.foot)
    lacking = named(plain(text) for text in texts_of(report))
    if lacking:
        said = ", ".join(lacking)
        paragraphs.append(tr("report.letters", report.language, letters=said))
    for text in paragraphs:
        for line in fitted(text, width - count_wide, pt, 6):
            piece.height += line_mm(pt)
            piece.items.append(Text(0, piece.height - 0.28 * line_mm(pt), line, pt, colour=SOFT))
    return piece


def texts_of(value: object) -> Iterator[str]:
    """Yield every text in a report, however deep."""
    if isinstance(value, str):
        yield value[:20_000]
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_of(each)
    elif is_dataclass(value):
        for one in fields(value):
            yield from texts_of(getattr(value, one.name))
