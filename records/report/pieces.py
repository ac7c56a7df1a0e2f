"""What one part of a report becomes on paper: pieces that are not divided between pages."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from records.print_page import (
    INK,
    SOFT,
    Image,
    Item,
    Rule,
    Text,
    Weight,
)
from records.report.chart import Chart
from records.report.fitting import fitted
from records.report.measuring import line_mm, width_mm
from records.report.parts import (
    Charts,
    Facts,
    Heading,
    Paragraph,
    Part,
    Strip,
    Table,
    ToFill,
    Together,
)
from records.report.plain import right_to_left
from records.report.setting import Setting
from words.tr import tr

GAP = 5.0
_CELL = 2.0
_STRIP_HIGH, _STRIP_WIDEST = 40.0, 48.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A chart and its box in millimetres, axes' names and numbers included."""

    x: float
    y: float
    width: float
    height: float
    chart: Chart


@dataclass(slots=True)
class Piece:
    """Items and charts from the top of the piece; `keep` stays with the piece that follows."""

    items: list[Item] = field(default_factory=list)
    charts: list[Placed] = field(default_factory=list)
    height: float = 0.0
    keep: bool = False

    def at(self, x: float, y: float) -> tuple[list[Item], list[Placed]]:
        """Return what is in it with its corner at a place of the page."""
        items = [replace(item, x=item.x + x, y=item.y + y) for item in self.items]
        return items, [replace(each, x=each.x + x, y=each.y + y) for each in self.charts]


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets parts `width` millimetres wide."""

    width: float
    setting: Setting
    language: str

    def pieces(self, part: Part) -> Iterator[Piece]:
        """Yield the pieces of one part."""
        if isinstance(part, Heading):
            yield self._heading(part)
        elif isinstance(part, Paragraph):
            yield self._paragraph(part)
        elif isinstance(part, Facts):
            yield from self._facts(part)
        elif isinstance(part, Table):
            yield from self._table(part)
        elif isinstance(part, Charts):
            yield from self._charts(part)
        elif isinstance(part, Strip):
            yield self._strip(part)
        elif isinstance(part, ToFill):
            yield self._to_fill(part)
        else:
            yield self._together(part)

    def _whole(self) -> str:
        return tr("report.whole", self.language)

    def _lines(
        self,
        piece: Piece,
        lines: list[str],
        pt: float,
        x: float = 0.0,
        weight: Weight = "Regular",
        colour: str = INK,
        width: float | None = None,
    ) -> None:
        """Add lines to a piece; those that are read from the right end at the right."""
        right = self.width if width is None else x + width
        turned = bool(lines) and right_to_left(" ".join(lines))
        for line in lines:
            piece.height += line_mm(pt)
            at, align = (right, "right") if turned else (x, "left")
            piece.items.append(
                Text(at, piece.height - 0.28 * line_mm(pt), line, pt, weight, colour, align)  # type: ignore[arg-type]
            )

    def _heading(self, part: Heading) -> Piece:
        piece = Piece(height=2.6, keep=True)
        pt = self.setting.heading
        self._lines(
            piece, fitted(part.text, self.width, pt, 2, weight="Medium"), pt, weight="Medium"
        )
        piece.height += 0.9
        return piece

    def _paragraph(self, part: Paragraph) -> Piece:
        piece = Piece()
        pt = self.setting.small if part.soft else self.setting.body
        colour = SOFT if part.soft else INK
        most = self.setting.own_lines if part.own else self.setting.lines
        indent = 0.0
        if part.bullet:
            piece.items.append(Text(0.6, 0.72 * line_mm(pt), "•", pt, colour=colour))
            indent = 0.42 * pt
        if part.label:
            label = fitted(part.label, 0.45 * self.width, pt, 1, weight="Medium")
            piece.items.append(Text(indent, 0.72 * line_mm(pt), label[0], pt, "Medium", SOFT))
            indent += max(width_mm(label[0], pt, "Medium") + 2.5, 2.75 * pt)
        text = tr("report.own-words", self.language, words=part.text) if part.own else part.text
        lines = fitted(text, self.width - indent, pt, most, self._whole())
        self._lines(piece, lines, pt, indent, colour=colour)
        piece.height = max(piece.height, line_mm(pt)) + 0.9
        return piece

    def _facts(self, part: Facts) -> Iterator[Piece]:
        columns = part.columns
        cell = self.width / columns
        for first in range(0, len(part.facts), columns):
            piece = Piece()
            lowest = 0.0
            for column, fact in enumerate(part.facts[first : first + columns]):
                x, room = column * cell, cell - 3.0
                piece.height = 0.0
                big, small = self.setting.fact, self.setting.small
                self._lines(
                    piece, fitted(fact.name, room, small, 1), small, x, colour=SOFT, width=room
                )
                # What does not fit large is set as other text is.
                pt = big if width_mm(fact.text, big, "Medium") <= room else self.setting.body
                self._lines(
                    piece,
                    fitted(fact.text, room, pt, 2, weight="Medium"),
                    pt,
                    x,
                    "Medium",
                    width=room,
                )
                if fact.aside:
                    lines = fitted(fact.aside, room, small, 2)
                    self._lines(piece, lines, small, x, colour=SOFT, width=room)
                lowest = max(lowest, piece.height)
            piece.height = lowest + 2.0
            yield piece

    def _table(self, part: Table) -> Iterator[Piece]:
        widths = [share / sum(part.widths) * self.width for share in part.widths]
        rows = part.rows[: self.setting.rows]
        head = self._row(part.head, widths, "Medium", SOFT)
        head.keep = True
        yield head
        for row in rows:
            yield self._row(row, widths, "Regular", INK)
        left = len(part.rows) - len(rows)
        asides = [tr("report.more-rows", self.language, count=left)] if left else []
        asides += [part.note] if part.note else []
        for aside in asides:
            piece = Piece(height=0.8)
            pt = self.setting.small
            self._lines(piece, fitted(aside, self.width, pt, 4), pt, colour=SOFT)
            piece.height += 1.2
            yield piece

    def _row(self, row: tuple[str, ...], widths: list[float], weight: Weight, colour: str) -> Piece:
        piece = Piece()
        lowest, x, pt = 0.0, 0.0, self.setting.small
        for text, width in zip(row, widths, strict=True):
            piece.height = 0.7
            room = width - _CELL
            lines = fitted(text, room, pt, self.setting.cell_lines, weight=weight)
            self._lines(piece, lines, pt, x, weight, colour, width=room)
            lowest = max(lowest, piece.height)
            x += width
        piece.height = lowest + 0.9
        piece.items.append(Rule(0, piece.height, self.width))
        return piece

    def _charts(self, part: Charts) -> Iterator[Piece]:
        columns = part.columns
        cell = (self.width - GAP * (columns - 1)) / columns
        pt = self.setting.small
        charts = part.charts
        for first in range(0, len(charts), columns):
            piece = Piece()
            here = charts[first : first + columns]
            titles = [fitted(each.title, cell, pt, 2, weight="Medium") for each in here]
            above = max(len(lines) for lines in titles) * line_mm(pt)
            for column, chart in enumerate(here):
                x = column * (cell + GAP)
                piece.height = 2.2
                self._lines(piece, titles[column], pt, x, "Medium", width=cell)
                high = part.height * self.setting.scale
                piece.charts.append(Placed(x, 2.2 + above, cell, high, chart))
            piece.height = 2.2 + above + part.height * self.setting.scale + 1.5
            yield piece

    def _strip(self, part: Strip) -> Piece:
        piece = Piece()
        count = len(part.images)
        high, wide = (float(side) for side in part.images[0].shape[:2])
        cell = min(self.width / count, _STRIP_WIDEST)
        scale = min(_STRIP_HIGH * self.setting.scale / high, (cell - 2.0) / wide)
        pt = self.setting.small
        end = 0.0
        for column, (image, caption) in enumerate(zip(part.images, part.captions, strict=True)):
            middle = (column + 0.5) * cell
            piece.items.append(
                Image(middle - scale * wide / 2, 0.0, scale * wide, scale * high, image)
            )
            y = scale * high
            for line in fitted(caption, cell - 2.0, pt, 3):
                y += line_mm(pt)
                piece.items.append(Text(middle, y, line, pt, colour=SOFT, align="center"))
            end = max(end, y)
        piece.height = end + 2.5
        return piece

    def _to_fill(self, part: ToFill) -> Piece:
        piece = Piece()
        pt = self.setting.body
        label = fitted(part.label, 0.6 * self.width, pt, 1)
        start = width_mm(label[0], pt) + 3.0 if label else 0.0
        pitch = max(2.1 * line_mm(pt) * max(self.setting.scale, 0.6), 6.0)
        for row in range(part.count):
            piece.height += pitch
            if row == 0 and label:
                piece.items.append(Text(0, piece.height - 0.6, label[0], pt, colour=SOFT))
            x = start if row == 0 else 0.0
            piece.items.append(Rule(x, piece.height, self.width - x))
        piece.height += 2.0
        return piece

    def _together(self, part: Together) -> Piece:
        whole = Piece()
        for each in part.parts:
            for piece in self.pieces(each):
                items, charts = piece.at(0, whole.height)
                whole.items += items
                whole.charts += charts
                whole.height += piece.height
        return whole
