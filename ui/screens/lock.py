"""The lock: the passphrase of what is kept, where it has one, then who is here."""

from collections.abc import Callable, Sequence
from typing import Any

import pygame

from exercises.staff import Staff
from ui.around import Around
from ui.desk_place import DeskPlace
from ui.desk_screen import DeskScreen, Key
from ui.next import Ask, Leave, Next, Refused, Unlock
from ui.screens.notice import draw_light
from ui.screens.pin import LONGEST_INITIALS, LONGEST_PIN
from ui.typed import say
from ui.widgets.button import Button
from ui.widgets.column import Column
from ui.widgets.focus import Focus
from ui.widgets.label import Label
from ui.widgets.text_line import TextLine
from ui.widgets.widget import Did, Widget

_MOST_PASSPHRASE = 1000
# Of the height: where the light stands, and where the words begin.
_LIGHT, _WORDS = 0.2, 0.38


class Lock(DeskScreen):
    """Nothing is seen before somebody of the staff has said who they are.

    Parameters
    ----------
    opened_by
        ``passphrase`` where what is kept has to be opened first; ``pin`` where it is open.
    unlocked
        Called with who is here.
    who
        Whose initials are there already.
    """

    def __init__(
        self,
        around: Around,
        opened_by: str,
        unlocked: Callable[[Staff], Next],
        who: str = "",
    ) -> None:
        super().__init__(around)
        tr = around.tr
        self._step, self._unlocked = opened_by, unlocked
        self._passphrase = TextLine(tr("lock.passphrase"), most=_MOST_PASSPHRASE, secret=True)
        self._initials = TextLine(tr("pin.initials"), who, most=LONGEST_INITIALS)
        self._pin = TextLine(tr("pin.pin"), most=LONGEST_PIN, secret=True, digits=True)
        self._go = Button(tr("lock.open"), "Enter", strong=True)
        self._waiting = False
        self._column = Column([])
        self._lay()

    def _lay(self) -> None:
        if self._step == "passphrase":
            self._column = Column([self._passphrase, self._go])
        elif self._step == "nobody":
            self._column = Column([Label(self.around.tr("lock.nobody"))])
        else:
            self._column = Column([self._initials, self._pin, self._go])
        first = self._pin if self._initials.value else None
        self.focus = Focus(self._column.widgets, first)

    def title(self) -> str:
        """Return nothing: the words stand in the middle."""
        return ""

    def keys(self) -> Sequence[Key]:
        """Name the keys."""
        tr = self.around.tr
        return (("Enter", tr("desk.open")), ("Esc", tr("lock.close")))

    def opened(self) -> Next:
        """Ask who works here, where what is kept is open."""
        return Ask(lambda keeps: keeps.staff.list(), self._listed) if self._step == "pin" else None

    def _listed(self, staff: Sequence[Staff]) -> Next:
        if not any(each.active for each in staff):
            self._step = "nobody"
            self._lay()
        return None

    def did(self, widget: Widget, did: Did) -> Next:
        """Go on from line to line, and open."""
        if did is not Did.DONE or self._waiting:
            return None
        if widget is self._initials:
            self.focus.hold(self._pin)
            return None
        if self._step == "passphrase":
            self._waiting = True
            return Unlock(self._passphrase.value, self._open, self.refused)
        initials, pin = self._initials.value.strip(), self._pin.value
        if not initials or not pin:
            self.said = self.around.tr("pin.both")
            self.focus.hold(self._pin if initials else self._initials)
            return None
        self._waiting = True
        return Ask(lambda keeps: keeps.staff.check(initials, pin), self._here, self.refused)

    def _open(self, _: Any) -> Next:
        self._waiting, self._step, self._passphrase.value = False, "pin", ""
        self._lay()
        return self.opened()

    def _here(self, staff: Staff) -> Next:
        self._waiting, self._pin.value = False, ""
        return self._unlocked(staff)

    def refused(self, refused: Refused) -> Next:
        """Say why, and let it be typed anew."""
        self._waiting = False
        self._pin.value = self._passphrase.value = ""
        self.focus.hold(self._passphrase if self._step == "passphrase" else self._pin)
        return super().refused(refused)

    def escaped(self) -> Next:
        """Close the window."""
        return Leave()

    def draw_body(self, surface: pygame.Surface, place: DeskPlace) -> None:
        """Draw a still light, and what is asked under it."""
        of, (width, height) = place.sizes, surface.get_size()
        draw_light(surface, of.palette, (width / 2, height * _LIGHT), 7 * of.unit, of.unit)
        box = pygame.Rect(
            0, round(height * _WORDS), min(width - 8 * of.pad_px, 25 * of.aside_px), 0
        )
        box.centerx = width // 2
        head = pygame.Rect(box.left, box.top, box.width, round(1.3 * of.title_px))
        name = self.around.tr("lock.title")
        say(surface, name, head, of.title_px, of.palette.ink, weight="Medium", across=0.5)
        under = pygame.Rect(box.left, head.bottom, box.width, of.line_px)
        said = "lock.passphrase-note" if self._step == "passphrase" else "lock.note"
        say(surface, self.around.tr(said), under, of.aside_px, of.palette.soft, across=0.5)
        top = under.bottom + 2 * of.gap_px
        lines = pygame.Rect(box.left, top, box.width, place.body.bottom - top)
        self._column.draw(surface, lines, of, self.focus.held)
