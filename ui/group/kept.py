"""A picture whose parts are painted only where they look otherwise than they did."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from math import inf

import pygame

from ui.paint import Drawing

Gather = Callable[[Drawing], object]

# What is gathered in one turn is put in the next where turns follow one another within so many
# seconds: three pictures of a display of 60 a second. What waited for longer than `_LATE_S` would
# be seen to come late, and is gathered anew (defaults of ours).
_NEXT_S, _LATE_S = 0.05, 0.1
# So often the whole picture is shown, in case the system took away what was shown before.
_WHOLE_S = 0.25


@dataclass(slots=True, eq=False)
class _Part:
    """What a part looked like when it was gathered last, and what waits to be put of it."""

    looks: Hashable
    gathered_s: float
    asked_s: float
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
        self._changed: list[pygame.Rect] = []
        self._shown: pygame.Surface | None = None
        self._whole_s = -inf

    def upon(self, ground: pygame.Surface) -> None:
        """Take a ground; upon another one than the last, every part is painted anew."""
        if ground is not self._ground:
            self._ground, self.picture = ground, ground.copy()
            self._parts.clear()
            self._shown = None

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
            self._parts[name] = _Part(looks, t, t)
            self._put(box, self._gathered(gather))
            return
        soon, since_s = 0 <= t - part.asked_s <= _NEXT_S, t - part.gathered_s
        part.asked_s = t
        fresh = 0 <= since_s <= _LATE_S
        if busy and soon and fresh:
            return
        if part.waiting is not None and fresh:
            self._put(box, part.waiting)
            part.waiting = None
            return
        if part.waiting is None and (part.looks == looks or 0 <= since_s < every_s):
            return
        part.looks, part.gathered_s, part.waiting = looks, t, None
        drawing = self._gathered(gather)
        if soon:
            part.waiting = drawing
        else:  # turns are few: the next may be long in coming
            self._put(box, drawing)

    def show(
        self, surface: pygame.Surface, over: Sequence[pygame.Rect], t: float, *, whole: bool
    ) -> None:
        """Put the picture on a surface, of which only that is touched that looks otherwise.

        Parameters
        ----------
        surface
            Of the picture's size. It is to hold what it held after the last call.
        over
            The boxes in which something else was drawn on it since.
        t
            Seconds.
        whole
            Whether anything may have been drawn anywhere on it since.
        """
        if whole or surface is not self._shown or not 0 <= t - self._whole_s < _WHOLE_S:
            surface.blit(self.picture, (0, 0))
            self._shown, self._whole_s = surface, t
        else:
            for box in (*over, *self._changed):
                surface.blit(self.picture, box, box)
        self._changed.clear()

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
        self._changed.append(box)
