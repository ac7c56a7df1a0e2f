"""A text that is only read."""

import pygame

from ui.text import Weight, fitted, line_height
from ui.typed import say
from ui.widgets.sizes import Sizes
from ui.widgets.widget import Widget

# More lines than this are for a page of their own.
_MOST_LINES = 12


class Label(Widget):
    """Says a text, in as many lines as it takes.

    Parameters
    ----------
    text
        What is said.
    large
        In the size of words and the colour of what is read now; otherwise small and soft.
    label
        What the text is of, said to its left.
    ink
        Small, and in the colour of what is read now; so is whatever has a `label`.
    """

    focusable = False

    def __init__(
        self, text: str, *, large: bool = False, label: str = "", ink: bool = False
    ) -> None:
        super().__init__(label)
        self.text = text
        self._large, self._ink = large, ink or bool(label)

    @property
    def _weight(self) -> Weight:
        return "Medium" if self._large else "Regular"

    def height(self, sizes: Sizes, width: int) -> int:
        """Return how high the text is in `width`."""
        self.box.width = width
        px = self._px(sizes)
        room = line_height(px) * _MOST_LINES
        lines = len(fitted(self.text, px, max(self._control().width, 1), room, self._weight).lines)
        # A line stands in a row's height only beside a name, as fields do.
        return max(line_height(px) * max(lines, 1), sizes.row_px if self.label else 0)

    def draw(self, surface: pygame.Surface, sizes: Sizes, *, focused: bool) -> None:
        """Write it."""
        of = sizes.palette
        colour = of.ink if self._large or self._ink else of.soft
        self._draw_label(surface, sizes, top=True)
        say(surface, self.text, self._control(), self._px(sizes), colour, weight=self._weight)

    def _px(self, sizes: Sizes) -> int:
        return sizes.words_px if self._large else sizes.aside_px
