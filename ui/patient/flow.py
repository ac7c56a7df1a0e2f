"""Several texts one under another, set as large as there is room for all of them together."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import pygame

from ui.colour import Colour
from ui.letters import OWN, readable
from ui.text import Weight, fitted, line_height
from ui.typed import say

# All of it gives way together to this share of its size, in steps, before anything is shortened.
_LEAST_SHARE, _STEP = 0.5, 0.04
_ENDLESS = 100_000


@dataclass(frozen=True, slots=True)
class Passage:
    """One text.

    Attributes
    ----------
    px
        Size of type where there is room.
    after_px
        Room under it.
    """

    text: str
    px: int
    colour: Colour
    weight: Weight = "Regular"
    after_px: int = 0


def draw_flow(
    surface: pygame.Surface,
    box: pygame.Rect,
    passages: Sequence[Passage],
    *,
    across: float = 0.0,
    down: float = 0.0,
) -> pygame.Rect:
    """Write the passages in `box` and return the rectangle they take.

    Parameters
    ----------
    across, down
        Where they stand in the box: 0 left or top, 0.5 middle, 1 right or foot.
    """
    kept = tuple(each for each in passages if each.text)
    share, heights = _set(kept, box.width, box.height)
    gaps = [round(each.after_px * share) for each in kept[:-1]]
    tall = sum(heights) + sum(gaps)
    top = first = box.top + round(max(box.height - tall, 0) * down)
    widest = pygame.Rect(box.left, top, 0, 0)
    for each, height, gap in zip(kept, heights, [*gaps, 0], strict=True):
        room = min(height, box.bottom - top)
        if room <= 0:
            break
        line = pygame.Rect(box.left, top, box.width, room)
        taken = say(
            surface,
            each.text,
            line,
            max(round(each.px * share), 1),
            each.colour,
            weight=each.weight,
            across=across,
            down=0.0,
        )
        widest = taken if widest.width == 0 else widest.union(taken)
        top += height + gap
    return pygame.Rect(widest.left, first, widest.width, min(tall, box.height))


def height_of(passages: Sequence[Passage], width: int) -> int:
    """Return how high the passages are where they have room, in pixels."""
    kept = [each for each in passages if each.text]
    return sum(_heights(tuple(kept), width, 1.0)) + sum(each.after_px for each in kept[:-1])


@lru_cache(maxsize=64)
def _set(passages: tuple[Passage, ...], width: int, height: int) -> tuple[float, tuple[int, ...]]:
    """Return the share of their size all are set in, and how high each is."""
    share = 1.0
    while True:
        heights = _heights(passages, width, share)
        gaps = sum(round(each.after_px * share) for each in passages[:-1])
        if sum(heights) + gaps <= height or share <= _LEAST_SHARE:
            return share, heights
        share = max(share - _STEP, _LEAST_SHARE)


def _heights(passages: tuple[Passage, ...], width: int, share: float) -> tuple[int, ...]:
    return tuple(_height(each, max(round(each.px * share), 1), width) for each in passages)


def _height(passage: Passage, px: int, width: int) -> int:
    # Text of another script stands on one line.
    if readable(passage.text)[1] != OWN:
        return line_height(px)
    return fitted(passage.text, px, width, _ENDLESS, passage.weight).height
