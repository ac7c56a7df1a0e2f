"""The end: what it was, without scores, and what changed inside, in quiet words."""

import pygame

from feedback.intent import Intent
from feedback.summing import Summed, summed
from ui.layout import Layout
from ui.patient.flow import Passage, draw_flow, height_of
from ui.patient.screen import Option, PatientScreen, PatientView, back_option
from ui.view import Choices
from ui.widgets.box import fill_box
from words.tr import tr


class Summary(PatientScreen):
    """What was moved and what was kind in it at the left, how it changed inside at the right."""

    def title(self, view: PatientView) -> str:
        """Return the text of the title."""
        return view.tr("summary.title")

    def options(self, view: PatientView) -> tuple[Option, ...]:
        """Return the end, and back."""
        stays = view.moment.said.stopped or view.moment.first
        return (
            Option("on", view.tr("summary.end"), Intent.NEXT, view.tr("keys.name.enter")),
            *(() if stays else (back_option(view),)),
        )

    def looks(self, view: PatientView) -> tuple[object, ...]:
        """Return what is told, and the clinic's number."""
        return view.clinic_number, view.summed, view.moment.said

    def draw_body(
        self,
        surface: pygame.Surface,
        body: pygame.Rect,
        place: Layout,
        view: PatientView,
        choices: Choices,
    ) -> None:
        """Draw it."""
        told = view.summed or summed(None, view.moment.said, {})
        room = body.copy()
        if told.contact:
            room = _draw_contact(surface, body, place, view)
        _draw_told(surface, room, place, _columns(told, place, view))


def _columns(told: Summed, place: Layout, view: PatientView) -> list[list[Passage]]:
    """Return what is told, in columns beside one another."""
    moved, changed = _moved(told, place, view), _changed(told, place, view)
    return [moved, changed] if changed else [moved]


def _draw_told(
    surface: pygame.Surface, room: pygame.Rect, place: Layout, columns: list[list[Passage]]
) -> None:
    """Draw a panel for each column, all as high as the longest wants."""
    unit = place.unit
    gap, pad_x, pad_y = round(3 * unit), round(3.4 * unit), round(3 * unit)
    wide = (room.width - (len(columns) - 1) * gap) // len(columns)
    tall = max(height_of(column, wide - 2 * pad_x) for column in columns) + 2 * pad_y
    height = min(room.height, tall)
    top = room.top + round(0.3 * (room.height - height))
    for i, column in enumerate(columns):
        panel = pygame.Rect(room.left + i * (wide + gap), top, wide, height)
        fill_box(surface, panel, place.radius, place.palette.panel)
        draw_flow(surface, panel.inflate(-2 * pad_x, -2 * pad_y), column)


def _moved(told: Summed, place: Layout, view: PatientView) -> list[Passage]:
    """Return what was done, and what was kind in it."""
    palette, unit = place.palette, place.unit
    titles = [tr(title, view.language).partition(", ")[0] for title in told.movements]
    words = view.tr(f"summary.moved-{told.moved}")
    return [
        Passage(words, place.title_px, palette.ink, "Medium", round(1.2 * unit)),
        Passage(", ".join(titles), place.words_px, palette.soft, after_px=round(3 * unit)),
        *(
            Passage(
                view.tr(f"summary.win-{win}"),
                place.title_px,
                palette.green,
                after_px=round(1.2 * unit),
            )
            for win in told.wins
        ),
    ]


def _changed(told: Summed, place: Layout, view: PatientView) -> list[Passage]:
    """Return what changed inside."""
    after = round(1.8 * place.unit)
    return [
        Passage(
            view.tr(f"summary.{change.what}-{change.way}"),
            place.title_px,
            place.palette.ink,
            after_px=after,
        )
        for change in told.changes
    ]


def _draw_contact(
    surface: pygame.Surface, body: pygame.Rect, place: Layout, view: PatientView
) -> pygame.Rect:
    """Say that the clinician would like to hear of it; return the room above."""
    palette, unit = place.palette, place.unit
    number = view.clinic_number
    id = "summary.contact-number" if number else "summary.contact"
    passages = [Passage(view.tr(id, number=number), place.words_px, palette.ink, "Medium")]
    pad = round(3 * unit)
    tall = height_of(passages, body.width - 2 * pad) + 2 * round(1.4 * unit)
    height = min(tall, body.height // 3)
    panel = pygame.Rect(body.left, body.bottom - height, body.width, height)
    fill_box(surface, panel, min(place.radius, height / 2), palette.raised)
    draw_flow(surface, panel.inflate(-2 * pad, -2 * round(0.8 * unit)), passages, down=0.5)
    return pygame.Rect(body.left, body.top, body.width, body.height - height - round(2 * unit))
