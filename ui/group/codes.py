"""Who is at which place, while people arrive: codes written, or read from cards, and taken.

On the leader's window alone. Nothing is taken before the leader's own key.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

import pygame

from ui import desk_frame
from ui.desk_place import DeskPlace, desk_place
from ui.group.codes_rows import code_rows, draw_code_rows
from ui.group.seat_mark import draw_seat_mark
from ui.inputs import XY, Click, Input, Press
from ui.typed import say
from ui.view import Choices
from ui.widgets.text_line import TextLine
from ui.widgets.widget import Did
from words.tr import tr

LONGEST = 24
"""The longest code there is, in characters."""
AGAIN_S = 5.0
"""Within so many seconds Esc pressed again leaves."""
_ROWS_SHARE = 0.56
_ON = (pygame.K_RIGHT, pygame.K_PAGEDOWN)
_TAKES_AWAY = (pygame.K_BACKSPACE, pygame.K_DELETE)


class CodesAsked(Enum):
    """What is asked for but a code."""

    REMOVE = "remove"
    """That whoever is at the chosen place keeps to the general ranges."""
    ON = "on"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class CodeAsked:
    """That a code is taken for a place."""

    place: int
    code: str


@dataclass(frozen=True, slots=True)
class CodesView:
    """What is shown.

    Attributes
    ----------
    codes
        Who is at which place, by the place's number.
    said
        What is said over the keys; empty for nothing.
    cards
        Whether a camera looks for cards.
    closing
        Whether the window was closed and came back, and leaves where it is closed again.
    """

    codes: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    said: str = ""
    cards: bool = True
    closing: bool = False


class CodesScreen:
    """Draws the places with their codes, and the line in which one is written or proposed.

    Letters and signs come as `Typed`; all other keys as `Press`.

    Parameters
    ----------
    places
        The numbers of the places, in order; at least one.

    Attributes
    ----------
    chosen
        The number of the place that the line is for.
    """

    def __init__(self, size: tuple[int, int], places: Sequence[int], language: str = "en") -> None:
        self.chosen = places[0]
        self._size, self._places, self._language = size, tuple(places), language
        self._line = TextLine(most=LONGEST, hint=tr("codes.hint", language))
        self._proposed = False
        self._leaving_s = -AGAIN_S
        self._rows: dict[int, pygame.Rect] = {}

    @property
    def writing(self) -> bool:
        """Whether somebody is writing a code, so that none is to be proposed."""
        return bool(self._line.value) and not self._proposed

    @property
    def proposed(self) -> str | None:
        """The code that is proposed, or `None`."""
        return self._line.value if self._proposed else None

    def propose(self, place: int | None, code: str) -> None:
        """Put a code in the line, for a place or the one that is chosen."""
        self.chosen = self.chosen if place is None else place
        self._line.value, self._proposed = code, True

    def clear(self) -> None:
        """Empty the line."""
        self._line.value, self._proposed = "", False

    def resize(self, size: tuple[int, int]) -> None:
        """Take a window of `size` pixels."""
        self._size = size

    def caret(self) -> pygame.Rect | None:
        """Return where the next letter is put, for an input method's own window."""
        return self._line.caret()

    # --- what is asked for

    def take(self, event: Input, t: float) -> CodeAsked | CodesAsked | None:
        """Take in what happened, at `t` seconds; return what it asks for."""
        if isinstance(event, Click):
            self._clicked(event.at)
            return None
        if isinstance(event, Press):
            if event.key == pygame.K_ESCAPE:
                return None if event.repeated else self._escaped(t)
            self._leaving_s = -AGAIN_S
            if event.key in (pygame.K_UP, pygame.K_DOWN, pygame.K_TAB):
                back = event.key == pygame.K_UP or (event.key == pygame.K_TAB and event.shift)
                self._along(-1 if back else 1)
                return None
            if not self._line.value:
                return self._at_empty(event)
        return self._write(event)

    def leaving(self, t: float) -> bool:
        """Return whether Esc was pressed once, and leaves where it is pressed again."""
        return t - self._leaving_s < AGAIN_S

    def _escaped(self, t: float) -> CodesAsked | None:
        if self._line.value:
            self.clear()
            return None
        if self.leaving(t):
            return CodesAsked.LEAVE
        self._leaving_s = t
        return None

    def _at_empty(self, press: Press) -> CodesAsked | None:
        """Return what a key asks for where nothing is written, so that it goes along no line."""
        if press.repeated:
            return None
        if press.key in _ON:
            return CodesAsked.ON
        return CodesAsked.REMOVE if press.key in _TAKES_AWAY else None

    def _write(self, event: Input) -> CodeAsked | None:
        did = self._line.take(event)
        if did is Did.CHANGED:
            self._proposed = False
        code = self._line.value.strip()
        if did is not Did.DONE or not code:
            return None
        return CodeAsked(self.chosen, code)

    def _along(self, by: int) -> None:
        at = self._places.index(self.chosen)
        self.chosen = self._places[(at + by) % len(self._places)]

    def _clicked(self, at: XY) -> None:
        for number, box in self._rows.items():
            if box.collidepoint(at):
                self.chosen = number

    # --- the picture

    def draw(self, surface: pygame.Surface, view: CodesView, choices: Choices, t: float) -> None:
        """Draw the page as it is at `t` seconds; nothing in it moves by itself."""
        said = self._says(view, t)
        lines = desk_frame.lines_said(said, self._size, choices.text_scale)
        place = desk_place(self._size, choices.text_scale, lines, choices.theme)
        count = tr("codes.count", self._language, count=len(view.codes), all=len(self._places))
        title = tr("codes.title", self._language)
        desk_frame.draw(surface, place, title, count, said, self._keys(view))
        left, right = desk_frame.halves(place, _ROWS_SHARE)
        room, of = desk_frame.panel(surface, left, place), place.sizes
        self._rows = code_rows(room, self._places, of.line_px, of.gap_px)
        draw_code_rows(surface, place, self._rows, view.codes, self.chosen, self._language)
        self._draw_line(surface, place, desk_frame.panel(surface, right, place), view)

    def _says(self, view: CodesView, t: float) -> str:
        """Return what is said over the keys: of leaving, of a proposed code, of the last."""
        language = self._language
        if self.leaving(t):
            return tr("leader.leave-again", language)
        if view.closing:
            return tr("leader.close-again", language)
        if self.proposed is not None:
            return tr("codes.proposed", language, place=self.chosen, code=self.proposed)
        return view.said

    def _keys(self, view: CodesView) -> tuple[tuple[str, str], ...]:
        language = self._language
        keys = [("↑ ↓", tr("codes.choose", language))]
        if self._line.value:
            keys = [("Enter", tr("codes.take", language)), *keys]
            return (*keys, ("Esc", tr("codes.drop", language)))
        if self.chosen in view.codes:
            keys.append(("⌫", tr("codes.remove", language)))
        return (("→", tr("codes.on", language)), *keys, ("Esc Esc", tr("leader.leave", language)))

    def _draw_line(
        self, surface: pygame.Surface, place: DeskPlace, room: pygame.Rect, view: CodesView
    ) -> None:
        """Draw whose code is asked for, the line for it, and what is without one."""
        of, palette, language = place.sizes, place.palette, self._language
        radius = 0.16 * min(room.size)
        draw_seat_mark(
            surface, palette, self.chosen, (room.centerx, room.top + 0.25 * room.height), radius
        )
        under = pygame.Rect(room.left, room.top + round(0.44 * room.height), room.width, of.line_px)
        words = tr("page.place", language, place=self.chosen)
        say(surface, words, under, of.aside_px, palette.ink, weight="Medium", across=0.5)
        self._line.box = pygame.Rect(room.left, under.bottom + of.gap_px, room.width, of.row_px)
        self._line.draw(surface, of, focused=True)
        top = self._line.box.bottom + 2 * of.gap_px
        below = pygame.Rect(room.left, top, room.width, room.bottom - top)
        note = tr("codes.how-cards" if view.cards else "codes.how-written", language)
        say(surface, note, below, of.aside_px, palette.soft, across=0.0, down=0.0)
