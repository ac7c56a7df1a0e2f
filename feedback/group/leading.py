"""What whoever leads a group may ask for: plain data."""

from dataclasses import dataclass
from enum import Enum


class Lead(Enum):
    """What is asked for all."""

    NEXT = "next"
    PREVIOUS = "previous"
    LONGER = "longer"
    """A minute more of what is going on."""
    REST = "rest"
    """A rest for all now; the movement goes on after it."""
    PAUSE = "pause"
    """Stop for all, and go on when asked again."""
    SLOWER = "slower"
    FASTER = "faster"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Invite:
    """Invite whoever is at a place to rest; asked again, it is taken back."""

    place: int


@dataclass(frozen=True, slots=True)
class Apart:
    """Let whoever is at a place be unseen from now on; asked again, seen."""

    place: int


@dataclass(frozen=True, slots=True)
class Note:
    """Keep a note with the record of a place."""

    place: int
    words: str


Led = Lead | Invite | Apart | Note
