"""The live loop of a group: what is newest, what it means for each, two pictures."""

from collections import deque
from collections.abc import Callable, Mapping
from math import inf

import pygame

from app.asleep import Asleep
from app.clock import Cadence, monotonic
from app.group.bumped import Bumped
from app.group.following import GroupFollow, follow_no_group
from app.group.heard import heard_of, spoken_of
from app.group.inviting import Inviting
from app.group.leader_desk import LeaderDesk, Wanted
from app.group.leaving import Leaving, say_nothing_began
from app.group.pictures import Pictures, Who, view_of
from app.group.watching import Watch
from app.group.welcoming import welcoming
from app.group.windows import Closed, Happened, Where, Windows
from app.sounds import Sounds
from app.timings import Timings
from feedback.group.group import Group
from feedback.group.leading import Lead, Led
from feedback.group.step import GroupStep
from feedback.practice import SLEPT_S
from ui.group.leader_keys import hot_key
from ui.inputs import Press
from ui.keys import on_key
from ui.view import Choices
from words.tr import tr

DISPLAY_FPS = 60
# A leader's window that was closed while it asks opens again so much later: nothing can go on
# without it (a default of ours).
REOPENS_S = 4.0
_HEARD = frozenset({pygame.K_COMMA, pygame.K_PERIOD, pygame.K_q})


class GroupLoop:
    """One practice of a group before one live source, in its windows.

    Parameters
    ----------
    begin
        Makes the practice, given the second at which it begins.
    codes, initials
        Who is at which place, and who leads: for the leader's window alone.
    inviting
        Who is invited to rest in which part of the plan.
    finished
        Called once with the practice as soon as it is over.
    follow
        Called at each turn with what the practice was given and where it is.
    """

    def __init__(
        self,
        begin: Callable[[float], Group],
        watch: Watch,
        windows: Windows,
        desk: LeaderDesk,
        timings: Timings,
        *,
        sounds: Sounds | None = None,
        language: str = "en",
        codes: Mapping[int, str] | None = None,
        initials: str = "",
        inviting: Inviting | None = None,
        finished: Callable[[Group], object] = lambda group: None,
        follow: GroupFollow = follow_no_group,
    ) -> None:
        self._begin, self._watch, self._windows, self._desk = begin, watch, windows, desk
        self._timings, self._sounds = timings, sounds or Sounds.none()
        self._language = language
        self._inviting = inviting or Inviting({})
        self._finished, self._follow = finished, follow
        self._asleep, self._bumped = Asleep(), Bumped()
        self._pictures = Pictures(windows, language)
        if windows.shared:
            desk.hide_codes()
        self._who = Who(dict(codes or {}), initials)
        self._asked: deque[Led] = deque()
        self._leaving, self._closed_s = Leaving(windows), -inf
        self._newest_s = -inf
        self._beginning: GroupStep | None = None
        self._over = self._closes = False
        self.group: Group | None = None
        self.step: GroupStep | None = None

    def run(self, seconds: float | None = None) -> None:
        """Lead until the practice is over and its end was seen, or whoever leads ends it.

        Parameters
        ----------
        seconds
            End after so long, if given.

        Raises
        ------
        BaseException
            What the source or a vision thread raised.
        """
        cadence, began = Cadence(DISPLAY_FPS), monotonic()
        while True:
            t = cadence.begin()
            over = self.turn(t)
            cadence.beat()
            self._windows.present()
            self._timings.tick("display interval", monotonic())
            self.turn_leader(t)
            if over or (seconds is not None and t - began > seconds):
                break
        if self.group is None:
            say_nothing_began()

    def turn(self, t: float) -> bool:
        """Take in what happened, step and draw, at `t` seconds; return whether it is over.

        Raises
        ------
        BaseException
            What the source or a vision thread raised.
        """
        before = self._beginning = self.step or self._beginning or self._preview(t)
        self._take_in(before, t)
        sights = self._watch.look(self.step, t)
        self._notice()
        self._reopen(t)
        group = self.group
        if group is None and not self._over and self._desk.page != "arriving":
            group = self.group = self._begin(t)
        if group is None:
            step = before
        else:
            step = self.step = group.step(self._next_asked(t), sights, t)
            self._follow(group, step, sights, self._picture_px, t)
            self._watch.follow(step)
            self._asked.extend(self._inviting.after(step))
        self._go_on(group, before, step)
        public = step.public if group is not None else welcoming(step.public, t)
        choices = self._windows.choices
        self._sounds.hear(heard_of(public), spoken_of(public), choices, t)
        self._pictures.draw(public, choices, t, self._sounds.caption(t), sights)
        return self._over or self._watch.ended

    def turn_leader(self, t: float) -> None:
        """Draw the leader's window and show it, where that is due at `t` seconds."""
        step = self.step or self._beginning
        if step is not None and self._pictures.leader_due(t):
            view = view_of(self._watch, self._bumped, self._who, step, self._windows, t)
            self._pictures.draw_leader(self._desk, step, view, self._watch.last, t)

    # --- what happens

    @property
    def _picture_px(self) -> tuple[int, int]:
        last = self._watch.last
        if last is None:
            return 0, 0
        height, width = last.frame.image.shape[:2]
        return width, height

    def _preview(self, t: float) -> GroupStep:
        """Return the beginning, for whoever arrives: nothing of it goes on yet."""
        return self._begin(t).step(None, {}, t)

    def _take_in(self, step: GroupStep, t: float) -> None:
        if self._windows.sound_lost:
            self._windows.sound_lost = False
            self._sounds.lost(t)
        for happened in list(self._windows.happened(t)):
            if isinstance(happened, Closed):
                self._closed(happened, t)
            elif happened.where is Where.LEADER:
                self._led(happened, step, t)
            else:
                self._hot(happened, t)

    def _led(self, happened: Happened, step: GroupStep, t: float) -> None:
        """Take in what was done at the leader's window."""
        self._pictures.follow_leader(t)
        chosen = self._desk.choices_of(happened.what, self._windows.choices)
        if chosen is not None:
            self._windows.choices = chosen
            return
        if self._desk.asks_for_places(happened.what) and self._watch.zones:
            self._desk.open_places(self._watch.zones)
            return
        asked = self._desk.take(happened.what, step, t)
        if isinstance(asked, Wanted):
            self._want(asked)
        elif asked is not None:
            self._ask(asked)

    def _want(self, wanted: Wanted) -> None:
        if wanted is Wanted.OPEN_PROJECTED:
            self._windows.open_projected()
            return
        if wanted is Wanted.PLACES_SET:
            self._watch.take_places(self._desk.zones)
        self._bumped.settled()

    def _hot(self, happened: Happened, t: float) -> None:
        """Take in a key at the projected window, of which there are few."""
        press = happened.what
        if not isinstance(press, Press):
            return
        alone = self._windows.leader is None
        if alone and not self._windows.one and press.key == pygame.K_l:
            self._windows.open_leader()
        elif alone and press.key == pygame.K_ESCAPE:
            if not press.repeated and self._leaving.escaped(t):
                self._ask(Lead.LEAVE)
        elif press.key in _HEARD:
            chosen = on_key(press.key, self._windows.choices)
            if isinstance(chosen, Choices):
                self._windows.choices = chosen
        else:
            asked = hot_key(press)
            if asked is not None:
                self._ask(asked)

    def _ask(self, asked: Led) -> None:
        if self.group is None:
            # Nothing goes on yet that it could be asked of.
            self._over = self._over or asked is Lead.LEAVE
            return
        if self.step is not None and self.step.public.kind == "finished":
            # What was private is asked already: whatever goes on or leaves ends it now.
            self._over = self._over or asked in (Lead.LEAVE, Lead.NEXT)
        self._asked.append(asked)

    def _closed(self, closed: Closed, t: float) -> None:
        """Follow a window that was closed by hand: the practice goes on without it."""
        windows = self._windows
        if closed is Closed.ALL:
            self._over = True
        elif closed is Closed.LEADER:
            self._closed_s = t
            windows.close_leader(tr("leader.window-closed", self._language))
        elif windows.one:
            self._ask(Lead.LEAVE)
        else:
            windows.close_projected()
            windows.open_leader()
        if windows.projected is None and windows.leader is None:
            windows.open_projected()

    def _reopen(self, t: float) -> None:
        """Open the leader's window again where it asks and was closed a while ago."""
        windows, asks = self._windows, self._desk.page in ("arriving", "closing")
        if asks and windows.leader is None and t - self._closed_s >= REOPENS_S:
            windows.open_leader()

    def _next_asked(self, t: float) -> Led | None:
        """Return what is asked of the practice next; a machine that slept pauses for all."""
        if self._asleep.since_last(t) > SLEPT_S and self._goes:
            return Lead.PAUSE
        return self._asked.popleft() if self._asked else None

    @property
    def _goes(self) -> bool:
        return self.step is not None and self.step.public.kind not in ("paused", "finished")

    def _notice(self) -> None:
        """Notice what is new in the newest looks."""
        self._watch.look_all_over(self._bumped.asks or self._desk.page == "placing")
        seen = self._watch.last
        if seen is None or seen.found_s == self._newest_s:
            return
        self._newest_s = seen.found_s
        self._timings.tick("look interval", seen.found_s)
        newest = max(seen.places.values(), key=lambda place: place.found_s)
        self._timings.add("capture to pose", newest.found_s - newest.frame.time_s)
        self._bumped.see(seen, self._watch.zones)

    def _go_on(self, group: Group | None, before: GroupStep, step: GroupStep) -> None:
        """Follow the practice to its end: what is kept, and what is asked then."""
        if group is None or step.public.kind != "finished":
            return
        if before.public.kind != "finished":
            self._finished(group)
            self._desk.ask("after")
            self._closes = self._desk.page == "closing"
        elif self._desk.page == "leading" and self._closes:
            self._over = True
