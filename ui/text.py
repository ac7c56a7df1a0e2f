"""Type: fonts, and text that always fits the place it has."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

import pygame

from ui.colour import Colour

Weight = Literal["Regular", "Medium"]
_FONTS = Path(__file__).parent / "fonts"
_LEADING = 1.28
# Type gives way to this share of its size before words are left out.
_LEAST_SHARE = 0.6


@lru_cache(maxsize=64)
def font(size_px: int, weight: Weight = "Regular") -> pygame.font.Font:
    """Return Lato at `size_px` pixels."""
    if not pygame.font.get_init():
        pygame.font.init()
    # A font does not outlive pygame.
    pygame.register_quit(font.cache_clear)
    return pygame.font.Font(_FONTS / f"Lato-{weight}.ttf", size_px)


def line_height(size_px: float) -> int:
    """Return the height a line of type takes, in pixels."""
    return round(size_px * _LEADING)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set: its lines and the size they are set in, in pixels."""

    lines: tuple[str, ...]
    size_px: int
    weight: Weight

    @property
    def width(self) -> int:
        """Width of the widest line, in pixels."""
        return max((_width(line, self.size_px, self.weight) for line in self.lines), default=0)

    @property
    def height(self) -> int:
        """Height of all lines, in pixels."""
        return line_height(self.size_px) * len(self.lines)


@lru_cache(maxsize=512)
def _width(line: str, size_px: int, weight: Weight) -> int:
    return font(size_px, weight).size(line)[0]


@lru_cache(maxsize=512)
def fitted(text: str, size_px: int, width: int, height: int, weight: Weight = "Regular") -> Setting:
    """Return `text` set so that it never leaves `width` × `height` pixels.

    It is first broken into as many lines as there is room for, then set smaller, down to six
    tenths, and only then shortened with an ellipsis. Where not even one line fits there are none.
    """
    size = size_px
    while size >= max(1, int(size_px * _LEAST_SHARE)):
        lines = _broken(text, font(size, weight), width)
        if lines is not None and line_height(size) * len(lines) <= height:
            return Setting(lines, size, weight)
        size -= 1
    size = max(1, min(int(size_px * _LEAST_SHARE), int(height / _LEADING)))
    if line_height(size) > height:
        return Setting((), size, weight)
    line = _shortened(text, font(size, weight), width)
    return Setting((line,) if line else (), size, weight)


def _broken(text: str, face: pygame.font.Font, width: int) -> tuple[str, ...] | None:
    """Return `text` in balanced lines of at most `width`; `None` where a word is too wide."""
    greedy = _greedy(text, face, width)
    if greedy is None or len(greedy) < 2:
        return greedy
    # The narrowest width that gives the same number of lines leaves no single word at the end.
    low, high = width // 2, width
    while low < high:
        middle = (low + high) // 2
        tried = _greedy(text, face, middle)
        if tried is not None and len(tried) <= len(greedy):
            high = middle
        else:
            low = middle + 1
    return _greedy(text, face, high)


def _greedy(text: str, face: pygame.font.Font, width: int) -> tuple[str, ...] | None:
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if face.size(longer)[0] <= width:
            line = longer
        elif face.size(word)[0] > width:
            return None
        else:
            lines.append(line)
            line = word
    return (*lines, line) if line else tuple(lines)


def _shortened(text: str, face: pygame.font.Font, width: int) -> str:
    for length in range(len(text), 0, -1):
        line = text[:length].rstrip() + ("…" if length < len(text) else "")
        if face.size(line)[0] <= width:
            return line
    return ""


@lru_cache(maxsize=64)
def middle(size_px: int, weight: Weight) -> float:
    """Return how far below the top of a line the eye sees its middle, in pixels.

    Halfway between the middle of the capitals and the middle of the small letters.
    """
    middles = [
        font(size_px, weight).render(letter, True, (0, 0, 0)).get_bounding_rect().centery
        for letter in "Hx"
    ]
    return sum(middles) / 2


@lru_cache(maxsize=512)
def overshoot(line: str, size_px: int, weight: Weight) -> int:
    """Return by how many pixels a line's accents lower its letters, as in Ż, by standing higher."""
    face = font(size_px, weight)
    heights = [metrics[3] for metrics in face.metrics(line) if metrics is not None]
    return max(max(heights, default=0) - face.get_ascent(), 0)


@lru_cache(maxsize=256)
def _rendered(line: str, size_px: int, weight: Weight, colour: Colour) -> pygame.Surface:
    return font(size_px, weight).render(line, True, colour)


def write(
    surface: pygame.Surface,
    text: str,
    box: pygame.Rect,
    size_px: int,
    colour: Colour,
    *,
    weight: Weight = "Regular",
    across: float = 0.0,
    down: float = 0.5,
    opacity: float = 1.0,
) -> pygame.Rect:
    """Write `text` inside `box` and return the rectangle it takes.

    Parameters
    ----------
    across, down
        Where the text stands in its box: 0 left or top, 0.5 middle, 1 right or foot.
    opacity
        0–1.
    """
    setting = fitted(text, size_px, box.width, box.height, weight)
    taken = pygame.Rect(0, 0, setting.width, setting.height)
    taken.left = round(box.left + (box.width - taken.width) * across)
    taken.top = round(box.top + (box.height - taken.height) * down)
    if opacity < 0.005:
        return taken
    step = line_height(setting.size_px)
    for row, line in enumerate(setting.lines):
        image = _rendered(line, setting.size_px, weight, colour)
        image.set_alpha(round(255 * min(opacity, 1.0)))
        left = taken.left + (taken.width - image.get_width()) * across
        top = taken.top + (row + 0.5) * step - middle(setting.size_px, setting.weight)
        top -= overshoot(line, setting.size_px, setting.weight)
        surface.blit(image, (round(left), round(top)))
    return taken
