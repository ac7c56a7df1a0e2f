"""A report as one page for a browser: all of it in one file, nothing fetched, no script."""

import base64
import io
import re
from collections.abc import Iterator
from html import escape
from itertools import groupby

import matplotlib as mpl
import numpy as np
from matplotlib.figure import Figure
from numpy.typing import NDArray

from records.print_page import line_mm
from records.report.chart import Chart
from records.report.drawing import draw
from records.report.parts import (
    Charts,
    Facts,
    Heading,
    Paragraph,
    Part,
    Report,
    Strip,
    Table,
    ToFill,
    Together,
)
from records.report.plain import plain, shortened
from records.report.web_style import STYLE
from words.tr import tr

_MM_PER_INCH = 25.4
# Widths at which charts are drawn, in millimetres: over the whole page, and for half of it or a
# phone; what is written in them keeps its size by that.
_WIDE, _NARROW, _NARROW_HIGH = 205.0, 100.0, 52.0
_PT = 9.0
_LONGEST_OWN = 1500
# A number and its error are not to be parted.
_SHORT_UP_TO = 11
_SHORT = ' class="short"'
# Nothing may be fetched, whatever the page holds.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def page_of(report: Report) -> str:
    """Return a report as one HTML document."""
    body = "\n".join(_parts(report.parts, report.language))
    foot = "\n".join(f'<p dir="auto">{_text(each)}</p>' for each in report.foot)
    aside = escape("\n".join(plain(each) for each in report.aside.split("\n")))
    title = " · ".join(each for each in (report.title, report.code) if each)
    return f"""<!DOCTYPE html>
<html lang="{escape(report.language)}" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY, quote=False)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>{_text(title)}</title>
<style>{STYLE}</style>
</head>
<body{' class="large"' if report.large else ""}>
<main>
<header>
<div><h1 dir="auto">{_text(report.title)}</h1>
<p dir="auto">{_text(report.subtitle)}</p></div>
<p class="aside" dir="auto">{aside}</p>
</header>
{body}
<footer>
{foot}
</footer>
</main>
</body>
</html>
"""


def _text(text: str) -> str:
    return escape(plain(text))


def _parts(parts: tuple[Part, ...], language: str) -> Iterator[str]:
    for bulleted, run in groupby(parts, lambda part: isinstance(part, Paragraph) and part.bullet):
        if bulleted:
            items = "\n".join(f"<li>{_part(part, language)}</li>" for part in run)
            yield f"<ul>\n{items}\n</ul>"
        else:
            yield from (_part(part, language) for part in run)


def _part(part: Part, language: str) -> str:
    if isinstance(part, Heading):
        return f'<h2 dir="auto">{_text(part.text)}</h2>'
    if isinstance(part, Paragraph):
        return _paragraph(part, language)
    if isinstance(part, Facts):
        return _facts(part)
    if isinstance(part, Table):
        return _table(part)
    if isinstance(part, Charts):
        return _charts(part)
    if isinstance(part, Strip):
        return _strip(part)
    if isinstance(part, ToFill):
        first = f'<p class="fill">{_text(part.label)}</p>'
        return first + '\n<p class="fill"></p>' * (part.count - 1)
    assert isinstance(part, Together)
    return "<section>\n" + "\n".join(_parts(part.parts, language)) + "\n</section>"


def _paragraph(part: Paragraph, language: str) -> str:
    label = f'<span class="label"><bdi>{_text(part.label)}</bdi></span>' if part.label else ""
    text = plain(part.text)
    if part.own:
        text = shortened(text, _LONGEST_OWN, tr("report.whole", language))
        # The marks are the language's own, as on paper; a browser would choose others.
        before, _, after = tr("report.own-words", language, words="\n").partition("\n")
        text = f"{escape(before)}<bdi>{escape(text)}</bdi>{escape(after)}"
        return f"<p>{label}{text}</p>"
    soft = ' class="soft"' if part.soft else ""
    return f'<p{soft} dir="auto">{label}{escape(text)}</p>'


def _facts(part: Facts) -> str:
    cells = []
    for fact in part.facts:
        aside = f'<span class="soft"><bdi>{_text(fact.aside)}</bdi></span>' if fact.aside else ""
        cells.append(
            f"<div><dt>{_text(fact.name)}</dt>"
            f"<dd><strong><bdi>{_text(fact.text)}</bdi></strong>{aside}</dd></div>"
        )
    return '<dl class="facts">\n' + "\n".join(cells) + "\n</dl>"


def _table(part: Table) -> str:
    head = "".join(f'<th scope="col">{_text(each)}</th>' for each in part.head)
    rows = []
    for row in part.rows:
        cells = (_cell(name, cell) for name, cell in zip(part.head, row, strict=True))
        rows.append(f"<tr>{''.join(cells)}</tr>")
    note = f'\n<p class="soft" dir="auto">{_text(part.note)}</p>' if part.note else ""
    body = "\n".join(rows)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>{note}"


def _cell(name: str, text: str) -> str:
    if not text:
        return '<td class="none"></td>'
    short = _SHORT if len(text) <= _SHORT_UP_TO else ""
    return f'<td{short} data-head="{_text(name)}"><bdi>{_text(text)}</bdi></td>'


def _charts(part: Charts) -> str:
    drawn = []
    for chart in part.charts:
        narrow = _svg(chart, _NARROW, _NARROW_HIGH, "b")
        if part.columns == 1:
            wide = _svg(chart, _WIDE, part.height * 1.15, "a")
            picture = f'<div class="wide">{wide}</div>\n<div class="narrow">{narrow}</div>'
        else:
            picture = narrow
        drawn.append(f'<figure>\n<h3 dir="auto">{_text(chart.title)}</h3>\n{picture}\n</figure>')
    several = " two" if part.columns > 1 else ""
    return f'<div class="charts{several}">\n' + "\n".join(drawn) + "\n</div>"


def _svg(chart: Chart, width: float, height: float, salt: str) -> str:
    """Return a chart as an SVG element, its text as text."""
    figure = Figure(figsize=(width / _MM_PER_INCH, height / _MM_PER_INCH), facecolor="none")
    line = line_mm(_PT)
    left = 2.3 * line + (line if chart.y_name else 0.0)
    below = 1.4 * line + (line if chart.x_name else 0.0)
    box = (
        left / width,
        below / height,
        (width - left - 2.0) / width,
        (height - below - 1.4 * line) / height,
    )
    draw(figure, box, chart, _PT)
    out = io.StringIO()
    # Ids of two drawings in one page are never the same.
    salt = f"{salt}{chart.title}"
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": salt}):
        figure.savefig(out, format="svg", metadata={"Date": None}, transparent=True)
    drawn = out.getvalue()
    drawn = drawn[drawn.index("<svg") :]
    drawn = re.sub(r"<metadata>.*?</metadata>", "", drawn, flags=re.DOTALL)
    drawn = re.sub(r'(<svg[^>]*?) width="[^"]*"', r"\1", drawn, count=1)
    drawn = re.sub(r'(<svg[^>]*?) height="[^"]*"', r"\1", drawn, count=1)
    told = escape(plain(chart.told or chart.title))
    prefix = f"{salt_of(salt)}-"
    drawn = re.sub(r'\bid="([^"]+)"', rf'id="{prefix}\1"', drawn)
    drawn = re.sub(r'href="#([^"]+)"', rf'href="#{prefix}\1"', drawn)
    drawn = re.sub(r"url\(#([^)]+)\)", rf"url(#{prefix}\1)", drawn)
    return drawn.replace("<svg", f'<svg role="img" aria-label="{told}"', 1)


def salt_of(text: str) -> str:
    """Return a short name for a drawing that another has not."""
    from hashlib import sha256

    return "d" + sha256(text.encode(errors="replace")).hexdigest()[:8]


def _strip(part: Strip) -> str:
    cells = []
    for image, caption in zip(part.images, part.captions, strict=True):
        told = _text(" · ".join(each for each in (part.told, caption) if each))
        cells.append(
            f'<figure><img alt="{told}" src="data:image/png;base64,{_png(image)}">'
            f'<figcaption dir="auto">{_text(caption)}</figcaption></figure>'
        )
    return '<div class="strip">\n' + "\n".join(cells) + "\n</div>"


def _png(image: NDArray[np.uint8]) -> str:
    from matplotlib.image import imsave

    out = io.BytesIO()
    imsave(out, image, format="png")
    return base64.b64encode(out.getvalue()).decode("ascii")
