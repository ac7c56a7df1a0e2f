"""The window: events in, pictures out."""

import pygame

from app.settings import Settings
from app.stage import Shown, Stage
from feedback.intent import Intent
from feedback.record import PracticeRecord
from ui.keys import on_key
from ui.view import Choices
from vision.closing import ClosesOnExit

TITLE = "unhurried"
SMALLEST = 640, 400


def opened(size: tuple[int, int], *, full_screen: bool) -> pygame.Surface:
    """Open the window of the desktop, or open it anew, and return what is drawn on."""
    if full_screen:
        return pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
    width, height = max(size[0], SMALLEST[0]), max(size[1], SMALLEST[1])
    return pygame.display.set_mode((width, height), pygame.RESIZABLE)


class Window(ClosesOnExit):
    """A window of the desktop, with the stage in it.

    Attributes
    ----------
    choices
        How the person likes the screen; keys change it.
    """

    def __init__(self, settings: Settings, size: tuple[int, int]) -> None:
        self.choices: Choices = settings.choices()
        pygame.display.init()
        pygame.font.init()
        pygame.display.set_caption(TITLE)
        self._windowed_size = size
        self._surface = self._opened(size)
        self._stage = Stage(self._surface.get_size(), self.choices, settings.language)

    def close(self) -> None:
        """Close the window."""
        pygame.quit()

    @property
    def picture_size(self) -> tuple[int, int]:
        """Width and height in pixels at which the picture of the person is wanted."""
        return self._stage.picture_size

    def intent(self) -> Intent | None:
        """Take in what happened at the window; return what the person asks for, if anything."""
        asked: Intent | None = None
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                asked = Intent.LEAVE
            elif event.type == pygame.VIDEORESIZE:
                self._resized(pygame.display.get_surface() or self._surface)
            elif event.type == pygame.KEYDOWN and asked is not Intent.LEAVE:
                asked = self._key(event.key) or asked
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

    def _key(self, key: int) -> Intent | None:
        asked = on_key(key, self.choices)
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
