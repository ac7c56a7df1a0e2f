"""One practice opened: its angles, the person drawn anew, its repetitions and words; signed."""

from collections.abc import Callable, Sequence
from textwrap import wrap
from typing import Any

import numpy as np
import pygame

from exercises.definition import Target
from exercises.ranges import target_for
from ui import desk_frame
from ui.around import Around
from ui.desk_place import DeskPlace
from ui.desk_screen import DeskScreen, Key
from ui.inputs import Input, Press, Scroll
from ui.next import Ask, Next, Open, Refused, Stay
from ui.ports import Keeps
from ui.review.figure import bounds_of, draw_body
from ui.review.opened_lines import head_line, practice_lines, repetition_rows
from ui.review.reading import PracticeRead, read_practice, sign_practice
from ui.review.shown import with_error
from ui.review.trace_chart import TraceChart, Traced, clock, why_text
from ui.review.traced import gaps, nearest, shown_measures, stretches
from ui.screens.pin import Pin
from ui.told import measure_name
from ui.typed import one_line, say
from ui.widgets.column import PAGE_LINES, Column
from ui.widgets.focus import Focus
from ui.widgets.label import Label
from ui.widgets.note import Note
from ui.widgets.rows import Rows
from ui.widgets.told_line import ToldLine
from ui.widgets.widget import Did, Widget
from vision.measures import INDEX, MEASURES, Side, Withheld

_FIGURE_SHARE, _CHART_SHARE, _ROWS_SHARE = 0.27, 0.56, 0.42
_NAMES_SHARE = 0.3
# A longer text stands under its name, in parts of so many letters that none is ever cut off.
_BESIDE, _PART = 120, 240
# What was said stays written for so long after (a default of ours).
_CUE_S = 3.0
# No longer than this goes by between two pictures while it plays, whatever the machine does.
_LONGEST_STEP_S = 0.2


class OpenedPractice(DeskScreen):
    """A practice as it was, moment by moment.

    Parameters
    ----------
    read
        What is kept of it.
    """

    def __init__(self, around: Around, read: PracticeRead) -> None:
        super().__init__(around)
        self._measure = 0
        self._played_at: float | None = None
        record = read.entry.practice.record
        self._length_s = max(
            record.ended_s - record.started_s,
            float(read.trace.times_s[-1]) if read.trace.times_s.size else 0.0,
        )
        self.chart = TraceChart(around, self._length_s)
        self.repetitions = Rows(empty=around.tr("review.no-repetitions"), yields=True)
        self._told = Column([])
        self._line_px = 1
        self._take_over(read)
        self.focus = Focus((self.chart, self.repetitions))

    def _take_over(self, read: PracticeRead) -> None:
        """Show a practice as it was read, where it was already open at the same place."""
        self._read = read
        leading = [
            measure.key
            for movement in read.entry.practice.record.movements
            if (exercise := self.around.movements.get(movement.exercise_id)) is not None
            for target in exercise.targets
            if target.role == "lead"
            for measure in MEASURES
            if measure.name == target.measure
        ]
        self.measures = shown_measures(read.trace, leading)
        self._bounds = bounds_of(read.trace.landmarks)
        self.repetitions.show(repetition_rows(self.around, read))
        lines = practice_lines(self.around, read)
        self._told = Column([part for name, text in lines for part in _read(name, text)])
        self._show()

    def _show(self) -> None:
        """Show the measure that is chosen."""
        if not self.measures:
            self.chart.show(None)
            return
        trace, record = self._read.trace, self._read.entry.practice.record
        key = self.measures[self._measure % len(self.measures)]
        parts = tuple(stretches(trace))
        cues = tuple(
            at - record.started_s
            for movement in record.movements
            for at, _ in movement.summary.cues
        )
        targets = tuple(self._target(part.exercise_id, key) for part in parts)
        self.chart.show(Traced(trace, parts, targets, cues, key))

    def _target(self, exercise_id: str, key: str) -> Target | None:
        """Return what held for a measure in a movement, for this person on that day."""
        exercise, measure = self.around.movements.get(exercise_id), MEASURES[INDEX[key]]
        if exercise is None:
            return None
        side: Side | None = measure.side
        found = next((each for each in exercise.targets if each.measure == measure.name), None)
        return None if found is None else target_for(exercise, found, side, self._read.ranges)

    # --- what it says of itself

    def title(self) -> str:
        """Return whose practice it is, and of when."""
        return head_line(self.around, self._read)

    def beside(self) -> str:
        """Say whether it was signed as it stands."""
        tr, reviews = self.around.tr, self._read.reviews
        if not reviews:
            return tr("review.not-signed")
        last = reviews[-1]
        key = (
            "review.changed" if all(each.changed_since for each in reviews) else "review.signed-by"
        )
        return tr(key, by=last.signed_by)

    def keys(self) -> Sequence[Key]:
        """Name the keys; where not all have room, those go that anybody would try unasked."""
        tr = self.around.tr
        return (
            (tr("keys.name.space"), tr("review.play")),
            ("C", tr("review.cue")),
            ("G", tr("review.gap")),
            ("S", tr("desk.sign")),
            ("M", tr("review.measure")),
            ("N", tr("review.movement")),
            ("← →", tr("review.move")),
            ("+ −", tr("review.zoom")),
            ("Esc", tr("desk.back")),
        )

    # --- what happens

    def take(self, event: Input) -> Next:
        """Take in what happened; the wheel over the words moves them."""
        if isinstance(event, Scroll) and self.focus.held is not self.chart:
            self._told.scroll(event.rows * self._line_px)
            return None
        return super().take(event)

    def pressed(self, press: Press) -> Next:
        """Play and hold; move what is read; the arrows move along wherever the keys are."""
        if press.key == pygame.K_SPACE and not press.ctrl:
            if not press.repeated:
                self._play(not self.moving)
            return Stay()
        if press.key in PAGE_LINES:
            self._told.scroll(PAGE_LINES[press.key] * self._line_px)
            return Stay()
        along = (pygame.K_LEFT, pygame.K_RIGHT)
        if press.key in along and self.focus.held is not self.chart:
            self.chart.take(press)
            return Stay()
        return None

    def letter(self, letter: str) -> Next:
        """Answer the letters."""
        record = self._read.entry.practice.record
        if letter == "m" and self.measures:
            self._measure = (self._measure + 1) % len(self.measures)
            self._show()
        elif letter == "n":
            self._next_movement()
        elif letter == "c":
            cues = [
                at - record.started_s
                for movement in record.movements
                for at, _ in movement.summary.cues
            ]
            self._jump(sorted(cues), "review.no-cues")
        elif letter == "g" and self.measures:
            row = self._row
            trace = self._read.trace
            found = gaps(trace.times_s, trace.values[:, row], trace.withheld[:, row])
            self._jump([each.first_s for each in found], "review.no-gaps")
        elif letter in "+-":
            key = pygame.K_PLUS if letter == "+" else pygame.K_MINUS
            self.chart.take(Press(key))
        elif letter == "s":
            return self._sign()
        return None

    def did(self, widget: Widget, did: Did) -> Next:
        """Go to the repetition that is held."""
        held = self.repetitions.held
        if widget is self.repetitions and held is not None:
            self.chart.scrub = self.chart.scrub.to(float(held.key))
        return None

    def _jump(self, moments: Sequence[float], none: str) -> None:
        """Go to the next of some moments, from the last round to the first."""
        if not moments:
            self.said = self.around.tr(none)
            return
        at = self.chart.scrub.at_s
        after = next((each for each in moments if each > at + 0.01), moments[0])
        self.chart.scrub = self.chart.scrub.to(after)

    def _next_movement(self) -> None:
        """Have the next movement in sight; after the last, the whole practice again."""
        scrub, parts = self.chart.scrub, stretches(self._read.trace)
        after = next((p for p in parts if p.first_s > scrub.first_s + 0.01), None)
        if not parts:
            return
        if scrub.span_s >= self._length_s and len(parts) > 1:
            after = parts[0]
        if after is None:
            self.chart.scrub = scrub.seeing(0.0, self._length_s)
        else:
            self.chart.scrub = scrub.seeing(after.first_s, after.last_s).to(after.first_s)

    @property
    def _row(self) -> int:
        key = self.measures[self._measure % len(self.measures)]
        return self._read.trace.measures.index(key)

    def _play(self, plays: bool) -> None:
        scrub = self.chart.scrub
        if plays and scrub.at_s >= scrub.length_s:
            self.chart.scrub = scrub.to(0.0)
        self.moving, self._played_at = plays, None

    def turn(self, t: float) -> Next:
        """Go on as fast as it was, while it plays."""
        before, self._played_at = self._played_at, t
        if before is None:
            return None
        self.chart.scrub = self.chart.scrub.moved(min(max(t - before, 0.0), _LONGEST_STEP_S))
        if self.chart.scrub.at_s >= self._length_s:
            self._play(False)
        return None

    # --- signing

    def _sign(self) -> Next:
        self._play(False)
        tr, read = self.around.tr, self._read
        if read.entry.state == "running":
            self.said = tr("review.running-unsigned")
            return None
        note = Note(tr("review.own-note"), rows=4)

        def sign(initials: str, pin: str) -> Callable[[Keeps], Any]:
            return sign_practice(read, note.value, initials, pin)

        told = practice_lines(self.around, read)
        title = tr("review.signing", code=read.entry.code)
        return Open(Pin(self.around, title, told, sign, self._signed, self._changed, (note,)))

    def _signed(self, read: PracticeRead) -> Next:
        self._take_over(read)
        self.said = self.around.tr("review.was-signed")
        return None

    def _changed(self, refused: Refused) -> Next:
        """Read it anew, where it was changed while it was read."""
        self.said = self.around.tr("review.changed-meanwhile")

        def took(read: PracticeRead) -> Next:
            self._take_over(read)
            return None

        return Ask(read_practice(self._read.entry.id, self.around.who), took)

    # --- how it is drawn

    def draw_body(self, surface: pygame.Surface, place: DeskPlace) -> None:
        """Draw the figure, the chart, the repetitions and the words."""
        of, gap = place.sizes, round(1.8 * place.sizes.unit)
        self._line_px = of.line_px
        left, right = desk_frame.halves(place, _FIGURE_SHARE)
        self._draw_moment(surface, place, desk_frame.panel(surface, left, place))
        top = pygame.Rect(right.left, right.top, right.width, round(_CHART_SHARE * right.height))
        inner = desk_frame.panel(surface, top, place)
        self.chart.box = inner
        if self.measures:
            self.chart.draw(surface, of, focused=self.focus.held is self.chart)
        else:
            say(surface, self.around.tr("review.no-angles"), inner, of.aside_px, of.palette.soft)
        foot = pygame.Rect(
            right.left, top.bottom + gap, right.width, right.bottom - top.bottom - gap
        )
        wide = round((foot.width - gap) * _ROWS_SHARE)
        rows = pygame.Rect(foot.left, foot.top, wide, foot.height)
        self.repetitions.box = desk_frame.panel(surface, rows, place).inflate(2 * of.gap_px, 0)
        self.repetitions.draw(surface, of, focused=self.focus.held is self.repetitions)
        words = pygame.Rect(rows.right + gap, foot.top, foot.right - rows.right - gap, foot.height)
        self._told.draw(surface, desk_frame.panel(surface, words, place), of, None)

    def _draw_moment(self, surface: pygame.Surface, place: DeskPlace, inner: pygame.Rect) -> None:
        """Draw the person as they stood, and under them the number or why there is none."""
        of, trace = place.sizes, self._read.trace
        lines = self._moment_lines()
        tall = len(lines) * of.line_px
        box = pygame.Rect(inner.left, inner.top, inner.width, inner.height - tall - of.gap_px)
        at = nearest(trace, self.chart.scrub.at_s)
        drawn = False
        if at is not None and self._bounds is not None:
            measure = MEASURES[INDEX[trace.measures[self._row]]] if self.measures else None
            drawn = draw_body(surface, box, of, trace.landmarks[at], self._bounds, measure)
        if not drawn:
            text = self.around.tr("review.no-figure")
            say(surface, text, box, of.aside_px, of.palette.soft, across=0.5)
        top = box.bottom + of.gap_px
        for i, (text, strong) in enumerate(lines):
            line = pygame.Rect(inner.left, top + i * of.line_px, inner.width, of.line_px)
            colour = of.palette.ink if strong else of.palette.soft
            say(surface, one_line(text, of.aside_px, line.width), line, of.aside_px, colour)

    def _moment_lines(self) -> list[tuple[str, bool]]:
        """Return what is read of the moment, each with whether it is what is read first."""
        scrub, trace = self.chart.scrub, self._read.trace
        lines = [(f"{clock(scrub.at_s)} / {clock(scrub.length_s)}", False)]
        if self.measures:
            measure = MEASURES[INDEX[trace.measures[self._row]]]
            lines += [(measure_name(self.around, measure), False), (self._value(), True)]
        return [*lines, (self._cue(), False)]

    def _value(self) -> str:
        """Return the number of the moment with its error, or why there is none."""
        trace, at = self._read.trace, nearest(self._read.trace, self.chart.scrub.at_s)
        if at is None:
            return self.around.tr("review.nothing-kept")
        value, error = trace.values[at, self._row], trace.errors[at, self._row]
        if not np.isfinite(value):
            return why_text(self.around, Withheld(int(trace.withheld[at, self._row])))
        unit = MEASURES[INDEX[trace.measures[self._row]]].unit
        return with_error(float(value), float(error), unit)

    def _cue(self) -> str:
        """Return what was said just before the moment."""
        record, at = self._read.entry.practice.record, self.chart.scrub.at_s
        said = [
            (when - record.started_s, id)
            for movement in record.movements
            for when, id in movement.summary.cues
            if 0 <= at - (when - record.started_s) + 0.01 <= _CUE_S
        ]
        if not said:
            return ""
        id = max(said)[1]
        try:
            return f"“{self.around.tr(f'cue.{id}')}”"
        except KeyError:  # another version of this program said it
            return f"“{id}”"


def _read(name: str, text: str) -> list[Widget]:
    """Return what is read of one thing: beside its name, or under it where it is long."""
    if len(text) <= _BESIDE:
        return [ToldLine(name, text, split=_NAMES_SHARE)]
    return [Label(name), *(Label(part, ink=True) for part in wrap(text, _PART))]
