"""Home's window, which a practice borrows, so that it stays where it is and as large as it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import pygame

from app.desk_window import DeskWindow
from app.greeting import draw_greeting
from app.home import Home
from app.settings import Settings
from app.window import Window
from feedback.said import Asked
from ui.view import Choices

# A key that is held while one writes: after so long again, and then so often (as the staff's).
_HELD_MS, _AGAIN_MS = 350, 45


class HomeWindow(DeskWindow):
    """The window of home: as the staff's, with home drawn in it."""

    def show(self, home: Home) -> None:
        """Draw home as it stands, and show it."""
        home.draw(self._surface, self.choices)
        caret = home.stage.caret
        if caret is not None:
            pygame.key.set_text_input_rect(caret)
        self._changed = False
        pygame.display.flip()

    def greet(self, language: str, now: datetime) -> None:
        """Show a greeting alone, while the store is being opened."""
        draw_greeting(self._surface, self.choices, language, now)
        self._changed = False
        pygame.display.flip()

    @contextmanager
    def lent(self, settings: Settings) -> Iterator[Window]:
        """Lend it to a practice; what was chosen there, and its size then, are taken over."""
        pygame.key.set_repeat()  # while one moves, a key that is held asks once
        self._held.let_go()
        practising = _Lent(settings, self._windowed_size, self.choices)
        try:
            yield practising
        finally:
            pygame.key.set_repeat(_HELD_MS, _AGAIN_MS)
            self.choices = practising.choices
            self.quit = self.quit or practising.quit
            self._resized(pygame.display.get_surface() or self._surface)


class _Lent(Window):
    """A practice's window in one that is there already.

    Attributes
    ----------
    quit
        Whether the window itself was asked to close, so that home closes as well.
    """

    def __init__(self, settings: Settings, size: tuple[int, int], choices: Choices) -> None:
        self._begun_with, self.quit = choices, False
        super().__init__(settings, size)

    def asked(self, t: float) -> Asked | None:
        """Take in what happened, as of any practice."""
        self.quit = self.quit or pygame.event.peek(pygame.QUIT)
        return super().asked(t)

    def _opened(self, size: tuple[int, int]) -> pygame.Surface:
        if self._begun_with.full_screen:
            # Known to nobody else, as it is not among what is kept.
            self.choices, self._begun_with = self._begun_with, Choices()
        return super()._opened(size)

    def close(self) -> None:
        """Leave it open: it is home's."""
