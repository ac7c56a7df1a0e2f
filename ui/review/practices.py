"""A person's practices, the newest first: searched, filtered, and opened by Enter."""

from collections.abc import Sequence
from typing import get_args
from uuid import UUID

import pygame

from ui import desk_frame
from ui.around import Around
from ui.desk_place import DeskPlace
from ui.desk_screen import DeskScreen, Key
from ui.inputs import Press
from ui.next import Ask, Next, Open, Stay
from ui.review.opened import OpenedPractice
from ui.review.ports import ListedPractice
from ui.review.reading import Listed, read_practice, read_practices
from ui.review.searching import Only, day_of, fits, is_signed, was_stopped
from ui.widgets.choice import Choice
from ui.widgets.focus import Focus
from ui.widgets.rows import Row, Rows
from ui.widgets.text_line import TextLine
from ui.widgets.widget import Did, Widget

_MOST_SEARCHED = 100
_SEARCH_SHARE = 0.46
_MOST_TITLES = 3


class PracticeList(DeskScreen):
    """A row for each practice.

    Parameters
    ----------
    code
        Whose.
    search
        What is searched for at first.

    Attributes
    ----------
    list
        The rows, by the practice's id.
    """

    def __init__(self, around: Around, code: str, search: str = "") -> None:
        super().__init__(around)
        tr = around.tr
        self._code = code
        self._search = TextLine(value=search, hint=tr("review.search-hint"), most=_MOST_SEARCHED)
        options: list[tuple[Only, str]] = [(o, tr(f"review.only-{o}")) for o in get_args(Only)]
        self._only: Choice[Only] = Choice("", options, "all")
        self.list = Rows(empty=tr("review.none-found"), split=0.22)
        self._read: Listed | None = None
        self.focus = Focus((self._search, self._only, self.list), self.list)

    def title(self) -> str:
        """Return whose they are."""
        return self.around.tr("review.practices-of", code=self._code)

    def beside(self) -> str:
        """Say how many are listed."""
        return self.around.tr("review.count", count=len(self.list.rows))

    def keys(self) -> Sequence[Key]:
        """Name the keys."""
        tr = self.around.tr
        return (
            ("↑ ↓", tr("desk.choose")),
            ("Enter", tr("desk.open")),
            ("Ctrl F", tr("review.search")),
            ("Tab", tr("review.filter")),
            ("Esc", tr("desk.back")),
        )

    def opened(self) -> Next:
        """Read them."""
        return Ask(read_practices(self._code, self.around.who), self._took)

    def resumed(self) -> Next:
        """Read them anew, one may be signed by now; that they were read is noted once."""
        return Ask(read_practices(self._code), self._took)

    def _took(self, read: Listed) -> Next:
        self._read = read
        self._fill()
        return None

    def _fill(self) -> None:
        if self._read is None:
            return
        held, reviews = self.list.held, self._read.reviews
        rows = [
            self._row(entry)
            for entry in self._read.entries
            if fits(
                self.around,
                entry,
                reviews.get(entry.id, ()),
                self._only.value,
                self._search.value,
            )
        ]
        self.list.show(rows, held.key if held is not None else None)

    def _row(self, entry: ListedPractice) -> Row:
        assert self._read is not None
        tr, practice = self.around.tr, entry.practice
        began = practice.began_at.astimezone()
        titles = list(
            dict.fromkeys(self.around.title(m.exercise_id) for m in practice.record.movements)
        )
        more = ", …" if len(titles) > _MOST_TITLES else ""
        parts = [", ".join(titles[:_MOST_TITLES]) + more]
        pain = practice.ratings.pain_before, practice.ratings.pain_after
        if any(each is not None for each in pain):
            said = ("–" if each is None else str(each) for each in pain)
            parts.append(f"{tr('scale.pain')} {' → '.join(said)}")
        if practice.words.strip():
            parts.append(f"“{practice.words.strip()}”")
        return Row(
            str(entry.id),
            f"{day_of(entry).isoformat()} {began:%H:%M}",
            " · ".join(part for part in parts if part),
            self._mark(entry),
        )

    def _mark(self, entry: ListedPractice) -> str:
        """Return what waits with a practice."""
        assert self._read is not None
        tr, reviews = self.around.tr, self._read.reviews.get(entry.id, ())
        if entry.state == "running":
            return tr("review.running")
        if was_stopped(entry) and not is_signed(reviews):
            return tr("review.stopped")
        if reviews and not is_signed(reviews):
            return tr("review.changed")
        return "" if reviews else tr("review.unread")

    def pressed(self, press: Press) -> Next:
        """Go to the search; while it is written in, the list below is gone along."""
        if press.ctrl and press.key == pygame.K_f:
            self.focus.hold(self._search)
            return Stay()
        along = (pygame.K_DOWN, pygame.K_UP, pygame.K_PAGEUP, pygame.K_PAGEDOWN)
        if self.focus.held is self._search and press.key in along:
            self.list.take(press)
            return Stay()
        return None

    def did(self, widget: Widget, did: Did) -> Next:
        """Search, filter, or open."""
        if widget in (self._search, self._only) and did is Did.CHANGED:
            self._fill()
            return None
        held = self.list.held
        if did is Did.DONE and held is not None:
            around = self.around
            return Ask(
                read_practice(UUID(held.key), around.who),
                lambda read: Open(OpenedPractice(around, read)),
            )
        return None

    def escaped(self) -> Next:
        """Take the search back, or go back."""
        if self._search.value and self.focus.held is self._search:
            self._search.value = ""
            self._fill()
            return Stay()
        return super().escaped()

    def draw_body(self, surface: pygame.Surface, place: DeskPlace) -> None:
        """Draw the search and the filter over the list."""
        of, body = place.sizes, place.body
        wide = round(_SEARCH_SHARE * body.width)
        self._search.box = pygame.Rect(body.left, body.top, wide, of.row_px)
        self._search.draw(surface, of, focused=self.focus.held is self._search)
        left = self._search.box.right + 2 * of.gap_px
        self._only.box = pygame.Rect(left, body.top, body.right - left, of.row_px)
        self._only.draw(surface, of, focused=self.focus.held is self._only)
        below = body.top + of.row_px + 2 * of.gap_px
        panel = pygame.Rect(body.left, below, body.width, body.bottom - below)
        self.list.box = desk_frame.panel(surface, panel, place).inflate(2 * of.gap_px, 0)
        self.list.draw(surface, of, focused=self.focus.held is self.list)
