"""Words for the back row: the breath's word, and a page of a few large words."""

from dataclasses import dataclass
from math import ceil

import pygame

from ui.group.hall import Hall
from ui.text import Setting, fitted, line_height, write
from words.tr import tr

# Sizes that are tried for what is said large, beside the title's.
_SIZES = (1.5, 1.3, 1.15, 1.0, 0.85, 0.7)
# Size of what is said under it beside its own.
_UNDER = 0.7


def breath_word(breathed: str, box: pygame.Rect, place: Hall, px: int, language: str) -> str:
    """Return the breath's word; a shorter one where the whole would be too small in `box`."""
    whole = tr(f"breath.{breathed}", language)
    return whole if _stands(whole, px, box, place) else tr(f"breath.short.{breathed}", language)


def _stands(text: str, px: int, box: pygame.Rect, place: Hall) -> bool:
    """Return whether a text stands in a box whole and large enough."""
    setting = fitted(text, px, *box.size, "Medium")
    return _is_whole(setting, text) and setting.size_px >= place.least_px


def _is_whole(setting: Setting, text: str) -> bool:
    return " ".join(setting.lines) == " ".join(text.split())


@dataclass(frozen=True, slots=True)
class _Page:
    """How large words and those under them are set."""

    first: Setting
    second: Setting
    gap: int

    @property
    def height(self) -> int:
        return self.first.height + (self.gap + self.second.height if self.second.lines else 0)

    def fits(self, place: Hall, high: int) -> bool:
        """Return whether all is large enough, and no higher than `high`."""
        sizes = (self.first.size_px, self.second.size_px)
        return min(sizes) >= place.least_px and self.height <= high


def draw_words(
    surface: pygame.Surface,
    place: Hall,
    box: pygame.Rect,
    large: str,
    under: str,
    across: float = 0.0,
) -> None:
    """Write a few large words in the middle of `box`, and smaller ones under them.

    Parameters
    ----------
    across
        0 left, 0.5 middle.
    """
    page = _set(place, box, large, under)
    top = box.centery - page.height // 2
    first = pygame.Rect(box.left, top, box.width, page.first.height)
    ink, soft = place.palette.ink, place.palette.soft
    write(surface, large, first, page.first.size_px, ink, weight="Medium", across=across)
    below = pygame.Rect(box.left, first.bottom + page.gap, box.width, page.second.height)
    if page.second.lines:
        write(surface, under, below, page.second.size_px, soft, across=across)


def _set(place: Hall, box: pygame.Rect, large: str, under: str) -> _Page:
    """Return the largest setting in which all stands; else the smallest that is tried."""
    gap = round(3 * place.unit)
    for share in _SIZES:
        px = max(round(share * place.title_px), ceil(place.least_px / _UNDER))
        first = fitted(large, px, *box.size, "Medium")
        room = max(box.height - first.height - gap, line_height(place.least_px))
        second = fitted(under, round(_UNDER * px), box.width, room)
        page = _Page(first, second, gap)
        if first.size_px == px and page.fits(place, box.height) and _is_whole(second, under):
            break
    return page
