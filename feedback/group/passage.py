"""The way over from one part of a group's practice to the next, so that no picture jumps."""

from dataclasses import dataclass

from exercises.easing import ease
from figure.joint_angles import JointAngles, blend

PASSING_S = 1.0
"""So long guide and breath take to go over to another part (a default of ours, unvalidated)."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What guide and breath show, and what they come from.

    Attributes
    ----------
    part
        What they show it in; another begins another way over.
    guide, fullness
        What is shown.
    left_guide, left_fullness
        What was shown last in the part before.
    since_s
        Seconds since that was left.
    """

    part: object
    guide: JointAngles
    fullness: float
    left_guide: JointAngles
    left_fullness: float
    since_s: float = PASSING_S

    def after(self, part: object, guide: JointAngles, fullness: float, by_s: float) -> "Passage":
        """Return what is shown `by_s` seconds later, on the way to `guide` and `fullness`."""
        since_s = min(self.since_s + by_s, PASSING_S)
        left_guide, left_fullness = self.left_guide, self.left_fullness
        if part != self.part:
            since_s, left_guide, left_fullness = 0.0, self.guide, self.fullness
        if since_s < PASSING_S:
            share = ease(since_s / PASSING_S)
            guide = blend(left_guide, guide, share)
            fullness = left_fullness + (fullness - left_fullness) * share
        return Passage(part, guide, fullness, left_guide, left_fullness, since_s)


def standing(part: object, guide: JointAngles, fullness: float) -> Passage:
    """Return the beginning, which comes from nowhere."""
    return Passage(part, guide, fullness, guide, fullness)
