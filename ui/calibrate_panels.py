"""The panels of the calibrate screen: the person, the numbers, the guide, and the sentence."""

from dataclasses import replace

import pygame

from exercises.exercise import Exercise
from feedback.handles import Handle
from ui import desk_frame, paint, shapes
from ui.around import Around
from ui.backdrop import round_corners
from ui.calibrate_arc import Arc
from ui.calibrate_gauge import Gauge
from ui.calibrate_lines import numbers, sentence
from ui.calibrate_person import CalibratePerson, said_by_the_limb
from ui.calibrate_side import CalibrateSide
from ui.calibrate_view import CalibrateView
from ui.chip import draw_chip
from ui.desk_place import DeskPlace
from ui.text import line_height
from ui.told import Told
from ui.typed import say
from ui.view import Choices
from ui.widgets.box import fill_box

_PICTURE_SHARE = 0.62
# Numbers change no more often than they can be read (a default of ours).
_READ_S = 0.25


class CalibratePanels:
    """Draws the body of the calibrate screen, and knows what the mouse is on.

    Attributes
    ----------
    person, gauge
        The person with their arcs, and the straight line; the mouse moves ends on either.
    picture_size
        Width and height in pixels at which the picture of the person is wanted.
    said
        Said to the therapist in the place of the sentence; empty for none.
    """

    def __init__(self, around: Around, exercise: Exercise, *, locked: bool) -> None:
        self._around, self._locked = around, locked
        self.person = CalibratePerson()
        self._side = CalibrateSide(around, exercise, locked=locked)
        self._figure = False
        self._read: tuple[tuple[object, ...], tuple[Told, ...], str] | None = None
        self._read_at = 0.0
        self.picture_size = (640, 360)
        self.said = ""

    @property
    def gauge(self) -> Gauge | None:
        """The straight line, where there is one."""
        return self._side.gauge

    def change_mirror(self) -> None:
        """Show the drawn figure in place of the picture, or the picture again."""
        self._figure = not self._figure

    def held_at(self, at: tuple[int, int]) -> tuple[Arc | Gauge, Handle] | None:
        """Return what the mouse takes hold of: the line and the circle on it."""
        lines: list[Arc | Gauge] = [*self.person.arcs]
        if self.gauge is not None:
            lines.append(self.gauge)
        for line in lines:
            handle = line.handle_at(at)
            if handle is not None:
                return line, handle
        return None

    def draw(
        self,
        surface: pygame.Surface,
        place: DeskPlace,
        view: CalibrateView | None,
        choices: Choices,
    ) -> None:
        """Draw everything in ``place.body``."""
        of, body = place.sizes, place.body
        gap = round(1.8 * of.unit)
        strip = line_height(of.words_px) + round(3 * of.unit)
        line = pygame.Rect(body.left, body.bottom - strip, body.width, strip)
        above = replace(
            place, body=pygame.Rect(body.left, body.top, body.width, line.top - gap - body.top)
        )
        picture, side = desk_frame.halves(above, _PICTURE_SHARE)
        self.picture_size = picture.size
        if view is None:
            fill_box(surface, picture, place.radius, place.palette.panel)
            desk_frame.panel(surface, side, place)
            self._draw_sentence(surface, place, line, self._around.tr("notice.opening"), False)
            return
        drawn = replace(choices, mirror="figure") if self._figure else choices
        said = self._settled(view)
        self.person.draw(surface, picture, of, view, drawn, said=said)
        round_corners(surface, place.palette, picture, place.radius)
        if view.label is not None:
            draw_chip(
                surface, place.palette, picture, of.unit, of.aside_px, self._around.tr(view.label)
            )
        told = self._read[1] if self._read is not None else ()
        self._side.draw(surface, side, place, view, told, looks=self.person.looks)
        text, raised = sentence(self._around, view, locked=self._locked)
        if self.said:
            text, raised = self.said, True
        self._draw_sentence(surface, place, line, text, raised)

    def _settled(self, view: CalibrateView) -> str:
        """Return the number by the limb, and keep the numbers, no newer than can be read."""
        step = view.step
        if step is None:
            return ""
        key = (step.kind, step.index, step.setting, step.handle, len(step.tops), step.measuring)
        if self._read is None or self._read[0] != key or view.t - self._read_at >= _READ_S:
            by_limb = said_by_the_limb(view, locked=self._locked)
            self._read = key, numbers(self._around, step), by_limb
            self._read_at = view.t
        return self._read[2]

    def _draw_sentence(
        self, surface: pygame.Surface, place: DeskPlace, line: pygame.Rect, text: str, raised: bool
    ) -> None:
        """Write the sentence for the person; what is said to them now rises a step."""
        of = place.sizes
        fill_box(
            surface, line, place.radius, place.palette.raised if raised else place.palette.panel
        )
        box = line.inflate(-2 * of.pad_px, 0)
        taken = say(surface, text, box, of.words_px, place.palette.ink, across=0.5)
        if raised:
            dot = taken.left - 0.62 * of.words_px, float(line.centery)
            paint.fill(surface, [shapes.disc(dot, 0.2 * of.words_px)], place.palette.sand)
