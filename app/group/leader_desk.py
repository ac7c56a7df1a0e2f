"""The leader's window, page by page: who arrives, leading, the places, and the end."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import Enum
from typing import Literal

import pygame

from app.group.detection import GroupSeen
from app.group.room_page import RoomPage
from feedback.group.leading import Led
from feedback.group.step import GroupStep
from ui.group.leader import LeaderScreen
from ui.group.leader_view import LeaderView
from ui.group.places_view import PlacesAsked
from ui.group.sheet import Answers, SheetScreen, When
from ui.inputs import Input, Press, Typed
from ui.keys import on_key
from ui.view import Choices
from vision.zones import Zone

PageName = Literal["arriving", "leading", "placing", "closing"]


class Wanted(Enum):
    """What the leader wants that is not of the practice."""

    KEEP_PLACES = "keep-places"
    PLACES_SET = "places-set"
    OPEN_PROJECTED = "open-projected"


# What is heard is changed by these keys on every page where no letters are written.
_HEARD = frozenset({pygame.K_COMMA, pygame.K_PERIOD, pygame.K_q})


class LeaderDesk:
    """Keeps which page the leader's window shows, draws it, and says what is asked at it.

    Parameters
    ----------
    places
        Of whom something is kept, by the numbers of their places: they are asked on arriving and
        at the end, and a note can be written of them.

    Attributes
    ----------
    page
        What is shown.
    zones
        The places as they were set last on their page.
    """

    def __init__(self, size: tuple[int, int], language: str, places: Sequence[int]) -> None:
        self.page: PageName = "leading"
        self.zones: tuple[Zone, ...] = ()
        self.answers: dict[When, Mapping[int, Answers]] = {"before": {}, "after": {}}
        self._size, self._language, self._places = size, language, tuple(places)
        self._leader = LeaderScreen(size, language, self._places)
        self._sheet: SheetScreen | None = None
        self._room: RoomPage | None = None

    # --- the pages

    def ask(self, when: When) -> None:
        """Show the pages that ask each place in turn; nothing where nobody is to be asked."""
        if self._places:
            self.page = "arriving" if when == "before" else "closing"
            self._sheet = SheetScreen(self._size, self._places, when, self._language)

    def open_places(self, zones: Sequence[Zone]) -> None:
        """Show the places over the camera's picture; their numbers are those of the practice."""
        self.page = "placing"
        self._room = RoomPage(self._size, zones, self._language, fixed=True)

    def hide_codes(self) -> None:
        """Hide the codes to begin with, since everybody sees the window; C shows them."""
        self._leader.hide_codes()

    def resize(self, size: tuple[int, int]) -> None:
        """Take a window of `size` pixels."""
        if size == self._size:
            return
        self._size = size
        self._leader.resize(size)
        for page in (self._sheet, self._room):
            if page is not None:
                page.resize(size)

    def caret(self) -> pygame.Rect | None:
        """Return where the next letter is put, for an input method's own window."""
        if self.page == "leading":
            return self._leader.caret()
        return None if self._sheet is None else self._sheet.caret()

    # --- what is asked for

    def take(self, event: Input, step: GroupStep, t: float) -> Led | Wanted | None:
        """Take in what happened; return what it asks for."""
        if self.page in ("arriving", "closing") and self._sheet is not None:
            self._answer(event, self._sheet, t)
            return None
        if self.page == "placing" and self._room is not None:
            return self._placed(event, self._room)
        if isinstance(event, Typed) and not self._leader.writing:
            wanted = {"k": Wanted.KEEP_PLACES, "o": Wanted.OPEN_PROJECTED}.get(event.text.lower())
            if wanted is not None:
                return wanted
        return self._leader.take(event, step, t)

    def choices_of(self, event: Input, choices: Choices) -> Choices | None:
        """Return other choices of what is heard, or of what stands for each, as a key asks."""
        free = self.page == "leading" and not self._leader.writing
        if free and isinstance(event, Typed) and event.text.lower() == "g":
            return replace(choices, seats="forms" if choices.seats == "figures" else "figures")
        if not free or not isinstance(event, Press) or event.key not in _HEARD:
            return None
        chosen = on_key(event.key, choices)
        return chosen if isinstance(chosen, Choices) else None

    def asks_for_places(self, event: Input) -> bool:
        """Return whether a key asks for the page of the places."""
        return (
            isinstance(event, Typed)
            and event.text.lower() == "p"
            and self.page == "leading"
            and not self._leader.writing
        )

    def _answer(self, event: Input, sheet: SheetScreen, t: float) -> None:
        sheet.take(event, t)
        when: When = "before" if self.page == "arriving" else "after"
        self.answers[when] = dict(sheet.answers)
        if sheet.done:
            self.page, self._sheet = "leading", None

    def _placed(self, event: Input, room: RoomPage) -> Wanted | None:
        asked = room.take(event)
        if asked is None:
            return None
        self.page, self._room = "leading", None
        if asked is PlacesAsked.LEAVE:
            return None
        self.zones = room.zones
        return Wanted.PLACES_SET

    # --- the picture

    def draw(
        self,
        surface: pygame.Surface,
        step: GroupStep,
        view: LeaderView,
        seen: GroupSeen | None,
        choices: Choices,
        t: float,
    ) -> None:
        """Draw the page that is shown."""
        if self._sheet is not None:
            self._sheet.draw(surface, choices)
        elif self._room is not None:
            frame, people = (None, None) if seen is None else (seen.frame, seen.people)
            self._room.draw(surface, frame, people, view.notice, choices, t)
        else:
            self._leader.draw(surface, step, view, choices, t)
        caret = self.caret()
        if caret is not None:
            pygame.key.set_text_input_rect(caret)
