"""Stopping now: what to do, in plain words, and whom to call."""

from dataclasses import replace

import pygame

from feedback.intent import Intent
from ui.layout import Layout
from ui.patient.flow import Passage, draw_flow
from ui.patient.screen import Option, PatientScreen, PatientView, back_option
from ui.patient.signs import draw_signs, sign_options
from ui.text import line_height
from ui.typed import say, width_of
from ui.view import Choices
from ui.widgets.box import fill_box

# Of the width, what to do; the signs have the rest. Of the panel's height, the clinic's number.
_WORDS_SHARE, _CLINIC_SHARE = 0.5, 0.3


class Stop(PatientScreen):
    """What to do beside the signs that can be named; ending here keeps all that was done."""

    def title(self, view: PatientView) -> str:
        """Return the text of the title."""
        return view.tr("stop.title")

    def first_focus(self, view: PatientView) -> str | None:
        """Return the way to the end."""
        return "on"

    def options(self, view: PatientView) -> tuple[Option, ...]:
        """Return the end, the signs, and the way back."""
        return (
            Option("on", view.tr("stop.end"), Intent.NEXT, view.tr("keys.name.enter")),
            *sign_options(view),
            replace(back_option(view), label=view.tr("stop.back")),
        )

    def looks(self, view: PatientView) -> tuple[object, ...]:
        """Return which signs were named, and the clinic's number."""
        return (view.clinic_number, *view.moment.said.signs)

    def draw_body(
        self,
        surface: pygame.Surface,
        body: pygame.Rect,
        place: Layout,
        view: PatientView,
        choices: Choices,
    ) -> None:
        """Draw what to do at the left and the signs at the right."""
        gap = round(3 * place.unit)
        wide = round(body.width * _WORDS_SHARE)
        panel = pygame.Rect(body.left, body.top, wide, body.height)
        fill_box(surface, panel, place.radius, place.palette.panel)
        pad = round(3 * place.unit)
        _draw_words(surface, panel.inflate(-2 * pad, -2 * round(2 * place.unit)), place, view)
        left = panel.right + gap
        heading = pygame.Rect(left, body.top, body.right - left, line_height(place.words_px))
        said = view.tr("stop.signs")
        say(surface, said, heading, place.words_px, place.palette.soft)
        top = heading.bottom + round(1.2 * place.unit)
        room = pygame.Rect(left, top, heading.width, body.bottom - top)
        draw_signs(self, surface, room, place, view)


def _draw_words(
    surface: pygame.Surface, inner: pygame.Rect, place: Layout, view: PatientView
) -> None:
    palette, unit = place.palette, place.unit
    gap = round(2 * unit)
    passages = [
        Passage(view.tr("stop.sit"), place.title_px, palette.ink, "Medium", gap),
        Passage(view.tr("stop.emergency"), place.title_px, palette.ink, after_px=gap),
    ]
    if not view.clinic_number:
        passages.append(Passage(view.tr("stop.clinic-unknown"), place.title_px, palette.soft))
        draw_flow(surface, inner, passages, down=0.25)
        return
    foot = round(inner.height * _CLINIC_SHARE)
    upper = pygame.Rect(inner.left, inner.top, inner.width, inner.height - foot - gap)
    draw_flow(surface, upper, passages, down=0.25)
    lower = pygame.Rect(inner.left, inner.bottom - foot, inner.width, foot)
    number_px = round(1.7 * place.title_px)
    # A number is read at a glance on one line.
    while number_px > 12 and width_of(view.clinic_number, number_px, "Medium") > inner.width:
        number_px -= 1
    clinic = (
        Passage(view.tr("stop.clinic"), place.words_px, palette.soft, after_px=round(0.4 * unit)),
        Passage(view.clinic_number, number_px, palette.ink, "Medium"),
    )
    draw_flow(surface, lower, clinic, down=1.0)
