"""What is asked for at the screen while a range is found."""

from dataclasses import dataclass
from enum import Enum

from exercises.ranges import SHORTEST_REASON
from feedback.handles import Handle


class Ask(Enum):
    """One thing that one key, or the one switch, can ask for."""

    ON = "on"
    """Go on: take this posture for neutral, let these tops be enough, this range is right, it is
    signed."""
    AGAIN = "again"
    """Take back the top that was shown last; or measure this side anew."""
    SKIP = "skip"
    """Leave this side out."""
    BACK = "back"
    """Look once more at the range before."""
    SELECT = "select"
    """Take hold of the next of near end, far end and ceiling."""
    FARTHER = "farther"
    NEARER = "nearer"
    """One small step, away from rest and toward it."""
    MUCH_FARTHER = "much-farther"
    MUCH_NEARER = "much-nearer"
    """One large step."""
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class SetTo:
    """Move one handle to a value in the measure's unit, as with the mouse."""

    handle: Handle
    value: float


@dataclass(frozen=True, slots=True)
class Override:
    """Let the ceiling of this range go beyond the movement's own, for a reason that is written.

    Raises
    ------
    ValueError
        For a reason too short to say something.
    """

    reason: str

    def __post_init__(self) -> None:
        if len(self.reason.strip()) < SHORTEST_REASON:
            raise ValueError(f"a reason has at least {SHORTEST_REASON} characters")


CalibratingIntent = Ask | SetTo | Override
