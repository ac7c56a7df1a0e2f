"""The list of people: found by typing, opened by Enter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from exercises.signed_range import SignedRange
from ui import desk_frame
from ui.around import Around
from ui.desk_place import DeskPlace
from ui.desk_screen import DeskScreen, Key
from ui.inputs import Press
from ui.letters import face_of
from ui.next import Ask, Lock, Next, Open, Stay
from ui.ports import Keeps, KeptProposal, Listed
from ui.screens.profile import Profile, new_profile
from ui.screens.profile_read import read_profile
from ui.screens.proposals import Proposals
from ui.widgets.button import Button
from ui.widgets.focus import Focus
from ui.widgets.rows import Row, Rows
from ui.widgets.text_line import TextLine
from ui.widgets.widget import Did, Widget

PAGE = 200
"""As many people are read at a time; more follow as the list is gone along (a default of ours)."""
# So many rows before the end of what was read, the next page is asked for.
_AHEAD = 40
# More than are ever in sight at once, on either side of the one held.
_ABOUT = 40
_MOST_SEARCHED = 100
# Who is opened by Enter in the search: the one held, whose code is not known before the answer.
_WHOEVER = ""


@dataclass(frozen=True, slots=True)
class _Page:
    listed: Sequence[Listed]
    count: int
    waiting: Sequence[KeptProposal]


class People(DeskScreen):
    """Everybody, in the order of their codes; what is typed searches codes and names.

    Attributes
    ----------
    list
        The rows, by code.
    """

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        tr = around.tr
        self._search = TextLine(hint=tr("people.search-hint"), most=_MOST_SEARCHED)
        self.list = Rows(empty=tr("people.empty"), split=0.2)
        self._new = Button(tr("people.new"), "Ctrl N")
        self._proposals = Button(tr("people.no-proposals"), "Ctrl P")
        self.focus = Focus((self._search, self.list, self._new, self._proposals))
        self._listed: list[Listed] = []
        self._marks: dict[str, str] = {}
        self._count = 0
        self._whole = True
        self._reading = False
        self._asked = ""
        # The search for which the list was answered, and what Enter waits to open meanwhile: a
        # code, or whoever is held then.
        self._answered: str | None = None
        self._opens: str | None = None

    def title(self) -> str:
        """Return the title."""
        return self.around.tr("people.title")

    def beside(self) -> str:
        """Say how many there are, and who is here."""
        count = self.around.tr("people.count", count=self._count)
        return self.around.tr("people.beside", people=count, who=self.around.who)

    def keys(self) -> Sequence[Key]:
        """Name the keys."""
        tr = self.around.tr
        return (
            ("↑ ↓", tr("desk.choose")),
            ("Enter", tr("desk.open")),
            ("Ctrl N", tr("desk.new-person")),
            ("Esc", tr("people.lock") if not self._search.value else tr("people.clear")),
        )

    def opened(self) -> Next:
        """Read the first page."""
        return self._read_first()

    def resumed(self) -> Next:
        """Read anew what may have changed, and hold who was held."""
        return self._read_first()

    def _read_first(self) -> Next:
        self._asked = asked = self._search.value
        self._opens = None
        return Ask(_page("", asked), lambda page: self._took_first(asked, page))

    def _took_first(self, asked: str, page: _Page) -> Next:
        self._answered = asked
        held = self.list.held
        self._listed, self._count = list(page.listed), page.count
        self._whole = len(page.listed) < PAGE
        tr = self.around.tr
        self._marks = {each.code: tr("people.proposal") for each in page.waiting}
        count = len(page.waiting)
        waiting = tr("people.proposals", count=count) if count else tr("people.no-proposals")
        self._proposals.text = waiting
        self.list.empty = tr("people.nobody") if self._count else tr("people.empty")
        self._show(held.key if held is not None else None)
        return self._open_waited_for() or self._read_marks()

    def _took_more(self, page: _Page) -> Next:
        self._reading = False
        self._listed += page.listed
        self._whole = len(page.listed) < PAGE
        self._show(self.list.held.key if self.list.held is not None else None)
        return self._read_marks()

    def _show(self, key: str | None) -> None:
        self.list.show([self._row(each) for each in self._listed], key)

    def _row(self, listed: Listed) -> Row:
        name = listed.display_name or ""
        if name and face_of(name) is None:
            name = self.around.tr("people.other-letters")
        return Row(listed.code, listed.code, name, self._marks.get(listed.code, ""))

    def _read_marks(self) -> Next:
        """Ask, of those about the one held, whose ranges are due to be looked at again."""
        at = self.list.at
        about = self.list.rows[max(at - _ABOUT, 0) : at + _ABOUT]
        unknown = [row.key for row in about if row.key not in self._marks]
        if not unknown or (len(unknown) < _ABOUT // 2 and unknown[-1] != self.list.rows[-1].key):
            return None
        return Ask(_ranges_of(unknown), self._took_marks)

    def _took_marks(self, ranges: dict[str, Sequence[SignedRange]]) -> Next:
        today = self.around.today()
        for code, current in ranges.items():
            due = any(each.review_due(today) for each in current)
            self._marks[code] = self.around.tr("people.review") if due else ""
        self._show(self.list.held.key if self.list.held is not None else None)
        return None

    def pressed(self, press: Press) -> Next:
        """Answer the keys that hold whatever has the focus."""
        if press.ctrl and press.key == pygame.K_n:
            return Open(new_profile(self.around))
        if press.ctrl and press.key == pygame.K_p:
            return Open(Proposals(self.around))
        in_search = self.focus.held is self._search
        along = (pygame.K_UP, pygame.K_DOWN, pygame.K_PAGEUP, pygame.K_PAGEDOWN)
        if in_search and press.key in along and not press.ctrl:
            # While a name is typed, the list below is gone along.
            return (self.list.take(press) is Did.CHANGED and self._moved()) or Stay()
        return None

    def did(self, widget: Widget, did: Did) -> Next:
        """Answer a search, a person chosen, or a button."""
        if widget is self._search and did is Did.CHANGED:
            return self._read_first()
        if widget is self.list and did is Did.CHANGED:
            return self._moved()
        if widget is self._new:
            return Open(new_profile(self.around))
        if widget is self._proposals:
            return Open(Proposals(self.around))
        return self._enter(widget) if did is Did.DONE else None

    def _enter(self, widget: Widget) -> Next:
        """Open who is held; while the list is not yet that of the search, once it is."""
        held = self.list.held
        if self._answered != self._search.value:
            in_list = widget is self.list and held is not None
            self._opens = held.key if in_list and held is not None else _WHOEVER
            return Stay()
        return self._open(held.key) if held is not None else None

    def _open_waited_for(self) -> Next:
        opens, held = self._opens, self.list.held
        if opens is None or self._answered != self._search.value:
            return None
        self._opens = None
        if held is None or opens not in (_WHOEVER, held.key):
            return None
        return self._open(held.key)

    def _open(self, code: str) -> Next:
        return Ask(read_profile(code), lambda read: Open(Profile(self.around, read)))

    def _moved(self) -> Next:
        """Read on where the end of what was read comes near."""
        near = self.list.at >= len(self._listed) - _AHEAD
        if near and not self._whole and not self._reading:
            self._reading = True
            return Ask(_page(self._listed[-1].code, self._asked), self._took_more)
        return self._read_marks()

    def escaped(self) -> Next:
        """Take the search back, or lock."""
        if self._search.value:
            self._search.value = ""
            self.focus.hold(self._search)
            return self._read_first()
        return Lock()

    def draw_body(self, surface: pygame.Surface, place: DeskPlace) -> None:
        """Draw the search and its buttons over the list."""
        of, body = place.sizes, place.body
        top = pygame.Rect(body.left, body.top, body.width, of.row_px)
        right = top.right
        for button in (self._proposals, self._new):
            width = button.width(of)
            button.box = pygame.Rect(right - width, top.top, width, top.height)
            right = button.box.left - 2 * of.gap_px
            button.draw(surface, of, focused=self.focus.held is button)
        self._search.box = pygame.Rect(top.left, top.top, right - top.left, top.height)
        self._search.draw(surface, of, focused=self.focus.held is self._search)
        below = top.bottom + 2 * of.gap_px
        panel = pygame.Rect(body.left, below, body.width, body.bottom - below)
        self.list.box = desk_frame.panel(surface, panel, place).inflate(2 * of.gap_px, 0)
        self.list.draw(surface, of, focused=self.focus.held is self.list)


def _page(after: str, search: str) -> Callable[[Keeps], _Page]:
    def read(keeps: Keeps) -> _Page:
        listed = keeps.people.list(after, PAGE, search)
        return _Page(listed, keeps.people.count(), keeps.proposals.all_open())

    return read


def _ranges_of(codes: Sequence[str]) -> Callable[[Keeps], dict[str, Sequence[SignedRange]]]:
    return lambda keeps: {code: keeps.ranges.current(code) for code in codes}
