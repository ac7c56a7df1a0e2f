"""Where the movements of a practice are at one moment: plain data."""

from dataclasses import dataclass
from typing import Literal

from exercises.exercise import Exercise
from feedback.feedback import Feedback

StepKind = Literal["showing", "moving", "paused", "resting", "comparing", "finished"]


@dataclass(frozen=True, slots=True)
class Step:
    """Where the practice is at one moment.

    Attributes
    ----------
    kind
        ``showing`` the guide does one cycle first. ``moving``. ``paused`` at the person's asking,
        because they left the picture, or because something else is before them. ``resting`` a rest
        of the practice, which ends by itself. ``comparing`` it is asked how the movement felt.
        ``finished`` from then on nothing changes.
    exercise
        The movement being done.
    index
        Its place in the practice, from 0.
    feedback
        The Coach's answer; while the guide shows the movement, the guide's own moment in it.
    remaining_s
        Seconds left of the movement's minutes, which pauses do not use up; in a rest those left of
        the rest.
    planned
        Repetitions offered, of each side where sides alternate; 0 for a posture that is kept.
    gone
        Whether it is paused because the person left the picture.
    welcomed
        Whether they came back just now.
    lighter
        Whether there is a gentler way of the movement to change to.
    still
        Whether a rest stands still at the person's asking.
    """

    kind: StepKind
    exercise: Exercise
    index: int
    feedback: Feedback
    remaining_s: float
    planned: int
    gone: bool = False
    welcomed: bool = False
    lighter: bool = False
    still: bool = False
