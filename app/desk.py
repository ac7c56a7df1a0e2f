"""The staff's window without its window: which screen is shown, and what its answers lead to."""

from collections.abc import Callable
from dataclasses import replace
from math import inf
from typing import Any

from app.desk_store import Answer, StoreThread
from exercises.staff import Staff
from ui.around import Around
from ui.desk_screen import DeskScreen
from ui.inputs import Input
from ui.next import (
    Ask,
    Back,
    Calibrate,
    Leave,
    Next,
    Open,
    Refused,
    Stay,
    Unlock,
)
from ui.next import Lock as LockAsked
from ui.screens.lock import Lock
from ui.screens.people import People
from vision.closing import ClosesOnExit

# Without a key or a click for so long, the window locks itself, and opens where it was left (a
# default of ours).
LOCKED_AFTER_S = 600.0

# An answer that takes longer is said to (a default of ours).
MOMENT_S = 0.4

Begun = Callable[[Around, Calibrate], DeskScreen | str]
"""Begins a calibration: gives its screen, or one line on why there is none."""


class Desk(ClosesOnExit):
    """The screens, one over the other, of which the last is seen.

    Attributes
    ----------
    closed
        Whether the window is to be closed.

    Parameters
    ----------
    around
        What every screen has around it, before anybody is here.
    store
        The store's thread.
    calibrate
        Begins a calibration.
    """

    def __init__(self, around: Around, store: StoreThread, calibrate: Begun) -> None:
        self._around, self._store, self._begin = around, store, calibrate
        self.closed = False
        self._touched_s = -inf
        self._waits_from_s = inf
        self._screens: list[DeskScreen] = []

    def begin_locked(self, opened_by: str) -> None:
        """Begin at the lock; `opened_by` as of `ui.screens.lock.Lock`."""
        self.begin(Lock(self._around, opened_by, self._unlocked))

    def begin(self, screen: DeskScreen) -> None:
        """Begin at a screen."""
        self._show(screen)

    @property
    def top(self) -> DeskScreen:
        """The screen that is seen."""
        return self._screens[-1]

    @property
    def who(self) -> str:
        """The initials of who is here; empty while nobody is."""
        return "" if self._locked else self._around.who

    @property
    def waiting(self) -> bool:
        """Whether an answer is still to come."""
        return self._store.waiting

    @property
    def _locked(self) -> bool:
        return isinstance(self.top, Lock)

    def take(self, event: Input, t: float) -> None:
        """Take in what happened at `t` seconds."""
        self._touched_s = t
        if not self._store.waiting:
            self._waits_from_s = t
        self._follow(self.top, self.top.take(event))

    def turn(self, t: float) -> bool:
        """Take in what was answered, and lock where nobody is here; return whether anything was.

        Raises
        ------
        BaseException
            What went amiss in the store's thread by a fault of the program's own.
        """
        answers = self._store.answers()
        for answer in answers:
            self._answered(answer)
        if self._says_to_wait(t):
            return True
        if self._screens and not self._locked and self._is_idle(t):
            self.lock()
            return True
        return bool(answers)

    def _says_to_wait(self, t: float) -> bool:
        """Say that an answer takes a moment, and stop saying it; return whether that changed."""
        said = self._around.tr("desk.moment")
        if not self._store.waiting:
            self._waits_from_s = t
            if self.top.said != said:
                return False
            self.top.said = ""
            return True
        if t - self._waits_from_s < MOMENT_S or self.top.said:
            return False
        self.top.said = said
        return True

    def _is_idle(self, t: float) -> bool:
        """Return whether nobody has done anything for long, where somebody is to."""
        if self._touched_s == -inf or self.top.moving or not self._around.who:
            self._touched_s = max(self._touched_s, t)
        return t - self._touched_s > LOCKED_AFTER_S

    def lock(self) -> None:
        """Lock; what was open is there again for whoever left it."""
        if not self._locked:
            self._show(Lock(self._around, "pin", self._unlocked, self._around.who))

    def follow(self, screen: DeskScreen, following: Next) -> None:
        """Do what a screen answered by itself, as a calibration does between two pictures."""
        self._follow(screen, following)

    def _unlocked(self, staff: Staff) -> Next:
        returns = staff.initials == self._around.who and len(self._screens) > 1
        if returns:
            return Back()
        for screen in self._screens:
            screen.closed()
        self._around = replace(self._around, who=staff.initials)
        self._screens = self._screens[-1:]
        return Open(People(self._around), instead=True)

    def _answered(self, answer: Answer) -> None:
        screen, then, refused = answer.tag
        if screen not in self._screens:
            return
        if isinstance(answer.result, Refused):
            self._follow(screen, (refused or screen.refused)(answer.result))
        else:
            self._follow(screen, then(answer.result))

    def _follow(self, screen: DeskScreen, following: Next) -> None:
        """Do what a screen answered; only the one that is seen leads anywhere else."""
        if isinstance(following, Ask):
            self._store.ask((screen, following.then, following.refused), following.of)
        elif isinstance(following, Unlock):
            tag = (screen, following.then, following.refused)
            self._store.open(tag, following.passphrase)
        elif following is not None and not isinstance(following, Stay) and screen is self.top:
            self._lead(screen, following)

    def _lead(self, screen: DeskScreen, following: Any) -> None:
        if isinstance(following, Open):
            if following.instead:
                self._screens.pop()
                screen.closed()
            self._show(following.screen)
        elif isinstance(following, Back):
            self._back(following)
        elif isinstance(following, Calibrate):
            begun = self._begin(self._around, following)
            if isinstance(begun, str):
                screen.said = begun
            else:
                self._show(begun)
        elif isinstance(following, LockAsked):
            self.lock()
        elif isinstance(following, Leave):
            self.close()

    def _back(self, back: Back) -> None:
        if len(self._screens) == 1:
            self.close()
            return
        self._screens.pop().closed()
        screen = self.top
        if back.after is not None:
            self._follow(screen, back.after())
        if screen is self.top:
            self._follow(screen, screen.resumed())
            screen.said = back.said or screen.said

    def _show(self, screen: DeskScreen) -> None:
        self._screens.append(screen)
        self._follow(screen, screen.opened())

    def close(self) -> None:
        """Close every screen, the last first; one that sees lets go of the camera."""
        if self.closed:
            return
        self.closed = True
        for screen in reversed(self._screens):
            screen.closed()
