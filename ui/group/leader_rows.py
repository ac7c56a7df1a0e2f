"""The places as the leader sees them: one row each, in words."""

from collections.abc import Mapping, Sequence

import pygame

from feedback.group.step import NoticeId, PlaceState, PlaceStep
from ui.desk_place import DeskPlace
from ui.group.marks import mark_image
from ui.group.seat_mark import draw_seat_mark
from ui.text import Weight
from ui.typed import say, width_of
from ui.widgets.box import fill_box, ring
from words.tr import tr

WELL_PER_S = 5.0
"""Seen at least so often, a place is seen well enough for cues (DOMAIN §4)."""
# A row is at most so many lines high; about the one or two in it is room for so much of a line.
_MOST_LINES, _ABOUT = 3.4, 0.2
# One line alone is so much larger at most (a default of ours).
_ALIKE = 1.5
# So many notices are shown of a place, the gravest.
_NOTICES = 2
# Notices that the state's own words say already; its mark stands before them.
_SAID_BY_STATE: dict[PlaceState, NoticeId] = {"past": "past-limit", "empty": "gone"}
# Notices of somebody who is seen: they stay a little longer than their reason, and may outlast it.
_OF_SEEN: frozenset[NoticeId] = frozenset({"turned", "limit-unseen"})
# Of the row's width, number, form and code; of its height, the form.
_WHO_SHARE, _FORM = 0.29, 0.27


def row_boxes(room: pygame.Rect, count: int, line_px: int, gap: int) -> list[pygame.Rect]:
    """Return the boxes of so many rows in `room`, from the top."""
    high = (room.height - gap * (count - 1)) // max(count, 1)
    high = min(high, round(_MOST_LINES * line_px))
    return [
        pygame.Rect(room.left, room.top + i * (high + gap), room.width, high) for i in range(count)
    ]


def draw_rows(
    surface: pygame.Surface,
    place: DeskPlace,
    boxes: Mapping[int, pygame.Rect],
    steps: Sequence[PlaceStep],
    codes: Mapping[int, str],
    chosen: int | None,
    language: str,
) -> None:
    """Draw every place in its box.

    Parameters
    ----------
    codes
        By place; empty while they are hidden.
    chosen
        The number of the place that is chosen.
    """
    for step in steps:
        box = boxes[step.number]
        held = step.number == chosen
        colour = place.palette.water if held else place.palette.raised
        fill_box(surface, box, place.sizes.radius, colour)
        if step.state == "past":
            _draw_edge(surface, place, box)
        _draw_who(surface, place, box, step.number, codes.get(step.number, ""))
        _draw_how(surface, place, box, step, language)
        if held:
            ring(surface, box, place.sizes)


def _draw_edge(surface: pygame.Surface, place: DeskPlace, box: pygame.Rect) -> None:
    """Draw what a row is found by among eight whose person is past their limit."""
    high, wide = round(0.62 * box.height), max(round(0.5 * place.sizes.unit), 3)
    edge = pygame.Rect(box.left + wide, 0, wide, high)
    edge.centery = box.centery
    fill_box(surface, edge, wide / 2, place.palette.sand)


def _draw_who(
    surface: pygame.Surface, place: DeskPlace, box: pygame.Rect, number: int, code: str
) -> None:
    """Draw a place's number, the form and colour it has on the big screen, and its code."""
    of, palette = place.sizes, place.palette
    px, gap = _px(place, box, 1), of.gap_px
    wide = width_of("0", px, "Medium") + 1
    numbered = pygame.Rect(box.left + 2 * gap, box.top, wide, box.height)
    say(surface, str(number), numbered, px, palette.ink, weight="Medium")
    radius = min(_FORM * box.height, 0.85 * px)
    centre = (numbered.right + gap + 1.2 * radius, float(box.centery))
    draw_seat_mark(surface, palette, number, centre, radius)
    left = round(centre[0] + 1.2 * radius) + gap
    beside = pygame.Rect(left, box.top, _how_left(box) - gap - left, box.height)
    if code:
        say(surface, code, beside, px, palette.ink)


def _how_left(box: pygame.Rect) -> int:
    return box.left + round(_WHO_SHARE * box.width)


def _px(place: DeskPlace, box: pygame.Rect, lines: int) -> int:
    """Return the size of type in a row, so that one line or two stand in it.

    One line is not much larger than two, so that rows with either look alike.
    """
    two = box.height / (1.28 * (2 + _ABOUT))
    return max(min(place.sizes.aside_px, int(two if lines == 2 else _ALIKE * two)), 1)


def _draw_how(
    surface: pygame.Surface,
    place: DeskPlace,
    box: pygame.Rect,
    step: PlaceStep,
    language: str,
) -> None:
    left, gap = _how_left(box), place.sizes.gap_px
    inner = pygame.Rect(left, box.top, box.right - 2 * gap - left, box.height)
    first, told = (_said_by_state(step), how_of(step, language)), told_of(step, language)
    px = _px(place, box, 2 if told else 1)
    if not told:
        _draw_told(surface, place, inner, px, *first)
        return
    pad = round(0.03 * box.height)
    half = inner.height // 2 - pad
    upper = pygame.Rect(inner.left, inner.top + pad, inner.width, half)
    _draw_told(surface, place, upper, px, *first)
    shown = told[:_NOTICES]
    wide = inner.width // len(shown)
    for i, each in enumerate(shown):
        at = pygame.Rect(inner.left + i * wide, inner.centery, wide - gap, half)
        _draw_told(surface, place, at, px, *each)


def _draw_told(
    surface: pygame.Surface,
    place: DeskPlace,
    box: pygame.Rect,
    px: int,
    notice: NoticeId | None,
    words: str,
) -> None:
    """Draw some words, with the mark of a notice before them."""
    before = 0
    if notice is not None:
        radius = 0.36 * px
        image = mark_image(notice, round(radius, 1), place.palette.sand)
        at = round(box.left + radius), box.centery
        surface.blit(image, image.get_rect(center=at))
        before = round(2 * radius + 0.4 * px)
    rest = pygame.Rect(box.left + before, box.top, box.width - before, box.height)
    weight: Weight = "Medium" if notice == "past-limit" else "Regular"
    say(surface, words, rest, px, place.palette.ink, weight=weight)


def _said_by_state(step: PlaceStep) -> NoticeId | None:
    """Return the notice that the words of a place's state say already."""
    notice = _SAID_BY_STATE.get(step.state)
    return notice if notice in step.notices else None


def how_of(step: PlaceStep, language: str) -> str:
    """Return in words how a place's person fares, and how well they are seen."""
    if step.state == "unseen" and step.feedback is not None and step.feedback.seen:
        # Somebody is there; it is what they move that has no number.
        return tr("leader.state.hidden", language)
    state = tr(f"leader.state.{step.state}", language)
    if step.state in ("apart", "empty", "unseen"):
        return state
    well = step.seen_per_s >= WELL_PER_S
    seen = "leader.seen.well" if well else "leader.seen.seldom"
    return f"{state} · {tr(seen if step.seen_per_s > 0 else 'leader.seen.not', language)}"


def told_of(step: PlaceStep, language: str) -> list[tuple[NoticeId | None, str]]:
    """Return what the leader is told of a place, each with the notice it is, the gravest first."""
    unsaid: set[NoticeId | None] = {_SAID_BY_STATE.get(step.state)}
    if step.feedback is not None and not step.feedback.seen:
        unsaid |= _OF_SEEN
    told: list[tuple[NoticeId | None, str]] = [
        (notice, tr(f"leader.notice.{notice}", language))
        for notice in step.notices
        if notice not in unsaid
    ]
    if step.invited:
        told.append((None, tr("leader.invited", language)))
    return told
