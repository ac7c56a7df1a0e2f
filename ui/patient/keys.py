"""What a key means on every screen of a patient."""

from enum import Enum

import pygame

from feedback.intent import Intent
from ui.inputs import Press


class Key(Enum):
    """What a key means; what it does then is for the screen to say."""

    PRESS = "press"
    """Enter: on, or whatever has the focus."""
    SPACE = "space"
    """Pause where time runs; elsewhere as Enter."""
    ON = "on"
    """Page Down, as presenter remotes have it."""
    BACK = "back"
    LEAVE = "leave"
    PAIN = "pain"
    STOP = "stop"
    TAB = "tab"
    TAB_BACK = "tab-back"
    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    TAKE_BACK = "take-back"
    """Delete: what was answered is taken back."""


_KEYS: dict[int, Key] = {
    pygame.K_RETURN: Key.PRESS,
    pygame.K_KP_ENTER: Key.PRESS,
    pygame.K_SPACE: Key.SPACE,
    pygame.K_PAGEDOWN: Key.ON,
    pygame.K_BACKSPACE: Key.BACK,
    pygame.K_PAGEUP: Key.BACK,
    pygame.K_ESCAPE: Key.LEAVE,
    pygame.K_p: Key.PAIN,
    pygame.K_s: Key.STOP,
    pygame.K_F1: Key.STOP,
    pygame.K_UP: Key.UP,
    pygame.K_DOWN: Key.DOWN,
    pygame.K_LEFT: Key.LEFT,
    pygame.K_RIGHT: Key.RIGHT,
    pygame.K_DELETE: Key.TAKE_BACK,
}
ASKED: dict[Key, Intent] = {
    Key.ON: Intent.NEXT,
    Key.BACK: Intent.PREVIOUS,
    Key.LEAVE: Intent.LEAVE,
    Key.PAIN: Intent.PAIN,
    Key.STOP: Intent.STOP,
}
"""What some keys ask for, whatever has the focus."""

_ONCE = frozenset({*ASKED, Key.PRESS, Key.SPACE})


def meaning(press: Press) -> Key | None:
    """Return what a key means; `None` for one that means nothing here.

    A key that stays down asks only once: a hand that rests on it does not leaf through a practice.
    """
    if press.ctrl or press.alt:
        return None
    if press.key == pygame.K_TAB:
        return Key.TAB_BACK if press.shift else Key.TAB
    key = _KEYS.get(press.key)
    return None if press.repeated and key in _ONCE else key


def digit(press: Press) -> int | None:
    """Return the number on a key, 0–9, of either place on the keyboard."""
    if press.ctrl or press.alt:
        return None
    for first in (pygame.K_0, pygame.K_KP0):
        # The number pad counts 1–9 and then 0.
        if first == pygame.K_KP0 and pygame.K_KP1 <= press.key <= pygame.K_KP9:
            return press.key - pygame.K_KP1 + 1
        if press.key == first:
            return 0
        if first == pygame.K_0 and pygame.K_1 <= press.key <= pygame.K_9:
            return press.key - pygame.K_0
    return None
