"""One measure over the time of a practice: its course, what was comfortable, cues and gaps."""

from dataclasses import dataclass

import numpy as np
import pygame

from exercises.definition import Target
from feedback.angle_trace import AngleTrace
from ui import shapes
from ui.around import Around
from ui.inputs import Click, Drag, Input, Press, Scroll
from ui.paint import Drawing
from ui.review.axes import (
    Plot,
    draw_scale,
    hatch,
    ribbon,
    rounded_out,
    shade,
    small_px,
    ticks,
)
from ui.review.scrubbing import Scrub, whole
from ui.review.traced import Stretch, bridged, columns, gaps
from ui.told import amount
from ui.typed import one_line, say, width_of
from ui.widgets.box import ring
from ui.widgets.sizes import Sizes
from ui.widgets.widget import Did, Widget
from vision.measures import INDEX, MEASURES, Withheld

# Of a key's step, in seconds: alone, and with Shift (defaults of ours).
STEP_S, FAR_S = 0.5, 10.0
_ZOOM = 0.5
# No chart is narrower than so many degrees (or percent) from foot to top.
_LEAST = 20.0
_LEAST_WIDTHS = 0.5
_WHY = {
    Withheld.NOT_ASKED: "review.gap-not-asked",
    Withheld.LEARNING: "review.gap-learning",
    Withheld.FORESHORTENED: "review.gap-foreshortened",
    Withheld.TURNED: "review.gap-turned",
    Withheld.UNSEEN: "review.gap-unseen",
    Withheld.REJECTED: "review.gap-rejected",
    Withheld.MOVED: "review.gap-moved",
}


def why_text(around: Around, why: Withheld) -> str:
    """Return why there is no number."""
    return "" if why is Withheld.GIVEN else around.tr(_WHY[why])


@dataclass(frozen=True, slots=True, eq=False)
class Traced:
    """What a chart shows of a practice.

    Attributes
    ----------
    trace
        What was measured.
    stretches
        Its movements, in order.
    targets
        For each of them, what held for the measure that is shown; `None` where nothing did.
    cues
        When something was said, seconds.
    measure_key
        The measure that is shown.
    """

    trace: AngleTrace
    stretches: tuple[Stretch, ...]
    targets: tuple[Target | None, ...]
    cues: tuple[float, ...]
    measure_key: str


class TraceChart(Widget):
    """A chart along which one moves: arrows, plus and minus, the mouse."""

    def __init__(self, around: Around, length_s: float) -> None:
        super().__init__()
        self._around = around
        self.scrub: Scrub = whole(length_s)
        self._shown: Traced | None = None
        self._plot: Plot | None = None
        self._kept: tuple[tuple[object, ...], pygame.Surface] | None = None

    def show(self, shown: Traced | None) -> None:
        """Show another measure."""
        self._shown, self._kept = shown, None

    def height(self, sizes: Sizes, width: int) -> int:
        """Return the least height it is of use in."""
        return 8 * sizes.line_px

    def take(self, event: Input) -> Did:
        """Move along, and look closer or from farther."""
        before = self.scrub
        if isinstance(event, Click | Drag) and self._plot is not None:
            self.scrub = before.to(self._plot.x_of(event.at[0]))
        elif isinstance(event, Scroll):
            self.scrub = before.zoomed(_ZOOM if event.rows < 0 else 1 / _ZOOM)
        elif isinstance(event, Press) and not (event.ctrl or event.alt):
            moved = self._pressed(event)
            if moved is None:
                return Did.NOTHING
            self.scrub = moved
        else:
            return Did.NOTHING
        return Did.TAKEN if self.scrub == before else Did.CHANGED

    def _pressed(self, press: Press) -> Scrub | None:
        step = FAR_S if press.shift else STEP_S
        scrub = self.scrub
        ways = {
            pygame.K_LEFT: lambda: scrub.moved(-step),
            pygame.K_RIGHT: lambda: scrub.moved(step),
            pygame.K_HOME: lambda: scrub.to(0.0),
            pygame.K_END: lambda: scrub.to(scrub.length_s),
            pygame.K_PLUS: lambda: scrub.zoomed(_ZOOM),
            pygame.K_KP_PLUS: lambda: scrub.zoomed(_ZOOM),
            pygame.K_MINUS: lambda: scrub.zoomed(1 / _ZOOM),
            pygame.K_KP_MINUS: lambda: scrub.zoomed(1 / _ZOOM),
        }
        return ways[press.key]() if press.key in ways else None

    # --- how it is drawn

    def draw(self, surface: pygame.Surface, sizes: Sizes, *, focused: bool) -> None:
        """Draw it, and the moment one is at."""
        if self._shown is None:
            return
        self._draw_kept(surface, self._shown, sizes)
        assert self._plot is not None
        plot = self._plot
        x, half = plot.at_x(self.scrub.at_s), max(0.14 * sizes.unit, 1.0)
        top, foot = plot.box.top - sizes.gap_px, plot.box.bottom
        drawing = Drawing(surface)
        drawing.fill([shapes.limb((x, top), (x, foot), half)], sizes.palette.ink)
        drawing.fill([shapes.disc((x, top), 0.55 * sizes.unit)], sizes.palette.ink)
        drawing.finish()
        if focused:
            ring(surface, self.box.inflate(2 * sizes.gap_px, 2 * sizes.gap_px), sizes)

    def _draw_kept(self, surface: pygame.Surface, shown: Traced, sizes: Sizes) -> None:
        """Draw all but the moment, painted once for each part that is in sight."""
        of = (sizes, self.box.topleft, self.box.size, self.scrub.first_s, self.scrub.last_s)
        if self._kept is not None and self._kept[0] == of:
            surface.blit(self._kept[1], self.box)
            return
        self._draw_still(surface, shown, sizes)
        self._kept = (of, surface.subsurface(self.box.clip(surface.get_rect())).copy())

    def _draw_still(self, surface: pygame.Surface, shown: Traced, sizes: Sizes) -> None:
        trace, scrub = shown.trace, self.scrub
        row = trace.measures.index(shown.measure_key)
        values = trace.values[:, row]
        unit = MEASURES[INDEX[shown.measure_key]].unit
        inside = (trace.times_s >= scrub.first_s) & (trace.times_s <= scrub.last_s)
        ends = [
            end
            for target in shown.targets
            if target is not None
            for end in (target.low, target.high, target.ceiling)
        ]
        seen = values[inside & np.isfinite(values)]
        least = _LEAST_WIDTHS if unit == "shoulder_widths" else _LEAST
        y = rounded_out([*ends, *(() if not seen.size else (seen.min(), seen.max()))], least)
        left = max(width_of(amount(value, unit), small_px(sizes)) for value in (*y, 0.0))
        head, foot = sizes.line_px, sizes.line_px + sizes.gap_px
        inner = pygame.Rect(
            self.box.left + left + 2 * sizes.gap_px,
            self.box.top + head,
            self.box.width - left - 3 * sizes.gap_px,
            self.box.height - head - foot,
        )
        plot = self._plot = Plot(inner, (scrub.first_s, scrub.last_s), y)
        draw_scale(surface, plot, sizes, lambda value: amount(value, unit))
        _draw_times(surface, plot, self.box, sizes)
        self._draw_targets(surface, shown, plot, sizes)
        for gap in gaps(trace.times_s, values, trace.withheld[:, row]):
            self._draw_gap(surface, plot, sizes, gap.first_s, gap.last_s, gap.why)
        count = max(inner.width // 2, 1)
        low, high = columns(trace.times_s, values, *plot.x, count)
        xs = inner.left + inner.width * (np.arange(count) + 0.5) / count
        drawing = Drawing(surface)
        clip = surface.get_clip()
        surface.set_clip(inner.inflate(4, 4))
        # Some columns fall between two moments; the line goes on through them.
        between_s = float(np.median(np.diff(trace.times_s))) if len(trace.times_s) > 1 else 0.0
        most = max(2 * between_s * count / max(scrub.span_s, 1e-9), 1.0)
        low, high = bridged(low, most), bridged(high, most)
        ribbon(drawing, sizes, xs, _ys(plot, low), _ys(plot, high))
        _add_cues(drawing, shown, plot, sizes)
        drawing.finish()
        surface.set_clip(clip)

    def _draw_targets(
        self, surface: pygame.Surface, shown: Traced, plot: Plot, sizes: Sizes
    ) -> None:
        """Draw for each movement in sight its comfortable band, its ceiling, and its name."""
        drawing, palette = Drawing(surface), sizes.palette
        half = max(0.12 * sizes.unit, 0.8)
        for stretch, target in zip(shown.stretches, shown.targets, strict=True):
            left = max(plot.at_x(stretch.first_s), plot.box.left)
            right = min(plot.at_x(stretch.last_s), plot.box.right)
            if right <= left:
                continue
            place = pygame.Rect(round(left), self.box.top, round(right - left), sizes.line_px)
            # Beside the head of the line that stands at the moment.
            place.left += sizes.gap_px
            wide = place.width - 2 * sizes.gap_px
            title = one_line(self._around.title(stretch.exercise_id), small_px(sizes), wide)
            say(surface, title, place, small_px(sizes), palette.soft)
            if target is None:
                continue
            top, foot = plot.at_y(target.high), plot.at_y(target.low)
            shade(drawing, (left, top, right, foot), palette.green, palette.lifted(0.24))
            y = plot.at_y(target.ceiling)
            drawing.fill([shapes.limb((left, y), (right, y), half)], palette.sand)
        drawing.finish()

    def _draw_gap(
        self,
        surface: pygame.Surface,
        plot: Plot,
        sizes: Sizes,
        first_s: float,
        last_s: float,
        why: Withheld,
    ) -> None:
        left = max(round(plot.at_x(first_s)), plot.box.left)
        right = min(round(plot.at_x(last_s)), plot.box.right)
        box = pygame.Rect(left, plot.box.top, right - left, plot.box.height)
        if box.width < 2:
            return
        hatch(surface, box, sizes)
        text = why_text(self._around, why)
        if box.width > width_of(text, small_px(sizes)) + 2 * sizes.gap_px:
            place = pygame.Rect(0, 0, width_of(text, small_px(sizes)) + 2 * sizes.gap_px, 0)
            place.height = sizes.line_px
            place.center = box.center
            surface.fill(sizes.palette.panel, place)
            say(surface, text, place, small_px(sizes), sizes.palette.soft, across=0.5)


def clock(seconds: float) -> str:
    """Return a time of a practice as minutes and seconds."""
    whole_s = max(round(seconds), 0)
    return f"{whole_s // 60}:{whole_s % 60:02d}"


def _draw_times(surface: pygame.Surface, plot: Plot, within: pygame.Rect, sizes: Sizes) -> None:
    wide = width_of("00:00", small_px(sizes)) * 2
    for at in ticks(*plot.x, max(plot.box.width // wide, 2)):
        # No wider than what is said, so that the last stays by its place.
        said_px = width_of(clock(at), small_px(sizes)) + 2
        place = pygame.Rect(0, plot.box.bottom + sizes.gap_px, said_px, sizes.line_px)
        place.centerx = round(plot.at_x(at))
        place.clamp_ip(within)
        say(surface, clock(at), place, small_px(sizes), sizes.palette.soft, across=0.5)


def _add_cues(drawing: Drawing, shown: Traced, plot: Plot, sizes: Sizes) -> None:
    """Add a small mark at the foot for each time that something was said."""
    size = 0.62 * sizes.unit
    outlines = []
    for at in shown.cues:
        if not plot.x[0] <= at <= plot.x[1]:
            continue
        x, y = plot.at_x(at), plot.box.bottom - size
        outlines.append(np.array([(x, y - size), (x + size, y + size), (x - size, y + size)]))
    drawing.fill(outlines, sizes.palette.sand)


def _ys(plot: Plot, values: np.ndarray) -> np.ndarray:
    low, high = plot.y
    return plot.box.bottom - plot.box.height * (values - low) / ((high - low) or 1.0)
