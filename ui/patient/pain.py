"""Pain, at any time."""

import pygame

from feedback.intent import Intent
from feedback.said import Scaled
from ui.layout import Layout
from ui.patient.rating import RatingScreen
from ui.patient.screen import Option, PatientView
from ui.text import line_height
from ui.typed import say
from ui.view import Choices


class Pain(RatingScreen):
    """One slider, which going on closes."""

    def __init__(self) -> None:
        super().__init__("pain.title", ("pain",), "before")

    def value(self, what: Scaled, view: PatientView) -> int | None:
        """Return the pain as it is being said."""
        return view.moment.pain

    def foot(self, view: PatientView) -> tuple[Option, ...]:
        """Return on and stop: one goes back to where one was."""
        return (
            Option("on", view.tr("pain.on"), Intent.NEXT, view.tr("keys.name.enter")),
            Option("stop", view.tr("on.stop"), Intent.STOP, "S"),
        )

    def draw_body(
        self,
        surface: pygame.Surface,
        body: pygame.Rect,
        place: Layout,
        view: PatientView,
        choices: Choices,
    ) -> None:
        """Draw the slider, under a kind word."""
        height = 2 * line_height(place.title_px)
        words = pygame.Rect(body.left, body.top, body.width, min(height, body.height // 3))
        said = view.tr("pain.say")
        taken = say(surface, said, words, place.title_px, place.palette.soft, down=0.0)
        top = taken.bottom + round(2 * place.unit)
        rest = pygame.Rect(body.left, top, body.width, body.bottom - top)
        super().draw_body(surface, rest, place, view, choices)
