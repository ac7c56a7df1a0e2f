"""What is written on a screen: the texts, where they stand, and on what ground."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pygame
import pytest

from ui import text, typed
from ui.colour import Colour


@dataclass(frozen=True)
class Written:
    """One text as it was written, in sight."""

    text: str
    at: pygame.Rect
    colour: Colour
    ground: Colour
    size_px: int


@contextmanager
def reading() -> Iterator[list[Written]]:
    """Take down every text that the staff's screens write meanwhile."""
    found: list[Written] = []
    plain = text.write

    def noted(
        surface: pygame.Surface,
        said: str,
        box: pygame.Rect,
        size_px: int,
        colour: Colour,
        **rest: Any,
    ) -> pygame.Rect:
        ground = pygame.transform.average_color(surface, box.clip(surface.get_clip()))
        taken = plain(surface, said, box, size_px, colour, **rest)
        seen = taken.clip(surface.get_clip())
        if said.strip() and seen.width and seen.height:
            red, green, blue, _ = ground
            at = seen.move(surface.get_abs_offset())
            found.append(Written(said, at, colour, (red, green, blue), size_px))
        return taken

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typed, "write", noted)
        yield found
