"""What each key asks for."""

from dataclasses import replace
from typing import get_args

import pygame

from feedback.intent import Intent
from ui.sounds.ambient import AMBIENTS
from ui.theme import PALETTES
from ui.view import MAX_TEXT_SCALE, MIN_TEXT_SCALE, Choices, Mirror

_TEXT_STEP = 0.1
_THEMES = tuple(PALETTES)
_VOLUME_STEP = 0.1
_AMBIENTS: tuple[str | None, ...] = (None, *AMBIENTS)
_MIRRORS: tuple[Mirror, ...] = get_args(Mirror)

_INTENTS: dict[int, Intent] = {
    pygame.K_SPACE: Intent.PAUSE,
    pygame.K_ESCAPE: Intent.LEAVE,
    pygame.K_LEFT: Intent.PREVIOUS,
    pygame.K_RIGHT: Intent.NEXT,
    # What a presenter's remote sends.
    pygame.K_PAGEUP: Intent.PREVIOUS,
    pygame.K_PAGEDOWN: Intent.NEXT,
    pygame.K_BACKSPACE: Intent.PREVIOUS,
    pygame.K_RETURN: Intent.NEXT,
    pygame.K_KP_ENTER: Intent.NEXT,
    pygame.K_l: Intent.LEVEL,
    pygame.K_t: Intent.TOO_MUCH,
    pygame.K_n: Intent.NEW,
    pygame.K_e: Intent.STRETCHY,
    pygame.K_v: Intent.VARIANT,
    pygame.K_p: Intent.PAIN,
    pygame.K_s: Intent.STOP,
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
    ("N", "keys.new"),
    ("E", "keys.stretchy"),
    ("T", "keys.too-much"),
    ("V", "keys.variant"),
    ("P", "keys.pain"),
    ("S", "keys.stop"),
    ("↓  ↑", "keys.size"),
    ("L", "keys.level"),
    ("M", "keys.mirror"),
    ("A", "keys.awareness"),
    ("B", "keys.breath"),
    ("+  −", "keys.text-size"),
    (",  .", "keys.volume"),
    ("Q", "keys.mute"),
    ("W", "keys.ambient"),
    ("R", "keys.motion"),
    ("C", "keys.theme"),
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


def themed(choices: Choices) -> Choices:
    """Return the choices with the next theme, after the last the first again."""
    at = _THEMES.index(choices.theme)
    return replace(choices, theme=_THEMES[(at + 1) % len(_THEMES)])


def _switched(key: int, choices: Choices) -> Choices | None:
    """Return the choices with the one that `key` switches exchanged."""
    if key == pygame.K_h:
        return replace(choices, show_keys=not choices.show_keys)
    if key == pygame.K_m:
        after = _MIRRORS.index(choices.mirror) + 1
        return replace(choices, mirror=_MIRRORS[after % len(_MIRRORS)])
    if key == pygame.K_a:
        return replace(choices, awareness=not choices.awareness)
    if key == pygame.K_b:
        return replace(choices, breath="wave" if choices.breath == "circle" else "circle")
    if key == pygame.K_r:
        return replace(choices, reduced_motion=not choices.reduced_motion)
    if key == pygame.K_c:
        return themed(choices)
    if key == pygame.K_F8:
        return replace(choices, scanning=not choices.scanning)
    return _heard(key, choices) or _filled(key, choices)


def _filled(key: int, choices: Choices) -> Choices | None:
    """Return the choices with the window filling the screen, or not."""
    if key in (pygame.K_f, pygame.K_F11):
        return replace(choices, full_screen=not choices.full_screen)
    return None


def _heard(key: int, choices: Choices) -> Choices | None:
    """Return the choices with what is heard changed: the volume, silence, the noise."""
    if key in (pygame.K_COMMA, pygame.K_PERIOD):
        step = _VOLUME_STEP if key == pygame.K_PERIOD else -_VOLUME_STEP
        volume = min(max(round(choices.volume + step, 2), 0.0), 1.0)
        return replace(choices, volume=volume, muted=choices.muted and step < 0)
    if key == pygame.K_q:
        return replace(choices, muted=not choices.muted)
    if key == pygame.K_w:
        at = _AMBIENTS.index(choices.ambient) if choices.ambient in _AMBIENTS else 0
        return replace(choices, ambient=_AMBIENTS[(at + 1) % len(_AMBIENTS)])
    return None
