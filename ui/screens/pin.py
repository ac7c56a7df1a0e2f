"""Signing: what, at the left; who, and their PIN, at the right."""

from collections.abc import Callable, Sequence
from typing import Any

import pygame

from ui import desk_frame
from ui.around import Around
from ui.desk_place import DeskPlace
from ui.desk_screen import DeskScreen, Key
from ui.inputs import Input, Press, Scroll
from ui.next import Ask, Back, Next, Refused, Stay
from ui.ports import Keeps
from ui.told import Told
from ui.widgets.button import Button
from ui.widgets.column import PAGE_LINES, Column, Line
from ui.widgets.focus import Focus
from ui.widgets.label import Label
from ui.widgets.text_line import TextLine
from ui.widgets.told_line import NAME_SHARE, ToldLine
from ui.widgets.widget import Did, Widget

LONGEST_PIN, LONGEST_INITIALS = 12, 6

Signing = Callable[[str, str], Callable[[Keeps], Any]]
"""Given initials and PIN, what is done with what is kept."""


class Pin(DeskScreen):
    """Asks for initials and PIN, and does what was to be signed.

    Parameters
    ----------
    what
        What is signed, as a title.
    told
        What it says, to be read before it is signed.
    sign
        Does it.
    then, stale
        Called on the screen before: with what came of it, or where somebody else was quicker.
    extra
        What else is set before it is signed.
    split
        As of `ToldLine`.
    """

    def __init__(
        self,
        around: Around,
        what: str,
        told: Sequence[Told],
        sign: Signing,
        then: Callable[[Any], Next],
        stale: Callable[[Refused], Next],
        extra: Sequence[Widget] = (),
        split: float = NAME_SHARE,
    ) -> None:
        super().__init__(around)
        tr = around.tr
        self._what, self._sign, self._then, self._stale = what, sign, then, stale
        self._initials = TextLine(tr("pin.initials"), around.who, most=LONGEST_INITIALS)
        self._pin = TextLine(tr("pin.pin"), most=LONGEST_PIN, secret=True, digits=True)
        self._go = Button(tr("pin.sign"), "Enter", strong=True)
        self._waiting = False
        self._line_px = 1
        self._told = Column([ToldLine(name, text, split=split) for name, text in told])
        lines: list[Line] = [*extra, self._initials, self._pin, self._go, Label(tr("pin.note"))]
        self._column = Column(lines)
        self.focus = Focus(self._column.widgets, self._pin if around.who else self._initials)

    def title(self) -> str:
        """Return what is signed."""
        return self._what

    def keys(self) -> Sequence[Key]:
        """Name the keys."""
        tr = self.around.tr
        return (("Tab", tr("desk.next")), ("Enter", tr("desk.sign")), ("Esc", tr("pin.leave")))

    def take(self, event: Input) -> Next:
        """Take in what happened; the wheel and the page keys move what is read."""
        if isinstance(event, Scroll):
            self._told.scroll(event.rows * self._line_px)
            return None
        return super().take(event)

    def pressed(self, press: Press) -> Next:
        """Move what is read."""
        if press.key not in PAGE_LINES:
            return None
        self._told.scroll(PAGE_LINES[press.key] * self._line_px)
        return Stay()

    def did(self, widget: Widget, did: Did) -> Next:
        """Go on from line to line, and sign."""
        if did is not Did.DONE:
            return None
        if widget is self._initials:
            self.focus.hold(self._pin)
            return None
        return self._signed()

    def _signed(self) -> Next:
        initials, pin = self._initials.value.strip(), self._pin.value
        if self._waiting:
            return None
        if not initials or not pin:
            self.said = self.around.tr("pin.both")
            self.focus.hold(self._pin if initials else self._initials)
            return None
        self._waiting = True
        return Ask(self._sign(initials, pin), self._done, self.refused)

    def _done(self, result: Any) -> Next:
        return Back(after=lambda: self._then(result))

    def escaped(self) -> Next:
        """Go back unsigned; what is being signed now is waited for."""
        return Stay() if self._waiting else Back()

    def refused(self, refused: Refused) -> Next:
        """Say why, and let the PIN be typed anew; or go back where somebody else was quicker."""
        self._waiting = False
        if refused.stale:
            return Back(after=lambda: self._stale(refused))
        self._pin.value = ""
        self.focus.hold(self._pin)
        return super().refused(refused)

    def draw_body(self, surface: pygame.Surface, place: DeskPlace) -> None:
        """Draw both panels."""
        of = place.sizes
        self._line_px = of.line_px
        left, right = desk_frame.halves(place, 0.54)
        inner = desk_frame.panel(surface, left, place)
        self._told.draw(surface, inner, of, None)
        inner = desk_frame.panel(surface, right, place)
        self._column.draw(surface, inner, of, self.focus.held)
