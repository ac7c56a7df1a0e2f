"""The parts of a whole practice, and where it is at one moment: plain data."""

from dataclasses import dataclass
from typing import Literal

from exercises.exercise import Exercise
from feedback.breath import BreathPhase
from feedback.grounding import Grounded, Grounding
from feedback.said import Day, Said
from feedback.setting_up import Advice, Outline
from feedback.step import Step

Part = Literal[
    "arrival",
    "signs",
    "today",
    "seeing",
    "grounding",
    "movement",
    "hands",
    "after",
    "words",
    "summary",
]
"""The parts in their order: pain, mood and energy before; the signs to stop at; today's choice; can
the camera see me; arriving; moving; hands on the belly; the same questions after, and effort; a
line in one's own words; what it was."""
Aside = Literal["pain", "rose", "stop"]
"""What may come before any part: the pain slider, that pain rose, and the stop-now page."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is known of the camera and its picture at one moment.

    Attributes
    ----------
    size
        Width and height of the picture in pixels.
    luma
        Its mean brightness, 0–255; NaN where it is not known.
    away
        Whether the camera has nothing to show just now.
    """

    size: tuple[int, int] = (1280, 720)
    luma: float = float("nan")
    away: bool = False


PLAIN = Outlook()


@dataclass(frozen=True, slots=True)
class Plan:
    """What a practice consists of.

    Attributes
    ----------
    parts
        The parts in order; ``movement`` among them.
    grounding
        The way of arriving; `None` for none.
    goal
        The person's goal in their own words, or empty.
    place
        Where somebody stood well before this camera the last time; `None` where that is not known.
    short
        The choices for today with which all of it is so short that arriving in the body and hands
        on the belly are left out.
    """

    parts: tuple[Part, ...]
    grounding: Grounding | None = None
    goal: str = ""
    place: Outline | None = None
    short: frozenset[Day] = frozenset()


WHOLE: tuple[Part, ...] = (
    *("arrival", "signs", "today", "seeing", "grounding"),
    "movement",
    *("hands", "after", "words", "summary"),
)
MOVEMENT_ONLY = Plan(("movement",))


@dataclass(frozen=True, slots=True)
class Moment:
    """Where a whole practice is at one moment.

    Attributes
    ----------
    kind
        The part, or what has come before it; ``finished`` from then on nothing changes.
    within_s
        Seconds in the part, pauses left out.
    breath
        The picture of breathing where no movement is done.
    said
        All that was answered so far.
    paused
        Whether a timed part, or a rest, stands still at the person's asking.
    step
        Where the movements are; `None` before they were begun.
    exercise
        The movement at hand, or the one that comes first.
    grounded
        What is said on arriving, in that part.
    advice
        How somebody is seen, where they find their place.
    pain
        Pain as it is being said, beside the slider that came before.
    goal, place
        As in the plan.
    first
        Whether there is nothing to go back to.
    """

    kind: Part | Aside | Literal["finished"]
    within_s: float
    breath: BreathPhase
    said: Said
    paused: bool = False
    step: Step | None = None
    exercise: Exercise | None = None
    grounded: Grounded | None = None
    advice: Advice | None = None
    pain: int | None = None
    goal: str = ""
    place: Outline | None = None
    first: bool = False
