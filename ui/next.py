"""What a staff's screen answers to what happened: nothing, a question, or where to go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from exercises.person import Person
from exercises.signed_range import SignedRange
from ui.ports import Keeps

if TYPE_CHECKING:
    from ui.desk_screen import DeskScreen


@dataclass(frozen=True, slots=True)
class Refused:
    """Why something was not done.

    Attributes
    ----------
    line
        The one line to show.
    theirs
        What is kept now, where somebody else changed it meanwhile; `None` where that is not why,
        or where nothing is kept.
    stale
        Whether somebody else changed it meanwhile.
    """

    line: str
    theirs: Any = None
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """Something asked of what is kept, or done to it; answered a moment later.

    Attributes
    ----------
    of
        Called where what is kept may be waited for, never where the picture is drawn.
    then
        Called with what `of` gave, where the picture is drawn.
    refused
        Called in its place where it was refused; without it the screen shows the line.
    """

    of: Callable[[Keeps], Any]
    then: Callable[[Any], Next]
    refused: Callable[[Refused], Next] | None = None


@dataclass(frozen=True, slots=True)
class Unlock:
    """The passphrase that opens what is kept; answered as an `Ask` is."""

    passphrase: str
    then: Callable[[Any], Next]
    refused: Callable[[Refused], Next]


@dataclass(frozen=True, slots=True)
class Open:
    """Go on to another screen; `instead`, in the place of this one."""

    screen: DeskScreen
    instead: bool = False


@dataclass(frozen=True, slots=True)
class Back:
    """Return to the screen before, which is told by `after`, and says `said`, if they are given."""

    after: Callable[[], Next] | None = None
    said: str = ""


@dataclass(frozen=True, slots=True)
class Calibrate:
    """Find the ranges of a person in one movement, before the camera."""

    person: Person
    exercise_id: str
    versions: tuple[SignedRange, ...]
    locked: bool = False
    """Whether the patient is alone: nothing is signed, and the window locks afterwards."""


@dataclass(frozen=True, slots=True)
class Lock:
    """Lock the window; it opens again where it was left, for whoever left it."""


@dataclass(frozen=True, slots=True)
class Stay:
    """Nothing more: it was taken in."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Close the window."""


Next = Ask | Unlock | Open | Back | Calibrate | Lock | Stay | Leave | None
"""What comes next."""
