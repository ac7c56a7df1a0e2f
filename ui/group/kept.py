"""A picture whose parts are painted only where they look otherwise than they did."""

from collections.abc import Callable, Hashable
from math import inf

import pygame

Painting = Callable[[pygame.Surface], object]


class Kept:
    """Keeps a picture from one time to the next: a ground, and parts upon it.

    Attributes
    ----------
    picture
        The ground and all parts as they were painted last.
    """

    def __init__(self) -> None:
        self.picture = pygame.Surface((0, 0))
        self._ground: pygame.Surface | None = None
        self._looks: dict[str, tuple[Hashable, float]] = {}

    def upon(self, ground: pygame.Surface) -> None:
        """Take a ground; upon another one than the last, every part is painted anew."""
        if ground is not self._ground:
            self._ground, self.picture = ground, ground.copy()
            self._looks.clear()

    def part(
        self,
        name: str,
        box: pygame.Rect,
        looks: Hashable,
        t: float,
        every_s: float,
        paint: Painting,
    ) -> None:
        """Paint a part of the picture, where it looks otherwise than it did.

        Parameters
        ----------
        name
            Tells the part from the others, which lie beside it.
        box
            The part's own room; nothing is painted beyond it.
        looks
            What it looks like; while that is equal it is not painted.
        t, every_s
            Seconds, and how many at least are between two paintings: a slow movement needs fewer.
        paint
            Paints it on a surface of the picture's size, where the ground lies bare.
        """
        before, painted_s = self._looks.get(name, (None, -inf))
        known = name in self._looks
        if known and (before == looks or 0 <= t - painted_s < every_s):
            return
        assert self._ground is not None, "there is no ground yet"
        self._looks[name] = looks, t
        self.picture.set_clip(box)
        self.picture.blit(self._ground, box, box)
        paint(self.picture)
        self.picture.set_clip(None)
