"""The panel beside the person: the breath, the guide that moves with it, and the petals."""

import pygame

from exercises.exercise import Exercise
from exercises.keyframes import keyframes
from figure.joint_angles import JointAngles
from ui import body, breath, guide, petals
from ui.changing import Changing
from ui.easing import Glides
from ui.layout import Layout
from ui.mirror import shown_part
from ui.paint import Drawing
from ui.text import fitted, write
from ui.theme import INK
from ui.view import Choices, PracticeView
from words.tr import tr

# The guide looks a little toward us in a side view, so that both arms and legs are told apart.
_SIDEWAYS_DEG = 78.0
# The person counts as looking the other way once they look this far (see `body.facing`).
_TURNED = 0.25
# Size of the word of the breath in that of other words, and how much of it may be given up.
_WORD_SHARE, _LEAST_WORD_SHARE = 1.12, 0.72


class SidePanel:
    """Draws the breath, the guide and the petals."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._word = Changing("")
        self._posture: Changing[tuple[str, int, str | None]] | None = None
        self._looks = 1.0

    def draw(
        self,
        surface: pygame.Surface,
        place: Layout,
        view: PracticeView,
        choices: Choices,
        glides: Glides,
    ) -> None:
        """Draw the panel's contents."""
        drawing = Drawing(surface)
        word_box = _draw_breath(drawing, place, view, choices)
        if place.guide is not None:
            self._draw_guide(drawing, place.guide, place, view, choices, glides)
        counts = petals.groups(view.exercise, view.feedback.repetitions, view.planned)
        petals.draw(drawing, place.petals, counts, glides, view.t)
        drawing.finish()
        size = round(place.words_px * _WORD_SHARE)
        word = self._word.to(self._said(view.feedback.breath.breath, word_box, size), view.t)
        write(
            surface,
            word.what,
            word_box,
            size,
            INK,
            weight="Medium",
            across=0.5,
            opacity=word.opacity,
        )

    def _said(self, breath: str, box: pygame.Rect, size: int) -> str:
        """Return the breath's word; a shorter one where the type is too large for the whole."""
        whole = tr(f"breath.{breath}", self._language)
        setting = fitted(whole, size, *box.size, "Medium")
        fits = setting.size_px > _LEAST_WORD_SHARE * size
        return whole if fits else tr(f"breath.short.{breath}", self._language)

    def _draw_guide(
        self,
        drawing: Drawing,
        box: pygame.Rect,
        place: Layout,
        view: PracticeView,
        choices: Choices,
        glides: Glides,
    ) -> None:
        exercise = view.exercise
        turn = self._turn(place, view, glides) if exercise.view == "side" else 0.0
        if not choices.reduced_motion:
            guide.draw(drawing, box, exercise, view.feedback.guide, turn)
            return
        key = (exercise.id, view.feedback.phase, view.feedback.side)
        if self._posture is None:
            self._posture = Changing(key)
        shown = self._posture.to(key, view.t)
        posture = _end_of_phase(exercise, shown.what, view.feedback.guide)
        guide.draw(drawing, box, exercise, posture, turn, shown.opacity)

    def _turn(self, place: Layout, view: PracticeView, glides: Glides) -> float:
        """Return how far the guide is turned, so that it looks where the person looks."""
        if view.pose is not None:
            seen = body.seen_body(view.pose, shown_part(view, place.picture), place.picture)
            looks = body.facing(seen)
            if abs(looks) > _TURNED:
                self._looks = 1.0 if looks > 0 else -1.0
        return _SIDEWAYS_DEG * glides.to("guide.looks", self._looks, view.t, over_s=0.6)


def _draw_breath(
    drawing: Drawing, place: Layout, view: PracticeView, choices: Choices
) -> pygame.Rect:
    """Draw the breath's shape and return the place of its word."""
    phase, still = view.feedback.breath, choices.reduced_motion
    if choices.breath == "circle":
        breath.draw_circle(drawing, place.breath, phase, place.unit, still)
        return breath.reach(place.breath, place.unit).words
    breath.draw_wave(drawing, place.breath, phase, place.unit, still)
    return breath.wave_words(place.breath)


def _end_of_phase(
    exercise: Exercise, key: tuple[str, int, str | None], now: JointAngles
) -> JointAngles:
    """Return the posture in which a phase ends; the one of `now` for another movement's phase."""
    movement, phase, side = key
    if movement != exercise.id:
        return now
    return keyframes(exercise, side == "right")[phase]
