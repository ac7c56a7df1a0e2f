"""A text that is only read."""

import pygame

from ui.colour import Colour
from ui.text import Weight, fitted, line_height
from ui.theme import INK, SOFT
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
    def _look(self) -> tuple[Colour, Weight]:
        return (INK, "Medium") if self._large else (INK if self._ink else SOFT, "Regular")

    def height(self, sizes: Sizes, width: int) -> int:
        """Return how high the text is in `width`."""
        self.box.width = width
        px = self._px(sizes)
        room = line_height(px) * _MOST_LINES
        lines = len(fitted(self.text, px, max(self._control().width, 1), room, self._look[1]).lines)
        # A line stands in a row's height only beside a name, as fields do.
        return max(line_height(px) * max(lines, 1), sizes.row_px if self.label else 0)

    def draw(self, surface: pygame.Surface, sizes: Sizes, *, focused: bool) -> None:
        """Write it."""
        colour, weight = self._look
        self._draw_label(surface, sizes, top=True)
        say(surface, self.text, self._control(), self._px(sizes), colour, weight=weight)

    def _px(self, sizes: Sizes) -> int:
        return sizes.words_px if self._large else sizes.aside_px
