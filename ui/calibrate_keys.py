"""What each key asks for while a range is found."""

from collections.abc import Mapping

import pygame

from feedback.calibrating_intent import Ask
from ui.inputs import Press

GO_ON = frozenset(
    {pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE, pygame.K_PAGEDOWN, pygame.K_F13}
)
"""Any one of these goes on: a foot switch that sends one of them suffices for a whole calibration.
Switches come set to Space, Enter, Page Down or F13; another key is added here."""

_ADJUSTING: Mapping[int, tuple[Ask, Ask]] = {
    pygame.K_RIGHT: (Ask.FARTHER, Ask.MUCH_FARTHER),
    pygame.K_LEFT: (Ask.NEARER, Ask.MUCH_NEARER),
    pygame.K_TAB: (Ask.SELECT, Ask.SELECT),
    pygame.K_UP: (Ask.SELECT, Ask.SELECT),
    pygame.K_DOWN: (Ask.SELECT, Ask.SELECT),
}
_ALWAYS: Mapping[int, Ask] = {pygame.K_BACKSPACE: Ask.AGAIN, pygame.K_DELETE: Ask.AGAIN}

REPEATING = frozenset({pygame.K_LEFT, pygame.K_RIGHT})
"""These go on while they are held. Every other key acts once a press, however long a foot stays on
a switch."""

LETTERS: Mapping[str, Ask] = {"a": Ask.AGAIN, "s": Ask.SKIP, "b": Ask.BACK}
"""What letters ask for, where none is being written."""


def asked_by(press: Press, kind: str) -> Ask | None:
    """Return what a key asks for in a step of `kind`; `None` for other keys.

    Shift makes a step of moving a large one.
    """
    if press.ctrl or press.alt:
        return None
    if press.key in GO_ON:
        return Ask.ON
    if press.key in _ALWAYS:
        return _ALWAYS[press.key]
    if kind == "adjust" and press.key in _ADJUSTING:
        small, large = _ADJUSTING[press.key]
        return large if press.shift else small
    return None
