"""The diary of one day: what can be noted, none of it asked for."""

import pygame

from ui.home.asked import AsBefore, Go, HomeAsked, Noted, OpenDay, Where
from ui.home.dates import day_words
from ui.home.entries import FELT, PARTS, Part, rated, text_of
from ui.home.screen import HomeScreen, back_home, write_under
from ui.layout import Layout
from ui.patient.cards import card_px, draw_card, grid
from ui.patient.flow import Passage, draw_flow
from ui.patient.frame import draw_ring
from ui.patient.scale import draw_mark
from ui.patient.screen import Option, PatientView
from ui.typed import one_line
from ui.view import Choices
from ui.widgets.box import fill_box

NAMES: dict[Part, str] = {
    "symptoms": "home.symptoms",
    "triggers": "home.triggers",
    "tried": "home.tried",
    "helped": "home.helped",
    "early-signs": "home.early-signs",
    "words": "home.words",
}
"""The id of what each part is called."""

# What is written is set in this share of a card's type.
_MORE_SHARE = 0.76


class Diary(HomeScreen):
    """A card for everything that can be noted; it is kept when one goes on."""

    def title(self, view: PatientView) -> str:
        """Return which day it is."""
        day = self.at.note.day
        words = day_words(day, view.language)
        return view.tr("home.diary-today", day=words) if day == self.at.today else words

    def options(self, view: PatientView) -> tuple[Option, ...]:
        """Return the way home, the cards, other days, and what was changed put back."""
        tr = view.tr
        if not self.at.may_keep:
            return (back_home(view),)
        later = self.at.note.day < self.at.today
        return (
            Option("back", tr("home.diary-done"), key=tr("keys.name.escape")),
            Option("feelings", tr("home.feelings"), at="body"),
            *(Option(part, tr(NAMES[part]), at="body") for part in PARTS),
            Option("flare", tr("home.flare"), at="body"),
            Option("before", tr("home.day-before")),
            *((Option("after", tr("home.day-after")),) if later else ()),
            *((Option("as-before", tr("home.as-before")),) if self.at.changed else ()),
        )

    def asks(self, id: str) -> HomeAsked | None:
        """Return where an option leads, or what it notes."""
        day, note = self.at.note.day, self.at.note
        places: dict[str, Where] = {"feelings": "feelings", **{part: part for part in PARTS}}
        if id in places:
            return Go(places[id])
        if id == "flare":
            return Noted(note.model_copy(update={"flare": not note.flare}))
        if id in ("before", "after"):
            ordinal = day.toordinal() + (1 if id == "after" else -1)
            return OpenDay(day.fromordinal(max(ordinal, 1)))
        return AsBefore() if id == "as-before" else super().asks(id)

    def draw_body(
        self,
        surface: pygame.Surface,
        body: pygame.Rect,
        place: Layout,
        view: PatientView,
        choices: Choices,
    ) -> None:
        """Draw the cards; or why nothing is kept."""
        if not self.at.may_keep:
            _draw_not_agreed(surface, body, place, view)
            return
        cards = [option for option in self.options(view) if option.at == "body"]
        columns = 3 if body.width > 1.9 * body.height else 2
        room = write_under(surface, body, place, view.tr(self.said) if self.said else "")
        boxes = grid(room, place, len(cards), columns, highest=21, down=0.3)
        px = card_px([(card.label, "") for card in cards], boxes, place, place.title_px)
        lit, focus = self.lit(view), self.ringed(view)
        for card, box in zip(cards, boxes, strict=True):
            self.boxes[card.id] = box
            ringed = (focus == card.id, lit == card.id)
            if card.id == "flare":
                chosen, (focused, is_lit) = self._says("flare"), ringed
                draw_card(
                    surface,
                    place,
                    box,
                    card.label,
                    px=px,
                    chosen=chosen,
                    focused=focused,
                    lit=is_lit,
                )
            else:
                self._draw_part(surface, place, box, card, px, *ringed)

    def _draw_part(
        self,
        surface: pygame.Surface,
        place: Layout,
        box: pygame.Rect,
        card: Option,
        px: int,
        focused: bool,
        lit: bool,
    ) -> None:
        """Draw the card of a part: a little brighter where something is noted, else unmarked."""
        palette = place.palette
        noted = self._says(card.id)
        colour = palette.water if lit else palette.strong if noted else palette.panel
        fill_box(surface, box, min(place.radius, box.height / 2), colour)
        inner = box.inflate(-2 * round(2.4 * place.unit), -2 * round(0.6 * place.unit))
        if noted:  # seen by its shape and not its colour alone
            mark = 0.22 * px
            draw_mark(surface, place, (inner.right - mark, inner.centery), mark, full=True)
        inner.width -= px
        more = round(_MORE_SHARE * px)
        told = one_line(self._told(card.id), more, inner.width) if box.height > 3 * px else ""
        passages = (
            Passage(card.label, px, palette.ink, "Medium", round(0.3 * place.unit)),
            Passage(told, more, palette.ink),
        )
        draw_flow(surface, inner, passages, down=0.5)
        radius = min(place.radius, box.height / 2)
        draw_ring(surface, place, box, focused=focused, lit=lit, radius=radius)

    def _told(self, id: str) -> str:
        """Return what is written in a part."""
        return next((text_of(self.at.note, part) for part in PARTS if part == id), "")

    def _says(self, id: str) -> bool:
        """Return whether something is noted on a card."""
        note = self.at.note
        if id == "feelings":
            return any(rated(note, what) is not None for what in FELT)
        return note.flare if id == "flare" else bool(self._told(id))


def _draw_not_agreed(
    surface: pygame.Surface, body: pygame.Rect, place: Layout, view: PatientView
) -> None:
    """Say that nothing is kept of somebody who did not agree to that."""
    pad = round(3.2 * place.unit)
    passages = [Passage(view.tr("home.diary-not-agreed"), place.title_px, place.palette.ink)]
    panel = pygame.Rect(body.topleft, (body.width, min(body.height, round(36 * place.unit))))
    fill_box(surface, panel, place.radius, place.palette.panel)
    draw_flow(surface, panel.inflate(-2 * pad, -2 * pad), passages, down=0.5)
