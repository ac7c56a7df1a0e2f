"""Choosing one of a long list, found by typing."""

from collections.abc import Callable, Sequence

import pygame

from ui import desk_frame
from ui.around import Around
from ui.desk_place import DeskPlace
from ui.desk_screen import DeskScreen, Key
from ui.inputs import Press
from ui.next import Back, Next, Stay
from ui.widgets.focus import Focus
from ui.widgets.rows import Row, Rows
from ui.widgets.text_line import TextLine
from ui.widgets.widget import Did, Widget


class Pick(DeskScreen):
    """A list of which one is chosen.

    Parameters
    ----------
    name
        What is chosen.
    rows
        What there is. A quiet row is there to be read, not to be chosen.
    chosen
        Called with the key of the one chosen, back on the screen before.
    split
        As of `Rows`.
    """

    def __init__(
        self,
        around: Around,
        name: str,
        rows: Sequence[Row],
        chosen: Callable[[str], Next],
        *,
        split: float = 0.46,
    ) -> None:
        super().__init__(around)
        self._name, self._all, self._chosen = name, rows, chosen
        self._search = TextLine(hint=around.tr("pick.search-hint"))
        self._rows = Rows(rows, empty=around.tr("pick.nothing"), split=split)
        self.focus = Focus((self._search, self._rows))

    def title(self) -> str:
        """Return what is chosen."""
        return self._name

    def keys(self) -> Sequence[Key]:
        """Name the keys."""
        tr = self.around.tr
        return (("↑ ↓", tr("desk.choose")), ("Enter", tr("desk.take")), ("Esc", tr("desk.back")))

    def pressed(self, press: Press) -> Next:
        """Go along the list while something is typed."""
        along = (pygame.K_UP, pygame.K_DOWN, pygame.K_PAGEUP, pygame.K_PAGEDOWN)
        if self.focus.held is self._search and press.key in along and not press.ctrl:
            self._rows.take(press)
            return Stay()
        return None

    def did(self, widget: Widget, did: Did) -> Next:
        """Search, or take the one held."""
        if widget is self._search and did is Did.CHANGED:
            words = self._search.value.casefold().split()
            found = [row for row in self._all if _holds(row, words)]
            self._rows.show(found)
            return None
        held = self._rows.held
        if did is not Did.DONE or held is None:
            return None
        if held.quiet:
            self.said = f"{held.text}: {held.beside}"
            return None
        return Back(after=lambda: self._chosen(held.key))

    def draw_body(self, surface: pygame.Surface, place: DeskPlace) -> None:
        """Draw the search over the list."""
        of, body = place.sizes, place.body
        self._search.box = pygame.Rect(body.left, body.top, body.width, of.row_px)
        self._search.draw(surface, of, focused=self.focus.held is self._search)
        top = self._search.box.bottom + 2 * of.gap_px
        panel = pygame.Rect(body.left, top, body.width, body.bottom - top)
        self._rows.box = desk_frame.panel(surface, panel, place).inflate(2 * of.gap_px, 0)
        self._rows.draw(surface, of, focused=self.focus.held is self._rows)


def _holds(row: Row, words: Sequence[str]) -> bool:
    text = f"{row.text} {row.beside}".casefold()
    return all(word in text for word in words)
