"""Short cards to read, one at a time, each with its source."""

import pygame

from ui.home.asked import Go, HomeAsked
from ui.home.screen import HomeScreen, back_home
from ui.layout import Layout
from ui.patient.flow import Passage, draw_flow
from ui.patient.frame import large_px
from ui.patient.screen import Option, PatientView
from ui.text import line_height
from ui.typed import say
from ui.view import Choices
from ui.widgets.box import fill_box

CARDS = (
    *("alarm", "pacing", "breath", "setback", "sleep"),
    *("moving", "stress", "small-steps", "energy", "breath-soft"),
)
"""The cards in the order in which they are shown, round and round."""

# Of the body's height, the most that the source takes.
_SOURCE_SHARE = 0.2


class Card(HomeScreen):
    """One card; what is written on it is all there is to do."""

    @property
    def _card(self) -> str:
        return CARDS[self.at.card % len(CARDS)]

    def title(self, view: PatientView) -> str:
        """Return what it is about."""
        return view.tr(f"card.{self._card}-title")

    def options(self, view: PatientView) -> tuple[Option, ...]:
        """Return back, and another card."""
        return back_home(view), Option("another", view.tr("home.another-card"), again=True)

    def asks(self, id: str) -> HomeAsked | None:
        """Return where an option leads."""
        return Go("card") if id == "another" else super().asks(id)

    def draw_body(
        self,
        surface: pygame.Surface,
        body: pygame.Rect,
        place: Layout,
        view: PatientView,
        choices: Choices,
    ) -> None:
        """Draw what it says, and where that is from."""
        palette, unit = place.palette, place.unit
        source = view.tr("home.source", source=view.tr(f"card.{self._card}-source"))
        foot_height = min(2 * line_height(place.aside_px), round(_SOURCE_SHARE * body.height))
        foot = pygame.Rect(body.left, body.bottom - foot_height, body.width, foot_height)
        pad_x, pad_y = round(3.6 * unit), round(3.2 * unit)
        panel = pygame.Rect(body.topleft, (body.width, foot.top - round(2 * unit) - body.top))
        fill_box(surface, panel, place.radius, palette.panel)
        inner = panel.inflate(-2 * pad_x, -2 * pad_y)
        words = [Passage(view.tr(f"card.{self._card}"), large_px(place), palette.ink)]
        draw_flow(surface, inner, words, down=0.42)
        say(surface, source, foot, place.aside_px, palette.soft, down=0.0)
