"""What a module writes on a surface, and in which place."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any, NamedTuple

import pygame
import pytest

from ui.text import Weight, fitted, write


class Noted(NamedTuple):
    """One text, the place it was given, and how it was asked to be set."""

    text: str
    box: pygame.Rect
    size_px: int
    weight: Weight

    @property
    def whole(self) -> bool:
        """Whether every word of it stands in its place."""
        lines = fitted(self.text, self.size_px, *self.box.size, self.weight).lines
        return " ".join(lines) == " ".join(self.text.split())


@contextmanager
def noting(*modules: ModuleType) -> Iterator[list[Noted]]:
    """Take down every text that some modules write meanwhile."""
    found: list[Noted] = []

    def noted(
        surface: pygame.Surface,
        text: str,
        box: pygame.Rect,
        size_px: int,
        *rest: Any,
        weight: Weight = "Regular",
        **more: Any,
    ) -> pygame.Rect:
        if text:
            found.append(Noted(text, box.copy(), size_px, weight))
        return write(surface, text, box, size_px, *rest, weight=weight, **more)

    with pytest.MonkeyPatch.context() as patch:
        for module in modules:
            patch.setattr(module, "write", noted)
        yield found
