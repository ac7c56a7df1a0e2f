"""A rest among the movements: a large picture of breathing, and a question to feel into."""

import pygame

from ui.breathing import Breathing
from ui.layout import Layout
from ui.patient.beside import Words, draw_panel, halves
from ui.patient.screen import Option, PatientScreen, PatientView, usual_options
from ui.view import Choices

# Room about the breath in its panel, in units; and the size of its word beside the usual.
_PAD, _WORD = 3.0, 1.3


class RestingScreen(PatientScreen):
    """Draws a rest. It ends by itself, or as soon as the person likes; Space lets it stand."""

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
        return view.tr("rest.title")

    def options(self, view: PatientView) -> tuple[Option, ...]:
        """Return what can be done: on, pain, stop; the first ends the rest."""
        return usual_options(view, "rest.on", pain=True)

    def draw_body(
        self,
        surface: pygame.Surface,
        body: pygame.Rect,
        place: Layout,
        view: PatientView,
        choices: Choices,
    ) -> None:
        """Draw the breath, and the question beside it."""
        step = view.moment.step
        phase = view.moment.breath if step is None else step.feedback.breath
        where = halves(body, place)
        draw_panel(surface, place, where.panel)
        inner = where.panel.inflate(*2 * [-round(2 * _PAD * place.unit)])
        self._breathing.draw(
            surface, place, inner, phase, choices, view.language, view.t, share=_WORD
        )
        question = "" if step is None else view.tr(step.exercise.prompt)
        words = view.tr(_words(view))
        said = (question or words, words if question else "")
        self._words.draw(surface, where.words, place, said, view.t)


def _words(view: PatientView) -> str:
    """Return the id of what is said of the rest itself."""
    if view.moment.paused:
        return "notice.paused"
    return "rest.words-sooner" if view.moment.said.tired else "rest.words"
