"""A group's two windows: the projected one and the leader's, and what happens at them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from math import inf

import pygame

from app.display import TITLE, close_display
from app.group.panes import Pane
from app.held_keys import HeldKeys
from app.settings import Settings
from app.window import clipboard
from ui.inputs import Click, Drag, Drop, Input, Pasted, Press, asks_to_paste, input_of
from ui.keys import text_resized, themed
from ui.view import Choices
from vision.closing import ClosesOnExit

# How often it is looked which displays there are.
DISPLAYS_EVERY_S = 1.0
_REPEAT_MS = (350, 45)


class Where(Enum):
    """At which window something happened."""

    LEADER = "leader"
    PROJECTED = "projected"


class Closed(Enum):
    """A window was closed by hand; or the system asks the program to end."""

    LEADER = "leader"
    PROJECTED = "projected"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that was done at one of the windows."""

    where: Where
    what: Input


class Windows(ClosesOnExit):
    """The windows of a group.

    The projected one fills the second display where there is one; it is a window on the first
    where that goes away, and fills it again when it comes back.

    Parameters
    ----------
    one
        Whether there is the projected one alone.
    displays
        How many displays there are.

    Attributes
    ----------
    choices
        How the screens are liked; keys change it.
    sound_lost
        Whether the system took a sound device away since it was looked at last.
    """

    def __init__(
        self,
        settings: Settings,
        size: tuple[int, int],
        *,
        one: bool = False,
        displays: Callable[[], int] | None = None,
    ) -> None:
        self.choices: Choices = settings.choices()
        self.sound_lost = False
        pygame.display.init()
        pygame.font.init()
        pygame.key.set_repeat(*_REPEAT_MS)
        pygame.key.start_text_input()
        self._displays = displays or pygame.display.get_num_displays
        self._size, self._one = size, one
        self._looked_s = -inf
        self._held = HeldKeys()
        self._second = False
        self._projected: Pane | None = None
        self._leader: Pane | None = None
        self.open_projected()
        if not one:
            self.open_leader()

    # --- the windows

    @property
    def size(self) -> tuple[int, int]:
        """Width and height that the windows are opened with, in pixels."""
        return self._size

    @property
    def one(self) -> bool:
        """Whether there is to be the projected one alone."""
        return self._one

    @property
    def shared(self) -> bool:
        """Whether there is one display alone, so that everybody sees the leader's window too."""
        return not self._second

    @property
    def projected(self) -> Pane | None:
        """The projected window; `None` while it is closed."""
        return self._projected

    @property
    def leader(self) -> Pane | None:
        """The leader's window; `None` while it is closed."""
        return self._leader

    def open_projected(self) -> None:
        """Open the projected window, where it is not."""
        if self._projected is not None:
            return
        self._second = self._displays() > 1
        self._projected = Pane(TITLE, self._size, int(self._second))
        if self._second or self.choices.full_screen:
            self._projected.fill(int(self._second))

    def open_leader(self) -> None:
        """Open the leader's window, where it is not, and give it the keys."""
        if self._leader is None:
            self._leader = Pane(f"{TITLE}: leader", self._size)
        if self._projected is not None:
            self._projected.title = TITLE
        self._leader.focus()

    def close_leader(self, hint: str = "") -> None:
        """Close the leader's window; `hint` stands over the projected one until it is back."""
        if self._leader is not None:
            self._leader.close()
            self._leader = None
        if self._projected is not None and hint:
            self._projected.title = f"{TITLE}: {hint}"

    def close_projected(self) -> None:
        """Close the projected window."""
        if self._projected is not None:
            self._projected.close()
            self._projected = None

    def close(self) -> None:
        """Close both."""
        self.close_leader()
        self.close_projected()
        close_display()

    def present(self) -> None:
        """Show what was drawn in the projected window."""
        if self._projected is not None:
            self._projected.present()

    def present_leader(self) -> None:
        """Show what was drawn in the leader's window."""
        if self._leader is not None:
            self._leader.present()

    # --- what happens

    def happened(self, t: float) -> Iterator[Happened | Closed]:
        """Yield what was done at the windows since the last call."""
        self._follow_displays(t)
        events = pygame.event.get()
        closes = any(event.type == pygame.WINDOWCLOSE for event in events)
        for event in events:
            if event.type == pygame.AUDIODEVICEREMOVED:
                self.sound_lost = True
            elif event.type == pygame.WINDOWCLOSE:
                where = self._where(event)
                yield Closed.LEADER if where is Where.LEADER else Closed.PROJECTED
            elif event.type == pygame.QUIT:
                # Of the last window the system says so and asks to quit; else it is asked itself.
                if not closes or (self._leader is not None and self._projected is not None):
                    yield Closed.ALL
            else:
                yield from self._done(event)
        for pane in (self._projected, self._leader):
            if pane is not None:
                pane.follow()

    def _done(self, event: pygame.event.Event) -> Iterator[Happened]:
        where = self._where(event)
        found = self._held.marked(event, input_of(event))
        if asks_to_paste(found):
            found = Pasted(clipboard())
        if found is None or (isinstance(found, Press) and self._own(found)):
            return
        pane = self._leader if where is Where.LEADER else self._projected
        if isinstance(found, Click | Drag | Drop) and pane is not None:
            found = replace(found, at=pane.placed(found.at))
        yield Happened(where, found)

    def _where(self, event: pygame.event.Event) -> Where:
        """Return at which window something happened; at the leader's where that is not said."""
        window = getattr(event, "window", None)
        projected, leader = self._projected, self._leader
        if window is not None and projected is not None and window.id == projected.id:
            return Where.PROJECTED
        return Where.PROJECTED if leader is None else Where.LEADER

    def _own(self, press: Press) -> bool:
        """Take in a key that is the windows' own; return whether it was one."""
        if press.key == pygame.K_F11:
            if not press.repeated:
                self._turn_full()
            return True
        if press.key == pygame.K_F9:
            # Held, it does not run through the themes, which would flicker.
            self.choices = self.choices if press.repeated else themed(self.choices)
            return True
        resized = text_resized(press.key, self.choices) if press.ctrl else None
        self.choices = resized or self.choices
        return resized is not None

    def _turn_full(self) -> None:
        pane = self._projected
        if pane is None:
            return
        full = not pane.full_screen
        self.choices = replace(self.choices, full_screen=full)
        if full:
            pane.fill(int(self._second))
        else:
            pane.windowed(int(self._second))

    def _follow_displays(self, t: float) -> None:
        """Go to the second display when it comes, and to the first when it goes."""
        if t - self._looked_s < DISPLAYS_EVERY_S:
            return
        self._looked_s = t
        second = self._displays() > 1
        if second == self._second:
            return
        self._second = second
        if self._projected is None:
            return
        if second:
            self._projected.fill(1)
        else:
            self._projected.windowed()
        if self._leader is not None:
            self._leader.focus()
