"""The window: events in, pictures out."""

from dataclasses import replace

import pygame

from app.display import TITLE, close_display, opened
from app.settings import Settings
from app.stage import Shown, Stage
from feedback.intent import Intent
from feedback.record import PracticeRecord
from feedback.said import Asked
from ui.inputs import Click, Drag, Drop, Input, Pasted, asks_to_paste, input_of
from ui.view import Choices
from vision.closing import ClosesOnExit


def clipboard() -> str:
    """Return the text on the clipboard; nothing where there is none."""
    try:
        return pygame.scrap.get_text()
    except pygame.error:
        return ""


# Nothing is drawn on less: a window made smaller shows all of it, smaller still.
LEAST_DRAWN = 480, 300


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
        self._display = self._opened(size)
        self._size = self._display.get_size()
        self._surface = _drawn_on(self._display)
        self._stage = Stage(
            self._surface.get_size(), self.choices, settings.language, settings.clinic_number
        )
        self.sound_lost = False

    def close(self) -> None:
        """Close the window."""
        close_display()

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
        events = pygame.event.get()
        self._follow_display()
        for event in events:
            if event.type == pygame.QUIT:
                asked = Intent.LEAVE
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
        if self._surface is not self._display and min(self._display.get_size()) > 0:
            pygame.transform.smoothscale(self._surface, self._display.get_size(), self._display)
        pygame.display.flip()

    def _took(self, happened: Input | None, t: float) -> Asked | None:
        if happened is None:
            return None
        if asks_to_paste(happened):
            happened = Pasted(clipboard())
        asked = self._stage.take(self._placed(happened), self.choices, t)
        if isinstance(asked, Choices):
            full_screen_changed = asked.full_screen != self.choices.full_screen
            self.choices = asked
            if full_screen_changed:
                self._resized(self._opened(self._windowed_size))
            return None
        return asked

    def _opened(self, size: tuple[int, int]) -> pygame.Surface:
        return opened(size, full_screen=self.choices.full_screen)

    def _follow_display(self) -> None:
        """Take the size that the window has now, whichever event told of it, or none.

        Another screen, a dock or the window's own edge may give it another, also full screen.
        """
        surface = pygame.display.get_surface()
        if surface is not None and (surface is not self._display or self._resized_since):
            self._resized(surface)

    @property
    def _resized_since(self) -> bool:
        return self._display.get_size() != self._size

    def _resized(self, surface: pygame.Surface) -> None:
        self._display, self._size = surface, surface.get_size()
        self._surface = _drawn_on(surface)
        if not self.choices.full_screen:
            self._windowed_size = self._size
        self._stage.resize(self._surface.get_size())

    def _placed(self, happened: Input) -> Input:
        """Return what happened, the mouse where it is on what is drawn."""
        if self._surface is self._display or not isinstance(happened, Click | Drag | Drop):
            return happened
        pairs = zip(happened.at, self._surface.get_size(), self._size, strict=True)
        x, y = (round(at * drawn / max(shown, 1)) for at, drawn, shown in pairs)
        return replace(happened, at=(x, y))


def _drawn_on(display: pygame.Surface) -> pygame.Surface:
    """Return what is drawn on: the window itself, or where it is too small, a surface for it."""
    width, height = display.get_size()
    if width >= LEAST_DRAWN[0] and height >= LEAST_DRAWN[1]:
        return display
    return pygame.Surface((max(width, LEAST_DRAWN[0]), max(height, LEAST_DRAWN[1])))
