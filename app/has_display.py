"""Whether there is a display that a window can be shown on."""

import os
import sys


def has_display(*, leave_open: bool = False) -> bool:
    """Return whether a window can be shown: a display that SDL can open and a person can see.

    Parameters
    ----------
    leave_open
        Leave the display open, where a window is opened next: to open it twice takes twice as
        long. While it is open a request to end the program is an event of the window, so it is
        closed again wherever something else comes first.
    """
    if os.environ.get("SDL_VIDEODRIVER") in ("dummy", "offscreen"):
        return False
    if sys.platform == "linux" and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        return False
    import pygame

    from vision.chatter import without_chatter

    try:
        with without_chatter():
            pygame.display.init()
    except pygame.error:
        return False
    seen = pygame.display.get_driver() not in ("dummy", "offscreen")
    if not (seen and leave_open):
        pygame.display.quit()
    return seen
