"""A picture on a panel, and beside it a few large words: how most quiet screens are laid out."""

from dataclasses import dataclass

import pygame

from ui import paint, shapes
from ui.changing import Changing
from ui.layout import Layout
from ui.text import Setting, fitted, write

# A body narrower than this, as width to height, has the words under the picture.
_UNDER_BELOW = 1.1
# What the panel takes of the width, or of the height where the words stand under it, and the widest
# it becomes, as width to height (defaults of ours).
_PANEL_WIDE, _PANEL_HIGH, _WIDEST = 0.52, 0.56, 1.5
# Sizes of what is said large beside that of a title: the usual one, and those tried where it does
# not stand whole.
_SIZES = (1.6, 1.2, 0.9, 0.7, 0.5)
# Of the column's height: the most the large words take.
_MOST_LARGE = 0.64


@dataclass(frozen=True, slots=True)
class Halves:
    """The panel, and the column of words."""

    panel: pygame.Rect
    words: pygame.Rect


def halves(body: pygame.Rect, place: Layout, wide: float = _PANEL_WIDE) -> Halves:
    """Return where panel and words stand in a screen's body.

    Parameters
    ----------
    wide
        The share of the width that the panel takes where the words stand beside it.
    """
    gap = round(4 * place.unit)
    if body.width < _UNDER_BELOW * body.height:
        high = round((body.height - gap) * _PANEL_HIGH)
        panel = pygame.Rect(body.left, body.top, body.width, high)
        top = panel.bottom + gap
        return Halves(panel, pygame.Rect(body.left, top, body.width, body.bottom - top))
    across = min(round((body.width - gap) * wide), round(body.height * _WIDEST))
    panel = pygame.Rect(body.left, body.top, across, body.height)
    left = panel.right + gap
    return Halves(panel, pygame.Rect(left, body.top, body.right - left, body.height))


def draw_panel(surface: pygame.Surface, place: Layout, panel: pygame.Rect) -> None:
    """Draw the panel."""
    paint.fill(surface, [shapes.rounded_box(panel, place.radius)], place.palette.panel)


class Words:
    """A few large words, and smaller ones under them; what is said anew fades in."""

    def __init__(self) -> None:
        self._said = Changing(("", ""))

    def draw(
        self,
        surface: pygame.Surface,
        box: pygame.Rect,
        place: Layout,
        said: tuple[str, str],
        t: float,
        down: float = 0.46,
    ) -> None:
        """Draw them in `box`.

        Parameters
        ----------
        said
            What is said large, and what is said under it; empty for nothing.
        down
            Where they stand in their box: 0 top, 0.5 middle.
        """
        if self._said.to(said, t).what == ("", ""):
            self._said = Changing(said)
        shown = self._said.to(said, t)
        large, under = shown.what
        first, second = set_words(box, place, large, under)
        gap = _gap(place)
        high = first.height + (gap + second.height if second.lines else 0)
        top = box.top + round((box.height - high) * down)
        at = pygame.Rect(box.left, top, box.width, first.height)
        ink, soft = place.palette.ink, place.palette.soft
        write(surface, large, at, first.size_px, ink, weight="Medium", opacity=shown.opacity)
        if second.lines:
            below = pygame.Rect(box.left, at.bottom + gap, box.width, second.height)
            write(surface, under, below, second.size_px, soft, opacity=shown.opacity)


def set_words(box: pygame.Rect, place: Layout, large: str, under: str) -> tuple[Setting, Setting]:
    """Return how large words and those under them are set, so that both stay whole within `box`.

    First both give way in size, then what is said under them is left out.
    """
    nothing = Setting((), place.words_px, "Regular")
    for beneath in (under, "") if under else ("",):
        most = round(box.height * _MOST_LARGE) if beneath else box.height
        for share in _SIZES:
            first = fitted(large, round(share * place.title_px), box.width, most, "Medium")
            if not _whole(first, large) or (beneath and first.size_px < place.aside_px):
                continue
            room = max(box.height - first.height - _gap(place), 0)
            second = fitted(beneath, place.words_px, box.width, room) if beneath else nothing
            if _whole(second, beneath):
                return first, second
    return fitted(large, place.aside_px, box.width, box.height, "Medium"), nothing


def _whole(setting: Setting, text: str) -> bool:
    return " ".join(setting.lines) == " ".join(text.split())


def _gap(place: Layout) -> int:
    return round(2.2 * place.unit)


def draw_along(surface: pygame.Surface, place: Layout, box: pygame.Rect, share: float) -> None:
    """Draw a thin quiet line along the foot of `box`: how far it is, without a number.

    Parameters
    ----------
    share
        0–1: how much of the time has gone.
    """
    half = max(1.0, 0.28 * place.unit)
    y = box.bottom - half
    left, right = box.left + half, box.right - half
    at = left + (right - left) * min(max(share, 0.0), 1.0)
    paint.fill(surface, [shapes.limb((left, y), (right, y), half)], place.palette.furniture)
    paint.fill(surface, [shapes.limb((left, y), (at, y), half)], place.palette.quiet)


def above_line(box: pygame.Rect, place: Layout) -> pygame.Rect:
    """Return what is left of a column for words over the line along its foot."""
    return pygame.Rect(box.left, box.top, box.width, box.height - round(3 * place.unit))
