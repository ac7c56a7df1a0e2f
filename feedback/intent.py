"""What the person asks for at the screen."""

from enum import Enum


class Intent(Enum):
    """One thing the person can ask of a practice."""

    PAUSE = "pause"
    """Pause, or go on."""
    NEXT = "next"
    PREVIOUS = "previous"
    LEAVE = "leave"
    TOO_MUCH = "too-much"
    """This is too much: the movement becomes smaller and shorter at once."""
    SMALLER = "smaller"
    """One turn of the dial: everything smaller today."""
    LARGER = "larger"
    """One turn back, no farther than where it began."""
    LEVEL = "level"
    """They sit or stand upright and say so: the camera's roll is taken from the body."""
