"""Whether all that is written stands: whole, apart, large enough, and within its place."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations
from types import ModuleType
from typing import Any

import pygame
import pytest

from ui import text, typed
from ui.colour import Colour

LEAST_PX = 11


@dataclass(frozen=True)
class Set:
    """One text, as it was set in its box.

    Attributes
    ----------
    taken, on
        What it takes, and the surface it was written on.
    """

    text: str
    box: pygame.Rect
    taken: pygame.Rect
    lines: tuple[str, ...]
    size_px: int
    colour: Colour
    ground: Colour
    on: pygame.Surface

    @property
    def whole(self) -> bool:
        """Whether every word of it is there."""
        return " ".join(self.lines) == " ".join(self.text.split())

    @property
    def within(self) -> bool:
        """Whether it is inside what it was written on."""
        return self.on.get_rect().contains(self.taken)


def writers() -> list[ModuleType]:
    """Return every module of the picture that writes."""
    return [
        module
        for name, module in sorted(sys.modules.items())
        if name.startswith("ui.") and getattr(module, "write", None) is text.write
    ]


@contextmanager
def setting(*modules: ModuleType) -> Iterator[list[Set]]:
    """Take down every text that some modules write meanwhile, and how it was set.

    Without any, what people's words are written by (see tests/ui/reading).
    """
    found: list[Set] = []
    plain = text.write

    def noted(
        surface: pygame.Surface, said: str, box: pygame.Rect, px: int, colour: Colour, **rest: Any
    ) -> pygame.Rect:
        area = box.clip(surface.get_clip())
        red, green, blue, _ = pygame.transform.average_color(surface, area)
        taken = plain(surface, said, box, px, colour, **rest)
        how = text.fitted(said, px, box.width, box.height, rest.get("weight", "Regular"))
        if said.strip():
            ground = (red, green, blue)
            made = Set(said, box.copy(), taken, how.lines, how.size_px, colour, ground, surface)
            found.append(made)
        return taken

    with pytest.MonkeyPatch.context() as patch:
        for module in modules or (typed,):
            patch.setattr(module, "write", noted)
        yield found


def check_stands(
    found: Sequence[Set], size: tuple[int, int], boxes: Mapping[str, pygame.Rect]
) -> None:
    """Check what was written on a screen of `size` with those things to press on it.

    What is written on a layer of its own is to stay on it, and is compared with what else is there.
    """
    assert found
    window = pygame.Rect((0, 0), size)
    for each in found:
        assert each.whole, ("cut", each.text)
        assert each.size_px >= LEAST_PX, ("small", each.text, each.size_px)
        assert each.box.contains(each.taken), ("leaves its box", each.text)
        assert each.within, ("leaves its layer", each.text)
        assert window.contains(each.taken), ("leaves the window", each.text)
    for one, other in combinations(found, 2):
        apart = one.on is not other.on or not one.taken.colliderect(other.taken)
        assert apart, ("over one another", one.text, other.text)
    for id, box in boxes.items():
        for each in found:
            inside = box.contains(each.taken)
            assert inside or not box.colliderect(each.taken), ("across", id, each.text)


def grid(sizes: Sequence[tuple[int, int]], scales: Sequence[float]) -> list[Any]:
    """Return every size with every scale of type, as parameters.

    Those that strain a screen most, and the usual one, are tried each time; the others under
    endurance, for there are many screens.
    """
    smallest, largest = min(sizes), max(sizes)
    always = {(smallest, max(scales)), ((1280, 720), 1.0), (largest, min(scales))}
    return [
        pytest.param(size, scale, marks=() if (size, scale) in always else pytest.mark.endurance)
        for size in sizes
        for scale in scales
    ]
