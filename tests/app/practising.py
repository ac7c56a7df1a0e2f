"""Practices of movements alone, and single moments of them, as tests begin them."""

from collections.abc import Callable

from app.led import Led, plain
from app.settings import Settings
from app.today import Wish, for_anyone
from exercises.exercise import Exercise
from feedback.arc import Arc
from feedback.breath import BreathPhase
from feedback.moment import Moment
from feedback.said import Said
from feedback.step import Step


def led(*exercises: Exercise) -> Led:
    """Return the movements alone."""
    return plain(for_anyone(Wish(exercises)))


def begins(*exercises: Exercise) -> Callable[[float], Arc]:
    """Return what begins a practice of the movements alone."""
    return led(*exercises).begin(Settings())


def moment_of(step: Step) -> Moment:
    """Return a moment of the movements, where they stand at `step`."""
    return Moment("movement", 0.0, BreathPhase("natural", 0.5, 0.0, 0), Said(), step=step)
