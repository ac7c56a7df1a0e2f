"""The staff's window: what happens at it as plain inputs, and screens drawn on it."""

from dataclasses import replace

import pygame

from app.display import TITLE, close_display, opened
from app.held_keys import HeldKeys
from app.settings import Settings
from app.window import clipboard
from ui.desk_screen import DeskScreen
from ui.inputs import Input, Pasted, Press, asks_to_paste, input_of
from ui.keys import text_resized, themed
from ui.view import Choices
from vision.closing import ClosesOnExit

WOKEN = pygame.event.custom_type()
"""Posted to end a wait for events."""


class DeskWindow(ClosesOnExit):
    """A window of the desktop for staff.

    Ctrl with plus and minus makes the type larger and smaller, F9 takes the next theme, F11 the
    whole screen; the rest goes to the screen.

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
        self._held = HeldKeys()

    def close(self) -> None:
        """Close the window."""
        close_display()

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
        found = self._held.marked(event, input_of(event))
        if asks_to_paste(found):
            return Pasted(clipboard())
        return None if isinstance(found, Press) and self._own(found) else found

    def _own(self, press: Press) -> bool:
        """Take in a key that is the window's own; return whether it was one."""
        if press.key == pygame.K_F11:
            self.choices = replace(self.choices, full_screen=not self.choices.full_screen)
            self._resized(self._opened(self._windowed_size))
            return True
        if press.key == pygame.K_F9:
            # Held, it does not run through the themes, which would flicker.
            return self._choose(self.choices if press.repeated else themed(self.choices))
        return self._choose(text_resized(press.key, self.choices) if press.ctrl else None)

    def _choose(self, changed: Choices | None) -> bool:
        """Take other choices, where there are any; return whether there were."""
        if changed is None:
            return False
        self.choices = changed
        self._changed = True
        return True

    def _opened(self, size: tuple[int, int]) -> pygame.Surface:
        return opened(size, full_screen=self.choices.full_screen)

    def _resized(self, surface: pygame.Surface) -> None:
        self._surface = surface
        self._changed = True
        if not self.choices.full_screen:
            self._windowed_size = surface.get_size()
