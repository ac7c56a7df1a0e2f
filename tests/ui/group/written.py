"""Every text that the group's screens write, and how it was set in its place."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import pygame
import pytest

from ui import text, typed
from ui.colour import Colour
from ui.group import breathing, large, projected, said_line


@dataclass(frozen=True)
class Set:
    """One text, as it was set in its box."""

    text: str
    box: pygame.Rect
    taken: pygame.Rect
    lines: tuple[str, ...]
    size_px: int
    colour: Colour
    ground: Colour


@contextmanager
def writing() -> Iterator[list[Set]]:
    """Take down every text that is written meanwhile, and is seen."""
    found: list[Set] = []
    plain = text.write

    def noted(
        surface: pygame.Surface, said: str, box: pygame.Rect, px: int, colour: Colour, **rest: Any
    ) -> pygame.Rect:
        red, green, blue, _ = pygame.transform.average_color(surface, box.clip(surface.get_clip()))
        taken = plain(surface, said, box, px, colour, **rest)
        how = text.fitted(said, px, box.width, box.height, rest.get("weight", "Regular"))
        if said.strip() and rest.get("opacity", 1.0) > 0.99:
            ground = (red, green, blue)
            found.append(Set(said, box.copy(), taken, how.lines, how.size_px, colour, ground))
        return taken

    with pytest.MonkeyPatch.context() as patch:
        for module in (typed, breathing, large, projected, said_line):
            patch.setattr(module, "write", noted)
        yield found


def check_stands(found: list[Set], size: tuple[int, int], least_px: int) -> None:
    """Check that every text is whole, large enough, in its box and apart from every other."""
    assert found
    window = pygame.Rect((0, 0), size)
    for each in found:
        assert " ".join(each.lines) == " ".join(each.text.split()), ("cut", each.text)
        assert each.size_px >= least_px, ("small", each.text, each.size_px)
        assert each.box.contains(each.taken), ("leaves its box", each.text)
        assert window.contains(each.taken), ("leaves the window", each.text)
    for one, other in combinations(found, 2):
        assert not one.taken.colliderect(other.taken), ("over one another", one.text, other.text)
