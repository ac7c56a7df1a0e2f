"""A number between two ends."""

from collections.abc import Callable

import pygame

from ui import paint, shapes
from ui.inputs import Click, Drag, Input, Press
from ui.typed import say, width_of
from ui.widgets.box import fill_box, ring
from ui.widgets.sizes import Sizes
from ui.widgets.widget import Did, Widget

# A large step is so many small ones.
_MANY = 5


class Slider(Widget):
    """A number, moved in steps by the arrows (with Shift in large ones), or drawn by the mouse.

    Parameters
    ----------
    low, high, step
        Its ends, and the step between numbers that can be set.
    value
        The number; one between two steps stays until it is moved.
    said
        Says a number in words.
    """

    def __init__(
        self,
        label: str,
        low: float,
        high: float,
        step: float,
        value: float,
        said: Callable[[float], str],
    ) -> None:
        super().__init__(label)
        self.low, self.high, self.step, self.value = low, high, step, value
        self._said = said
        self._track = pygame.Rect(0, 0, 0, 0)

    def take(self, event: Input) -> Did:
        """Move it."""
        if isinstance(event, Click | Drag):
            share = (event.at[0] - self._track.left) / max(self._track.width, 1)
            return self._set(self.low + share * (self.high - self.low))
        if not isinstance(event, Press) or event.ctrl or event.alt:
            return Did.NOTHING
        ways = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1, pygame.K_MINUS: -1, pygame.K_PLUS: 1}
        ends = {pygame.K_HOME: self.low, pygame.K_END: self.high}
        if event.key in ends:
            return self._set(ends[event.key])
        if event.key not in ways:
            return Did.NOTHING
        steps = ways[event.key] * (_MANY if event.shift else 1)
        return self._set(self.value + steps * self.step)

    def _set(self, value: float) -> Did:
        steps = round((min(max(value, self.low), self.high) - self.low) / self.step)
        new = round(min(self.low + steps * self.step, self.high), 6)
        if new == self.value:
            return Did.TAKEN
        self.value = new
        return Did.CHANGED

    def draw(self, surface: pygame.Surface, sizes: Sizes, *, focused: bool) -> None:
        """Draw it."""
        self._draw_label(surface, sizes)
        control = self._control()
        fill_box(surface, control, sizes.radius, sizes.palette.raised)
        texts = (self._said(self.low), self._said(self.high), self._said(self.value))
        wide = max(width_of(text, sizes.aside_px, "Medium") for text in texts)
        words = pygame.Rect(control.right - wide - sizes.gap_px, control.top, wide, control.height)
        say(
            surface, texts[2], words, sizes.aside_px, sizes.palette.ink, weight="Medium", across=1.0
        )
        knob = 0.42 * sizes.aside_px
        left = control.left + sizes.gap_px + round(knob)
        right = words.left - 2 * sizes.gap_px - round(knob)
        self._track = pygame.Rect(left, control.top, max(right - left, 1), control.height)
        share = (self.value - self.low) / (self.high - self.low)
        y, at = control.centery, left + min(max(share, 0.0), 1.0) * self._track.width
        half = 0.14 * sizes.aside_px
        paint.fill(
            surface, [shapes.limb((left, y), (self._track.right, y), half)], sizes.palette.night
        )
        paint.fill(surface, [shapes.limb((left, y), (at, y), half)], sizes.palette.green, 0.8)
        paint.fill(surface, [shapes.disc((at, y), knob)], sizes.palette.ink)
        if focused:
            ring(surface, control, sizes)
