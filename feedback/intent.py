"""What the person asks for at the screen."""

from enum import Enum


class Intent(Enum):
    """One thing the person can ask of a practice."""

    PAUSE = "pause"
    """Pause, or go on."""
    NEXT = "next"
    PREVIOUS = "previous"
    LEAVE = "leave"
    LEVEL = "level"
    """They sit or stand upright and say so: the camera's roll is taken from the body."""
