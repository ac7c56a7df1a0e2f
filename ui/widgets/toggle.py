"""A yes or a no."""

import numpy as np
import pygame

from ui import paint, shapes
from ui.colour import Colour
from ui.inputs import Click, Input, Press
from ui.typed import say
from ui.widgets.box import fill_box, fill_field, ring
from ui.widgets.button import PRESSES
from ui.widgets.sizes import Sizes
from ui.widgets.widget import Did, Widget


class Toggle(Widget):
    """A text that is so or is not; its mark is a tick, so it is read without colour."""

    def __init__(self, text: str, value: bool = False) -> None:
        super().__init__()
        self.text, self.value = text, value

    def take(self, event: Input) -> Did:
        """Turn it to the other."""
        pressed = isinstance(event, Click) or (
            isinstance(event, Press) and event.key in PRESSES and not event.ctrl
        )
        if not pressed:
            return Did.NOTHING
        self.value = not self.value
        return Did.CHANGED

    def draw(self, surface: pygame.Surface, sizes: Sizes, *, focused: bool) -> None:
        """Draw it."""
        fill_box(surface, self.box, sizes.radius, sizes.palette.raised)
        side = round(0.9 * sizes.aside_px)
        mark = pygame.Rect(self.box.left + sizes.gap_px, 0, side, side)
        mark.centery = self.box.centery
        if self.value:
            fill_box(surface, mark, 0.25 * side, sizes.palette.strong)
            _draw_tick(surface, mark, sizes.palette.green)
        else:
            fill_field(surface, mark, 0.25 * side, sizes)
        left = mark.right + sizes.gap_px
        text = pygame.Rect(
            left, self.box.top, self.box.right - sizes.gap_px - left, self.box.height
        )
        say(
            surface,
            self.text,
            text,
            sizes.aside_px,
            sizes.palette.ink if self.value else sizes.palette.soft,
        )
        if focused:
            ring(surface, self.box, sizes)


def _draw_tick(surface: pygame.Surface, mark: pygame.Rect, colour: Colour) -> None:
    corner, side = np.array(mark.topleft, dtype=float), mark.width
    a, b, c = (corner + side * np.array(at) for at in ((0.24, 0.54), (0.43, 0.72), (0.78, 0.28)))
    paint.fill(
        surface,
        shapes.limbs([(a, b, 0.06 * side, 0.06 * side), (b, c, 0.06 * side, 0.06 * side)]),
        colour,
    )
