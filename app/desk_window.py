"""The staff's window: what happens at it as plain inputs, and screens drawn on it."""

from dataclasses import replace

import pygame

from app.settings import Settings
from app.window import SMALLEST, TITLE
from ui.desk_screen import DeskScreen
from ui.inputs import Input, Pasted, Press, asks_to_paste, input_of
from ui.view import MAX_TEXT_SCALE, MIN_TEXT_SCALE, Choices
from vision.closing import ClosesOnExit

_TEXT_STEP = 0.1
_LARGER = (pygame.K_PLUS, pygame.K_EQUALS, pygame.K_KP_PLUS)
_SMALLER = (pygame.K_MINUS, pygame.K_KP_MINUS)
WOKEN = pygame.event.custom_type()
"""Posted to end a wait for events."""


class DeskWindow(ClosesOnExit):
    """A window of the desktop for staff.

    Ctrl with plus and minus makes the type larger and smaller, F11 takes the whole screen; the
    rest goes to the screen.

    Attributes
    ----------
    choices
        How the screen is liked; keys change it.
    quit
        Whether the window was asked to close.
    """

    def __init__(self, settings: Settings, size: tuple[int, int]) -> None:
        self.choices: Choices = settings.choices()
        self.quit = False
        pygame.display.init()
        pygame.font.init()
        pygame.display.set_caption(TITLE)
        pygame.key.set_repeat(350, 45)
        pygame.key.start_text_input()
        self._windowed_size = size
        self._surface = self._opened(size)
        self._changed = True

    def close(self) -> None:
        """Close the window."""
        pygame.quit()

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self._surface.get_size()

    @property
    def surface(self) -> pygame.Surface:
        """What is drawn on."""
        return self._surface

    def inputs(self, wait_s: float = 0.0) -> list[Input]:
        """Return what happened since the last call, waiting up to `wait_s` for something to."""
        events = pygame.event.get()
        if not events and wait_s > 0:
            first = pygame.event.wait(round(1000 * wait_s))
            events = [first, *pygame.event.get()] if first.type != pygame.NOEVENT else []
        found = (self._input(event) for event in events)
        return [each for each in found if each is not None]

    @property
    def changed(self) -> bool:
        """Whether the window itself is another since it was drawn: its size, its type."""
        return self._changed

    def draw(self, screen: DeskScreen, t: float) -> None:
        """Draw a screen and show it."""
        screen.draw(self._surface, self.choices, t)
        caret = screen.caret()
        if caret is not None:
            pygame.key.set_text_input_rect(caret)
        self._changed = False
        pygame.display.flip()

    def _input(self, event: pygame.event.Event) -> Input | None:
        if event.type == pygame.QUIT:
            self.quit = True
            return None
        if event.type == pygame.VIDEORESIZE:
            self._resized(pygame.display.get_surface() or self._surface)
            return None
        if event.type in (pygame.WINDOWEXPOSED, pygame.WINDOWFOCUSGAINED):
            self._changed = True
            return None
        found = input_of(event)
        if asks_to_paste(found):
            return Pasted(_clipboard())
        return None if isinstance(found, Press) and self._own(found) else found

    def _own(self, press: Press) -> bool:
        """Take in a key that is the window's own; return whether it was one."""
        if press.key == pygame.K_F11:
            self.choices = replace(self.choices, full_screen=not self.choices.full_screen)
            self._resized(self._opened(self._windowed_size))
            return True
        if not press.ctrl or press.key not in (*_LARGER, *_SMALLER):
            return False
        step = _TEXT_STEP if press.key in _LARGER else -_TEXT_STEP
        scale = round(self.choices.text_scale + step, 2)
        scale = min(max(scale, MIN_TEXT_SCALE), MAX_TEXT_SCALE)
        self.choices = replace(self.choices, text_scale=scale)
        self._changed = True
        return True

    def _opened(self, size: tuple[int, int]) -> pygame.Surface:
        if self.choices.full_screen:
            return pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        width, height = max(size[0], SMALLEST[0]), max(size[1], SMALLEST[1])
        return pygame.display.set_mode((width, height), pygame.RESIZABLE)

    def _resized(self, surface: pygame.Surface) -> None:
        self._surface = surface
        self._changed = True
        if not self.choices.full_screen:
            self._windowed_size = surface.get_size()


def _clipboard() -> str:
    """Return the text on the clipboard; nothing where there is none."""
    try:
        return pygame.scrap.get_text()
    except pygame.error:
        return ""
