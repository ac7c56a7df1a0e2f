"""What is proposed for people's programmes: what, from what to what, and why; yes or no, signed."""

from collections.abc import Callable, Sequence
from typing import Any

import pygame

from ui import desk_frame
from ui.around import Around
from ui.desk_place import DeskPlace
from ui.desk_screen import DeskScreen, Key
from ui.inputs import Press
from ui.next import Ask, Next, Open, Refused, Stay
from ui.ports import Keeps, KeptProposal
from ui.screens.pin import Pin
from ui.screens.proposal_view import draw_proposal, proposal_lines, reasons
from ui.widgets.button import Button
from ui.widgets.column import Column
from ui.widgets.focus import Focus
from ui.widgets.rows import Row, Rows
from ui.widgets.widget import Did, Widget

_LIST_SHARE = 0.36
# How far the page keys move the reasons, where they are longer than there is room.
_PAGE_PX = 120


class Proposals(DeskScreen):
    """Every proposal that waits, or that of one person.

    Parameters
    ----------
    only
        The code of that person, for whom a next step may be looked for; `None` for everybody.
    """

    def __init__(self, around: Around, only: str | None = None) -> None:
        super().__init__(around)
        tr = around.tr
        self._only = only
        empty = tr("proposals.none") if only is None else tr("proposals.none-yet", code=only)
        self._rows = Rows(empty=empty, split=0.36)
        self._waiting: list[KeptProposal] = []
        self._because = Column([])
        self._yes = Button(tr("proposals.yes"), "Y", strong=True)
        self._no = Button(tr("proposals.no"), "N")
        self.focus = Focus((self._rows, self._no, self._yes))

    def title(self) -> str:
        """Return the title."""
        return self.around.tr("proposals.title")

    def beside(self) -> str:
        """Say how many wait."""
        return self.around.tr("people.proposals", count=len(self._waiting))

    def keys(self) -> Sequence[Key]:
        """Name the keys."""
        tr = self.around.tr
        back = ("Esc", tr("desk.back"))
        if self._waiting:
            choose = (("↑ ↓", tr("desk.choose")),) if len(self._waiting) > 1 else ()
            return (*choose, ("Y", tr("desk.yes")), ("N", tr("desk.no")), back)
        return (("L", tr("proposals.look")), back) if self._may_look else (back,)

    @property
    def _may_look(self) -> bool:
        return self._only is not None and self.around.decides is not None

    # --- what is read

    def opened(self) -> Next:
        """Read what waits."""
        if self._only is None:
            return Ask(lambda keeps: list(keeps.proposals.all_open()), self._took)
        code = self._only
        return Ask(lambda keeps: [p for p in (keeps.proposals.open(code),) if p], self._took)

    def resumed(self) -> Next:
        """Read it anew."""
        return self.opened()

    def _took(self, waiting: list[KeptProposal]) -> Next:
        self._waiting = waiting
        held = self._rows.held
        rows = [
            Row(str(each.id), each.code, self.around.title(each.proposal.exercise_id))
            for each in waiting
        ]
        self._rows.show(rows, held.key if held is not None else None)
        self._give_reasons()
        return None

    def _give_reasons(self) -> None:
        held = self._held
        self._because = Column([]) if held is None else reasons(self.around, held.proposal)

    @property
    def _held(self) -> KeptProposal | None:
        held = self._rows.held
        return next((each for each in self._waiting if held and str(each.id) == held.key), None)

    # --- what happens

    def pressed(self, press: Press) -> Next:
        """Go from the list to the two buttons."""
        ways = {pygame.K_PAGEUP: -1, pygame.K_PAGEDOWN: 1}
        if press.key in ways and len(self._waiting) < 2:
            self._because.scroll(ways[press.key] * _PAGE_PX)
            return Stay()
        if self.focus.held is not self._rows or not self._waiting:
            return None
        if press.key in (pygame.K_RIGHT, pygame.K_RETURN, pygame.K_KP_ENTER):
            self.focus.hold(self._yes)
            return Stay()
        return None

    def letter(self, letter: str) -> Next:
        """Answer Y and N, and L where nothing waits yet."""
        if letter == "l" and self._may_look and not self._waiting:
            return self._look()
        return {"y": self._say_yes, "n": self._say_no}.get(letter, lambda: None)()

    def did(self, widget: Widget, did: Did) -> Next:
        """Answer the buttons."""
        if widget is self._rows:
            self._give_reasons()
            return None
        return self._say_yes() if widget is self._yes else self._say_no()

    def _look(self) -> Next:
        """Look whether a little more may be proposed."""
        code, decides = self._only, self.around.decides
        assert code is not None
        assert decides is not None

        def looked(why_none: str) -> Next:
            self.said = why_none
            return self.opened()

        return Ask(lambda keeps: decides.propose(keeps, code), looked)

    def _say_yes(self) -> Next:
        held, decides = self._held, self.around.decides
        if held is None or decides is None:
            return None

        def accept(initials: str, pin: str) -> Callable[[Keeps], Any]:
            return lambda keeps: decides.accept(keeps, held, initials, pin)

        return self._ask_pin(held, self.around.tr("proposals.yes-title"), accept)

    def _say_no(self) -> Next:
        held = self._held
        if held is None:
            return None

        def decline(initials: str, pin: str) -> Callable[[Keeps], Any]:
            return lambda keeps: keeps.proposals.decline(held.id, initials, pin)

        return self._ask_pin(held, self.around.tr("proposals.no-title"), decline)

    def _ask_pin(
        self,
        held: KeptProposal,
        what: str,
        sign: Callable[[str, str], Callable[[Keeps], Any]],
    ) -> Next:
        lines = (
            (self.around.tr("profile.code"), held.code),
            *proposal_lines(self.around, held.proposal),
        )
        return Open(Pin(self.around, what, lines, sign, self._decided, self._was_decided))

    def _decided(self, _: Any) -> Next:
        self.said = self.around.tr("proposals.decided")
        return None

    def _was_decided(self, refused: Refused) -> Next:
        self.said = refused.line
        return None

    # --- how it is drawn

    def draw_body(self, surface: pygame.Surface, place: DeskPlace) -> None:
        """Draw the list at the left, and the held one at the right."""
        of, held = place.sizes, self._held
        left, right = desk_frame.halves(place, _LIST_SHARE)
        left = left if held is not None else place.body
        self._rows.box = desk_frame.panel(surface, left, place).inflate(2 * of.gap_px, 0)
        self._rows.draw(surface, of, focused=self.focus.held is self._rows)
        if held is None:
            return
        inner = desk_frame.panel(surface, right, place)
        above = pygame.Rect(
            inner.left, inner.top, inner.width, inner.height - of.row_px - of.pad_px
        )
        draw_proposal(surface, above, of, self.around, held.proposal, self._because)
        width = (inner.width - 2 * of.gap_px) // 2
        for i, button in enumerate((self._no, self._yes)):
            left_edge = inner.left + i * (width + 2 * of.gap_px)
            button.box = pygame.Rect(left_edge, inner.bottom - of.row_px, width, of.row_px)
            button.draw(surface, of, focused=self.focus.held is button)
