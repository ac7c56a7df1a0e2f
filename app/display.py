"""The window of the desktop: how it is opened, and its first picture before all else."""

from datetime import datetime

import pygame

from app.settings import Settings

TITLE = "unhurried"
SMALLEST = 640, 400


def opened(size: tuple[int, int], *, full_screen: bool) -> pygame.Surface:
    """Open the window of the desktop, or open it anew, and return what is drawn on."""
    if full_screen:
        return pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
    width, height = max(size[0], SMALLEST[0]), max(size[1], SMALLEST[1])
    return pygame.display.set_mode((width, height), pygame.RESIZABLE)


def close_display() -> None:
    """Close what the desktop shows; the sound has a thread of its own, which gives it back.

    Not with `pygame.quit`, which gives the sound back as well: where two do that at once, both wait
    for ever for what only one of them can end.
    """
    pygame.display.quit()


def first_picture(settings: Settings, size: tuple[int, int]) -> None:
    """Show at once that it is about to begin.

    What practises is imported only after it, which takes most of a second.
    """
    # Either first picture imports what it is drawn with alone, not what the other is.
    from ui.screens import notice

    surface, choices = _begun(settings, size), settings.choices()
    notice.draw(surface, "notice.opening", choices, 0.0, settings.language)
    pygame.display.flip()


def first_greeting(settings: Settings, size: tuple[int, int]) -> None:
    """Show a greeting at once, as home has it; what is at home is imported only after it."""
    from app.greeting import draw_greeting

    draw_greeting(_begun(settings, size), settings.choices(), settings.language, datetime.now())
    pygame.display.flip()


def _begun(settings: Settings, size: tuple[int, int]) -> pygame.Surface:
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_caption(TITLE)
    return opened(size, full_screen=settings.choices().full_screen)
