"""A picture whose parts are painted only where they look otherwise than they did."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

import pygame

from ui.paint import Drawing

Gather = Callable[[Drawing], object]

# What was gathered is put on the picture within so many seconds, or gathered anew: after so long
# it would be seen to come late (a default of ours: three pictures of a display of 60 a second).
_FRESH_S = 0.05


@dataclass(slots=True, eq=False)
class _Part:
    """What a part looked like when it was gathered last, and what waits to be put of it."""

    looks: Hashable
    gathered_s: float
    waiting: Drawing | None = None


class Kept:
    """Keeps a picture from one time to the next: a ground, and parts upon it.

    A part that changes all the time is done in two turns, so that no picture takes much longer
    than the one before: its shapes are gathered in one, and put on the picture in the next.

    Attributes
    ----------
    picture
        The ground and all parts as they were put last.
    """

    def __init__(self) -> None:
        self.picture = pygame.Surface((0, 0))
        self._ground: pygame.Surface | None = None
        self._parts: dict[str, _Part] = {}

    def upon(self, ground: pygame.Surface) -> None:
        """Take a ground; upon another one than the last, every part is painted anew."""
        if ground is not self._ground:
            self._ground, self.picture = ground, ground.copy()
            self._parts.clear()

    def part(
        self,
        name: str,
        box: pygame.Rect,
        looks: Hashable,
        t: float,
        every_s: float,
        gather: Gather,
        *,
        busy: bool = False,
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
        gather
            Gathers it in a drawing on the picture, where the ground will lie bare.
        busy
            Whether something else takes this turn's time: a part that is there stays as it is.
        """
        part = self._parts.get(name)
        if part is None:
            self._parts[name] = _Part(looks, t)
            self._put(box, self._gathered(gather))
            return
        since_s = t - part.gathered_s
        if busy and 0 <= since_s <= _FRESH_S:
            return
        if part.waiting is not None and 0 <= since_s <= _FRESH_S:
            self._put(box, part.waiting)
            part.waiting = None
            return
        if part.waiting is None and (part.looks == looks or 0 <= since_s < every_s):
            return
        part.looks, part.gathered_s, part.waiting = looks, t, None
        drawing = self._gathered(gather)
        if 0 <= since_s <= _FRESH_S:
            part.waiting = drawing
        else:  # turns are few: the next may be long in coming
            self._put(box, drawing)

    def _gathered(self, gather: Gather) -> Drawing:
        drawing = Drawing(self.picture)
        gather(drawing)
        return drawing

    def _put(self, box: pygame.Rect, drawing: Drawing) -> None:
        assert self._ground is not None, "there is no ground yet"
        self.picture.set_clip(box)
        self.picture.blit(self._ground, box, box)
        drawing.finish()
        self.picture.set_clip(None)
