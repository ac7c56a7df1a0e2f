"""A list of which one row is held; it may be very long."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from ui import paint, shapes
from ui.inputs import Click, Input, Press, Scroll
from ui.text import Weight
from ui.typed import one_line, say, width_of
from ui.widgets.box import fill_box, ring
from ui.widgets.sizes import Sizes
from ui.widgets.widget import Did, Widget

# Of a row, as much as its mark has at least and may take at most.
_MARK_SHARES = 0.2, 0.5
# And as much as its first text keeps, where it yields.
_LEAST_SPLIT = 0.42


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes
    ----------
    key
        What it stands for.
    text
        What is read first.
    beside
        What is read after it, softly; of the row's width, `Rows.split` is the share of `text`.
    mark
        Said at its end with a dot, where something of it waits; none where nothing does.
    quiet
        Whether all of it is said softly: what is there but not to be chosen.
    """

    key: str
    text: str
    beside: str = ""
    mark: str = ""
    quiet: bool = False


class Rows(Widget):
    """Rows, of which one is held by the arrows, the page keys, or the mouse.

    Parameters
    ----------
    rows
        What is listed.
    empty
        Said where nothing is.
    split
        The share of a row's width for its first text.
    yields
        Whether the first texts give up room, to `_LEAST_SPLIT` where they need more than that,
        before what is beside them is cut. For short lists, or first texts of about one length.
    """

    def __init__(
        self,
        rows: Sequence[Row] = (),
        *,
        empty: str = "",
        split: float = 0.34,
        yields: bool = False,
    ) -> None:
        super().__init__()
        self.rows: Sequence[Row] = rows
        self.at = 0
        self.empty, self._split, self._yields = empty, split, yields
        self._first, self._fit = 0, 1
        self._row_px = 1

    @property
    def held(self) -> Row | None:
        """The row that is held; `None` where there are none."""
        return self.rows[self.at] if 0 <= self.at < len(self.rows) else None

    def show(self, rows: Sequence[Row], key: str | None = None) -> None:
        """List other rows; hold the one with `key` where it is among them, else the first."""
        self.rows = rows
        keys = [row.key for row in rows] if key is not None else []
        self.at = keys.index(key) if key is not None and key in keys else 0
        if key is None:
            self._first = 0

    def height(self, sizes: Sizes, width: int) -> int:
        """Return the height of all rows; it may be given less."""
        return sizes.row_px * max(len(self.rows), 1)

    def take(self, event: Input) -> Did:
        """Hold another row; Enter does what the row is for."""
        if isinstance(event, Scroll):
            return self._hold(self.at + event.rows)
        if isinstance(event, Click):
            return self._clicked(event)
        if not isinstance(event, Press) or event.ctrl or event.alt:
            return Did.NOTHING
        if event.key in (pygame.K_RETURN, pygame.K_KP_ENTER):
            return Did.DONE if self.held is not None else Did.TAKEN
        ways = {
            pygame.K_UP: self.at - 1,
            pygame.K_DOWN: self.at + 1,
            pygame.K_PAGEUP: self.at - self._fit,
            pygame.K_PAGEDOWN: self.at + self._fit,
            pygame.K_HOME: 0,
            pygame.K_END: len(self.rows) - 1,
        }
        if event.key not in ways:
            return Did.NOTHING
        leaves = event.key in (pygame.K_UP, pygame.K_DOWN) and not self._inside(ways[event.key])
        return Did.NOTHING if leaves else self._hold(ways[event.key])

    def _inside(self, at: int) -> bool:
        return 0 <= at < len(self.rows)

    def _hold(self, at: int) -> Did:
        before, self.at = self.at, min(max(at, 0), max(len(self.rows) - 1, 0))
        return Did.TAKEN if self.at == before else Did.CHANGED

    def _clicked(self, event: Click) -> Did:
        at = self._first + (event.at[1] - self.box.top) // max(self._row_px, 1)
        if not self._inside(at):
            return Did.TAKEN
        return Did.DONE if at == self.at else self._hold(at)

    def seen(self) -> Sequence[Row]:
        """Return the rows that were in sight when last drawn."""
        return self.rows[self._first : self._first + self._fit]

    def draw(self, surface: pygame.Surface, sizes: Sizes, *, focused: bool) -> None:
        """Draw the rows in sight, the held one raised."""
        self._row_px = sizes.row_px
        self._fit = max(self.box.height // sizes.row_px, 1)
        last = max(len(self.rows) - self._fit, 0)
        self._first = min(max(self._first, self.at - self._fit + 1), self.at, last)
        if not self.rows:
            say(
                surface,
                self.empty,
                self.box.inflate(-2 * sizes.gap_px, 0),
                sizes.aside_px,
                sizes.palette.soft,
                down=0.0,
            )
            if focused:
                first = pygame.Rect(self.box.topleft, (self.box.width, sizes.row_px))
                ring(surface, first.inflate(-6, 0), sizes)
        bar = round(1.4 * sizes.unit) if last else 0
        split_px = self._split_px(self.box.width - bar - 2 * sizes.gap_px, sizes)
        for i, row in enumerate(self.seen()):
            box = pygame.Rect(
                self.box.left, self.box.top + i * sizes.row_px, self.box.width - bar, sizes.row_px
            )
            held = self._first + i == self.at
            if held:
                fill_box(surface, box.inflate(0, -4), sizes.radius, sizes.palette.raised)
            inner = box.inflate(-2 * sizes.gap_px, -4)
            self._draw_row(surface, row, inner, sizes, held, split_px)
            if held and focused:
                ring(surface, box.inflate(-6, -10), sizes)
        if last:
            self._draw_bar(surface, sizes)

    def _split_px(self, whole: int, sizes: Sizes) -> int:
        """Return how much of a row's width is for the first text, alike in all rows in sight."""
        px, share = sizes.aside_px, round(whole * self._split)
        rows = [row for row in self.seen() if row.beside]
        if not self._yields or not rows:
            return share
        first = max(width_of(row.text, px, "Medium") for row in rows) + 2 * sizes.gap_px
        beside = max(width_of(row.beside, px) for row in rows) + 2
        return min(share, max(min(first, round(whole * _LEAST_SPLIT)), whole - beside))

    def _draw_row(
        self,
        surface: pygame.Surface,
        row: Row,
        box: pygame.Rect,
        sizes: Sizes,
        held: bool,
        split_px: int,
    ) -> None:
        px = sizes.aside_px
        if row.mark:
            box = self._draw_mark(surface, row, box, sizes)
        width = min(split_px - sizes.gap_px, box.width) if row.beside else box.width
        first = pygame.Rect(box.left, box.top, width, box.height)
        weight: Weight = "Medium" if held else "Regular"
        text = one_line(row.text, px, first.width, weight)
        say(
            surface,
            text,
            first,
            px,
            sizes.palette.soft if row.quiet else sizes.palette.ink,
            weight=weight,
        )
        if row.beside:
            left = first.right + sizes.gap_px
            rest = pygame.Rect(left, box.top, box.right - left, box.height)
            say(surface, one_line(row.beside, px, rest.width), rest, px, sizes.palette.soft)

    def _draw_mark(
        self, surface: pygame.Surface, row: Row, box: pygame.Rect, sizes: Sizes
    ) -> pygame.Rect:
        """Say what waits at the row's end; return what is left of the row.

        The row's text goes before its mark, of which a part always stays.
        """
        mark, px = row.mark, sizes.aside_px
        spare = box.width - width_of(row.text, px, "Medium") - 6 * sizes.gap_px
        least, most = (round(share * box.width) for share in _MARK_SHARES)
        width = min(width_of(mark, px), max(min(spare, most), least))
        place = pygame.Rect(box.right - width, box.top, width, box.height)
        say(
            surface,
            one_line(mark, sizes.aside_px, width),
            place,
            sizes.aside_px,
            sizes.palette.soft,
        )
        dot = place.left - sizes.gap_px, place.centery
        paint.fill(surface, [shapes.disc(dot, 0.18 * sizes.aside_px)], sizes.palette.sand)
        return pygame.Rect(box.left, box.top, dot[0] - 2 * sizes.gap_px - box.left, box.height)

    def _draw_bar(self, surface: pygame.Surface, sizes: Sizes) -> None:
        """Draw how far down the list is."""
        half = 0.28 * sizes.unit
        x, height = self.box.right - round(0.5 * sizes.unit), self.box.height - 8
        share = max(self._fit / len(self.rows), 0.06)
        top = self.box.top + 4 + (1 - share) * height * self._first / (len(self.rows) - self._fit)
        track = shapes.limb((x, self.box.top + 4), (x, self.box.top + 4 + height), half)
        paint.fill(surface, [track], sizes.palette.panel)
        paint.fill(
            surface,
            [shapes.limb((x, top), (x, top + share * height), half)],
            sizes.palette.soft,
            0.6,
        )
