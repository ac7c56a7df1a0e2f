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
    NEW = "new"
    """They notice something new, and say so: it is noted."""
    STRETCHY = "stretchy"
    """They notice a pleasant stretch: it is noted."""
    VARIANT = "variant"
    """The gentler way of the same movement, on a chair or smaller."""
    PAIN = "pain"
    """They would say how much it hurts now."""
    STOP = "stop"
    """They would stop: the page that says what to do then."""
