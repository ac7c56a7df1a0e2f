"""Keys that are held down, told from keys that are pressed again."""

from dataclasses import replace

import pygame

from ui.inputs import Input, Press


class HeldKeys:
    """Remembers which keys of a window's are down."""

    def __init__(self) -> None:
        self._down: set[int] = set()

    def let_go(self) -> None:
        """Take all keys for let go, as where another has the window."""
        self._down.clear()

    def marked(self, event: pygame.event.Event, found: Input | None) -> Input | None:
        """Return what happened, a key that is still held marked as repeated."""
        if event.type == pygame.KEYUP:
            self._down.discard(event.key)
        elif event.type == pygame.WINDOWFOCUSLOST:
            self.let_go()  # a key let go elsewhere is not said here
        if not isinstance(found, Press):
            return found
        repeated = found.key in self._down
        self._down.add(found.key)
        return replace(found, repeated=repeated)
