"""The places with their codes, a row for each."""

from collections.abc import Mapping, Sequence

import pygame

from ui.desk_place import DeskPlace
from ui.group.leader_rows import row_boxes
from ui.group.seat_mark import draw_seat_mark
from ui.typed import say, width_of
from ui.widgets.box import fill_box, ring
from words.tr import tr

# Of a row's height, the form of its place; so many lines would stand in it.
_FORM, _LINES = 0.27, 1.5


def code_rows(
    room: pygame.Rect, places: Sequence[int], line_px: int, gap: int
) -> dict[int, pygame.Rect]:
    """Return the box of each place's row in `room`, from the top."""
    return dict(zip(places, row_boxes(room, len(places), line_px, gap), strict=True))


def draw_code_rows(
    surface: pygame.Surface,
    place: DeskPlace,
    rows: Mapping[int, pygame.Rect],
    codes: Mapping[int, str],
    chosen: int,
    language: str,
) -> None:
    """Draw each place's number, the form it has on the big screen, and its code."""
    of, palette = place.sizes, place.palette
    for number, box in rows.items():
        held = number == chosen
        fill_box(surface, box, of.radius, palette.water if held else palette.raised)
        px, gap = max(min(of.aside_px, int(box.height / (1.28 * _LINES))), 1), of.gap_px
        wide = width_of("0", px, "Medium") + 1
        numbered = pygame.Rect(box.left + 2 * gap, box.top, wide, box.height)
        say(surface, str(number), numbered, px, palette.ink, weight="Medium")
        radius = min(_FORM * box.height, 0.85 * px)
        centre = (numbered.right + gap + 1.2 * radius, float(box.centery))
        draw_seat_mark(surface, palette, number, centre, radius)
        left = round(centre[0] + 1.2 * radius) + 2 * gap
        beside = pygame.Rect(left, box.top, box.right - 2 * gap - left, box.height)
        code = codes.get(number)
        colour = palette.soft if code is None and not held else palette.ink
        say(surface, code or tr("codes.none", language), beside, px, colour)
        if held:
            ring(surface, box, of)
