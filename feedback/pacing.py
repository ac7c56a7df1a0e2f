"""How a practice is paced: what is shown first, what is asked, and when there is a rest."""

from dataclasses import dataclass
from math import inf

from exercises.exercise import Exercise

# At the end of a movement a rest comes once so much of the time until one is used up: better there
# than in the middle of the next (a default of ours, unvalidated).
NEARLY = 0.6
# Who paused for so long has rested (a default of ours, unvalidated).
RESTED_S = 30.0
# With little energy a rest comes after this share of the usual time: after 180 s instead of 240 (a
# default of ours, unvalidated).
SOONER = 0.75


@dataclass(frozen=True, slots=True)
class Pacing:
    """How a practice goes from one thing to the next.

    Attributes
    ----------
    show_first
        Whether the guide shows one cycle of each movement, with its words, before it is done.
    compares
        Whether it is asked after each movement how it felt beside the last time.
    move_s, rest_s
        After so much moving there is so much rest, chosen by the clock before tiredness; three to
        five minutes and one minute are usual (DOMAIN §4, a default).
    """

    show_first: bool = False
    compares: bool = False
    move_s: float = inf
    rest_s: float = 60.0


GENTLE = Pacing(show_first=True, compares=True, move_s=240.0)
"""As a person is led through a whole practice."""


def tires(exercise: Exercise) -> bool:
    """Return whether a movement uses up the time until a rest: resting and breathing do not."""
    return not {"rest", "breath"} & set(exercise.tags)
