"""Arriving before moving: a few slow lines, a light going through the body, or three breaths."""

import pygame

from exercises.easing import ease
from exercises.exercise import Exercise
from exercises.keyframes import base_posture
from feedback.grounding import LINES, SECONDS, Grounded
from ui import body as seen_as
from ui import guide
from ui.breathing import Breathing
from ui.flat_body import Placed
from ui.layout import Layout
from ui.paint import Drawing
from ui.patient import glow
from ui.patient.beside import Words, above_line, draw_along, draw_panel, halves
from ui.patient.glow import Lit
from ui.patient.postures import BodyScreen
from ui.patient.screen import PatientView
from ui.view import Choices

# Room about the breath and about the body in their panel, in units; the size of the breath's word.
_BREATH_PAD, _BODY_PAD, _WORD = 3.0, 4.0, 1.3
# How long the light takes from one part of the body to the next, and how strong it is with an
# empty and with a full breath (defaults of ours).
_GLIDE_S = 2.0
_EMPTIED, _FILLED = 0.74, 0.95


class GroundingScreen(BodyScreen):
    """Draws the three ways of arriving."""

    timed = True

    def __init__(self) -> None:
        super().__init__()
        self._words = Words()
        self._breathing = Breathing()

    def enter(self, view: PatientView) -> None:
        """Come up anew, with nothing left of what was said the last time."""
        super().enter(view)
        self._words = Words()
        self._breathing = Breathing()

    def title(self, view: PatientView) -> str:
        """Return the title."""
        return view.tr("grounding.title")

    def draw_body(
        self,
        surface: pygame.Surface,
        body: pygame.Rect,
        place: Layout,
        view: PatientView,
        choices: Choices,
    ) -> None:
        """Draw what is felt or breathed, the words beside it, and how far it is."""
        now = view.moment.grounded
        if now is None:
            return
        where = halves(body, place)
        draw_panel(surface, place, where.panel)
        if now.way == "scan":
            self._draw_scan(surface, where.panel, place, view, now, choices)
        else:
            inner = where.panel.inflate(*2 * [-round(2 * _BREATH_PAD * place.unit)])
            self._breathing.draw(
                surface, place, inner, now.breath, choices, view.language, view.t, share=_WORD
            )
        under = "notice.paused" if view.moment.paused else f"grounding.{now.way}"
        said = view.tr(f"grounding.{now.way}-{now.line}"), view.tr(under)
        self._words.draw(surface, above_line(where.words, place), place, said, view.t)
        draw_along(surface, place, where.words, (now.row + now.share) / len(LINES[now.way]))

    def _draw_scan(
        self,
        surface: pygame.Surface,
        panel: pygame.Rect,
        place: Layout,
        view: PatientView,
        now: Grounded,
        choices: Choices,
    ) -> None:
        exercise = self.at_rest(view)
        posed = _at_rest(panel.inflate(*2 * [-round(2 * _BODY_PAD * place.unit)]), exercise)
        drawing = Drawing(surface)
        tones = seen_as.tones(place.palette)
        guide.draw_posed(drawing, place.palette, exercise, posed, tones)
        strength = _EMPTIED + (_FILLED - _EMPTIED) * now.breath.fullness
        for light, share in lights(now, posed.placed, fading=choices.reduced_motion):
            glow.draw(drawing, panel, light, place.palette.sand, strength * share)
        drawing.finish()


def lights(now: Grounded, body: Placed, *, fading: bool) -> list[tuple[Lit, float]]:
    """Return the lights on the body at a moment of the scan, each with how strong it is (0–1).

    Parameters
    ----------
    fading
        Let the light fade from part to part, instead of gliding there.
    """
    here = glow.lit(now.line, body)
    if not now.row:
        return [(here, 1.0)]
    before = glow.lit(LINES[now.way][now.row - 1], body)
    gone = ease(min(now.share * SECONDS[now.way] / _GLIDE_S, 1.0))
    return [(before, 1 - gone), (here, gone)] if fading else [(before.toward(here, gone), 1.0)]


def _at_rest(box: pygame.Rect, exercise: Exercise) -> guide.Posed:
    return guide.posed(box, exercise, base_posture(exercise), 0.0)
