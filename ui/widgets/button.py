"""Something that is pressed."""

import pygame

from ui.inputs import Click, Input, Press
from ui.typed import say, width_of
from ui.widgets.box import fill_box, ring
from ui.widgets.sizes import Sizes
from ui.widgets.widget import Did, Widget

PRESSES = frozenset({pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE})
"""The keys that press what has the focus."""


class Button(Widget):
    """A button.

    Parameters
    ----------
    text
        What it does.
    key
        What is printed on the key that does the same, shown at its right; none where there is none.
    strong
        Whether it is the one that goes on.
    """

    def __init__(self, text: str, key: str = "", *, strong: bool = False) -> None:
        super().__init__()
        self.text, self.key, self.strong = text, key, strong

    def width(self, sizes: Sizes) -> int:
        """Return how wide it is set by itself."""
        hint = width_of(self.key, sizes.aside_px) + 2 * sizes.gap_px if self.key else 0
        text = width_of(self.text, sizes.aside_px, "Medium")
        return max(text + hint + 2 * sizes.pad_px, sizes.row_px)

    def take(self, event: Input) -> Did:
        """Be pressed."""
        pressed = isinstance(event, Click) or (
            isinstance(event, Press) and event.key in PRESSES and not event.ctrl
        )
        return Did.DONE if pressed else Did.NOTHING

    def draw(self, surface: pygame.Surface, sizes: Sizes, *, focused: bool) -> None:
        """Draw it."""
        fill_box(
            surface,
            self.box,
            sizes.radius,
            sizes.palette.strong if self.strong else sizes.palette.raised,
        )
        inner = self.box.inflate(-2 * sizes.gap_px, 0)
        taken = 0
        if self.key:
            said = say(
                surface,
                self.key,
                inner,
                sizes.aside_px,
                sizes.palette.ink if self.strong else sizes.palette.soft,
                across=1.0,
            )
            taken = said.width + sizes.gap_px
        inner.width -= taken
        say(
            surface,
            self.text,
            inner,
            sizes.aside_px,
            sizes.palette.ink,
            weight="Medium",
            across=0.5,
        )
        if focused:
            ring(surface, self.box, sizes)
