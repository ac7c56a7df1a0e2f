"""The window: events in, pictures out."""

import pygame

from app.display import TITLE, opened
from app.settings import Settings
from app.stage import Shown, Stage
from feedback.intent import Intent
from feedback.record import PracticeRecord
from feedback.said import Asked
from ui.inputs import Input, Pasted, asks_to_paste, input_of
from ui.view import Choices
from vision.closing import ClosesOnExit


def clipboard() -> str:
    """Return the text on the clipboard; nothing where there is none."""
    try:
        return pygame.scrap.get_text()
    except pygame.error:
        return ""


class Window(ClosesOnExit):
    """A window of the desktop, with the stage in it.

    Attributes
    ----------
    choices
        How the person likes the screen; keys change it.
    sound_lost
        Whether the system took a sound device away since it was looked at last.
    """

    def __init__(self, settings: Settings, size: tuple[int, int]) -> None:
        self.choices: Choices = settings.choices()
        pygame.display.init()
        pygame.font.init()
        pygame.display.set_caption(TITLE)
        self._windowed_size = size
        self._surface = self._opened(size)
        self._stage = Stage(
            self._surface.get_size(), self.choices, settings.language, settings.clinic_number
        )
        self.sound_lost = False

    def close(self) -> None:
        """Close the window."""
        pygame.quit()

    @property
    def picture_size(self) -> tuple[int, int]:
        """Width and height in pixels at which the picture of the person is wanted."""
        return self._stage.picture_size

    def asked(self, t: float) -> Asked | None:
        """Take in what happened at the window; return what the person asks for, if anything.

        Parameters
        ----------
        t
            Seconds on the clock of what is drawn.
        """
        asked: Asked | None = None
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                asked = Intent.LEAVE
            elif event.type == pygame.VIDEORESIZE:
                self._resized(pygame.display.get_surface() or self._surface)
            elif event.type == pygame.AUDIODEVICEREMOVED:
                self.sound_lost = True
            elif asked is not Intent.LEAVE:
                asked = self._took(input_of(event), t) or asked
        return asked

    def draw_opening(self) -> None:
        """Show that it is about to begin, before anything is seen."""
        self.draw(Shown(None, None, None, "notice.opening", 0.0))
        self.present()

    def draw(self, shown: Shown) -> None:
        """Draw one moment of the practice."""
        self._stage.draw(self._surface, shown, self.choices)

    def draw_closing(self, record: PracticeRecord) -> None:
        """Draw the ending."""
        self._stage.draw_closing(self._surface, record, self.choices)

    def present(self) -> None:
        """Show what was drawn."""
        pygame.display.flip()

    def _took(self, happened: Input | None, t: float) -> Asked | None:
        if happened is None:
            return None
        if asks_to_paste(happened):
            happened = Pasted(clipboard())
        asked = self._stage.take(happened, self.choices, t)
        if isinstance(asked, Choices):
            full_screen_changed = asked.full_screen != self.choices.full_screen
            self.choices = asked
            if full_screen_changed:
                self._resized(self._opened(self._windowed_size))
            return None
        return asked

    def _opened(self, size: tuple[int, int]) -> pygame.Surface:
        return opened(size, full_screen=self.choices.full_screen)

    def _resized(self, surface: pygame.Surface) -> None:
        self._surface = surface
        if not self.choices.full_screen:
            self._windowed_size = surface.get_size()
        self._stage.resize(surface.get_size())
