"""Pain has risen: it is said kindly that this is information, and that all is smaller from here."""

import pygame

from feedback.intent import Intent
from ui.layout import Layout
from ui.patient.flow import Passage, draw_flow, height_of
from ui.patient.frame import large_px
from ui.patient.screen import Option, PatientScreen, PatientView
from ui.view import Choices
from ui.widgets.box import fill_box


class Rose(PatientScreen):
    """Kind words, and two ways: on, smaller; or to stop."""

    def title(self, view: PatientView) -> str:
        """Return the text of the title."""
        return view.tr("rose.title")

    def options(self, view: PatientView) -> tuple[Option, ...]:
        """Return on, and stop."""
        return (
            Option("on", view.tr("rose.on"), Intent.NEXT, view.tr("keys.name.enter")),
            Option("stop", view.tr("rose.stop"), Intent.STOP, "S"),
        )

    def looks(self, view: PatientView) -> tuple[object, ...]:
        """Return nothing: it always says the same."""
        return ()

    def draw_body(
        self,
        surface: pygame.Surface,
        body: pygame.Rect,
        place: Layout,
        view: PatientView,
        choices: Choices,
    ) -> None:
        """Write the kind words on a panel of their own."""
        palette, unit = place.palette, place.unit
        passages = (
            Passage(view.tr("rose.say"), large_px(place), palette.ink, after_px=round(3 * unit)),
            Passage(view.tr("rose.more"), place.title_px, palette.soft),
        )
        pad_x, pad_y = round(5 * unit), round(4 * unit)
        tall = height_of(passages, body.width - 2 * pad_x) + 2 * pad_y
        panel = pygame.Rect(body.left, body.top, body.width, min(body.height, tall))
        panel.top += round(0.35 * (body.height - panel.height))
        fill_box(surface, panel, place.radius, palette.panel)
        inner = panel.inflate(-2 * pad_x, -2 * pad_y)
        draw_flow(surface, inner, passages, down=0.5)
