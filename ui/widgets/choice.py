"""One of several."""

from collections.abc import Sequence
from typing import Generic, TypeVar

import pygame

from ui import paint, shapes
from ui.inputs import Click, Input, Press
from ui.text import Weight
from ui.typed import say, width_of
from ui.widgets.box import fill_box, ring
from ui.widgets.button import PRESSES
from ui.widgets.sizes import LEAST_TARGET_PX, Sizes
from ui.widgets.widget import Did, Widget

T = TypeVar("T")


class Choice(Widget, Generic[T]):
    """Several texts of which one holds: side by side where there is room, else one at a time.

    Parameters
    ----------
    options
        What may be chosen, each with its text.
    value
        What holds; one that is not among `options` holds until another is chosen.
    """

    def __init__(self, label: str, options: Sequence[tuple[T, str]], value: T) -> None:
        super().__init__(label)
        self.options = tuple(options)
        self.value = value
        self._segments: list[pygame.Rect] = []

    @property
    def _at(self) -> int:
        values = [value for value, _ in self.options]
        return values.index(self.value) if self.value in values else -1

    def take(self, event: Input) -> Did:
        """Choose: the arrows go along, Enter and Space go on to the next and round."""
        if isinstance(event, Click):
            return self._clicked(event)
        if not isinstance(event, Press) or event.ctrl or event.alt:
            return Did.NOTHING
        if event.key in PRESSES:
            return self._choose((self._at + 1) % len(self.options))
        ways = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}
        if event.key not in ways:
            return Did.NOTHING
        return self._choose(min(max(self._at + ways[event.key], 0), len(self.options) - 1))

    def _clicked(self, event: Click) -> Did:
        hit = [i for i, box in enumerate(self._segments) if box.collidepoint(event.at)]
        if not hit:
            return Did.TAKEN
        if len(self._segments) == len(self.options):
            return self._choose(hit[0])
        way = 1 if hit[0] else -1
        return self._choose((self._at + way) % len(self.options))

    def _choose(self, at: int) -> Did:
        if at == self._at:
            return Did.TAKEN
        self.value = self.options[at][0]
        return Did.CHANGED

    def draw(self, surface: pygame.Surface, sizes: Sizes, *, focused: bool) -> None:
        """Draw it."""
        self._draw_label(surface, sizes)
        control = self._control()
        fill_box(surface, control, sizes.radius, sizes.palette.raised)
        widths = [width_of(text, sizes.aside_px, "Medium") for _, text in self.options]
        least = [max(width + 3 * sizes.gap_px, LEAST_TARGET_PX) for width in widths]
        if sum(least) <= control.width:
            self._draw_side_by_side(surface, sizes, control, least)
        else:
            self._draw_one(surface, sizes, control)
        if focused:
            ring(surface, control, sizes)

    def _draw_side_by_side(
        self, surface: pygame.Surface, sizes: Sizes, control: pygame.Rect, least: list[int]
    ) -> None:
        if max(least) * len(least) <= control.width:
            least = [max(least)] * len(least)
        spare = (control.width - sum(least)) / len(least)
        lefts = [control.left + sum(least[:i]) + round(i * spare) for i in range(len(least))]
        rights = [*lefts[1:], control.right]
        self._segments = [
            pygame.Rect(left, control.top, right - left, control.height)
            for left, right in zip(lefts, rights, strict=True)
        ]
        for i, box in enumerate(self._segments):
            chosen = i == self._at
            if chosen:
                fill_box(surface, box.inflate(-6, -6), 0.8 * sizes.radius, sizes.palette.strong)
            weight: Weight = "Medium" if chosen else "Regular"
            colour = sizes.palette.ink if chosen else sizes.palette.soft
            say(surface, self.options[i][1], box, sizes.aside_px, colour, weight=weight, across=0.5)

    def _draw_one(self, surface: pygame.Surface, sizes: Sizes, control: pygame.Rect) -> None:
        wide = max(sizes.row_px, LEAST_TARGET_PX)
        before = pygame.Rect(control.left, control.top, wide, control.height)
        after = pygame.Rect(control.right - wide, control.top, wide, control.height)
        self._segments = [before, after]
        for box, way in ((before, -1), (after, 1)):
            _draw_arrow(surface, box, way, sizes)
        middle = pygame.Rect(before.right, control.top, after.left - before.right, control.height)
        text = self.options[self._at][1] if self._at >= 0 else ""
        say(surface, text, middle, sizes.aside_px, sizes.palette.ink, weight="Medium", across=0.5)


def _draw_arrow(surface: pygame.Surface, box: pygame.Rect, way: int, sizes: Sizes) -> None:
    side = 0.2 * sizes.aside_px
    x, y = box.center
    tip, upper, lower = (
        (x + way * side, y),
        (x - way * side, y - 1.6 * side),
        (x - way * side, y + 1.6 * side),
    )
    thick = 0.05 * sizes.aside_px + 0.4
    paint.fill(
        surface,
        shapes.limbs([(upper, tip, thick, thick), (tip, lower, thick, thick)]),
        sizes.palette.soft,
    )
