"""What every widget is: a place, what it does with a key or the mouse, and how it is drawn."""

from abc import ABC, abstractmethod
from enum import Enum

import pygame

from ui.inputs import Input
from ui.typed import say
from ui.widgets.sizes import Sizes

# Of a field's width, its name; the rest is what is set.
_LABEL_SHARE = 0.34


class Did(Enum):
    """What a widget did with what happened."""

    NOTHING = "nothing"
    """It was not for this widget."""
    TAKEN = "taken"
    CHANGED = "changed"
    """Its value is another now."""
    DONE = "done"
    """It was pressed, or what was written is finished."""


class Widget(ABC):
    """A part of a screen.

    Parameters
    ----------
    label
        Its name, said to its left; none where it says its name itself.

    Attributes
    ----------
    box
        Where it was put last, in pixels.
    focusable
        Whether the keys can go to it.
    takes_text
        Whether letters typed go to it rather than ask for something of the screen.
    """

    focusable = True
    takes_text = False

    def __init__(self, label: str = "") -> None:
        self.label = label
        self.box = pygame.Rect(0, 0, 0, 0)

    def height(self, sizes: Sizes, width: int) -> int:
        """Return how high it is where it is `width` wide, in pixels."""
        return sizes.row_px

    def take(self, event: Input) -> Did:
        """Take in what happened, where the keys go to this widget or the mouse is on it."""
        return Did.NOTHING

    @abstractmethod
    def draw(self, surface: pygame.Surface, sizes: Sizes, *, focused: bool) -> None:
        """Draw it in its box; `focused` with the ring round what is set."""

    def caret(self) -> pygame.Rect | None:
        """Return where the next letter is put, for an input method's own window."""
        return None

    def _control(self) -> pygame.Rect:
        """Return the part of the box in which the value is."""
        if not self.label:
            return self.box
        left = self.box.left + round(self.box.width * _LABEL_SHARE)
        return pygame.Rect(left, self.box.top, self.box.right - left, self.box.height)

    def _draw_label(self, surface: pygame.Surface, sizes: Sizes, *, top: bool = False) -> None:
        """Write its name beside the control; `top`, on a line with the control's first."""
        if self.label:
            width = self._control().left - self.box.left - sizes.gap_px
            height = sizes.row_px if top else self.box.height
            place = pygame.Rect(self.box.left, self.box.top, width, height)
            say(surface, self.label, place, sizes.aside_px, sizes.palette.soft)
