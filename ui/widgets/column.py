"""Widgets under one another, in rows of one or several, moved so that the focus is in sight."""

from collections.abc import Sequence

import pygame

from ui import paint, shapes
from ui.widgets.box import ring_px
from ui.widgets.sizes import Sizes
from ui.widgets.widget import Widget

Line = Widget | Sequence[Widget]

_PAGE = 8
PAGE_LINES = {pygame.K_PAGEUP: -_PAGE, pygame.K_PAGEDOWN: _PAGE}
"""By how many lines the page keys move what is read (a default of ours)."""


class Column:
    """Puts widgets under one another and draws those in sight.

    Parameters
    ----------
    lines
        Each a widget, or several side by side.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = [[line] if isinstance(line, Widget) else list(line) for line in lines]
        self._scrolled = 0
        # Moved by hand, until the keys go to another widget.
        self._by_hand = False
        self._held: Widget | None = None

    def scroll(self, by_px: int) -> None:
        """Move what is in sight; it follows the focus again once that has moved."""
        self._scrolled = max(self._scrolled + by_px, 0)
        self._by_hand = True

    @property
    def widgets(self) -> list[Widget]:
        """All of them, in the order in which they are read."""
        return [widget for line in self._lines for widget in line]

    def draw(
        self, surface: pygame.Surface, box: pygame.Rect, sizes: Sizes, held: Widget | None
    ) -> None:
        """Draw those in sight in `box`; the ring of the focus, and the bar, may leave it a little.

        Parameters
        ----------
        held
            The widget that has the keys; `None` where none of them has.
        """
        tops, total = self._put(box, sizes)
        beyond = max(total - box.height, 0)
        if held is not self._held:
            self._held, self._by_hand = held, False
        self._scroll_to(None if self._by_hand else held, tops, box.height, beyond)
        clip = surface.get_clip()
        surface.set_clip(box.inflate(2 * ring_px(sizes), 2 * ring_px(sizes)).clip(clip))
        for line, top in zip(self._lines, tops, strict=True):
            for widget in line:
                widget.box.top = box.top + top - self._scrolled
                if box.contains(widget.box) or box.clip(widget.box).height > 0.5 * sizes.row_px:
                    widget.draw(surface, sizes, focused=widget is held)
                else:
                    widget.box.size = (0, 0)
        surface.set_clip(clip)
        if beyond:
            _draw_bar(surface, box, sizes, self._scrolled / beyond, box.height / total)

    def _put(self, inner: pygame.Rect, sizes: Sizes) -> tuple[list[int], int]:
        """Give every widget its place across; return where each line begins, and the height."""
        tops, top = [], 0
        for line in self._lines:
            width = (inner.width - sizes.gap_px * (len(line) - 1)) // len(line)
            height = max(widget.height(sizes, width) for widget in line)
            for i, widget in enumerate(line):
                left = inner.left + i * (width + sizes.gap_px)
                widget.box = pygame.Rect(left, 0, width, height)
            tops.append(top)
            top += height + sizes.between_px
        return tops, top - sizes.between_px if tops else 0

    def _scroll_to(
        self, held: Widget | None, tops: Sequence[int], height: int, beyond: int
    ) -> None:
        """Move as little as brings the focus, and what is read just before it, into sight."""
        at = next((i for i, line in enumerate(self._lines) if held in line), None)
        if at is not None:
            first = at
            while first and not any(widget.focusable for widget in self._lines[first - 1]):
                first -= 1
            foot = tops[at] + self._lines[at][0].box.height
            self._scrolled = min(max(self._scrolled, foot - height), tops[first])
        self._scrolled = min(max(self._scrolled, 0), beyond)


def _draw_bar(
    surface: pygame.Surface, box: pygame.Rect, sizes: Sizes, at: float, share: float
) -> None:
    """Draw how far down the column is."""
    x, half = box.right + round(1.5 * sizes.unit), 0.28 * sizes.unit
    top = box.top + (1 - share) * box.height * at
    bar = shapes.limb((x, top + half), (x, top + share * box.height - half), half)
    paint.fill(surface, [bar], sizes.palette.soft, 0.6)
