"""Hands on the belly, at the end: what is different now?"""

from dataclasses import replace

import pygame

from exercises.easing import ease
from exercises.keyframes import base_posture
from figure.joint_angles import JointAngles
from ui import guide
from ui.layout import Layout
from ui.paint import Drawing
from ui.patient import glow
from ui.patient.beside import Words, draw_panel, halves
from ui.patient.postures import BodyScreen
from ui.patient.screen import PatientView
from ui.view import Choices

# Room about the body in its panel, in units.
_PAD = 4.0
# The warmth under the hands: how opaque it is emptied and filled, and how much it grows with the
# breath (defaults of ours).
_EMPTIED, _FILLED, _GROWS = 0.10, 0.46, 0.30


class HandsScreen(BodyScreen):
    """Draws a body whose hands rest on its belly, breathing."""

    timed = True

    def __init__(self) -> None:
        super().__init__()
        self._words = Words()

    def enter(self, view: PatientView) -> None:
        """Come up anew, with nothing left of what was said the last time."""
        super().enter(view)
        self._words = Words()

    def title(self, view: PatientView) -> str:
        """Return the title."""
        return view.tr("hands.title")

    def draw_body(
        self,
        surface: pygame.Surface,
        body: pygame.Rect,
        place: Layout,
        view: PatientView,
        choices: Choices,
    ) -> None:
        """Draw the body, and the question beside it."""
        where = halves(body, place)
        draw_panel(surface, place, where.panel)
        self._draw_breathing(surface, where.panel, place, view, choices)
        under = view.tr("notice.paused" if view.moment.paused else "hands.words")
        self._words.draw(surface, where.words, place, (view.tr("hands.different"), under), view.t)

    def _draw_breathing(
        self,
        surface: pygame.Surface,
        panel: pygame.Rect,
        place: Layout,
        view: PatientView,
        choices: Choices,
    ) -> None:
        exercise = self.with_hands_on_belly(view)
        fullness = view.moment.breath.fullness
        # Where motion is reduced the body is still, and only the warmth fades in and out.
        angles = _filled(base_posture(exercise), 0.5 if choices.reduced_motion else fullness)
        inner = panel.inflate(*2 * [-round(2 * _PAD * place.unit)])
        body = guide.posed(inner, exercise, angles, 0.0)
        drawing = Drawing(surface)
        tones = guide.tones(place.palette)
        guide.draw_posed(drawing, place.palette, exercise, body, tones)
        grown = 1.0 if choices.reduced_motion else 1.0 + _GROWS * fullness
        warmth = glow.lit("belly", body.placed).grown(grown)
        strength = _EMPTIED + (_FILLED - _EMPTIED) * ease(fullness)
        glow.draw(drawing, panel, warmth, place.palette.ink, strength)
        drawing.finish()


def _filled(angles: JointAngles, fullness: float) -> JointAngles:
    """Return a posture with so full a breath in it."""
    return replace(angles, breath=fullness)
