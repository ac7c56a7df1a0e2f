"""The text of an overlay: each on a small panel of its own, never on the picture itself."""

from functools import lru_cache

import numpy as np
import pygame
from numpy.typing import NDArray

from app.overlay_words import Sentence
from ui import paint, shapes
from ui.changing import Changing
from ui.colour import Colour
from ui.text import fitted, line_height, write
from ui.theme import CALM, LEAST_ASIDE_PX

Points = NDArray[np.float64]

# Sizes of type as shares of the picture's shorter side.
NUMBER, SENTENCE, ASIDE = 0.034, 0.040, 0.030
# How much of the picture shows through a panel: hardly any, so that its text stays at 4.5 to 1.
SOLID = 0.93
# The sentence takes at most this share of the width, and of the height.
WIDEST, TALLEST = 0.92, 0.3


class Panels:
    """Draws numbers, the sentence at the foot and the label in the corner of one video."""

    def __init__(self, label: str | None = None) -> None:
        self._label = label
        self._said: Changing[str | None] | None = None
        self._texts: dict[str | None, str] = {}

    def draw_number(
        self, surface: pygame.Surface, text: str, middle: Points, opacity: float
    ) -> pygame.Rect:
        """Draw a number about `middle`; return the box that it takes."""
        panel = _panel(text, _px(surface, NUMBER), *surface.get_size(), CALM.ink)
        box = panel.get_rect(center=(round(float(middle[0])), round(float(middle[1]))))
        panel.set_alpha(round(255 * SOLID * opacity))
        surface.blit(panel, box)
        return box

    def draw_rest(self, surface: pygame.Surface, sentence: Sentence | None, t: float) -> None:
        """Draw what stands still: the sentence at the foot, one giving way to the next, a label.

        A number that changes within a sentence changes in its place.
        """
        key = None
        if sentence is not None:
            key, self._texts[sentence.key] = sentence.key, sentence.text
        self._said = self._said or Changing(key)
        shown = self._said.to(key, t)
        width, height = surface.get_size()
        margin = round(0.035 * min(width, height))
        if shown.what is not None:
            panel = _panel(self._texts[shown.what], _px(surface, SENTENCE), width, height, CALM.ink)
            panel.set_alpha(round(255 * SOLID * shown.opacity))
            surface.blit(panel, panel.get_rect(midbottom=(width // 2, height - margin)))
        if self._label:
            panel = _panel(self._label, _px(surface, ASIDE), width, height, CALM.soft)
            panel.set_alpha(round(255 * SOLID))
            surface.blit(panel, (margin, margin))


def number_size(text: str, size: tuple[int, int]) -> tuple[int, int]:
    """Return the width and height of a number's panel in a picture of `size`."""
    return _panel(text, _least(NUMBER, min(size)), *size, CALM.ink).get_size()


def _px(surface: pygame.Surface, share: float) -> int:
    return _least(share, min(surface.get_size()))


def _least(share: float, shorter_px: int) -> int:
    return max(LEAST_ASIDE_PX, round(share * shorter_px))


@lru_cache(maxsize=128)
def _panel(text: str, size_px: int, width: int, height: int, ink: Colour) -> pygame.Surface:
    """Return `text` on its panel, no larger than a picture of `width` and `height` has room for."""
    across, down = round(0.62 * size_px), round(0.22 * size_px)
    room = round(WIDEST * width) - 2 * across, max(round(TALLEST * height), line_height(size_px))
    setting = fitted(text, size_px, *room)
    box = pygame.Rect(0, 0, setting.width + 2 * across, setting.height + 2 * down)
    corner = min(box.height / 2, 0.8 * size_px)
    panel = paint.stencil([shapes.rounded_box(box, corner)], box, CALM.panel)
    write(panel, text, box.inflate(-across, -down), setting.size_px, ink, across=0.5)
    return panel
