"""Writing why a ceiling may lie beyond the movement's own."""

from collections.abc import Callable, Sequence

import pygame

from exercises.ranges import SHORTEST_REASON
from ui import desk_frame
from ui.around import Around
from ui.desk_place import DeskPlace
from ui.desk_screen import DeskScreen, Key
from ui.next import Back, Next
from ui.widgets.button import Button
from ui.widgets.column import Column
from ui.widgets.focus import Focus
from ui.widgets.label import Label
from ui.widgets.text_line import TextLine
from ui.widgets.widget import Did, Widget


class Reason(DeskScreen):
    """Asks for a reason that says something.

    Parameters
    ----------
    what
        What it is a reason for.
    written
        Called with it, back on the screen before.
    """

    def __init__(self, around: Around, what: str, written: Callable[[str], Next]) -> None:
        super().__init__(around)
        self._what, self._written = what, written
        self._text = TextLine(hint=around.tr("reason.hint"))
        self._go = Button(around.tr("reason.go-on"), "Enter", strong=True)
        self._column = Column([Label(around.tr("reason.note")), self._text, self._go])
        self.focus = Focus(self._column.widgets)

    def title(self) -> str:
        """Return what it is a reason for."""
        return self._what

    def keys(self) -> Sequence[Key]:
        """Name the keys."""
        tr = self.around.tr
        return (("Enter", tr("desk.keep")), ("Esc", tr("desk.back")))

    def did(self, widget: Widget, did: Did) -> Next:
        """Take the reason, once it is long enough."""
        if did is not Did.DONE:
            return None
        reason = self._text.value.strip()
        if len(reason) < SHORTEST_REASON:
            self.said = self.around.tr("reason.short", count=SHORTEST_REASON)
            self.focus.hold(self._text)
            return None
        return Back(after=lambda: self._written(reason))

    def draw_body(self, surface: pygame.Surface, place: DeskPlace) -> None:
        """Draw it."""
        inner = desk_frame.panel(surface, place.body, place)
        self._column.draw(surface, inner, place.sizes, self.focus.held)
