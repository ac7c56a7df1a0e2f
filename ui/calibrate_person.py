"""The person while a range is found: the picture dimmed, the limb, and the arc round its joint."""

from itertools import chain
from math import cos, isfinite, radians, sin

import numpy as np
import pygame
from numpy.typing import NDArray

from feedback.calibrating_step import CalibratingStep
from feedback.grid import MANY
from ui import body, paint, shapes
from ui.arcs import arc_frame
from ui.calibrate_arc import Arc
from ui.calibrate_view import CalibrateView
from ui.mirror import shown_part
from ui.person import facing_of, hidden, limbs, show_picture
from ui.text import line_height
from ui.told import amount
from ui.typed import say, width_of
from ui.view import Choices
from ui.widgets.sizes import Sizes
from vision.measures import MEASURES

Points = NDArray[np.float64]

# How far off the arc the number stands, in units of the grid; farther where circles do too.
_CLEAR, _CLEAR_OF_CIRCLES = 3.2, 8.2
# Where there is no room outward it is written aside, turned by so much.
_TURNS_DEG = (0, 45, -45, 90, -90, 135, -135, 180)


class CalibratePerson:
    """Draws the person, anew for a new picture or pose, and knows where the arcs are for the mouse.

    Attributes
    ----------
    arcs
        Those drawn last, on the screen; none where the measure has no arc or nobody is seen.
    looks
        1 where the person, seen from the side, looks right on the screen, and -1 for left.
    """

    def __init__(self) -> None:
        self.arcs: list[Arc] = []
        self.looks = 1.0
        self._kept: pygame.Surface | None = None
        self._kept_of: tuple[object, ...] = ()

    def draw(
        self,
        surface: pygame.Surface,
        box: pygame.Rect,
        sizes: Sizes,
        view: CalibrateView,
        choices: Choices,
        *,
        said: str,
    ) -> None:
        """Draw the panel; nothing leaves it.

        Parameters
        ----------
        said
            The number that is written beside the limb; none where it is empty.
        """
        pictured = view.picture if choices.mirror == "picture" else None
        shows = (tuple(box), sizes, view.pose, pictured, said, _about(view.step))
        if self._kept is not None and shows == self._kept_of:
            surface.blit(self._kept, box)
            return
        if self._kept is None or self._kept.get_size() != box.size:
            self._kept = pygame.Surface(box.size)
        panel, self._kept_of = self._kept, shows
        if pictured is None:
            panel.fill(sizes.palette.panel)
        else:
            show_picture(panel, sizes.palette, pictured)
        self.arcs = []
        if view.pose is not None and view.step is not None:
            self._draw_body(panel, box, sizes, view, pictured is not None, said)
        surface.blit(panel, box)

    def _draw_body(
        self,
        panel: pygame.Surface,
        box: pygame.Rect,
        sizes: Sizes,
        view: CalibrateView,
        cased: bool,
        said: str,
    ) -> None:
        assert view.pose is not None
        assert view.step is not None
        step, inside = view.step, panel.get_rect()
        seen = body.seen_body(view.pose, shown_part(view, inside), inside)
        drawing = paint.Drawing(panel)
        if cased:
            body.draw_skeleton(drawing, sizes.palette, seen, sizes.unit, 1.0)
        else:
            body.draw_figure(drawing, sizes.palette, seen, 1.0)
        facing = facing_of(view.exercise, seen)
        self.looks = self.looks if facing is None else facing
        over = step.kind in ("sign", "finished", "left")
        measures = [] if over else [MEASURES[row] for row in step.part.rows]
        measures = [each for each in measures if not hidden(each, seen, facing)]
        for limb in chain.from_iterable(limbs(each, seen, facing) for each in measures):
            body.draw_limb(drawing, sizes.palette, limb, sizes.unit, 1.0, cased=cased)
        found = (arc_frame(measure, seen.placed, facing) for measure in measures)
        frames = [frame for frame in found if frame is not None]
        local = [Arc(frame, step, sizes) for frame in frames]
        for arc in local:
            arc.draw(drawing)
        drawing.finish()
        at = _written_at(view)
        if said and at is not None:
            for arc in local:
                clear = _CLEAR_OF_CIRCLES if step.kind == "adjust" else _CLEAR
                _write_by(panel, arc.point(at, 1.0), arc.point(at, 0.0), clear, said, sizes)
        for frame in frames:
            moved = type(frame)(
                frame.centre + np.array(box.topleft, dtype=float),
                frame.zero,
                frame.toward,
                frame.radius,
                frame.limb,
            )
            self.arcs.append(Arc(moved, step, sizes))


def _about(step: CalibratingStep | None) -> tuple[object, ...]:
    """Return what of a step is drawn on the person, but for what comes with a new pose."""
    if step is None:
        return ()
    still = round(step.still, 2)
    return step.kind, step.index, step.setting, step.handle, step.limit, len(step.tops), still


def said_by_the_limb(view: CalibrateView, *, locked: bool) -> str:
    """Return the number that stands beside the limb: the patient's, to a large step; then the end
    that is being moved, exactly. A patient alone is shown none."""
    step = view.step
    if locked or step is None or step.part.unit != "degrees":
        return ""
    if step.kind == "adjust" and step.setting is not None:
        return amount(getattr(step.setting, step.handle), step.part.unit)
    if step.kind == "show" and step.measuring and isfinite(step.value):
        return amount(MANY * round(step.value / MANY), step.part.unit)
    return ""


def _written_at(view: CalibrateView) -> float | None:
    step = view.step
    assert step is not None
    if step.kind == "adjust":
        return None if step.setting is None else float(getattr(step.setting, step.handle))
    return step.value if isfinite(step.value) else None


def _place(
    at: Points, outward: Points, turn_deg: float, clear_px: float, size: tuple[int, int]
) -> pygame.Rect:
    """Return a box off `at` in a direction turned from `outward`."""
    cosine, sine = cos(radians(turn_deg)), sin(radians(turn_deg))
    x = outward[0] * cosine - outward[1] * sine
    y = outward[0] * sine + outward[1] * cosine
    out = clear_px + 0.5 * (abs(x) * size[0] + abs(y) * size[1])
    box = pygame.Rect((0, 0), size)
    box.center = round(at[0] + out * x), round(at[1] + out * y)
    return box


def _write_by(
    panel: pygame.Surface,
    at: Points,
    centre: Points,
    clear: float,
    text: str,
    sizes: Sizes,
) -> None:
    """Write a number on a small panel of its own, outward from the arc, inside the picture.

    `clear` is how far off it stands, in units of the grid.
    """
    away = at - centre
    outward = away / max(float(np.hypot(*away)), 1.0)
    width = width_of(text, sizes.words_px, "Medium") + round(1.4 * sizes.words_px)
    size = width, round(1.2 * line_height(sizes.words_px))
    room = panel.get_rect().inflate(-2 * sizes.gap_px, -2 * sizes.gap_px)
    places = [_place(at, outward, turn, clear * sizes.unit, size) for turn in _TURNS_DEG]
    # Straight outward where there is room; else turned aside as little as is needed.
    box = next((place for place in places if room.contains(place)), places[0].clamp(room))
    paint.fill(panel, [shapes.rounded_box(box, box.height / 2)], sizes.palette.panel, 0.92)
    say(panel, text, box, sizes.words_px, sizes.palette.ink, weight="Medium", across=0.5)
