"""The forms of the seats as images, which are kept: every breath goes through the same ones."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import pygame

from ui import paint
from ui.colour import Colour
from ui.group import forms

Image = tuple[pygame.Surface, tuple[int, int]]
"""A form, and where its upper left corner lies."""
Placing = tuple[int, Colour, tuple[float, float], float]
"""A seat's number, its colour, its middle and its radius in pixels."""

_Look = tuple[Placing, int]
STEPS = 72
"""From an emptied form to a filled one: its edge goes by a quarter of a pixel in each where it is
as large as on a display of 1280×720, so that it glides."""
# So many at most are kept: all of eight seats, about 8 MB on such a display.
_MOST = forms.FORMS * (STEPS + 1)
# Of those that are new, no more than so many are painted in a turn (a default of ours).
_A_TURN = 2


class SeatForms:
    """Keeps the forms that were painted, and spreads over some turns what is new.

    All seats breathe at about one time; were all their forms painted as they come, a picture in
    which they do would take much longer than the one before. Whoever has to wait shows the form
    before, hardly a pixel off.
    """

    def __init__(self) -> None:
        self._kept: dict[_Look, Image] = {}
        self._shown: dict[int, _Look] = {}
        self._waited: Counter[int] = Counter()

    def images(self, wanted: Sequence[tuple[Placing, float]]) -> list[Image]:
        """Return the forms of one turn, each as full of breath as is said, 0 emptied to 1 filled.

        Whoever was not shown there before has theirs at once; of the others those have it first
        who waited longest.
        """
        looks = [(placing, round(STEPS * fullness)) for placing, fullness in wanted]
        new = [look for look in looks if look not in self._kept]
        if len(self._kept) + len(new) > _MOST:
            self._kept.clear()
            self._shown.clear()
            new = looks
        waits = [look for look in new if self._shown.get(look[0][0], (None, 0))[0] == look[0]]
        waits = sorted(waits, key=lambda look: -self._waited[look[0][0]])[_A_TURN:]
        self._waited = Counter({look[0][0]: self._waited[look[0][0]] + 1 for look in waits})
        for look in new:
            if look not in waits:
                self._kept[look] = _painted(*look)
        self._shown |= {look[0][0]: look for look in looks if look not in waits}
        return [self._kept[self._shown[look[0][0]]] for look in looks]


def _painted(placing: Placing, step: int) -> Image:
    number, colour, centre, radius = placing
    form = forms.filled(number, centre, radius, step / STEPS)
    low, high = np.floor(form.min(axis=0)).astype(int), np.ceil(form.max(axis=0)).astype(int)
    box = pygame.Rect(*low.tolist(), *(high - low).tolist())
    return paint.stencil([form], box, colour), box.topleft
