"""What was found of each place, in plain words."""

from collections.abc import Mapping, Sequence

import pygame

from ui import desk_frame
from ui.desk_place import DeskPlace
from ui.group.placing import Placing
from ui.group.seat_mark import draw_seat_mark
from ui.typed import say, width_of
from ui.widgets.box import fill_box
from vision.place_check import Checked
from words.tr import tr

# A row is at most so many lines high; so many lines stand in it where there is room.
_MOST_LINES, _LINES = 3.8, 2.2


def draw_found(
    surface: pygame.Surface,
    place: DeskPlace,
    box: pygame.Rect,
    placing: Placing,
    found: Mapping[int, Sequence[Checked]],
    language: str,
) -> None:
    """Draw a panel with a row for each place; an invitation where there is none yet."""
    room = desk_frame.panel(surface, box, place)
    of, palette = place.sizes, place.palette
    if not placing.zones:
        say(surface, tr("rooms.empty", language), room, of.aside_px, palette.soft, down=0.0)
        return
    gap, count = of.gap_px, len(placing.zones)
    high = min((room.height - gap * (count - 1)) // count, round(_MOST_LINES * of.line_px))
    for i, zone in enumerate(placing.zones):
        row = pygame.Rect(room.left, room.top + i * (high + gap), room.width, high)
        chosen = zone.number == placing.chosen
        fill_box(surface, row, of.radius, palette.water if chosen else palette.raised)
        words = " ".join(said_of(each, language) for each in found.get(zone.number, ()))
        _draw_row(surface, place, row, zone.number, words or tr("place.unchecked", language))


def said_of(checked: Checked, language: str) -> str:
    """Return in words what was found."""
    if checked.other is None:
        return tr(f"place.{checked.id}", language)
    return tr(f"place.{checked.id}", language, other=checked.other)


def _draw_row(
    surface: pygame.Surface, place: DeskPlace, row: pygame.Rect, number: int, words: str
) -> None:
    """Draw a place's number, the form it has on the big screen, and what was found of it."""
    of, palette = place.sizes, place.palette
    px = max(min(of.aside_px, int(row.height / (1.28 * _LINES))), 1)
    gap = of.gap_px
    numbered = pygame.Rect(row.left + gap, row.top, width_of("0", px, "Medium") + 1, row.height)
    say(surface, str(number), numbered, px, palette.ink, weight="Medium")
    radius = 0.62 * px
    centre = (numbered.right + gap + radius, float(row.centery))
    draw_seat_mark(surface, palette, number, centre, radius)
    left = round(centre[0] + 1.3 * radius) + gap
    inner = pygame.Rect(left, row.top, row.right - gap - left, row.height)
    say(surface, words, inner, px, palette.ink)
