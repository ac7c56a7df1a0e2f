"""What is round every staff's screen: the ground, the title, what is said, and the keys."""

from collections.abc import Sequence
from functools import lru_cache

import pygame

from ui import paint, shapes
from ui.desk_place import DeskPlace, desk_place
from ui.text import fitted, line_height
from ui.typed import one_line, say, width_of
from ui.widgets.box import fill_box
from ui.widgets.sizes import Sizes

_MOST_LINES = 3
# Of the heading's width, as much as the title may take where something stands beside it.
_TITLE_SHARE = 0.66


def draw(
    surface: pygame.Surface,
    place: DeskPlace,
    title: str,
    beside: str,
    said: str,
    keys: Sequence[tuple[str, str]],
) -> None:
    """Draw the frame over the whole of `surface`."""
    surface.blit(paint.ground(surface.get_size(), place.palette.night, place.palette.deep), (0, 0))
    _draw_heading(surface, place, title, beside)
    if place.said is not None:
        _draw_said(surface, place, place.said, said)
    _draw_keys(surface, place, keys)


def panel(surface: pygame.Surface, box: pygame.Rect, place: DeskPlace) -> pygame.Rect:
    """Draw a panel and return the room within it."""
    fill_box(surface, box, place.radius, place.palette.panel)
    return within(box, place)


def within(box: pygame.Rect, place: DeskPlace) -> pygame.Rect:
    """Return the room within a panel."""
    return box.inflate(-2 * place.sizes.pad_px, -2 * place.sizes.pad_px)


def lines_said(said: str, size: tuple[int, int], text_scale: float) -> int:
    """Return in how many lines `said` stands over the keys."""
    if not said:
        return 0
    place = desk_place(size, text_scale, 1)
    assert place.said is not None
    inner = _words_box(place, place.said)
    px = place.sizes.aside_px
    return max(len(fitted(said, px, inner.width, line_height(px) * _MOST_LINES).lines), 1)


def _draw_heading(surface: pygame.Surface, place: DeskPlace, title: str, beside: str) -> None:
    box, of = place.heading, place.sizes
    width = round(box.width * _TITLE_SHARE) if beside else box.width
    shown = one_line(title, of.title_px, width, "Medium")
    left = pygame.Rect(box.left, box.top, width, box.height)
    taken = say(surface, shown, left, of.title_px, place.palette.ink, weight="Medium")
    if beside:
        start = taken.right + 2 * of.pad_px
        right = pygame.Rect(start, box.top, box.right - start, box.height)
        said = one_line(beside, of.aside_px, right.width)
        say(surface, said, right, of.aside_px, place.palette.soft, across=1.0)


def _words_box(place: DeskPlace, said: pygame.Rect) -> pygame.Rect:
    dot = place.sizes.aside_px
    return pygame.Rect(
        said.left + place.sizes.pad_px + dot,
        said.top,
        said.width - 2 * place.sizes.pad_px - dot,
        said.height,
    )


def _draw_said(surface: pygame.Surface, place: DeskPlace, box: pygame.Rect, said: str) -> None:
    fill_box(surface, box, place.radius, place.palette.raised)
    words = _words_box(place, box)
    paint.fill(
        surface,
        [
            shapes.disc(
                (words.left - 0.65 * place.sizes.aside_px, box.centery), 0.2 * place.sizes.aside_px
            )
        ],
        place.palette.sand,
    )
    say(surface, said, words, place.sizes.aside_px, place.palette.ink)


def _draw_keys(surface: pygame.Surface, place: DeskPlace, keys: Sequence[tuple[str, str]]) -> None:
    """Draw the keys along the foot; where there is no room for all, the last stays, as Esc is."""
    of, box = place.sizes, place.foot
    shown = list(keys)
    while len(shown) > 1 and sum(_key_width(*key, of) for key in shown) > box.width:
        del shown[-2]
    x = box.left
    for key, what in shown:
        cap_box = pygame.Rect(x, box.top, _cap_width(key, of.aside_px), box.height)
        fill_box(surface, cap_box, 0.9 * of.unit, place.palette.panel)
        say(surface, key, cap_box, of.aside_px, place.palette.ink, weight="Medium", across=0.5)
        left = cap_box.right + of.gap_px
        words = pygame.Rect(left, box.top, width_of(what, of.aside_px) + 2, box.height)
        say(surface, what, words.clip(surface.get_rect()), of.aside_px, place.palette.soft)
        x += _key_width(key, what, of)


def _key_width(key: str, what: str, of: Sizes) -> int:
    """Return the width of a key with what it does, and the room after it."""
    return _cap_width(key, of.aside_px) + width_of(what, of.aside_px) + 4 * of.gap_px


@lru_cache(maxsize=64)
def _cap_width(key: str, size_px: int) -> int:
    return max(width_of(key, size_px, "Medium") + round(0.8 * size_px), round(1.5 * size_px))


def halves(place: DeskPlace, share: float) -> tuple[pygame.Rect, pygame.Rect]:
    """Return two panels side by side in the body, the left with `share` of the width."""
    body, gap = place.body, round(1.8 * place.sizes.unit)
    left = pygame.Rect(body.left, body.top, round((body.width - gap) * share), body.height)
    start = left.right + gap
    return left, pygame.Rect(start, body.top, body.right - start, body.height)
