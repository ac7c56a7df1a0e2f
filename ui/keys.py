"""What each key asks for."""

from dataclasses import replace

import pygame

from feedback.intent import Intent
from ui.view import MAX_TEXT_SCALE, MIN_TEXT_SCALE, Choices

_TEXT_STEP = 0.1

_INTENTS: dict[int, Intent] = {
    pygame.K_SPACE: Intent.PAUSE,
    pygame.K_ESCAPE: Intent.LEAVE,
    pygame.K_LEFT: Intent.PREVIOUS,
    pygame.K_RIGHT: Intent.NEXT,
    pygame.K_l: Intent.LEVEL,
    pygame.K_t: Intent.TOO_MUCH,
    pygame.K_DOWN: Intent.SMALLER,
    pygame.K_UP: Intent.LARGER,
}
_LARGER = (pygame.K_PLUS, pygame.K_EQUALS, pygame.K_KP_PLUS)
_SMALLER = (pygame.K_MINUS, pygame.K_KP_MINUS)

# What the list of keys says: the ids of the keys' names, or what is printed on them, and the id
# of what they do.
LISTED: tuple[tuple[str, str], ...] = (
    ("keys.name.space", "keys.pause"),
    ("keys.name.escape", "keys.leave"),
    ("←  →", "keys.movement"),
    ("T", "keys.too-much"),
    ("↓  ↑", "keys.size"),
    ("L", "keys.level"),
    ("M", "keys.mirror"),
    ("B", "keys.breath"),
    ("+  −", "keys.text-size"),
    ("R", "keys.motion"),
    ("F", "keys.full-screen"),
    ("H", "keys.help"),
)


def on_key(key: int, choices: Choices) -> Intent | Choices | None:
    """Return what a key asks for: an intent, other choices, or nothing.

    Parameters
    ----------
    key
        The key pressed, as pygame names it (``pygame.K_SPACE``).
    choices
        How the person has the screen now.
    """
    if key in _INTENTS:
        return _INTENTS[key]
    return text_resized(key, choices) or _switched(key, choices)


def text_resized(key: int, choices: Choices) -> Choices | None:
    """Return the choices with larger or smaller type, where `key` asks for it; else `None`."""
    if key not in (*_LARGER, *_SMALLER):
        return None
    step = _TEXT_STEP if key in _LARGER else -_TEXT_STEP
    scale = round(choices.text_scale + step, 2)
    return replace(choices, text_scale=min(max(scale, MIN_TEXT_SCALE), MAX_TEXT_SCALE))


def _switched(key: int, choices: Choices) -> Choices | None:
    """Return the choices with the one that `key` switches exchanged."""
    if key == pygame.K_h:
        return replace(choices, show_keys=not choices.show_keys)
    if key == pygame.K_m:
        return replace(choices, mirror="figure" if choices.mirror == "picture" else "picture")
    if key == pygame.K_b:
        return replace(choices, breath="wave" if choices.breath == "circle" else "circle")
    if key == pygame.K_r:
        return replace(choices, reduced_motion=not choices.reduced_motion)
    if key in (pygame.K_f, pygame.K_F11):
        return replace(choices, full_screen=not choices.full_screen)
    return None
