"""After a movement: easier, the same, or a little more than at other times."""

from typing import get_args

import pygame

from feedback.outcome import Answer
from feedback.said import Compared
from ui.layout import Layout
from ui.patient.cards import card_px, draw_card, grid
from ui.patient.flow import Passage, draw_flow
from ui.patient.frame import large_px
from ui.patient.screen import Option, PatientScreen, PatientView, usual_options
from ui.view import Choices
from words.tr import tr

ANSWERS: tuple[Answer, ...] = get_args(Answer)


class Comparing(PatientScreen):
    """Three answers of one weight; going on without any is as welcome."""

    on_is_strong = False

    def title(self, view: PatientView) -> str:
        """Return the movement's title."""
        step = view.moment.step
        return "" if step is None else tr(step.exercise.title, view.language).partition(", ")[0]

    def first_focus(self, view: PatientView) -> str | None:
        """Return the answer in the middle."""
        return "same"

    def options(self, view: PatientView) -> tuple[Option, ...]:
        """Return the way on without an answer, the answers, and the rest of the foot."""
        on, *rest = usual_options(view, "comparing.skip", pain=True, enter=False)
        answers = (
            Option(answer, view.tr(f"comparing.{answer}"), Compared(answer), at="body")
            for answer in ANSWERS
        )
        return (on, *answers, *rest)

    def looks(self, view: PatientView) -> tuple[object, ...]:
        """Return the movement's title."""
        return (self.title(view),)

    def draw_body(
        self,
        surface: pygame.Surface,
        body: pygame.Rect,
        place: Layout,
        view: PatientView,
        choices: Choices,
    ) -> None:
        """Draw the question and the three answers beside one another."""
        lit, focus = self.lit(view), self.ringed(view)
        asked_px = min(place.title_px, large_px(place))
        words = Passage(view.tr("comparing.title"), asked_px, place.palette.soft)
        upper = pygame.Rect(body.left, body.top, body.width, body.height // 3)
        taken = draw_flow(surface, upper, [words])
        top = taken.bottom + round(3 * place.unit)
        height = min(body.bottom - top, round(30 * place.unit))
        spare = body.bottom - top - height
        room = pygame.Rect(body.left, top + round(0.3 * spare), body.width, height)
        boxes = grid(room, place, len(ANSWERS), len(ANSWERS), highest=30)
        texts = [(view.tr(f"comparing.{answer}"), "") for answer in ANSWERS]
        px = card_px(texts, boxes, place, large_px(place))
        for answer, box in zip(ANSWERS, boxes, strict=True):
            self.boxes[answer] = box
            draw_card(
                surface,
                place,
                box,
                view.tr(f"comparing.{answer}"),
                px=px,
                focused=focus == answer,
                lit=lit == answer,
            )
