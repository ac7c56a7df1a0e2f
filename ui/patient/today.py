"""Today's choice: as usual, smaller, two minutes, or a flare day."""

import pygame

from feedback.intent import Intent
from feedback.said import DAYS, Asked, DayChosen
from ui.layout import Layout
from ui.patient.cards import card_px, draw_card, grid
from ui.patient.flow import Passage, draw_flow, height_of
from ui.patient.screen import Option, PatientScreen, PatientView, usual_options
from ui.view import Choices


class Today(PatientScreen):
    """The goal in the person's own words, and four choices, none of them less than another.

    The arrows choose at once. Enter goes on from the one that is chosen, and chooses another.
    """

    def title(self, view: PatientView) -> str:
        """Return the text of the title."""
        return view.tr("today.title")

    def first_focus(self, view: PatientView) -> str | None:
        """Return what is chosen."""
        return view.moment.said.day

    def options(self, view: PatientView) -> tuple[Option, ...]:
        """Return the way on, the four choices, and the rest of the foot."""
        chosen = view.moment.said.day
        on, *rest = usual_options(view)
        days = (
            Option(
                day,
                view.tr(f"today.{day}"),
                Intent.NEXT if day == chosen else DayChosen(day),
                at="body",
            )
            for day in DAYS
        )
        return (on, *days, *rest)

    def turn(self, focus: str, by: int, view: PatientView) -> Asked | None:
        """Choose the one beside."""
        at = next((i for i, day in enumerate(DAYS) if day == focus), None)
        if at is None:
            return None
        day = DAYS[(at + by) % len(DAYS)]
        self.focus = day
        return None if day == view.moment.said.day else DayChosen(day)

    def looks(self, view: PatientView) -> tuple[object, ...]:
        """Return the goal and the choice."""
        return view.moment.goal, view.moment.said.day

    def draw_body(
        self,
        surface: pygame.Surface,
        body: pygame.Rect,
        place: Layout,
        view: PatientView,
        choices: Choices,
    ) -> None:
        """Draw the goal and the four choices."""
        lit, focus, chosen = self.lit(view), self.ringed(view), view.moment.said.day
        room = body.copy()
        if view.moment.goal:
            room = _draw_goal(surface, body, place, view)
        boxes = grid(room, place, len(DAYS), 2, highest=26, down=0.35)
        texts = [(view.tr(f"today.{day}"), view.tr(f"today.{day}-more")) for day in DAYS]
        px = card_px(texts, boxes, place, place.title_px)
        for day, box, (words, more) in zip(DAYS, boxes, texts, strict=True):
            self.boxes[day] = box
            draw_card(
                surface,
                place,
                box,
                words,
                px=px,
                more=more,
                chosen=day == chosen,
                focused=focus == day,
                lit=lit == day,
            )


def _draw_goal(
    surface: pygame.Surface, body: pygame.Rect, place: Layout, view: PatientView
) -> pygame.Rect:
    """Write the goal, and return the room that is left under it."""
    palette = place.palette
    passages = (
        Passage(view.tr("today.goal"), place.words_px, palette.soft, after_px=round(place.unit)),
        Passage(view.moment.goal, place.title_px, palette.ink, "Medium"),
    )
    height = min(height_of(passages, body.width), round(0.36 * body.height))
    draw_flow(surface, pygame.Rect(body.topleft, (body.width, height)), passages)
    top = body.top + height + round(3 * place.unit)
    return pygame.Rect(body.left, top, body.width, body.bottom - top)
