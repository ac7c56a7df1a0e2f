"""What the Coach answers: everything that a screen shows of one person at one moment."""

from dataclasses import dataclass
from typing import Literal

from feedback.breath import BreathPhase
from feedback.repetition import Repetition
from feedback.verdict import Verdict
from figure.joint_angles import JointAngles


@dataclass(frozen=True, slots=True)
class Cue:
    """One thing said.

    `id` is the cue's row in the table and its key in the catalogues (``cue.<id>``); `since_s` is
    when it began to be shown; `side` is whose side it speaks of, where it does.
    """

    id: str
    since_s: float
    protective: bool = False
    side: Literal["left", "right"] | None = None


@dataclass(frozen=True, slots=True)
class Feedback:
    """The Coach's answer for one moment.

    Attributes
    ----------
    time_s
        The `t` it was asked for.
    seen
        Whether what is known is fresh (under 0.5 s old) and a body is followed. Where it is not,
        verdicts are unseen and no cue but those about being seen is given.
    verdicts
        In the order of the definition's targets, left before right.
    breath
        The pacer.
    guide
        The posture the guide shows now (of the side being done).
    phase
        Row of the definition's phase the guide is in.
    side
        Which side the movement is on, where sides alternate.
    cue
        The one cue shown, or `None`.
    cannot_see
        Whether the person has not been seen for so long that the screen is to say so at once,
        whatever was said last: the cue of that name keeps to the silences of all cues.
    repetitions
        All done so far, in order.
    partial
        How many came part of the way; noted, never held against anyone.
    """

    time_s: float
    seen: bool
    verdicts: tuple[Verdict, ...]
    breath: BreathPhase
    guide: JointAngles
    phase: int
    side: Literal["left", "right"] | None
    cue: Cue | None
    cannot_see: bool
    repetitions: tuple[Repetition, ...]
    partial: int
