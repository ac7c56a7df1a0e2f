"""What something is of, and what it is; with a mark where it differs from another."""

import pygame

from ui import paint, shapes
from ui.text import Weight, fitted
from ui.typed import say
from ui.widgets.sizes import Sizes
from ui.widgets.widget import Widget

_MOST_LINES = 4
NAME_SHARE = 0.34
"""Of a line's width, what it is of."""


class ToldLine(Widget):
    """One line of what is told: its name softly, what it is beside it.

    Parameters
    ----------
    differs
        Whether it is another than it is elsewhere, which is marked; `None` where nothing is
        compared, and no room is kept for a mark.
    split
        The share of the width for the name.
    """

    focusable = False

    def __init__(
        self, name: str, text: str, *, differs: bool | None = None, split: float = NAME_SHARE
    ) -> None:
        super().__init__()
        self._name, self._text, self._differs, self._split = name, text, differs, split

    def height(self, sizes: Sizes, width: int) -> int:
        """Return the height of the longer of the two."""
        name, text = self._widths(width, sizes)
        lines = max(self._lines(self._name, sizes, name), self._lines(self._text, sizes, text))
        return sizes.line_px * lines

    def draw(self, surface: pygame.Surface, sizes: Sizes, *, focused: bool) -> None:
        """Write both, and the mark."""
        name, text = self._widths(self.box.width, sizes)
        indent = self._indent(sizes)
        first = pygame.Rect(self.box.left + indent, self.box.top, name, self.box.height)
        left = first.right + sizes.gap_px
        rest = pygame.Rect(left, self.box.top, text, self.box.height)
        if self._differs:
            dot = self.box.left + 0.2 * sizes.aside_px, self.box.top + sizes.line_px / 2
            paint.fill(surface, [shapes.disc(dot, 0.2 * sizes.aside_px)], sizes.palette.sand)
        say(surface, self._name, first, sizes.aside_px, sizes.palette.soft, down=0.0)
        weight: Weight = "Medium" if self._differs else "Regular"
        say(surface, self._text, rest, sizes.aside_px, sizes.palette.ink, weight=weight, down=0.0)

    def _widths(self, width: int, sizes: Sizes) -> tuple[int, int]:
        indent = self._indent(sizes)
        name = round(self._split * (width - indent))
        return name, max(width - indent - name - sizes.gap_px, 1)

    def _indent(self, sizes: Sizes) -> int:
        return 0 if self._differs is None else sizes.gap_px + sizes.aside_px // 3

    def _lines(self, text: str, sizes: Sizes, width: int) -> int:
        room = sizes.line_px * _MOST_LINES
        return max(len(fitted(text, sizes.aside_px, max(width, 1), room, "Medium").lines), 1)
