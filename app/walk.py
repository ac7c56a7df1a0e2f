"""Somebody who goes through a whole practice by keyboard, at set moments.

For trying it out and for showing it: the tour of the documentation is such a walk.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import pygame

from feedback.moment import Moment
from ui.inputs import Input, Press, Typed

Doings = Sequence[tuple[float, Input]]
"""What is done at the window, each with the seconds since the screen came up."""

ON, DOWN = Press(pygame.K_PAGEDOWN), Press(pygame.K_DOWN)


def rated(*digits: int) -> Doings:
    """Return the keys that answer one slider after another, and go on."""
    keys = [key for digit in digits for key in (Press(pygame.K_0 + digit), DOWN)]
    return (*((1.0 + 0.4 * i, key) for i, key in enumerate(keys[:-1])), (5.0, ON))


DOINGS: Mapping[str, Doings] = MappingProxyType(
    {
        "arrival": rated(3, 5, 4),
        "signs": ((4.0, ON),),
        "today": ((4.0, ON),),
        "comparing": ((2.0, Press(pygame.K_LEFT)), (3.0, Press(pygame.K_RETURN))),
        "after": rated(2, 6, 5, 2),
        "words": ((1.5, Typed("lighter between the shoulders")), (4.0, ON)),
        "summary": ((6.0, ON),),
    }
)
"""By keyboard alone."""


class Walker:
    """Does each thing once its time has come on the screen it belongs to.

    Parameters
    ----------
    doings
        By the kind of the moment; by that of the step where it has a screen of its own.
    """

    def __init__(self, doings: Mapping[str, Doings] = DOINGS) -> None:
        self._doings = doings
        self._at: tuple[str, int] | None = None
        self._since_s = 0.0
        self._left: list[tuple[float, Input]] = []

    def __call__(self, moment: Moment, t: float) -> Input | None:
        """Return what is done at `t` seconds, or `None`."""
        at = screen_of(moment), moment.step.index if moment.step is not None else -1
        if at != self._at:
            self._at, self._since_s = at, t
            self._left = list(self._doings.get(at[0], ()))
        if self._left and t - self._since_s >= self._left[0][0]:
            return self._left.pop(0)[1]
        return None


def screen_of(moment: Moment) -> str:
    """Return which screen a moment has: its kind, or that of the step within the movements."""
    if moment.kind == "movement" and moment.step is not None:
        return moment.step.kind
    return moment.kind
