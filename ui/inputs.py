"""What a person does at the window, as plain data: keys, text in any script, the mouse."""

from dataclasses import dataclass

import pygame

XY = tuple[int, int]

# The wheel turns lists by this many rows (a default of ours).
WHEEL_ROWS = 3
_LEFT_BUTTON = 1


@dataclass(frozen=True, slots=True)
class Press:
    """A key pressed, as pygame names it; letters of a text come as `Typed` as well."""

    key: int
    ctrl: bool = False
    shift: bool = False
    alt: bool = False
    repeated: bool = False
    """Whether it is still held from an earlier press."""


@dataclass(frozen=True, slots=True)
class Typed:
    """Text that came from the keyboard or an input method, in any script."""

    text: str


@dataclass(frozen=True, slots=True)
class Pasted:
    """Text that was pasted."""

    text: str


@dataclass(frozen=True, slots=True)
class Click:
    """The mouse's button pressed, in pixels."""

    at: XY


@dataclass(frozen=True, slots=True)
class Drag:
    """The mouse moved with its button held, in pixels."""

    at: XY


@dataclass(frozen=True, slots=True)
class Drop:
    """The mouse's button let go, in pixels."""

    at: XY


@dataclass(frozen=True, slots=True)
class Scroll:
    """The wheel turned, in rows; positive is down."""

    rows: int


Input = Press | Typed | Pasted | Click | Drag | Drop | Scroll


def input_of(event: pygame.event.Event) -> Input | None:
    """Return what `event` of the window means; `None` for what is no input.

    Pasting is for the caller to see to (Ctrl or ⌘ and V), because it reads the clipboard.
    """
    if event.type == pygame.KEYDOWN:
        shift, alt = bool(event.mod & pygame.KMOD_SHIFT), bool(event.mod & pygame.KMOD_ALT)
        # AltGr, which writes letters such as ś, comes as Ctrl and Alt on Windows.
        ctrl = bool(event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META)) and not alt
        return Press(event.key, ctrl, shift, alt)
    if event.type == pygame.TEXTINPUT:
        return Typed(event.text)
    if event.type == pygame.MOUSEWHEEL:
        return Scroll(-WHEEL_ROWS * event.y)
    return _pointed(event)


def _pointed(event: pygame.event.Event) -> Input | None:
    if event.type == pygame.MOUSEBUTTONDOWN and event.button == _LEFT_BUTTON:
        return Click(event.pos)
    if event.type == pygame.MOUSEBUTTONUP and event.button == _LEFT_BUTTON:
        return Drop(event.pos)
    if event.type == pygame.MOUSEMOTION and event.buttons[0]:
        return Drag(event.pos)
    return None


def asks_to_paste(press: Input | None) -> bool:
    """Return whether a press asks for what is on the clipboard."""
    if not isinstance(press, Press):
        return False
    return (press.ctrl and press.key == pygame.K_v) or (
        press.shift and press.key == pygame.K_INSERT
    )
