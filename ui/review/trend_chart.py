"""How practices went, drawn at a glance: one course over its days, and what was said under it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import isfinite, pi

import pygame

from feedback.instruments import Filled
from feedback.trend import Course, Felt
from ui import shapes
from ui.around import Around
from ui.paint import Drawing
from ui.review.axes import Plot, draw_scale, rounded_out, rule, shade, small_px
from ui.told import amount
from ui.typed import one_line, say, width_of
from ui.widgets.sizes import Sizes

_Bar = tuple[tuple[float, float], tuple[float, float], float, float]

# No chart is narrower than so many degrees (or percent) from foot to top.
_LEAST, _LEAST_WIDTHS = 20.0, 0.5
_LEAST_DAYS = 7
_MOST = 10.0
# Of a month's days, those on which the foot has a figure.
_DAYS = (1, 7, 14, 30, 61, 91, 182, 365)


@dataclass(frozen=True, slots=True)
class Strip:
    """A low chart of answers from 0 to 10.

    Attributes
    ----------
    name
        What was answered.
    marks
        For each practice its day, the answer before and after (`None` where it was not said), and
        whether it was stopped.
    """

    name: str
    marks: Sequence[tuple[date, float | None, float | None, bool]]


def strips_of(around: Around, felt: Sequence[Felt], filled: Sequence[Filled]) -> list[Strip]:
    """Return pain, mood, energy and effort, and the PSFS where it was ever answered."""
    tr = around.tr
    found = [
        Strip(tr("scale.pain"), [(f.day, *f.pain, f.stopped) for f in felt]),
        Strip(tr("scale.mood"), [(f.day, *f.mood, False) for f in felt]),
        Strip(tr("scale.energy"), [(f.day, *f.energy, False) for f in felt]),
        Strip(tr("scale.effort"), [(f.day, None, f.effort, False) for f in felt]),
    ]
    psfs = [(f.day, None, f.psfs, False) for f in filled if f.psfs is not None]
    return [*found, Strip("PSFS", psfs)] if psfs else found


def days_shown(felt: Sequence[Felt], today: date) -> tuple[float, float]:
    """Return the first and the last day on the charts, as ordinals, with a little room."""
    days = [each.day.toordinal() for each in felt] or [today.toordinal()]
    first, last = min(days), max(days)
    room = max(0.02 * (last - first), (_LEAST_DAYS - (last - first)) / 2, 0.5)
    return first - room, last + room


def draw_course(
    surface: pygame.Surface,
    box: pygame.Rect,
    sizes: Sizes,
    course: Course,
    days: tuple[float, float],
    label_px: int,
) -> None:
    """Draw one course: points with their errors, over the ranges that were signed.

    Parameters
    ----------
    label_px
        Room for the figures at the left, so that all charts begin at one place.
    """
    unit, palette = course.unit, sizes.palette
    ends = [end for own in course.ranges for end in (own.low, own.high, own.ceiling)]
    tops = [end for point in course.points for end in _ends(point.top.value, point.top.error)]
    y = rounded_out([*ends, *tops], _LEAST_WIDTHS if unit == "shoulder_widths" else _LEAST)
    plot = Plot(
        pygame.Rect(box.left + label_px, box.top, box.width - label_px, box.height), days, y
    )
    drawing = Drawing(surface)
    _add_ranges(drawing, plot, sizes, course)
    drawing.finish()
    draw_scale(surface, plot, sizes, lambda value: amount(value, unit))
    drawing = Drawing(surface)
    half, radius = max(0.1 * sizes.unit, 0.7), 0.6 * sizes.unit
    bars: list[_Bar] = []
    dots = []
    for point in course.points:
        x, low_high = plot.at_x(point.day.toordinal()), _ends(point.top.value, point.top.error)
        y_low, y_high = (plot.at_y(end) for end in low_high)
        if y_low != y_high:
            cap = 0.5 * sizes.unit
            bars += [
                ((x, y_low), (x, y_high), half, half),
                ((x - cap, y_low), (x + cap, y_low), half, half),
                ((x - cap, y_high), (x + cap, y_high), half, half),
            ]
        dots.append(shapes.disc((x, plot.at_y(point.top.value)), radius))
    drawing.fill(shapes.limbs(bars), palette.quiet, 0.8)
    drawing.fill(dots, palette.blue)
    drawing.finish()


def _ends(value: float, error: float) -> tuple[float, float]:
    return (value - error, value + error) if isfinite(error) else (value, value)


def _add_ranges(drawing: Drawing, plot: Plot, sizes: Sizes, course: Course) -> None:
    """Add the comfortable range and the ceiling as steps, each until the next was signed."""
    palette, half = sizes.palette, max(0.12 * sizes.unit, 0.8)
    keys = {own.key for own in course.ranges}
    for key in keys:
        several = [own for own in course.ranges if own.key == key]
        for own, after in zip(several, [*several[1:], None], strict=True):
            left = max(plot.at_x(own.signed_on.toordinal()), plot.box.left)
            right = plot.box.right
            if after is not None:
                right = min(round(plot.at_x(after.signed_on.toordinal())), right)
            if right <= left:
                continue
            top, foot = plot.at_y(own.high), plot.at_y(own.low)
            shade(drawing, (left, top, right, foot), palette.green, palette.lifted(0.24))
            y = plot.at_y(own.ceiling)
            drawing.fill([shapes.limb((left, y), (right, y), half)], palette.sand)


def draw_days(
    surface: pygame.Surface,
    box: pygame.Rect,
    sizes: Sizes,
    felt: Sequence[Felt],
    days: tuple[float, float],
    label_px: int,
) -> None:
    """Draw a mark for each day with a practice, and under it the dates."""
    place = pygame.Rect(box.left + label_px, box.top, box.width - label_px, box.height)
    plot = Plot(place, days, (0.0, 1.0))
    y, radius = box.top + 0.8 * sizes.unit, 0.42 * sizes.unit
    drawing = Drawing(surface)
    marks = {each.day for each in felt}
    drawing.fill(
        [shapes.disc((plot.at_x(day.toordinal()), y), radius) for day in marks],
        sizes.palette.green,
    )
    drawing.finish()
    wide = width_of("2026-00-00", small_px(sizes)) + 3 * sizes.gap_px
    span = days[1] - days[0]
    step = next((each for each in _DAYS if span / each <= place.width / wide), _DAYS[-1])
    first = -(-days[0] // 1)
    at = first
    while at <= days[1]:
        line = pygame.Rect(0, round(y + radius + 0.3 * sizes.unit), wide, sizes.line_px)
        line.centerx = round(plot.at_x(at))
        text = date.fromordinal(int(at)).isoformat()
        if place.inflate(label_px, 0).contains((line.left, place.top, line.width, 0)):
            say(surface, text, line, small_px(sizes), sizes.palette.soft, across=0.5)
        at += step


def draw_strip(
    surface: pygame.Surface,
    box: pygame.Rect,
    sizes: Sizes,
    strip: Strip,
    days: tuple[float, float],
    label_px: int,
) -> None:
    """Draw answers from 0 to 10: a ring before, a dot after, joined; a square where it stopped."""
    palette = sizes.palette
    name = pygame.Rect(box.left, box.top, label_px - sizes.gap_px, box.height)
    text = one_line(strip.name, small_px(sizes), name.width)
    say(surface, text, name, small_px(sizes), palette.soft)
    radius = 0.5 * sizes.unit
    inner = pygame.Rect(box.left + label_px, box.top, box.width - label_px, box.height)
    inner.inflate_ip(0, -2 * round(radius + 1))
    plot = Plot(inner, days, (0.0, _MOST))
    for value in (0.0, _MOST):
        y = plot.at_y(value)
        rule(surface, (inner.left, y), (inner.right, y), sizes, 0.6)
    if not any(after is not None or before is not None for _, before, after, _ in strip.marks):
        return
    drawing = Drawing(surface)
    joins: list[_Bar] = []
    rings: list[shapes.Points] = []
    dots: list[shapes.Points] = []
    stops: list[shapes.Points] = []
    half = max(0.12 * sizes.unit, 0.8)
    for day, before, after, stopped in strip.marks:
        x = plot.at_x(day.toordinal())
        if before is not None and after is not None and before != after:
            joins.append(((x, plot.at_y(before)), (x, plot.at_y(after)), half, half))
        if before is not None:
            rings.append(circle((x, plot.at_y(before)), radius))
        if after is not None:
            at = (x, plot.at_y(after))
            if stopped:
                stops.append(square(at, radius))
            else:
                dots.append(shapes.disc(at, radius))
    drawing.fill(shapes.limbs(joins), palette.quiet)
    drawing.fill(rings, palette.soft)
    drawing.fill(dots, palette.blue)
    drawing.fill(stops, palette.sand)
    drawing.finish()


def circle(at: tuple[float, float], radius: float) -> shapes.Points:
    """Return a ring: what was said before."""
    drawn: shapes.Points = _ring_at_rest(radius) + at
    return drawn


@lru_cache(maxsize=16)
def _ring_at_rest(radius: float) -> shapes.Points:
    return shapes.band((0.0, 0.0), 0.8 * radius, 0.2 * radius, 0.0, 2 * pi)


def square(at: tuple[float, float], radius: float) -> shapes.Points:
    """Return a square: where a practice was stopped."""
    side = round(2.2 * radius)
    box = pygame.Rect(0, 0, side, side)
    box.center = round(at[0]), round(at[1])
    return shapes.rounded_box(box, 0.2 * radius)


def label_width(
    around: Around, sizes: Sizes, strips: Sequence[Strip], said: Callable[[], Sequence[str]]
) -> int:
    """Return the room at the left of all charts, for the longest name or figure."""
    texts = [*(strip.name for strip in strips), *said()]
    wide = max((width_of(text, small_px(sizes)) for text in texts), default=0)
    return wide + 2 * sizes.gap_px
