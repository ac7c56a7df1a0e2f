"""A range being found, as a straight line: for every measure, also those without an arc."""

from math import isfinite

import numpy as np
import pygame
from numpy.typing import NDArray

from feedback.calibrating_step import CalibratingStep
from feedback.handles import HANDLES, Handle
from ui import paint, shapes
from ui.calibrate_arc import held_near
from ui.told import amount
from ui.typed import say
from ui.widgets.sizes import Sizes

XY = tuple[float, float]
Points = NDArray[np.float64]

# In units of the grid: how far the circles stand off from the line, so that close ends are told
# apart, and where the line lies in its box.
_OFF: dict[Handle, float] = {"near": 2.6, "far": -2.6, "ceiling": -2.6}
_DOWN, _NUMBERS_DOWN = 4.4, 2.6
_UNITS = 9.0  # the height of all of it but its numbers


def gauge_height(sizes: Sizes) -> int:
    """Return the height that a line takes with its numbers, in pixels."""
    above = round(_UNITS * sizes.unit) + sizes.line_px // 2
    return max(above, round((_DOWN + _NUMBERS_DOWN) * sizes.unit) + sizes.line_px)


class Gauge:
    """The way from rest at the left to what is never passed at the right.

    Parameters
    ----------
    numbers
        Whether its two ends are said in numbers.
    """

    def __init__(
        self, box: pygame.Rect, step: CalibratingStep, sizes: Sizes, *, numbers: bool = True
    ) -> None:
        self._box, self._step, self._sizes, self._numbers = box, step, sizes, numbers
        inset = round(1.9 * sizes.unit)
        self._left, self._right = box.left + inset, box.right - inset
        self._y = box.top + round(_DOWN * sizes.unit)

    @property
    def _ends(self) -> tuple[float, float]:
        """The values at its left and its right."""
        step = self._step
        rest, own = step.part.movement.rest, step.part.own
        sign = 1.0 if own.rising else -1.0
        reach = [sign * (own.ceiling - rest), sign * (step.limit - rest)]
        reach += [sign * (top.value + sign * top.error - rest) for top in step.tops]
        if step.setting is not None and step.limit > 170:
            # Past the movement's own ceiling, as far as is needed is enough.
            reach[1] = sign * (step.setting.ceiling - rest) * 1.15
        return rest, rest + sign * max(reach)

    def x(self, value: float) -> float:
        """Return where `value` lies across, kept on the line."""
        rest, far = self._ends
        share = (value - rest) / (far - rest)
        return self._left + min(max(share, 0.0), 1.0) * (self._right - self._left)

    def value_at(self, at: XY) -> float:
        """Return the value at a point of the screen."""
        rest, far = self._ends
        return rest + (at[0] - self._left) / max(self._right - self._left, 1) * (far - rest)

    def handle_at(self, at: XY) -> Handle | None:
        """Return the circle that the mouse takes hold of at a point; `None` for none."""
        return held_near(at, self._step, self.circle)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw it, with its two ends in numbers under it."""
        step, unit = self._step, self._sizes.unit
        drawing = paint.Drawing(surface)
        rest, far = self._ends
        palette = self._sizes.palette
        way = palette.furniture if palette.edged else palette.night
        drawing.fill([self._part(rest, far, 0.3)], way)
        own = step.part.own
        drawing.fill(
            [self._part(own.near, own.far, 0.3, down=1.2)],
            self._sizes.palette.soft,
            self._sizes.palette.lifted(0.55),
        )
        if step.setting is not None:
            drawing.fill(
                [self._part(step.setting.near, step.setting.far, 0.8)],
                self._sizes.palette.green,
                0.85,
            )
            drawing.fill(
                [self._part(step.setting.far, step.setting.ceiling, 0.3)],
                self._sizes.palette.sand,
                0.6,
            )
            drawing.fill([self._tick(step.setting.ceiling, 1.2)], self._sizes.palette.sand)
        for top in step.tops:
            ends = top.value - top.error, top.value + top.error
            drawing.fill([self._part(*ends, 0.55)], self._sizes.palette.sand, 0.25)
            drawing.fill(
                [shapes.disc((self.x(top.value), self._y), 0.55 * unit)], self._sizes.palette.sand
            )
        if step.setting is not None:
            self._draw_handles(drawing)
        elif step.kind != "adjust" and isfinite(step.value):
            self._draw_value(drawing)
        drawing.finish()
        if self._numbers:
            self._write_ends(surface, rest, far)

    def _part(self, start: float, end: float, half: float, down: float = 0.0) -> Points:
        y = self._y + down * self._sizes.unit
        return shapes.limb((self.x(start), y), (self.x(end), y), half * self._sizes.unit)

    def _tick(self, value: float, reach: float) -> Points:
        x, up = self.x(value), reach * self._sizes.unit
        return shapes.limb((x, self._y - up), (x, self._y + up), 0.3 * self._sizes.unit)

    def circle(self, name: Handle, value: float) -> Points:
        """Return where the circle is by which an end at `value` is moved."""
        return np.array((self.x(value), self._y + _OFF[name] * self._sizes.unit))

    def _draw_handles(self, drawing: paint.Drawing) -> None:
        setting, unit = self._step.setting, self._sizes.unit
        for name in HANDLES:
            value, held = getattr(setting, name), name == self._step.handle
            at = self.circle(name, value)
            colour = self._sizes.palette.sand if name == "ceiling" else self._sizes.palette.green
            drawing.fill([shapes.limb((self.x(value), self._y), at, 0.2 * unit)], colour)
            drawing.fill(
                [shapes.disc(at, (1.55 if held else 1.05) * unit)],
                self._sizes.palette.ink if held else colour,
            )
            if held:
                drawing.fill([shapes.disc(at, 0.95 * unit)], self._sizes.palette.night)
                drawing.fill([shapes.disc(at, 0.62 * unit)], colour)

    def _draw_value(self, drawing: paint.Drawing) -> None:
        step, unit = self._step, self._sizes.unit
        if isfinite(step.error):
            ends = step.value - step.error, step.value + step.error
            drawing.fill([self._part(*ends, 0.8)], self._sizes.palette.blue, 0.4)
        drawing.fill(
            [shapes.disc((self.x(step.value), self._y), 0.95 * unit)], self._sizes.palette.ink
        )

    def _write_ends(self, surface: pygame.Surface, rest: float, far: float) -> None:
        px, unit = self._sizes.aside_px, self._step.part.unit
        top = self._y + round(_NUMBERS_DOWN * self._sizes.unit)
        box = pygame.Rect(self._box.left, top, self._box.width, self._sizes.line_px)
        say(surface, amount(rest, unit), box, px, self._sizes.palette.soft)
        say(surface, amount(far, unit), box, px, self._sizes.palette.soft, across=1.0)
