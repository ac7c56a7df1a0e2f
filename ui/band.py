"""The comfortable band: it fills as the limb travels, blooms inside, and folds back past it."""

from collections.abc import Callable
from dataclasses import dataclass
from math import isnan, radians

import numpy as np
from numpy.typing import NDArray

from feedback.verdict import Standing, Verdict
from ui import rings, shapes
from ui.arcs import ArcFrame
from ui.easing import Glides
from ui.flat_body import Placed
from ui.paint import Drawing
from ui.palette import Palette
from vision.measures import SIDES

Points = NDArray[np.float64]
Part = Callable[[float, float, float], list[Points]]
"""The outlines of the band from one value to another, of some half-width in pixels."""

BLOOM_S = 1.4
"""How slowly the end of the band blooms (a default of ours)."""
# How much of the band is left once it has folded back.
_FOLDED = 0.30


@dataclass(frozen=True, slots=True)
class BandState:
    """One band at one moment, in the measure's unit.

    Attributes
    ----------
    rest, near, far
        Where the way begins, and the near and far end of the band.
    value
        Where the limb is now.
    bloom, fold, presence
        0–1, eased: how far the end has bloomed, the band folded back, and the whole faded in.
    """

    rest: float
    near: float
    far: float
    value: float
    bloom: float
    fold: float
    presence: float

    @property
    def end(self) -> float:
        """The far end of the band as it is drawn, folded back toward the near one."""
        return self.far + (self.near - self.far) * (1 - _FOLDED) * self.fold

    @property
    def reached(self) -> float:
        """Where the filled part ends: the value, held between rest and the band's end."""
        low, high = sorted((self.rest, self.end))
        return min(max(self.value, low), high)

    @property
    def in_band(self) -> bool:
        """Whether the filled part has come past the near end."""
        return abs(self.reached - self.rest) > abs(self.near - self.rest)


def band_state(verdict: Verdict, glides: Glides, t: float) -> BandState | None:
    """Return the band of `verdict` at `t`, or `None` where its value is unseen.

    An unseen value is never drawn where it last was; seen again, it fades in.
    """
    key = f"band.{verdict.measure.key}"
    if isnan(verdict.value):
        glides.forget(key)
        return None
    bloomed = verdict.standing is Standing.COMFORTABLE
    folded = verdict.standing is Standing.PAST_CEILING
    rising = verdict.low + verdict.high >= 2 * verdict.rest
    return BandState(
        rest=verdict.rest,
        near=verdict.low if rising else verdict.high,
        far=verdict.high if rising else verdict.low,
        value=verdict.value,
        bloom=glides.to(f"{key}.bloom", float(bloomed), t, BLOOM_S, begin=0.0),
        fold=glides.to(f"{key}.fold", float(folded), t, begin=0.0),
        presence=glides.to(f"{key}.presence", 1.0, t, begin=0.0),
    )


def draw_arc(
    drawing: Drawing, palette: Palette, frame: ArcFrame, band: BandState, unit: float
) -> None:
    """Draw the band as an arc around its joint."""

    def part(start: float, end: float, half_width: float) -> list[Points]:
        angle, sense = frame.angle(start)
        sweep = sense * radians(end - start)
        return [shapes.band(frame.centre, frame.radius, half_width, angle, sweep)]

    angle, _ = frame.angle(band.value)
    outward = np.array((np.cos(angle), np.sin(angle)))
    end = frame.centre + frame.radius * outward
    # A thin stem carries the limb's direction out to its band.
    reach = min(float(np.hypot(*(frame.limb[1] - frame.centre))), frame.radius)
    stem = shapes.limb(frame.centre + reach * outward, end, 0.2 * unit)
    drawing.fill([stem], palette.blue, 0.6 * band.presence)
    _draw(drawing, palette, part, [end], band, unit)


def draw_span(
    drawing: Drawing, palette: Palette, body: Placed, band: BandState, unit: float
) -> None:
    """Draw the band of the wrists' distance: on both sides, along the line between the wrists."""
    wrists, shoulders = (
        np.array([body.at(name, side) for side in SIDES]) for name in ("wrist", "shoulder")
    )
    shoulder_width = float(np.hypot(*(shoulders[0] - shoulders[1])))
    middle = wrists.mean(axis=0)
    apart = wrists[0] - wrists[1]
    length = float(np.hypot(*apart))
    half = (apart / length if length > 1 else np.array((1.0, 0.0))) * shoulder_width / 2

    def part(start: float, end: float, half_width: float) -> list[Points]:
        return [
            shapes.limb(middle + side * start, middle + side * end, half_width)
            for side in (half, -half)
        ]

    _draw(drawing, palette, part, list(wrists), band, unit)


def _draw(
    drawing: Drawing, palette: Palette, part: Part, ends: list[Points], band: BandState, unit: float
) -> None:
    """Draw the way to the band, the band, what is filled of both, and where the limb is."""
    way, thick = 0.22 * unit, (0.72 + 0.25 * band.bloom) * unit
    casing = 0.42 * unit
    under = part(band.rest, band.near, way + casing)
    under += part(band.near, band.end, thick + casing)
    drawing.fill(under, palette.night, 0.42 * band.presence)
    drawing.fill(
        part(band.rest, band.near, way), palette.soft, palette.lifted(0.55) * band.presence
    )
    drawing.fill(
        part(band.near, band.end, thick), palette.green, palette.lifted(0.36) * band.presence
    )
    strength = 0.95 * band.presence * (1 - 0.45 * band.fold)
    if band.in_band:
        filled = part(band.rest, band.near, 1.5 * way) + part(band.near, band.reached, thick)
        drawing.fill(filled, palette.green, strength)
    else:
        drawing.fill(part(band.rest, band.reached, 1.5 * way), palette.green, strength)
    for end in ends:
        _draw_end(drawing, palette, (float(end[0]), float(end[1])), band, unit)


def _draw_end(
    drawing: Drawing, palette: Palette, at: tuple[float, float], band: BandState, unit: float
) -> None:
    """Draw where the limb is on its band, and its bloom."""
    bloom = band.bloom * band.presence
    if bloom > 0.01:
        radius = (2.0 + 3.6 * band.bloom) * unit
        fading = np.clip(1 - rings.radii(radius) / radius, 0, 1) ** 1.6
        rings.draw(drawing, at, rings.plain(palette.green, 0.42 * bloom * fading))
    shown = band.presence * (1 - 0.5 * band.fold)
    drawing.fill([shapes.disc(at, 1.55 * unit)], palette.night, 0.5 * shown)
    drawing.fill([shapes.disc(at, 1.1 * unit)], palette.ink, shown)
