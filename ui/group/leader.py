"""The leader's window, on the laptop's own screen: the plan, the places, what can be asked for."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial
from math import ceil

import pygame

from feedback.group.leading import Led
from feedback.group.step import GroupStep
from ui import desk_frame
from ui.desk_place import DeskPlace, desk_place
from ui.group.leader_asks import Asking
from ui.group.leader_offers import Offer, for_all, for_place
from ui.group.leader_plan import Plan
from ui.group.leader_rows import draw_rows, how_of, row_boxes
from ui.group.leader_view import LeaderView
from ui.group.stack import beside
from ui.inputs import XY, Click, Input
from ui.view import Choices, Seats
from words.tr import tr

_PLAN_SHARE = 0.44
# Larger type would leave too little room for what is written in it.
_MOST_SCALE = 1.3
_OTHER: dict[Seats, Seats] = {"forms": "figures", "figures": "forms"}


@dataclass(frozen=True, slots=True, eq=False)
class _Half:
    """One of the two panels: what it looks like, and what draws it within."""

    box: pygame.Rect
    looks: object
    draw: Callable[[pygame.Surface, DeskPlace, pygame.Rect], None]


class LeaderScreen:
    """Draws the leader's window, and says what the leader asks for.

    Letters and signs come as `Typed`; all other keys as `Press`.

    Parameters
    ----------
    size
        Width and height of the window in pixels.
    language
        The language of the words.
    kept
        The numbers of the places of which something is kept, so that a note can be; `None` for all.
    """

    def __init__(
        self,
        size: tuple[int, int],
        language: str = "en",
        kept: Collection[int] | None = None,
    ) -> None:
        self._size = size
        self._language = language
        self._plan = Plan(language)
        self._asking = Asking(language, kept)
        self._for_all, self._for_place = for_all(language), for_place(self._asking, language)
        self._rows: dict[int, pygame.Rect] = {}
        self._framed: tuple[object, ...] = ()
        self._looked: dict[int, object] = {}
        self._bare = self._picture = pygame.Surface((0, 0))

    def resize(self, size: tuple[int, int]) -> None:
        """Take a window of `size` pixels."""
        self._size = size

    @property
    def chosen(self) -> int | None:
        """The number of the place that is chosen."""
        return self._asking.chosen

    @property
    def codes_shown(self) -> bool:
        """Whether the codes of who is at the places are shown."""
        return self._asking.codes_shown

    def hide_codes(self) -> None:
        """Hide the codes to begin with, since everybody sees the window, and say so."""
        self._asking.hide_codes()

    @property
    def writing(self) -> bool:
        """Whether a note is being written, so that letters are letters."""
        return self._asking.note is not None

    def caret(self) -> pygame.Rect | None:
        """Return where the next letter is put, for an input method's own window."""
        return None if self._asking.note is None else self._asking.note.caret()

    # --- what is asked for

    def take(self, event: Input, step: GroupStep, t: float) -> Led | None:
        """Take in what happened; return what it asks of the practice.

        Parameters
        ----------
        step
            Where the practice is, as it was drawn last.
        t
            Monotonic seconds.
        """
        if isinstance(event, Click) and not self.writing:
            return self._clicked(event.at, t)
        return self._asking.take(event, step, t)

    def _clicked(self, at: XY, t: float) -> Led | None:
        for number, box in self._rows.items():
            if box.collidepoint(at):
                self._asking.chosen = number
        for row in (*self._for_all, self._for_place):
            for offer in row:
                if offer.button.box.collidepoint(at):
                    return offer.does(t)
        return None

    # --- the picture

    def draw(
        self,
        surface: pygame.Surface,
        step: GroupStep,
        view: LeaderView,
        choices: Choices,
        t: float,
    ) -> None:
        """Draw the window as it is at `t` seconds.

        Each half is painted anew only when something in it is another; the time is one of the
        plan's words.
        """
        place, halves = self._keep_frame(view, choices, self._says(view, t))
        looks_plan, looks_places = _looks(step, view)
        plan = _Half(halves[0], looks_plan, partial(self._draw_plan, step=step, view=view, t=t))
        places = _Half(halves[1], looks_places, partial(self._draw_places, step=step, view=view))
        for half in (plan, places):
            # A caret blinks, and letters come, in the note that is written.
            same = half.looks == self._looked.get(half.box.left) and not self.writing
            if same and half.box.left in self._looked:
                continue
            self._looked[half.box.left] = half.looks
            self._picture.blit(self._bare, half.box, half.box)
            half.draw(self._picture, place, desk_frame.within(half.box, place))
        surface.blit(self._picture, (0, 0))

    def _keep_frame(
        self, view: LeaderView, choices: Choices, said: str
    ) -> tuple[DeskPlace, tuple[pygame.Rect, pygame.Rect]]:
        """Paint what is round both halves, where it is another; return where all is."""
        scale = min(choices.text_scale, _MOST_SCALE)
        lines = desk_frame.lines_said(said, self._size, scale)
        place = desk_place(self._size, scale, lines, choices.theme)
        halves = desk_frame.halves(place, _PLAN_SHARE)
        asking, sees = self._asking, view.each_per_s is not None
        keys = self._keys(sees=sees, seats=choices.seats)
        framed = (place, said, view.initials, keys, asking.chosen, self.writing)
        if framed != self._framed:
            self._framed = framed
            self._looked.clear()
            self._bare = pygame.Surface(self._size)
            who = tr("leader.led-by", self._language, who=view.initials) if view.initials else ""
            title = tr("leader.title", self._language)
            desk_frame.draw(self._bare, place, title, who, said, keys)
            for half in halves:
                desk_frame.panel(self._bare, half, place)
            self._picture = self._bare.copy()
        return place, halves

    def _says(self, view: LeaderView, t: float) -> str:
        """Return what is said over the keys: of a key, the projector, the source, the codes."""
        projector = None if view.projected else "leader.no-projector"
        hides = view.codes and self._asking.all_see and not self.codes_shown
        hidden = "leader.codes-hidden" if hides else None
        said = self._asking.said(t) or projector or view.notice or hidden
        return "" if said is None else tr(said, self._language, **dict(view.values))

    def _keys(self, *, sees: bool, seats: Seats) -> tuple[tuple[str, str], ...]:
        language = self._language
        if self.writing:
            return (("Enter", tr("leader.keep", language)), ("Esc", tr("leader.drop", language)))
        codes = "leader.hide-codes" if self.codes_shown else "leader.show-codes"
        return (
            ("1–8", tr("leader.choose", language)),
            ("C", tr(codes, language)),
            *((("P", tr("leader.places", language)),) if sees else ()),
            *((("G", tr(f"leader.seats.{_OTHER[seats]}", language)),) if sees else ()),
            ("Esc Esc", tr("leader.leave", language)),
        )

    def _draw_plan(
        self,
        surface: pygame.Surface,
        place: DeskPlace,
        room: pygame.Rect,
        *,
        step: GroupStep,
        view: LeaderView,
        t: float,
    ) -> None:
        of = place.sizes
        gap, rows = of.gap_px, self._for_all
        top = room.bottom - len(rows) * of.row_px - (len(rows) - 1) * gap
        above = pygame.Rect(room.left, room.top, room.width, top - 2 * gap - room.top)
        self._plan.draw(surface, place, above, step, view, t)
        for row in rows:
            _draw_row(surface, place, pygame.Rect(room.left, top, room.width, of.row_px), row)
            top += of.row_px + gap

    def _draw_places(
        self,
        surface: pygame.Surface,
        place: DeskPlace,
        room: pygame.Rect,
        *,
        step: GroupStep,
        view: LeaderView,
    ) -> None:
        of = place.sizes
        foot = pygame.Rect(room.left, room.bottom - of.row_px, room.width, of.row_px)
        above = pygame.Rect(room.left, room.top, room.width, foot.top - 2 * of.gap_px - room.top)
        boxes = row_boxes(above, len(step.places), of.line_px, of.gap_px)
        numbers = [each.number for each in step.places]
        self._rows = dict(zip(numbers, boxes, strict=True))
        codes = view.codes if self.codes_shown else {}
        draw_rows(surface, place, self._rows, step.places, codes, self.chosen, self._language)
        if self._asking.note is None:
            _draw_row(surface, place, foot, self._for_place)
            return
        self._asking.note.box = foot
        self._asking.note.draw(surface, of, focused=True)


def _looks(step: GroupStep, view: LeaderView) -> tuple[object, object]:
    """Return all that the two halves show of the practice."""
    public = step.public
    seconds, minutes = ceil(public.remaining_s), int(step.elapsed_s // 60)
    places = tuple(
        (each.number, how_of(each, "en"), each.notices, each.invited) for each in step.places
    )
    return (public.kind, step.index, step.rate, seconds, minutes, view), (places, view.codes)


def _draw_row(
    surface: pygame.Surface, place: DeskPlace, row: pygame.Rect, offers: tuple[Offer, ...]
) -> None:
    """Draw some buttons beside one another."""
    for offer, box in zip(offers, beside(row, len(offers), place.sizes.gap_px), strict=True):
        offer.button.box = box
        offer.button.draw(surface, place.sizes, focused=False)
