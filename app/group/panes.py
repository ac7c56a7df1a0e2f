"""One of a group's windows: its surface, whatever size it is given."""

import pygame

from app.display import SMALLEST

# SDL's number for "in the middle of display 0", to which a display's own number is added.
_IN_THE_MIDDLE = 0x2FFF0000
# Nothing is drawn on less: a window made smaller shows all of it, smaller still.
LEAST_DRAWN = 480, 300


class Pane:
    """A window of the desktop that is drawn on.

    Parameters
    ----------
    display
        Which of the system's displays it is on, from 0.
    """

    def __init__(self, title: str, size: tuple[int, int], display: int = 0) -> None:
        at = (_IN_THE_MIDDLE + display,) * 2
        width, height = max(size[0], SMALLEST[0]), max(size[1], SMALLEST[1])
        self._window = pygame.Window(title, (width, height), at, resizable=True)
        self._windowed_size = (width, height)
        self._shown = self._window.get_surface()
        self._size = self._shown.get_size()
        self.surface = _drawn_on(self._shown)
        self.full_screen = False
        self.open = True

    @property
    def id(self) -> int:
        """The number that the system knows the window by."""
        return self._window.id

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of what is drawn on, in pixels."""
        return self.surface.get_size()

    @property
    def title(self) -> str:
        """What stands over it."""
        return self._window.title

    @title.setter
    def title(self, title: str) -> None:
        self._window.title = title

    def fill(self, display: int) -> None:
        """Take the whole of a display."""
        self._window.position = (_IN_THE_MIDDLE + display,) * 2
        self._window.set_fullscreen(True)
        self.full_screen = True
        self.follow()

    def windowed(self, display: int = 0) -> None:
        """Be a window among others again, on a display."""
        self._window.set_windowed()
        self._window.size = self._windowed_size
        self._window.position = (_IN_THE_MIDDLE + display,) * 2
        self.full_screen = False
        self.follow()

    def focus(self) -> None:
        """Take the keys."""
        self._window.focus()

    def follow(self) -> bool:
        """Take the size that the window has now; return whether it is another."""
        shown = self._window.get_surface()
        if shown is self._shown and shown.get_size() == self._size:
            return False
        self._shown, self._size = shown, shown.get_size()
        self.surface = _drawn_on(shown)
        if not self.full_screen:
            self._windowed_size = shown.get_size()
        return True

    def present(self) -> None:
        """Show what was drawn."""
        if self.surface is not self._shown and min(self._shown.get_size()) > 0:
            pygame.transform.smoothscale(self.surface, self._shown.get_size(), self._shown)
        self._window.flip()

    def placed(self, at: tuple[int, int]) -> tuple[int, int]:
        """Return where a point of the window is on what is drawn."""
        pairs = zip(at, self.surface.get_size(), self._size, strict=True)
        x, y = (round(each * drawn / max(shown, 1)) for each, drawn, shown in pairs)
        return x, y

    def close(self) -> None:
        """Close the window; calling it again does nothing."""
        if self.open:
            self.open = False
            self._window.destroy()


def _drawn_on(shown: pygame.Surface) -> pygame.Surface:
    """Return what is drawn on: the window itself, or where it is too small, a surface for it."""
    width, height = shown.get_size()
    if width >= LEAST_DRAWN[0] and height >= LEAST_DRAWN[1]:
        return shown
    return pygame.Surface((max(width, LEAST_DRAWN[0]), max(height, LEAST_DRAWN[1])))
