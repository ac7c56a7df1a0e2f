"""How a person's practices went, at a glance: courses at the left, charts at the right."""

from collections.abc import Sequence
from datetime import date, timedelta

import pygame

from feedback.trend import Course, Trend
from ui import desk_frame
from ui.around import Around
from ui.desk_place import DeskPlace
from ui.desk_screen import DeskScreen, Key
from ui.next import Ask, Next, Open
from ui.review.legend import draw_legend, entries_of, legend_height, wrapped_height
from ui.review.practices import PracticeList
from ui.review.reading import TrendRead, read_trend
from ui.review.shown import with_error
from ui.review.trend_chart import (
    days_shown,
    draw_course,
    draw_days,
    draw_strip,
    label_width,
    strips_of,
)
from ui.text import Weight
from ui.told import measure_name
from ui.typed import say, width_of
from ui.widgets.choice import Choice
from ui.widgets.focus import Focus
from ui.widgets.rows import Row, Rows
from ui.widgets.sizes import Sizes
from ui.widgets.widget import Did, Widget
from vision.measures import MEASURES, indices_of

# Of the width, the list's share, and its most where names and values need it.
_LIST_SHARE, _MOST_LIST_SHARE = 0.36, 0.46
# Weeks that can be looked at, and all there are (defaults of ours).
_ALL = 0
_PERIODS = (6, 13, 52, _ALL)
# Of the charts' height, that of the course.
_COURSE_SHARE = 0.46


class TrendScreen(DeskScreen):
    """Practice days, ranges, pain, mood, energy and effort, over weeks.

    Parameters
    ----------
    code
        Whose.
    """

    def __init__(self, around: Around, code: str) -> None:
        super().__init__(around)
        self._code = code
        self._read: TrendRead | None = None
        self._trend = Trend()
        tr = around.tr
        options = [(weeks, tr(f"review.period-{weeks}")) for weeks in _PERIODS]
        self._period = Choice("", options, 0)
        self._rows = Rows(empty=tr("review.no-practices"), split=0.62, yields=True)
        self.focus = Focus((self._rows, self._period))

    def title(self) -> str:
        """Return whose it is."""
        return self.around.tr("review.trend", code=self._code)

    def beside(self) -> str:
        """Say how many practices are shown."""
        return self.around.tr("review.count", count=len(self._trend.practices))

    def keys(self) -> Sequence[Key]:
        """Name the keys."""
        tr = self.around.tr
        return (
            ("↑ ↓", tr("desk.choose")),
            ("Tab", tr("review.period")),
            ("Enter", tr("review.practices")),
            ("Esc", tr("desk.back")),
        )

    def opened(self) -> Next:
        """Read it."""
        around = self.around
        return Ask(read_trend(self._code, around.who, around.movements), self._took)

    def _took(self, read: TrendRead) -> Next:
        self._read = read
        self._fill()
        return None

    def _fill(self) -> None:
        """Show the period that is chosen; hold the course that was held, where it is there."""
        if self._read is None:
            return
        held = self._rows.held
        weeks = self._period.value
        whole = self._read.trend
        self._trend = whole.since(self._first_day(weeks)) if weeks else whole
        rows = [self._row(str(i), course) for i, course in enumerate(self._trend.courses)]
        self._rows.show(rows, held.key if held is not None else None)

    def _first_day(self, weeks: int) -> date:
        return self.around.today() - timedelta(weeks=weeks)

    def _row(self, key: str, course: Course) -> Row:
        last = course.points[-1].top
        side = "" if course.side == "both" else f"{self.around.tr(f'side.short-{course.side}')} "
        said = with_error(last.value, last.error, course.unit)
        return Row(key, self.around.title(course.exercise_id), f"{side}{said}")

    @property
    def held(self) -> Course | None:
        """The course that is shown."""
        held = self._rows.held
        return None if held is None else self._trend.courses[int(held.key)]

    def did(self, widget: Widget, did: Did) -> Next:
        """Show another course or period; Enter lists the practices of a movement."""
        if widget is self._period:
            self._fill()
        elif did is Did.DONE and self.held is not None:
            title = self.around.title(self.held.exercise_id)
            return Open(PracticeList(self.around, self._code, title))
        return None

    def letter(self, letter: str) -> Next:
        """Take a period by its number."""
        if letter in "1234":
            self._period.value = _PERIODS[int(letter) - 1]
            self._fill()
        return None

    # --- how it is drawn

    def draw_body(self, surface: pygame.Surface, place: DeskPlace) -> None:
        """Draw the list at the left, the charts at the right."""
        of = place.sizes
        left, right = desk_frame.halves(place, self._list_share(place))
        inner = desk_frame.panel(surface, left, place)
        top = pygame.Rect(inner.left, inner.top, inner.width, of.row_px)
        self._period.box = top
        self._period.draw(surface, of, focused=self.focus.held is self._period)
        below = top.bottom + 2 * of.gap_px
        foot = inner.bottom
        if self._read is not None and self._trend.practices:
            foot = self._draw_legend(surface, inner, of, self._read) - of.gap_px
        rows = pygame.Rect(inner.left, below, inner.width, foot - below)
        self._rows.box = rows.inflate(2 * of.gap_px, 0)
        self._rows.draw(surface, of, focused=self.focus.held is self._rows)
        inner = desk_frame.panel(surface, right, place)
        if self._read is not None and self._trend.practices:
            self._draw_charts(surface, place, inner, self._read)

    def _list_share(self, place: DeskPlace) -> float:
        """Return the list's share of the width: more where its rows need it."""
        of = place.sizes
        px = of.aside_px
        names = max((width_of(row.text, px, "Medium") for row in self._rows.rows), default=0)
        values = max((width_of(row.beside, px) for row in self._rows.rows), default=0)
        needed = names + values + 6 * of.gap_px + 2 * of.pad_px
        return min(max(needed / place.body.width, _LIST_SHARE), _MOST_LIST_SHARE)

    def _draw_legend(
        self, surface: pygame.Surface, inner: pygame.Rect, of: Sizes, read: TrendRead
    ) -> int:
        """Say at the list's foot what the marks are, and the PSFS; return where that begins."""
        entries = entries_of(self.around, self.held)
        first = self._trend.practices[0].day
        asked = any(each.psfs is not None and each.day >= first for each in read.filled)
        psfs = self.around.tr("review.legend-psfs") if asked else ""
        tall = wrapped_height(psfs, of, inner.width) if psfs else 0
        words = pygame.Rect(inner.left, inner.bottom - tall, inner.width, tall)
        if psfs:
            say(surface, psfs, words, of.aside_px, of.palette.soft)
        top = words.top - legend_height(of, entries, inner.width)
        draw_legend(surface, (inner.left, top), of, entries, inner.width)
        return top

    def _draw_charts(
        self, surface: pygame.Surface, place: DeskPlace, inner: pygame.Rect, read: TrendRead
    ) -> None:
        of, around = place.sizes, self.around
        felt = self._trend.practices
        first = felt[0].day
        filled = [each for each in read.filled if each.day >= first]
        strips = strips_of(around, felt, filled)
        days = days_shown(felt, around.today())
        label_px = label_width(around, of, strips, lambda: ("−180°",))
        top = inner.top
        if self.held is not None:
            top = self._draw_heading(surface, place, inner, self.held)
        feet = 2 * of.line_px
        gap = of.gap_px
        room = inner.bottom - top - feet - gap
        tall = round(_COURSE_SHARE * room) if self.held is not None else 0
        if self.held is not None:
            box = pygame.Rect(inner.left, top, inner.width, tall)
            draw_course(surface, box, of, self.held, days, label_px)
        days_box = pygame.Rect(inner.left, top + tall + gap, inner.width, feet)
        draw_days(surface, days_box, of, felt, days, label_px)
        start = days_box.bottom + gap
        each = (inner.bottom - start) // len(strips)
        for i, strip in enumerate(strips):
            box = pygame.Rect(inner.left, start + i * each, inner.width, each)
            draw_strip(surface, box, of, strip, days, label_px)

    def _draw_heading(
        self, surface: pygame.Surface, place: DeskPlace, inner: pygame.Rect, course: Course
    ) -> int:
        """Say what the course is of and what may be said of its change; return where it ends."""
        of = place.sizes
        measure = MEASURES[indices_of(course.measure)[0 if course.side != "right" else -1]]
        name = measure_name(self.around, measure)
        if course.side == "both":
            name = self.around.tr(f"measure.{course.measure.replace('_', '-')}")
        top = inner.top
        weighed: tuple[tuple[str, Weight], ...] = (
            (f"{self.around.title(course.exercise_id)}: {name}", "Medium"),
            (change_text(self.around, course), "Regular"),
        )
        for text, weight in weighed:
            tall = wrapped_height(text, of, inner.width, weight)
            line = pygame.Rect(inner.left, top, inner.width, tall)
            colour = of.palette.ink if weight == "Medium" else of.palette.soft
            say(surface, text, line, of.aside_px, colour, weight=weight)
            top = line.bottom
        return top + of.gap_px


def change_text(around: Around, course: Course) -> str:
    """Return what may be said of a change: a number only where it may be claimed."""
    said = "one" if len(course.points) == 1 else course.claimed
    if said != "changed":
        return around.tr(f"review.change-{said}")
    way = "+" if course.change > 0 else ""
    by = with_error(course.change, course.change_error, course.unit)
    return around.tr("review.change-changed", by=f"{way}{by}")
