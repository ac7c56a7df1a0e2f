"""The signs to stop at, in plain words, before anything is moved."""

import pygame

from feedback.said import SIGNS, SignNamed
from ui.layout import Layout
from ui.patient.cards import card_px, draw_card, grid
from ui.patient.screen import Option, PatientScreen, PatientView, usual_options
from ui.view import Choices


class Signs(PatientScreen):
    """Five signs, each of which can be named; that nothing of it is there is the way on."""

    def title(self, view: PatientView) -> str:
        """Return the text of the title."""
        return view.tr("signs.title")

    def first_focus(self, view: PatientView) -> str | None:
        """Return the way on."""
        return "on"

    def options(self, view: PatientView) -> tuple[Option, ...]:
        """Return the way on, the signs, and the rest of the foot."""
        named = view.moment.said.signs
        on, *rest = usual_options(view, "on.next" if named else "signs.none")
        return (on, *sign_options(view), *rest)

    def looks(self, view: PatientView) -> tuple[object, ...]:
        """Return which were named."""
        return view.moment.said.signs

    def draw_body(
        self,
        surface: pygame.Surface,
        body: pygame.Rect,
        place: Layout,
        view: PatientView,
        choices: Choices,
    ) -> None:
        """Draw the signs, one under another."""
        draw_signs(self, surface, body, place, view, down=0.35)


def sign_options(view: PatientView) -> tuple[Option, ...]:
    """Return the signs; one that was named is taken back by it."""
    named = view.moment.said.signs
    return tuple(
        Option(sign, view.tr(f"signs.{sign}"), SignNamed(sign, sign not in named), at="body")
        for sign in SIGNS
    )


def draw_signs(
    screen: PatientScreen,
    surface: pygame.Surface,
    room: pygame.Rect,
    place: Layout,
    view: PatientView,
    *,
    down: float = 0.0,
) -> None:
    """Draw the signs one under another in `room`, and tell `screen` where they are."""
    named = view.moment.said.signs
    lit, focus = screen.lit(view), screen.ringed(view)
    boxes = grid(room, place, len(SIGNS), 1, highest=13, down=down)
    texts = [(view.tr(f"signs.{sign}"), "") for sign in SIGNS]
    px = card_px(texts, boxes, place, place.title_px)
    for sign, box in zip(SIGNS, boxes, strict=True):
        screen.boxes[sign] = box
        draw_card(
            surface,
            place,
            box,
            view.tr(f"signs.{sign}"),
            px=px,
            chosen=sign in named,
            focused=focus == sign,
            lit=lit == sign,
        )
