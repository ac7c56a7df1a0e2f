"""The guide as it is shown: looking the way the person looks, and still where motion is reduced."""

import pygame

from exercises.exercise import Exercise
from exercises.keyframes import keyframes
from figure.joint_angles import JointAngles
from ui import body, guide
from ui.changing import Changing
from ui.easing import Glides
from ui.layout import Layout
from ui.mirror import shown_part
from ui.paint import Drawing
from ui.view import Choices, PracticeView

# The guide looks a little toward us in a side view, so that both arms and legs are told apart.
_SIDEWAYS_DEG = 78.0
# The person counts as looking the other way once they look this far (see `body.facing`).
_TURNED = 0.25


class ShownGuide:
    """Draws the guide; keeps which way it looks, and which posture gives way to which."""

    def __init__(self) -> None:
        self._posture: Changing[tuple[str, int, str | None]] | None = None
        self._looks = 1.0

    def draw(
        self,
        drawing: Drawing,
        box: pygame.Rect,
        place: Layout,
        view: PracticeView,
        choices: Choices,
        glides: Glides,
    ) -> None:
        """Draw the guide within `box`."""
        exercise = view.exercise
        turn = self._turn(place, view, glides) if exercise.view == "side" else 0.0
        # From the side it looks where the person looks, and there is no other way about.
        mirrored = choices.guide_mirrored or exercise.view == "side"
        if not choices.reduced_motion:
            posture, opacity = view.feedback.guide, 1.0
        else:
            posture, opacity = self._still(exercise, view)
        guide.draw(drawing, place.palette, box, exercise, posture, turn, opacity, mirrored=mirrored)

    def _still(self, exercise: Exercise, view: PracticeView) -> tuple[JointAngles, float]:
        """Return the posture in which the phase ends, and how far it has come up."""
        key = (exercise.id, view.feedback.phase, view.feedback.side)
        if self._posture is None:
            self._posture = Changing(key)
        shown = self._posture.to(key, view.t)
        return _end_of_phase(exercise, shown.what, view.feedback.guide), shown.opacity

    def _turn(self, place: Layout, view: PracticeView, glides: Glides) -> float:
        """Return how far the guide is turned, so that it looks where the person looks."""
        if view.pose is not None:
            seen = body.seen_body(view.pose, shown_part(view, place.picture), place.picture)
            looks = body.facing(seen)
            if abs(looks) > _TURNED:
                self._looks = 1.0 if looks > 0 else -1.0
        return _SIDEWAYS_DEG * glides.to("guide.looks", self._looks, view.t, over_s=0.6)


def _end_of_phase(
    exercise: Exercise, key: tuple[str, int, str | None], now: JointAngles
) -> JointAngles:
    """Return the posture in which a phase ends; the one of `now` for another movement's phase."""
    movement, phase, side = key
    if movement != exercise.id:
        return now
    return keyframes(exercise, side == "right")[phase]
