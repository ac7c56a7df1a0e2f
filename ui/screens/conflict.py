"""Two windows changed the same thing: both are shown, and nothing is overwritten unasked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from ui import desk_frame
from ui.around import Around
from ui.desk_place import DeskPlace
from ui.desk_screen import DeskScreen, Key
from ui.inputs import Input, Press, Scroll
from ui.next import Back, Next, Stay
from ui.told import Told
from ui.typed import say
from ui.widgets.button import Button
from ui.widgets.column import PAGE_LINES, Column
from ui.widgets.focus import Focus
from ui.widgets.told_line import ToldLine
from ui.widgets.widget import Did, Widget


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: what it is called, and what it says."""

    name: str
    lines: Sequence[Told]


class Conflict(DeskScreen):
    """Both, side by side, with what differs marked; one of them is chosen, or none for now.

    Parameters
    ----------
    what
        What was changed twice.
    theirs, yours
        What is kept now, and what was to be kept.
    keep_theirs, keep_yours
        Called on the screen before with the choice; `keep_yours` is `None` where yours has to be
        made anew.
    """

    def __init__(
        self,
        around: Around,
        what: str,
        theirs: Side,
        yours: Side,
        keep_theirs: Callable[[], Next],
        keep_yours: Callable[[], Next] | None,
    ) -> None:
        super().__init__(around)
        self._what, self._sides = what, (theirs, yours)
        told = (dict(theirs.lines), dict(yours.lines))
        self._columns = [
            Column(
                [
                    ToldLine(name, text, differs=told[1 - i].get(name) != text)
                    for name, text in side.lines
                ]
            )
            for i, side in enumerate(self._sides)
        ]
        self._line_px = 1
        self._theirs = Button(around.tr("conflict.keep-theirs"), "T")
        self._yours = Button(around.tr("conflict.keep-yours"), "Y")
        self._keep = {self._theirs: keep_theirs}
        if keep_yours is not None:
            self._keep[self._yours] = keep_yours
        self.focus = Focus((self._theirs, self._yours) if keep_yours else (self._theirs,))

    def title(self) -> str:
        """Return what was changed twice."""
        return self._what

    def keys(self) -> Sequence[Key]:
        """Name the keys."""
        tr = self.around.tr
        named = [("T", tr("conflict.keep-theirs"))]
        if self._yours in self._keep:
            named.append(("Y", tr("conflict.keep-yours")))
        return (*named, ("Esc", tr("conflict.look")))

    def take(self, event: Input) -> Next:
        """Take in what happened; the wheel and the page keys move what is read, on both sides."""
        if isinstance(event, Scroll):
            return self._scrolled(event.rows)
        return super().take(event)

    def pressed(self, press: Press) -> Next:
        """Move what is read."""
        return self._scrolled(PAGE_LINES[press.key]) if press.key in PAGE_LINES else None

    def _scrolled(self, lines: int) -> Next:
        for column in self._columns:
            column.scroll(lines * self._line_px)
        return Stay()

    def letter(self, letter: str) -> Next:
        """Answer the letters of the two."""
        chosen = {"t": self._theirs, "y": self._yours}.get(letter)
        return self._choose(chosen) if chosen is not None and chosen in self._keep else None

    def did(self, widget: Widget, did: Did) -> Next:
        """Answer a button."""
        return next((self._choose(each) for each in self._keep if each is widget), None)

    def _choose(self, button: Button) -> Next:
        return Back(after=self._keep[button])

    def draw_body(self, surface: pygame.Surface, place: DeskPlace) -> None:
        """Draw both, each over its button."""
        of, body = place.sizes, place.body
        self._line_px = of.line_px
        say(
            surface,
            self.around.tr("conflict.explained"),
            pygame.Rect(body.left, body.top, body.width, of.line_px),
            of.aside_px,
            of.palette.soft,
        )
        top = body.top + of.line_px + 2 * of.gap_px
        gap = round(1.8 * of.unit)
        width = (body.width - gap) // 2
        for i, (side, column) in enumerate(zip(self._sides, self._columns, strict=True)):
            box = pygame.Rect(body.left + i * (width + gap), top, width, body.bottom - top)
            inner = desk_frame.panel(surface, box, place)
            head = pygame.Rect(inner.left, inner.top, inner.width, of.line_px)
            say(surface, side.name, head, of.aside_px, of.palette.ink, weight="Medium")
            button = (self._theirs, self._yours)[i]
            foot = of.row_px + 2 * of.gap_px if button in self._keep else 0
            under = head.bottom + of.gap_px
            lines = pygame.Rect(inner.left, under, inner.width, inner.bottom - foot - under)
            column.draw(surface, lines, of, None)
            if foot:
                button.box = pygame.Rect(
                    inner.left, inner.bottom - of.row_px, inner.width, of.row_px
                )
                button.draw(surface, of, focused=self.focus.held is button)
