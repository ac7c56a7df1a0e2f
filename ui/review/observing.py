"""What a clinician observes beside the angles: written in a form, signed with initials and PIN."""

from collections.abc import Callable, Sequence
from typing import Any

import pygame

from feedback.observing import ATTENDANCE, HELP, Attendance, Help, Observation
from ui import desk_frame
from ui.around import Around
from ui.desk_place import DeskPlace
from ui.desk_screen import DeskScreen, Key
from ui.inputs import Press
from ui.next import Ask, Back, Next, Open, Refused, Stay
from ui.ports import Keeps
from ui.review.opened_lines import observed_texts
from ui.review.ports import KeptObservation
from ui.review.reading import read_observed, sign_observation
from ui.review.scores import Score
from ui.screens.dates import date_line, day_of
from ui.screens.pin import Pin
from ui.told import Told
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.column import Column, Line
from ui.widgets.focus import Focus
from ui.widgets.label import Label
from ui.widgets.note import Note
from ui.widgets.text_line import TextLine
from ui.widgets.widget import Did, Widget

_FORM_SHARE = 0.72
_MOST_SHOWN = 50


class Observing(DeskScreen):
    """A form at the left, what was observed before at the right.

    Parameters
    ----------
    code
        Whom.
    """

    def __init__(self, around: Around, code: str) -> None:
        super().__init__(around)
        tr = around.tr
        self._code = code
        self._day = date_line(around, tr("observing.day"), around.today())
        came: list[tuple[Attendance | None, str]] = [(None, tr("review.unsaid"))]
        came += [(each, tr(f"observing.attendance-{each}")) for each in ATTENDANCE]
        self._attendance: Choice[Attendance | None] = Choice(tr("observing.attendance"), came, None)
        self._breath = Score(around, tr("observing.breath"))
        self._gait = Score(around, tr("observing.gait"))
        self._alignment = Score(around, tr("observing.alignment"))
        needed: list[tuple[Help | None, str]] = [(None, tr("review.unsaid"))]
        needed += [(each, tr(f"observing.help-{each}")) for each in HELP]
        self._help: Choice[Help | None] = Choice(tr("observing.help"), needed, None)
        self._minutes = TextLine(
            tr("observing.on-task"), most=3, digits=True, hint=tr("observing.minutes")
        )
        self._note = Note(tr("observing.note"), rows=3)
        self._go = Button(tr("observing.sign"), "Ctrl S", strong=True)
        self._column = Column(
            [
                self._day,
                self._attendance,
                self._breath,
                self._gait,
                self._alignment,
                self._help,
                self._minutes,
                self._note,
                self._go,
                Label(tr("observing.about")),
            ]
        )
        self._before = Column([Label(tr("observing.none"))])
        self._warned = False
        self.focus = Focus(self._column.widgets, self._attendance)

    def title(self) -> str:
        """Return whom it is of."""
        return self.around.tr("observing.title", code=self._code)

    def keys(self) -> Sequence[Key]:
        """Name the keys."""
        tr = self.around.tr
        return (
            ("Tab", tr("desk.next")),
            ("← →", tr("desk.choose")),
            ("Ctrl S", tr("desk.sign")),
            ("Esc", tr("desk.back")),
        )

    def opened(self) -> Next:
        """Read what was observed before."""
        return Ask(read_observed(self._code, self.around.who), self._took)

    def _took(self, several: Sequence[KeptObservation]) -> Next:
        lines: list[Line] = []
        for each in several[:_MOST_SHOWN]:
            lines.append(Label(f"{each.value.day.isoformat()}, {each.signed_by}"))
            lines += [Label(text, ink=True) for text in observed_texts(self.around, each.value)]
        self._before = Column(lines or [Label(self.around.tr("observing.none"))])
        return None

    def pressed(self, press: Press) -> Next:
        """Sign."""
        if press.ctrl and press.key == pygame.K_s:
            return self._sign() or Stay()
        return None

    def letter(self, letter: str) -> Next:
        """Set the scale that has the keys by a digit."""
        if isinstance(self.focus.held, Score) and self.focus.held.typed(letter):
            self._warned = False
        return None

    def did(self, widget: Widget, did: Did) -> Next:
        """Go on from line to line, and sign."""
        self._warned = False
        if widget is self._go:
            return self._sign()
        if did is Did.DONE:
            self.focus.go(1)
        return None

    def escaped(self) -> Next:
        """Go back; what is written and not signed is asked for once."""
        if self._written() and not self._warned:
            self._warned = True
            self.said = self.around.tr("observing.leave-unsigned")
            return None
        return Back()

    def _written(self) -> bool:
        try:
            return not self._observation().says_nothing
        except ValueError:
            return True

    def _observation(self) -> Observation:
        """Return what is written.

        Raises
        ------
        ValueError
            With one line, where it is not what is asked for.
        """
        day = day_of(self.around, self._day.value)
        minutes = self._minutes.value.strip()
        if day is None or day > self.around.today():
            raise ValueError(self.around.tr("observing.day-fault"))
        if minutes and int(minutes) > 600:
            raise ValueError(self.around.tr("observing.minutes-fault"))
        return Observation(
            day=day,
            attendance=self._attendance.value,
            breath_ease=self._breath.value,
            gait=self._gait.value,
            alignment=self._alignment.value,
            help=self._help.value,
            on_task_min=int(minutes) if minutes else None,
            note=self._note.value,
        )

    def _sign(self) -> Next:
        tr = self.around.tr
        try:
            seen = self._observation()
        except ValueError as error:
            self.said = str(error)
            return None
        if seen.says_nothing:
            self.said = tr("observing.nothing")
            return None

        def sign(initials: str, pin: str) -> Callable[[Keeps], Any]:
            return sign_observation(self._code, seen, initials, pin)

        told: list[Told] = [(tr("observing.day"), seen.day.isoformat())]
        told += [("", text) for text in observed_texts(self.around, seen)]
        title = tr("observing.signing", code=self._code)
        return Open(Pin(self.around, title, told, sign, self._signed, self._refused))

    def _signed(self, _: object) -> Next:
        return Back(said=self.around.tr("observing.signed"))

    def _refused(self, refused: Refused) -> Next:
        self.said = refused.line
        return None

    def draw_body(self, surface: pygame.Surface, place: DeskPlace) -> None:
        """Draw both panels."""
        left, right = desk_frame.halves(place, _FORM_SHARE)
        inner = desk_frame.panel(surface, left, place)
        self._column.draw(surface, inner, place.sizes, self.focus.held)
        self._before.draw(surface, desk_frame.panel(surface, right, place), place.sizes, None)
