"""What every staff's screen is: a title, a body with widgets, what is said, and the keys."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

import pygame

from ui import desk_frame
from ui.around import Around
from ui.desk_place import DeskPlace, desk_place
from ui.inputs import Input, Press, Typed
from ui.next import Back, Next, Refused
from ui.view import Choices
from ui.widgets.focus import Focus
from ui.widgets.widget import Did, Widget

Key = tuple[str, str]
"""What is printed on a key, and what it does."""


class DeskScreen(ABC):
    """A screen of the staff's window.

    What happens at the window goes to `take`, which answers what comes next. Nothing here waits.

    Attributes
    ----------
    said
        What is said of what was just done; it goes with the next key.
    moving
        Whether it changes by itself, so that it is drawn all the time.
    """

    moving = False

    def __init__(self, around: Around) -> None:
        self.around = around
        self.said = ""
        self.focus = Focus(())

    # --- what a screen says of itself

    @abstractmethod
    def title(self) -> str:
        """Return its title."""

    def beside(self) -> str:
        """Return what stands at the title's right."""
        return ""

    def keys(self) -> Sequence[Key]:
        """Return the keys that are named at the foot."""
        return ()

    @abstractmethod
    def draw_body(self, surface: pygame.Surface, place: DeskPlace) -> None:
        """Draw what it is about in ``place.body``."""

    # --- what happens

    def opened(self) -> Next:
        """Return what comes next when it is first shown."""
        return None

    def resumed(self) -> Next:
        """Return what comes next when it is shown again."""
        return None

    def turn(self, t: float) -> Next:
        """Answer that time goes by, where it is `moving`; `t` is monotonic seconds."""
        return None

    def closed(self) -> None:  # noqa: B027 (most hold nothing)
        """Let go of what it held, when it is shown no more."""

    def take(self, event: Input) -> Next:
        """Take in what happened."""
        if isinstance(event, Press | Typed):
            self.said = ""
        if isinstance(event, Press):
            pressed = self.pressed(event)
            if pressed is not None:
                return pressed
        if isinstance(event, Typed) and not self.focus.takes_text:
            return self.letter(event.text.lower())
        did, widget = self.focus.take(event)
        if widget is not None and did in (Did.CHANGED, Did.DONE):
            return self.did(widget, did)
        if did is Did.NOTHING and isinstance(event, Press) and event.key == pygame.K_ESCAPE:
            return self.escaped()
        return None

    def pressed(self, press: Press) -> Next:
        """Answer a key before any widget has it; `None` lets the widget have it."""
        return None

    def letter(self, letter: str) -> Next:
        """Answer a letter, where none is being written."""
        return None

    def did(self, widget: Widget, did: Did) -> Next:
        """Answer what a widget did."""
        return None

    def escaped(self) -> Next:
        """Answer Esc."""
        return Back()

    def refused(self, refused: Refused) -> Next:
        """Answer that what was asked was not done."""
        self.said = refused.line
        return None

    def caret(self) -> pygame.Rect | None:
        """Return where the next letter is put; `None` where none is being written."""
        return self.focus.held.caret() if self.focus.held is not None else None

    # --- how it is drawn

    def draw(self, surface: pygame.Surface, choices: Choices, t: float) -> None:
        """Draw the whole of `surface`, as it is at `t` seconds."""
        lines = desk_frame.lines_said(self.said, surface.get_size(), choices.text_scale)
        place = desk_place(surface.get_size(), choices.text_scale, lines, choices.theme)
        desk_frame.draw(surface, place, self.title(), self.beside(), self.said, self.keys())
        self.draw_body(surface, place)
