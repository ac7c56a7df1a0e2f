"""Can it see me? The picture, where to be in it, and one plain piece of advice at a time."""

from math import pi

import pygame

from exercises.exercise import Exercise
from feedback.setting_up import Hint, Outline
from ui import body as seen_as
from ui import paint, rings, shapes
from ui.backdrop import round_corners
from ui.chip import draw_chip
from ui.layout import Layout
from ui.mirror import shown_part
from ui.paint import Drawing
from ui.patient import where_to_be
from ui.patient.beside import Halves, Words, draw_panel, halves
from ui.patient.postures import BodyScreen
from ui.patient.screen import PatientView
from ui.person import show_picture
from ui.text import fitted, line_height, write
from ui.view import Choices

# The panel's share of the width; radius and half-width of the ring, in units.
_PANEL_WIDE = 0.60
_RING, _RING_LINE = 6.5, 0.8
# The part that is not filled is thinner by this, so that it is told by its shape as well.
_WAITING = 0.36
# Where the ring with the words under it begins, down its column.
_BEGINS = 0.16
# A column of fewer title lines than this has no room to spare above the ring.
_SHORT_LINES = 11
# The most of its column that the movement's own text takes.
_CAMERA_SHARE = 0.30
# Type of the label, of the height of the picture at most, so that it leaves the outline free.
_CHIP_SHARE = 0.055
# How long the ring takes to catch up with what was seen of the standing still.
_RING_S = 0.25
# Somebody counts as looking the other way once they look this far (see `ui.body.facing`).
_TURNED = 0.25
_WELL: frozenset[Hint] = frozenset({"hold-still", "ready", "ready-legs-hidden"})


class SeeingScreen(BodyScreen):
    """Draws how somebody finds their place before the camera."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Words()
        self._looks = 1.0
        self._own: Outline | None = None  # where the person is well

    def enter(self, view: PatientView) -> None:
        """Come up anew, with nothing left of what was said the last time."""
        super().enter(view)
        self._words = Words()
        self._own = None

    def title(self, view: PatientView) -> str:
        """Return the title."""
        return view.tr("seeing.title")

    def picture_box(self, place: Layout, view: PatientView) -> tuple[int, int]:
        """Return the width and height in pixels in which the picture is shown."""
        return self._halves(self.where(place, view).body, place).panel.size

    def draw_body(
        self,
        surface: pygame.Surface,
        body: pygame.Rect,
        place: Layout,
        view: PatientView,
        choices: Choices,
    ) -> None:
        """Draw the picture with the outline in it, and the advice beside it."""
        where = self._halves(body, place)
        advice = view.moment.advice
        hint: Hint = "nobody" if advice is None else advice.hint
        self._draw_picture(surface, where.panel, place, view, choices, well=hint in _WELL)
        exercise = self.movement(view)
        words = where.words.copy()
        words.height -= self._write_camera(surface, words, place, exercise, view)
        ring_high = min(round(2 * (_RING + _RING_LINE) * place.unit), words.height // 4)
        short = words.height < _SHORT_LINES * place.title_px
        top = words.top + (0 if short else round(_BEGINS * words.height))
        ready = 0.0 if advice is None else advice.ready
        ready = self.glides.to("ready", ready, view.t, over_s=_RING_S)
        centre = (words.left + ring_high / 2, top + ring_high / 2)
        _draw_ring(surface, place, centre, ring_high / 2, ready)
        top += ring_high + round((2 if short else 3) * place.unit)
        said = pygame.Rect(words.left, top, words.width, words.bottom - top)
        self._words.draw(surface, said, place, _said(hint, view), view.t, 0.0)

    @staticmethod
    def _halves(body: pygame.Rect, place: Layout) -> Halves:
        return halves(body, place, _PANEL_WIDE)

    def _draw_picture(
        self,
        surface: pygame.Surface,
        panel: pygame.Rect,
        place: Layout,
        view: PatientView,
        choices: Choices,
        *,
        well: bool,
    ) -> None:
        palette = place.palette
        pictured = view.picture if choices.mirror == "picture" else None
        draw_panel(surface, place, panel)
        before = surface.get_clip()
        surface.set_clip(panel)
        if pictured is not None:
            show_picture(surface.subsurface(panel), palette, pictured)
        self._draw_person(surface, panel, place, view, plain=pictured is None)
        exercise = self.movement(view)
        place_to_be = where_to_be.place_of(exercise, view.moment.place)
        if place_to_be is not None:
            shown = shown_part(view, panel)
            body = where_to_be.outlined(
                exercise, place_to_be, shown, view.frame_size, panel, self._looks
            )
            share = self.glides.to("well", float(well), view.t)
            own = where_to_be.between(place_to_be, self._well_at(view, share, well=well), share)
            to = where_to_be.outlined(exercise, own, shown, view.frame_size, panel, self._looks)
            unit = place.unit
            where_to_be.draw(surface, panel, body, palette.ink, unit, 1 - share, to)
            where_to_be.draw(surface, panel, body, palette.green, unit, share, to)
        surface.set_clip(before)
        round_corners(surface, palette, panel, place.radius)
        if view.label is not None:
            type_px = min(place.aside_px, round(_CHIP_SHARE * panel.height))
            draw_chip(surface, palette, panel, place.unit, type_px, view.tr(view.label))

    def _well_at(self, view: PatientView, share: float, *, well: bool) -> Outline | None:
        """Return where the person was as it became well, to which the outline glides."""
        advice = view.moment.advice
        if not well and share == 0:
            self._own = None
        elif well and self._own is None and advice is not None:
            self._own = advice.outline
        return self._own

    def _draw_person(
        self,
        surface: pygame.Surface,
        panel: pygame.Rect,
        place: Layout,
        view: PatientView,
        *,
        plain: bool,
    ) -> None:
        """Draw the person lightly: as lines on the picture, as one soft shape without it."""
        if view.pose is None:
            self.glides.forget("person")
            return
        presence = self.glides.to("person", 1.0, view.t, begin=0.0)
        seen = seen_as.seen_body(view.pose, shown_part(view, panel), panel)
        if abs(looks := seen_as.facing(seen)) > _TURNED:
            self._looks = 1.0 if looks > 0 else -1.0
        drawing = Drawing(surface)
        if plain:
            seen_as.draw_silhouette(drawing, place.palette, seen, presence)
        else:
            seen_as.draw_skeleton(drawing, place.palette, seen, place.unit, presence)
        drawing.finish()

    @staticmethod
    def _write_camera(
        surface: pygame.Surface,
        column: pygame.Rect,
        place: Layout,
        exercise: Exercise | None,
        view: PatientView,
    ) -> int:
        """Write the movement's own text along the foot; return the height it takes."""
        if exercise is None or not exercise.seen:
            return 0
        high = max(round(column.height * _CAMERA_SHARE), line_height(place.aside_px))
        text, soft = view.tr(exercise.camera), place.palette.soft
        high = fitted(text, place.aside_px, column.width, high).height
        box = pygame.Rect(column.left, column.bottom - high, column.width, high)
        write(surface, text, box, place.aside_px, soft)
        return high + round(2 * place.unit)


def _said(hint: Hint, view: PatientView) -> tuple[str, str]:
    """Return what is said large and under it: of the camera where it shows nothing, or advice."""
    if view.notice is None:
        return view.tr(f"seeing.{hint}"), ""
    first, stop, rest = view.tr(view.notice).partition(". ")
    return first + stop.rstrip(), rest


def _draw_ring(
    surface: pygame.Surface,
    place: Layout,
    centre: tuple[float, float],
    reach: float,
    ready: float,
) -> None:
    """Draw a ring that fills, clockwise from the top, while somebody stands still.

    `reach` is its greatest radius in pixels.
    """
    palette, half = place.palette, reach * _RING_LINE / (_RING + _RING_LINE)
    radius = reach - half
    around = shapes.band(centre, radius, half * _WAITING, -pi / 2, 2 * pi - 1e-3)
    paint.fill(surface, [around], palette.quiet)
    if ready <= 0.0:
        return
    filled = shapes.band(centre, radius, half, -pi / 2, (2 * pi - 1e-3) * min(ready, 1.0))
    paint.fill(surface, [filled], palette.green)
    inside = rings.radii(radius - half)
    light = rings.plain(palette.green, 0.30 * ready * (inside / (radius - half)) ** 2)
    drawing = Drawing(surface)
    rings.draw(drawing, centre, light)
    drawing.finish()
