"""One screen fading into the next."""

import pygame

from exercises.easing import ease

FADE_S = 0.35
"""How long a screen takes to go over into the next (a default of ours)."""


class Fade:
    """Keeps the last picture of a screen that goes, and lets it fade over the one that comes.

    Nothing flashes: the two are blended, and where the screen is changed again meanwhile the blend
    that is seen then is what fades.
    """

    def __init__(self) -> None:
        self._kind: str | None = None
        self._left: pygame.Surface | None = None
        self._size: tuple[int, int] | None = None
        self._began_s = 0.0

    def between(self, surface: pygame.Surface, kind: str, t: float) -> None:
        """Say which screen is about to be drawn on `surface`, which still holds what was."""
        if self._kind is not None and kind != self._kind:
            # A surface of another size holds nothing yet that could fade.
            kept = surface.get_size() == self._size
            self._left, self._began_s = surface.copy() if kept else None, t
        self._kind = kind

    @property
    def fades(self) -> bool:
        """Whether something is left of the screen that went."""
        return self._left is not None

    def over(self, surface: pygame.Surface, t: float) -> None:
        """Draw what is left of the screen that went over what was drawn."""
        self._size = surface.get_size()
        if self._left is None:
            return
        share = (t - self._began_s) / FADE_S
        if share >= 1 or self._left.get_size() != surface.get_size():
            self._left = None
            return
        self._left.set_alpha(round(255 * (1 - ease(max(share, 0.0)))))
        surface.blit(self._left, (0, 0))
