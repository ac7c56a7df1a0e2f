"""Home without its window: what is shown, and what the person's asking leads to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import pygame

from app.desk_store import StoreThread
from app.greeting import time_of_day
from app.home_asking import keep_filled
from app.home_keeping import keep_day, keep_day_in_any_case
from app.home_reading import DayRead, Days, read_day, read_days, read_home, read_practice
from app.keeping import Keeping
from app.led import Led
from app.practised import Practised
from app.settings import Settings
from exercises.exercise import Exercise
from exercises.person import Person
from feedback.instruments import Filled
from feedback.ratings import DiaryEntry
from ui.home.asked import (
    Answered,
    AsBefore,
    Go,
    HomeAsked,
    Leave,
    Noted,
    OpenDay,
    Practise,
    Settle,
)
from ui.home.at import HomeAt
from ui.home.card import CARDS
from ui.home.entries import PARTS, says_nothing, together
from ui.home.questions import opened
from ui.home.stage import Stage
from ui.inputs import Input
from ui.next import Refused
from ui.view import Choices

# What was just done is said for so long; a wait is said once it is longer than this (defaults of
# ours).
_SAID_S, _MOMENT_S = 6.0, 0.4
# The screens on which a day's entry is changed.
_IN_DIARY = frozenset({"diary", "feelings", *PARTS})


@dataclass(frozen=True, slots=True)
class Ready:
    """A practice that is ready to begin, and whose it is."""

    led: Led
    person: Person


class Home:
    """What one person has at home.

    Parameters
    ----------
    store
        The store's thread.
    code
        Whose home it is.
    known
        All movements there are, by id.
    settings
        As they are kept; `next_card` goes on.
    now
        Returns the day and the hour on the wall.

    Attributes
    ----------
    settings
        As they are to be kept.
    ready
        The practice that was asked for, once it is ready.
    closed
        Whether the window is to be closed.
    """

    def __init__(
        self,
        store: StoreThread,
        code: str,
        known: Mapping[str, Exercise],
        settings: Settings,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._store, self._code, self._known, self._now = store, code, known, now
        self.settings = settings
        self.ready: Ready | None = None
        self.closed = False
        self._choices = settings.choices()
        self._stage = Stage(settings.language)
        self._at = HomeAt(now().date(), time_of_day(now()), scanning=settings.scanning)
        self._read = DayRead(DiaryEntry(day=self._at.today))
        self._said = ""
        self._said_at_s: float | None = None
        self._waits_from_s: float | None = None
        self._there = False
        self._opening = False
        self._unanswered: Filled | None = None
        self._wanted: date | None = None

    @property
    def at(self) -> HomeAt:
        """What there is to show."""
        return self._at

    @property
    def said(self) -> str:
        """The id of what is said of what was just done; empty for nothing."""
        return self._said

    @property
    def stage(self) -> Stage:
        """The screens."""
        return self._stage

    # --- what happens

    def refresh(self) -> None:
        """Read all of it, as when home is come to."""
        now = self._now()
        self._at = replace(self._at, today=now.date(), time_of_day=time_of_day(now))
        code, known, settings, at = self._code, self._known, self.settings, self._at
        self._store.ask(self._came, lambda store: read_home(store, code, known, settings, at))
        self._store.ask(self._days_came, lambda store: read_days(store, code))

    def take(self, event: Input, t: float) -> None:
        """Take in what happened at `t` seconds."""
        asked = self._stage.take(event, t)
        if asked is not None and not self._opening:
            self._follow(asked)

    def turn(self, t: float) -> None:
        """Take in what was answered, and set what is seen at `t` seconds.

        Raises
        ------
        BaseException
            What went amiss in the store's thread by a fault of the program's own.
        """
        for answer in self._store.answers():
            answer.tag(answer.result)
        if self._now().date() != self._at.today and not self._store.waiting:
            self.refresh()  # past midnight it is another day
        if not self._store.waiting:
            self._waits_from_s = None
            self._opening = False
        elif self._waits_from_s is None:
            self._waits_from_s = t
        if self._said and self._said_at_s is None:
            self._said_at_s = t
        if self._said_at_s is not None and t - self._said_at_s > _SAID_S:
            self._say("")
        if self._there:
            self._stage.set(self._at, t, self._said or self._wait_words(t))

    def draw(self, surface: pygame.Surface, choices: Choices) -> None:
        """Draw what is seen, once it was set."""
        self._stage.draw(surface, choices)

    @property
    def there(self) -> bool:
        """Whether there is something to see: the store has answered once."""
        return self._there

    def close(self) -> None:
        """Be over; what was noted and not kept yet is kept."""
        if self._at.where in _IN_DIARY or self._at.where == "both":
            self._keep(leaving=True)
        self._keep_filled()
        self.closed = True

    def liked(self, choices: Choices) -> None:
        """Take over how the screen is liked."""
        if choices != self._choices:
            self._choices = choices
            self.settings = self.settings.with_choices(choices)
            self._at = replace(self._at, scanning=choices.scanning)

    # --- a practice

    def practised(self, done: Practised, keeping: Keeping) -> None:
        """Keep what remains of a practice, or what was said in it since."""
        also: dict[str, object] = {}
        if done.outline is not None:
            also["outline"] = done.outline
        if done.signs_read:
            also["signs_read_on"] = self._now().date()
        self.settings = self.settings.model_copy(update=also)
        self._store.ask(
            lambda result: self._practice_kept(result, in_part=bool(keeping.unkept)),
            lambda store: keeping.keep(store, done),
        )

    def came_back(self) -> None:
        """Come home after a practice, or after one that could not begin."""
        self.ready = None
        self._at = replace(self._at, where="today")
        self.refresh()

    def say(self, id: str) -> None:
        """Say something of what was just done."""
        self._say(id)

    # --- what is asked for

    def _follow(self, asked: HomeAsked) -> None:
        self._say("")
        if isinstance(asked, Go):
            self._go(asked)
        elif isinstance(asked, OpenDay):
            self._open(asked)
        elif isinstance(asked, Noted):
            changed = asked.entry != self._read.entry
            self._at = replace(self._at, entry=asked.entry, changed=changed)
        elif isinstance(asked, AsBefore):
            self._at = replace(self._at, entry=self._read.entry, changed=False)
        elif isinstance(asked, Practise):
            self._practise(asked)
        elif isinstance(asked, Settle):
            self._settle(asked)
        elif isinstance(asked, Answered):
            self._answer(asked)
        elif isinstance(asked, Leave):
            self.close()

    def _go(self, go: Go) -> None:
        if self._at.where == "diary" and go.to == "today":
            self._keep()
            self._at = replace(self._at, entry=None, changed=False)
        if go.to == "card":
            # The one after it is next, also where the window is closed on this one.
            card = self.settings.next_card % len(CARDS)
            self.settings = self.settings.model_copy(update={"next_card": (card + 1) % len(CARDS)})
            self._at = replace(self._at, card=card)
        self._at = replace(self._at, where=go.to)
        if go.to == "asking":
            self._ask()

    def _ask(self) -> None:
        """Open the question where it was left."""
        filled = self._at.filled
        if filled is None:
            self._at = replace(self._at, where="today")
            return
        where, at = opened(filled, self._at.question)
        self._at = replace(self._at, question=at, where=where)

    def _answer(self, asked: Answered) -> None:
        """Go to another question; or keep what was answered, where nothing more is asked."""
        self._at = replace(self._at, filled=asked.filled, question=asked.question or 0)
        if asked.question is not None:
            self._ask()
            return
        self._at = replace(self._at, where="today")
        self._keep_filled()

    def _keep_filled(self) -> None:
        """Keep what was answered, or that it was left out; nothing where nothing was said."""
        filled, code = self._at.filled, self._code
        if filled is None or filled == self._unanswered:
            return
        self._at = replace(self._at, filled=None, question=0)
        self._store.ask(
            lambda result: self._filled_kept(filled, result),
            lambda store: keep_filled(store, code, filled),
        )

    def _open(self, asked: OpenDay) -> None:
        """Open the diary of a day; what was noted of another is kept first."""
        if self._at.where == "diary":
            self._keep()
        code, day = self._code, asked.day
        self._opening, self._wanted = True, day
        self._store.ask(
            lambda result: self._day_came(day, result), lambda store: read_day(store, code, day)
        )

    def _practise(self, asked: Practise) -> None:
        code, known, settings = self._code, self._known, self.settings
        today = self._at.today
        self._opening = True
        self._store.ask(
            self._practice_ready,
            lambda store: read_practice(store, code, known, settings, today, short=asked.short),
        )

    def _settle(self, asked: Settle) -> None:
        theirs, mine = self._read.entry, self._at.note
        if asked.keep == "theirs":
            mine = theirs
        elif asked.keep == "together":
            mine = together(mine, theirs)
        self._at = replace(self._at, entry=mine, changed=mine != theirs, where="today", theirs=None)
        self._keep()
        self._at = replace(self._at, entry=None, changed=False)

    def _keep(self, *, leaving: bool = False) -> None:
        """Keep the entry that is open, where it is another than what is kept.

        Parameters
        ----------
        leaving
            Whether nobody is asked any more: of two entries, both are kept.
        """
        entry, read = self._at.entry, self._read
        if entry is None or not self._at.changed or not self._at.may_keep:
            return
        code, keeps = self._code, keep_day_in_any_case if leaving else keep_day
        if leaving and self._at.theirs is not None:
            entry = together(entry, self._at.theirs)
        self._store.ask(
            lambda result: self._day_kept(entry, read, result),
            lambda store: keeps(store, code, entry, read),
        )

    # --- what is answered

    def _came(self, result: Any) -> None:
        if isinstance(result, Refused):
            self._say("home.not-read")
            self._there = True
            return
        now: HomeAt = result
        self._at = replace(
            self._at,
            name=now.name,
            planned=now.planned,
            cleared=now.cleared,
            short=now.short,
            last=now.last,
            goals=now.goals,
            may_keep=now.may_keep,
            filled=self._going_on(now.filled),
        )
        self._there = True

    def _going_on(self, read: Filled | None) -> Filled | None:
        """Return what is asked: what is half answered today goes on."""
        self._unanswered, mine = read, self._at.filled
        begun = mine is not None and read is not None and mine.day == read.day
        return mine if begun else read

    def _days_came(self, result: Any) -> None:
        if isinstance(result, Days):
            self._at = replace(self._at, practised=result.practised, noted=result.noted)

    def _day_came(self, day: date, result: Any) -> None:
        if day != self._wanted:
            return  # what was noted of the day before could not be kept, and is shown again
        if isinstance(result, Refused):
            self._say("home.not-read")
            return
        self._read = result
        self._at = replace(self._at, where="diary", entry=result.entry, changed=False)

    def _day_kept(self, entry: DiaryEntry, read: DayRead, result: Any) -> None:
        if isinstance(result, Refused):
            self._day_refused(entry, read, result)
            return
        day = {entry.day}
        noted = self._at.noted - day if says_nothing(entry) else self._at.noted | day
        self._at = replace(self._at, noted=noted)
        self._say("home.kept")

    def _filled_kept(self, filled: Filled, result: Any) -> None:
        if isinstance(result, Refused):
            # It is offered again, with what was answered.
            self._at = replace(self._at, filled=filled)
            self._say("home.not-kept")
            return
        self._say("home.asking-left" if filled.skipped else "home.kept")

    def _day_refused(self, entry: DiaryEntry, read: DayRead, refused: Refused) -> None:
        """Show the entry again that was not kept; beside the other, where there is one."""
        self._wanted = None
        if not refused.stale:
            self._read = read
            self._at = replace(self._at, where="diary", entry=entry, changed=True)
            self._say("home.not-kept")
            return
        code = self._code

        def both(result: Any) -> None:
            if isinstance(result, Refused):
                self._day_refused(entry, read, Refused(result.line))
                return
            self._read = result
            self._at = replace(
                self._at, where="both", entry=entry, theirs=result.entry, changed=True
            )

        self._opening = True
        self._store.ask(both, lambda store: read_day(store, code, entry.day))

    def _practice_ready(self, result: Any) -> None:
        if isinstance(result, Refused):
            self._say("home.no-practice")
            return
        led, person = result
        self.ready = Ready(led, person)

    def _practice_kept(self, result: Any, *, in_part: bool) -> None:
        if isinstance(result, Refused):
            self._say("home.practice-not-kept")
        elif in_part:
            self._say("home.practice-kept-in-part")
        else:
            self._say("home.practice-kept" if result else "home.practice-not-agreed")

    # --- what is said

    def _say(self, id: str) -> None:
        self._said, self._said_at_s = id, None

    def _wait_words(self, t: float) -> str:
        """Return the id of what is said of an answer that takes a moment."""
        waited = 0.0 if self._waits_from_s is None else t - self._waits_from_s
        return "home.moment" if self._opening and waited > _MOMENT_S else ""
