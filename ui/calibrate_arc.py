"""A range being found, drawn round the joint it is of: the way, the tops, the ends that move."""

from collections.abc import Callable
from math import isfinite, radians

import numpy as np
from numpy.typing import NDArray

from feedback.calibrating_step import CalibratingStep
from feedback.handles import HANDLES, Handle
from ui import rings, shapes
from ui.arcs import ArcFrame
from ui.paint import Drawing
from ui.widgets.sizes import Sizes

Points = NDArray[np.float64]
XY = tuple[float, float]

# In units of the grid: half the width of the way, of the comfortable range and of what the expected
# error leaves open; how far the ceiling's mark reaches over the arc; the circles that are moved.
_WAY, _BAND, _OPEN, _MARK = 0.22, 0.85, 1.15, 1.7
_HANDLE, _HELD = 1.0, 1.45
# The circles stand off from the arc on stems, so that ends a few degrees apart are told apart: the
# near end's inward, the far end's outward, the ceiling's farther out.
_OFF: dict[Handle, float] = {"near": -3.0, "far": 3.0, "ceiling": 5.8}
_CASING = 0.42
# What holds now lies a little nearer to the joint.
_OWN_RADIUS = 0.86
# The mouse takes hold of a circle from so far, in pixels.
REACH_PX = 26.0


def held_near(
    at: XY, step: CalibratingStep, circle: Callable[[Handle, float], Points]
) -> Handle | None:
    """Return the end whose circle the mouse takes hold of at a point; `None` for none.

    Parameters
    ----------
    circle
        Returns where the circle of an end at a value is.
    """
    setting = step.setting
    if setting is None:
        return None
    away = {
        name: float(np.hypot(*(circle(name, getattr(setting, name)) - np.array(at))))
        for name in HANDLES
    }
    nearest = min(HANDLES, key=lambda name: away[name])
    return nearest if away[nearest] <= REACH_PX else None


class Arc:
    """The arc of one measure on the body, for one moment.

    Parameters
    ----------
    frame
        How degrees lie around the joint.
    step
        The moment.
    sizes
        How large things are, and their colours.
    """

    def __init__(self, frame: ArcFrame, step: CalibratingStep, sizes: Sizes) -> None:
        self._frame, self._step = frame, step
        self._unit, self._palette = sizes.unit, sizes.palette

    def draw(self, drawing: Drawing) -> None:
        """Draw it."""
        step = self._step
        if step.kind == "neutral":
            self._draw_stillness(drawing)
        self._draw_way(drawing)
        if step.setting is not None:
            self._draw_setting(drawing)
        for top in step.tops:
            self._draw_top(drawing, top.value, top.error)
        if step.kind in ("neutral", "show") and isfinite(step.value):
            self._draw_value(drawing)

    def point(self, value: float, share: float = 1.0) -> Points:
        """Return where `value` lies, at a share of the arc's radius."""
        angle, _ = self._frame.angle(value)
        outward = np.array((np.cos(angle), np.sin(angle)))
        return np.asarray(self._frame.centre + share * self._frame.radius * outward)

    def circle(self, name: Handle, value: float) -> Points:
        """Return where the circle is by which an end at `value` is moved."""
        return self.point(value, 1 + _OFF[name] * self._unit / self._frame.radius)

    def value_at(self, at: XY) -> float:
        """Return the degrees at which a point of the screen lies, -180 to 180."""
        away = np.array(at, dtype=float) - self._frame.centre
        along, across = float(away @ self._frame.zero), float(away @ self._frame.toward)
        return float(np.degrees(np.arctan2(across, along)))

    def handle_at(self, at: XY) -> Handle | None:
        """Return the circle that the mouse takes hold of at a point; `None` for none."""
        return held_near(at, self._step, self.circle)

    def _part(self, start: float, end: float, half: float, share: float = 1.0) -> list[Points]:
        if abs(end - start) < 1e-6:
            return []
        angle, sense = self._frame.angle(start)
        sweep = sense * radians(end - start)
        radius = share * self._frame.radius
        return [shapes.band(self._frame.centre, radius, half * self._unit, angle, sweep)]

    def _tick(self, value: float, reach: float, half: float) -> list[Points]:
        share = reach * self._unit / self._frame.radius
        ends = self.point(value, 1 - share), self.point(value, 1 + share)
        return [shapes.limb(*ends, half * self._unit)]

    def _draw_way(self, drawing: Drawing) -> None:
        """Draw the way from rest to what is never passed, and what holds now, faintly."""
        step, own = self._step, self._step.part.own
        rest = step.part.movement.rest
        if step.kind == "adjust":
            drawing.fill(self._part(rest, step.limit, _WAY + _CASING), self._palette.night, 0.42)
            drawing.fill(
                self._part(rest, step.limit, _WAY), self._palette.soft, self._palette.lifted(0.45)
            )
            drawing.fill(self._tick(step.limit, 0.9, 0.24), self._palette.soft, 0.8)
            drawing.fill(self._part(own.near, own.far, _WAY, _OWN_RADIUS), self._palette.soft, 0.75)
            return
        ends = [top.value for top in step.tops] + [own.far]
        far = max(ends) if own.rising else min(ends)
        drawing.fill(self._part(rest, far, _WAY + _CASING), self._palette.night, 0.42)
        drawing.fill(self._part(rest, far, _WAY), self._palette.soft, self._palette.lifted(0.55))

    def _draw_setting(self, drawing: Drawing) -> None:
        """Draw the comfortable range, the ceiling, and the circles by which they are moved."""
        setting = self._step.setting
        assert setting is not None
        under = self._part(setting.near, setting.far, _BAND + _CASING)
        under += self._tick(setting.ceiling, _MARK, 0.34 + _CASING)
        drawing.fill(under, self._palette.night, 0.5)
        drawing.fill(self._part(setting.near, setting.far, _BAND), self._palette.green, 0.85)
        drawing.fill(self._part(setting.far, setting.ceiling, 1.5 * _WAY), self._palette.sand, 0.55)
        drawing.fill(self._tick(setting.ceiling, _MARK, 0.34), self._palette.sand)
        for name in HANDLES:
            self._draw_handle(drawing, name, getattr(setting, name))

    def _draw_handle(self, drawing: Drawing, name: Handle, value: float) -> None:
        held = name == self._step.handle
        x, y = at = self.circle(name, value)
        radius = (_HELD if held else _HANDLE) * self._unit
        colour = self._palette.sand if name == "ceiling" else self._palette.green
        stem = shapes.limb(self.point(value), at, 0.2 * self._unit)
        drawing.fill([stem], colour)
        drawing.fill([shapes.disc((x, y), radius + _CASING * self._unit)], self._palette.night, 0.6)
        drawing.fill([shapes.disc((x, y), radius)], self._palette.ink if held else colour)
        if held:
            drawing.fill([shapes.disc((x, y), 0.62 * radius)], self._palette.night)
            drawing.fill([shapes.disc((x, y), 0.42 * radius)], colour)

    def _draw_top(self, drawing: Drawing, value: float, error: float) -> None:
        """Draw a soft mark where the person came to, as wide as is not known."""
        drawing.fill(
            self._part(value - error, value + error, 0.5 * _OPEN), self._palette.sand, 0.22
        )
        x, y = self.point(value)
        radius = 1.9 * self._unit
        fading = np.clip(1 - rings.radii(radius) / radius, 0, 1) ** 1.3
        rings.draw(drawing, (float(x), float(y)), rings.plain(self._palette.sand, 0.8 * fading))
        drawing.fill([shapes.disc((x, y), 0.5 * self._unit)], self._palette.sand)

    def _draw_value(self, drawing: Drawing) -> None:
        """Draw where the limb is, and how far on either side it may be."""
        step = self._step
        if isfinite(step.error):
            wedge = self._part(step.value - step.error, step.value + step.error, _OPEN)
            drawing.fill(wedge, self._palette.blue, 0.36)
        x, y = self.point(step.value)
        drawing.fill([shapes.disc((x, y), 1.55 * self._unit)], self._palette.night, 0.5)
        drawing.fill([shapes.disc((x, y), 1.1 * self._unit)], self._palette.ink)

    def _draw_stillness(self, drawing: Drawing) -> None:
        """Draw a ring round the joint that fills while the person rests."""
        centre, radius = self._frame.centre, 3.2 * self._unit
        whole = [shapes.band(centre, radius, 0.5 * self._unit, -np.pi / 2, 2 * np.pi - 1e-3)]
        drawing.fill(whole, self._palette.night, 0.5)
        if self._step.still > 0.01:
            sweep = 2 * np.pi * min(self._step.still, 1.0) - 1e-3
            drawing.fill(
                [shapes.band(centre, radius, 0.5 * self._unit, -np.pi / 2, sweep)],
                self._palette.green,
            )
