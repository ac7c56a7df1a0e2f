"""The forms of the seats as images, which are kept: every breath goes through the same ones."""

import numpy as np
import pygame

from ui import paint
from ui.colour import Colour
from ui.group import forms

Image = tuple[pygame.Surface, tuple[int, int]]
"""A form, and where its upper left corner lies."""
Placing = tuple[int, Colour, tuple[float, float], float]
"""A seat's number, its colour, its middle and its radius in pixels."""

STEPS = 72
"""From an emptied form to a filled one: its edge goes by a quarter of a pixel in each where it is
as large as on a display of 1280×720, so that it glides."""
# So many at most are kept: all of eight seats, about 8 MB on such a display.
_MOST = forms.FORMS * (STEPS + 1)
# A new form waits for a turn in which none was painted, but no longer than so many turns: eight
# seats that fill at once need more than one in each (a default of ours).
_WAITS = 3


class SeatForms:
    """Keeps the forms that were painted, and spreads over some turns what is new.

    All seats breathe at about one time; were all their forms painted as they come, a picture in
    which they do would take much longer than the one before. Whoever has to wait shows the form
    before, hardly a pixel off.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[Placing, int], Image] = {}
        self._shown: dict[int, tuple[Placing, int]] = {}
        self._waited: dict[int, int] = {}
        self._painted = False

    def begin(self) -> None:
        """Begin another turn."""
        self._painted = False

    def image(self, placing: Placing, fullness: float) -> Image:
        """Return the form of a seat as full of breath as it is, 0 emptied to 1 filled."""
        number = placing[0]
        wanted = placing, round(STEPS * fullness)
        shown = self._shown.get(number)
        if wanted not in self._kept:
            waited = self._waited.get(number, 0)
            if self._painted and shown is not None and shown[0] == placing and waited < _WAITS:
                self._waited[number] = waited + 1
                return self._kept[shown]
            if len(self._kept) >= _MOST:
                self._kept.clear()
                self._shown.clear()
            self._kept[wanted] = _painted(placing, wanted[1])
            self._painted = True
        self._shown[number], self._waited[number] = wanted, 0
        return self._kept[wanted]


def _painted(placing: Placing, step: int) -> Image:
    number, colour, centre, radius = placing
    form = forms.filled(number, centre, radius, step / STEPS)
    low, high = np.floor(form.min(axis=0)).astype(int), np.ceil(form.max(axis=0)).astype(int)
    box = pygame.Rect(*low.tolist(), *(high - low).tolist())
    return paint.stencil([form], box, colour), box.topleft
