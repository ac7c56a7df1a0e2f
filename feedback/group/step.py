"""Where a group's practice is at one moment: plain data, the public apart from the leader's."""

from dataclasses import dataclass
from typing import Literal

from exercises.exercise import Exercise
from feedback.breath import BreathPhase
from feedback.feedback import Feedback
from feedback.group.plan import Beat
from figure.joint_angles import JointAngles

GroupKind = Literal["talking", "showing", "moving", "resting", "paused", "finished"]
"""``showing`` the guide does one cycle first. ``paused`` for all, at the leader's asking."""

PlaceState = Literal["apart", "empty", "unseen", "still", "moving", "easy", "beyond", "past"]
"""``apart`` somebody who would rather not be seen, and breathes along. ``empty`` nobody has been
seen here for a while. ``unseen`` nobody just now, or too seldom to say more. ``still`` at rest.
``moving`` on the way. ``easy`` within their own comfortable range. ``beyond`` past its far end,
short of the limit. ``past`` past the limit."""

NoticeId = Literal[
    "past-limit", "at-limit", "turned", "limit-unseen", "seldom", "gone", "somebody-else"
]
"""Of one place, for the leader alone: past the limit; near it; what is guarded has no number, since
they are turned for the camera, or for another reason; seen less than five times a second; nobody
there; somebody else there."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One place as everybody sees it: nothing in it says who is there, or how far they came.

    Attributes
    ----------
    number
        Which place; it gives the seat its form and colour and is never written.
    fullness
        0–1: how full its shape is of breath: its person's own movement, the pacer's where that is
        not known.
    warmth
        0–1: how warmly it glows: 1 while its person is at ease.
    changed
        Whether its form is the other one: its person is past their limit.
    seen
        Whether its person is followed just now.
    """

    number: int
    fullness: float
    warmth: float
    changed: bool
    seen: bool


@dataclass(frozen=True, slots=True)
class Public:
    """All that the projected screen may show.

    Attributes
    ----------
    kind
        What all do now.
    exercise
        The movement; of a talk or a rest, the one that comes next, `None` after the last.
    phase
        Row of the movement's phase, as in `Feedback`.
    side
        Which side the movement is on, where sides alternate.
    guide
        The posture of the guide.
    breath
        The pacer, which waits for nobody.
    talk
        Id of the talk, else `None`.
    remaining_s
        Seconds left of this part; not negative. A talk's soft timer ends nothing.
    said
        Id of what is said to all (``all.<id>`` in the catalogues), or `None`.
    said_since_s
        Since when.
    seats
        One for each place, in an order that has nothing to do with merit.
    """

    kind: GroupKind
    exercise: Exercise | None
    phase: int
    side: Literal["left", "right"] | None
    guide: JointAngles
    breath: BreathPhase
    talk: str | None
    remaining_s: float
    said: str | None
    said_since_s: float
    seats: tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class PlaceStep:
    """One place as the leader sees it.

    Attributes
    ----------
    number
        Which place.
    state
        How its person fares.
    seen_per_s
        How often a second it was looked at of late; 0.0 where nobody looks, and of somebody apart.
    notices
        What the leader is told of it, the gravest first.
    exercise
        What is done there, which its sights are measured for; in a talk or a rest what was done
        last, before the first movement that.
    feedback
        The Coach's answer; `None` where there is none to be had.
    invited
        Whether its person is invited to rest.
    """

    number: int
    state: PlaceState
    seen_per_s: float
    notices: tuple[NoticeId, ...]
    exercise: Exercise | None
    feedback: Feedback | None
    invited: bool = False


@dataclass(frozen=True, slots=True)
class GroupStep:
    """Where a group's practice is.

    Attributes
    ----------
    public
        What everybody sees.
    places
        What the leader sees, in the order of the places' numbers.
    index
        Which of the plan's beats it is at, from 0.
    beats
        All of the plan's beats.
    rate
        How fast the pacer is asked to go, 0.7–1.3, 1 as the movement is defined.
    elapsed_s
        Seconds since it began, pauses left out.
    """

    public: Public
    places: tuple[PlaceStep, ...]
    index: int
    beats: tuple[Beat, ...]
    rate: float
    elapsed_s: float
