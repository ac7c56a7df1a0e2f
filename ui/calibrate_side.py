"""The panel beside the person while a range is found: numbers, the straight line, the guide."""

from functools import lru_cache
from math import ceil

import pygame

from exercises.exercise import Exercise
from exercises.guide import guide_at
from exercises.one_sided import one_sided
from feedback.calibrating_step import CalibratingStep
from ui import desk_frame, guide, paint
from ui.around import Around
from ui.calibrate_gauge import Gauge, gauge_height
from ui.calibrate_lines import part_name
from ui.calibrate_view import CalibrateView
from ui.desk_place import DeskPlace
from ui.palette import Palette
from ui.text import line_height
from ui.told import Told, draft_lines
from ui.typed import one_line, say
from ui.widgets.sizes import Sizes
from vision.measures import Side

# The guide looks a little toward us in a side view, so that both arms and legs are told apart.
_SIDEWAYS_DEG = 78.0
_NAME_SHARE = 0.42


class CalibrateSide:
    """Draws the panel; all of it but the guide is kept until its numbers are others.

    Attributes
    ----------
    gauge
        The straight line drawn last, on the screen; `None` where there is none.
    """

    def __init__(self, around: Around, exercise: Exercise, *, locked: bool) -> None:
        self._around, self._exercise, self._locked = around, exercise, locked
        self.gauge: Gauge | None = None
        self._kept: pygame.Surface | None = None
        self._kept_of: tuple[object, ...] = ()
        self._room = pygame.Rect(0, 0, 0, 0)

    def draw(
        self,
        surface: pygame.Surface,
        box: pygame.Rect,
        place: DeskPlace,
        view: CalibrateView,
        told: tuple[Told, ...],
        *,
        looks: float,
    ) -> None:
        """Draw the panel in `box`.

        Parameters
        ----------
        told
            The therapist's numbers, no newer than can be read; not shown to a patient alone.
        looks
            1 where the person looks right on the screen in a side view, and -1 for left.
        """
        shows = (tuple(box), place.sizes, id(told))
        if self._kept is None or shows != self._kept_of:
            before = surface.get_clip()
            surface.set_clip(box.clip(before))
            self._draw_still(surface, box, place, view, told)
            surface.set_clip(before)
            self._kept, self._kept_of = surface.subsurface(box).copy(), shows
        else:
            surface.blit(self._kept, box)
        if view.step is not None and view.step.kind in ("neutral", "show"):
            self._draw_guide(surface, place.palette, self._room, view, view.step, looks)

    def _draw_still(
        self,
        surface: pygame.Surface,
        box: pygame.Rect,
        place: DeskPlace,
        view: CalibrateView,
        told: tuple[Told, ...],
    ) -> None:
        inner, of, step = desk_frame.panel(surface, box, place), place.sizes, view.step
        self.gauge = None
        if step is None:
            return
        if step.kind in ("sign", "finished"):
            self._draw_found(surface, inner, of, step)
            return
        height = gauge_height(of)
        # The line keeps its room at the foot; of the numbers, the last are left out before it.
        foot = inner.bottom - height - of.gap_px
        top = self._draw_head(surface, inner, of, step)
        for name, text in () if self._locked else told:
            if top + of.line_px > foot:
                break
            top = _draw_number(
                surface, pygame.Rect(inner.left, top, inner.width, of.line_px), of, name, text
            )
        top = min(top, foot)
        line = pygame.Rect(inner.left, top + of.gap_px, inner.width, height)
        self.gauge = Gauge(line, step, of, numbers=not self._locked)
        self.gauge.draw(surface)
        top += of.gap_px + height
        self._room = pygame.Rect(inner.left, top, inner.width, inner.bottom - top)

    def _draw_found(
        self, surface: pygame.Surface, inner: pygame.Rect, of: Sizes, step: CalibratingStep
    ) -> None:
        """Draw what was found, and whether it holds."""
        key = "calibrate.not-signed" if self._locked else "calibrate.signed"
        said = self._around.tr(key if step.drafts else "calibrate.none-found")
        head = pygame.Rect(inner.left, inner.top, inner.width, 2 * of.line_px)
        taken = say(surface, said, head, of.aside_px, of.palette.soft, down=0.0)
        top = taken.bottom + 2 * of.gap_px
        for name, text in () if self._locked else draft_lines(self._around, step.drafts):
            for words, colour in ((name, of.palette.soft), (text, of.palette.ink)):
                if words and top + of.line_px <= inner.bottom:
                    line = pygame.Rect(inner.left, top, inner.width, of.line_px)
                    say(
                        surface, one_line(words, of.aside_px, line.width), line, of.aside_px, colour
                    )
                    top = line.bottom
            top += of.gap_px

    def _draw_head(
        self, surface: pygame.Surface, inner: pygame.Rect, of: Sizes, step: CalibratingStep
    ) -> int:
        head = pygame.Rect(inner.left, inner.top, inner.width, line_height(of.words_px))
        name = one_line(part_name(self._around, step), of.words_px, inner.width, "Medium")
        say(surface, name, head, of.words_px, of.palette.ink, weight="Medium")
        under = pygame.Rect(inner.left, head.bottom, inner.width, of.line_px)
        say(surface, self._under_head(step), under, of.aside_px, of.palette.soft)
        return under.bottom + of.gap_px

    def _under_head(self, step: CalibratingStep) -> str:
        tr = self._around.tr
        if step.kind == "adjust" and step.setting is not None:
            return tr(f"calibrate.handle-{step.handle}")
        if step.kind not in ("neutral", "show"):
            return ""
        if step.remaining_s < 60:
            return tr("time.under-a-minute")
        return tr("time.left", count=ceil(step.remaining_s / 60 - 0.5))

    def _draw_guide(
        self,
        surface: pygame.Surface,
        palette: Palette,
        room: pygame.Rect,
        view: CalibrateView,
        step: CalibratingStep,
        looks: float,
    ) -> None:
        """Draw the movement as it goes, on the side that is asked for; at rest, the posture."""
        if room.height < 12 * room.width // 100:
            return
        exercise = _of_side(self._exercise, step.part.side)
        seconds = view.t % exercise.cycle_s if step.kind == "show" else 0.0
        angles = guide_at(exercise, seconds).angles
        drawing = paint.Drawing(surface)
        turn = _SIDEWAYS_DEG * looks if exercise.view == "side" else 0.0
        guide.draw(drawing, palette, room, exercise, angles, turn)
        drawing.finish()


@lru_cache(maxsize=8)
def _of_side(exercise: Exercise, side: Side | None) -> Exercise:
    return exercise if side is None else one_sided(exercise, side) or exercise


def _draw_number(surface: pygame.Surface, box: pygame.Rect, of: Sizes, name: str, text: str) -> int:
    first = pygame.Rect(box.left, box.top, round(_NAME_SHARE * box.width), box.height)
    rest = pygame.Rect(first.right, box.top, box.right - first.right, box.height)
    say(surface, one_line(name, of.aside_px, first.width), first, of.aside_px, of.palette.soft)
    say(
        surface,
        one_line(text, of.aside_px, rest.width, "Medium"),
        rest,
        of.aside_px,
        of.palette.ink,
        weight="Medium",
    )
    return box.bottom
