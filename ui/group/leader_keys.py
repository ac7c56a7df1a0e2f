"""What each key asks for of the leader's window."""

import pygame

from feedback.group.leading import Lead
from ui.inputs import Press

_PRESSED: dict[int, Lead] = {
    pygame.K_RIGHT: Lead.NEXT,
    # What a presenter's remote sends.
    pygame.K_PAGEDOWN: Lead.NEXT,
    pygame.K_LEFT: Lead.PREVIOUS,
    pygame.K_PAGEUP: Lead.PREVIOUS,
    pygame.K_UP: Lead.FASTER,
    pygame.K_DOWN: Lead.SLOWER,
    pygame.K_SPACE: Lead.PAUSE,
}
_TYPED: dict[str, Lead] = {
    "+": Lead.FASTER,
    "=": Lead.FASTER,
    "-": Lead.SLOWER,
    "l": Lead.LONGER,
    "r": Lead.REST,
}
# The keys that carry those letters, for a window in which nothing is ever typed.
_LETTERS: dict[int, str] = {
    pygame.K_PLUS: "+",
    pygame.K_EQUALS: "=",
    pygame.K_KP_PLUS: "+",
    pygame.K_MINUS: "-",
    pygame.K_KP_MINUS: "-",
    pygame.K_l: "l",
    pygame.K_r: "r",
}
# A key that stays down goes on asking for these alone.
_AGAIN = frozenset({Lead.FASTER, Lead.SLOWER})


def pressed(press: Press) -> Lead | None:
    """Return what a key asks for that writes nothing; one that stays down asks once."""
    if press.ctrl or press.alt:
        return None
    lead = _PRESSED.get(press.key)
    return None if press.repeated and lead not in _AGAIN else lead


def typed(letter: str) -> Lead | None:
    """Return what a letter or sign asks for, wherever it is on the keyboard."""
    return _TYPED.get(letter.lower())


def hot_key(press: Press) -> Lead | None:
    """Return what a key asks for where there is one screen, and no leader's window on it.

    Leaving and all that is of one place is for the leader's window alone.
    """
    lead = pressed(press)
    if lead is not None or press.ctrl or press.alt or press.repeated:
        return lead
    letter = _LETTERS.get(press.key)
    return None if letter is None else typed(letter)
