"""What is known of one place of a group, and whether enough to say something of its person."""

from collections.abc import Mapping
from dataclasses import dataclass

from feedback.coach import STALE_S
from vision.pose import Pose
from vision.sight import Sight, nobody

FEWEST_PER_S = 5.0
"""Looked at less often than this, nothing is said of a place but what protects (`DOMAIN` §4)."""


@dataclass(frozen=True, slots=True)
class PlaceSight:
    """What was seen of a place.

    Attributes
    ----------
    sight
        The newest of its person.
    seen_per_s
        How often a second it was looked at of late; not negative.
    stranger
        Whether somebody else than its owner is there just now; then nothing is judged from it.
    """

    sight: Sight
    seen_per_s: float
    stranger: bool

    @property
    def seldom(self) -> bool:
        """Whether it is looked at too seldom; so it is where nothing is known of how often."""
        return not self.seen_per_s >= FEWEST_PER_S

    def of_owner(self) -> Sight:
        """Return the sight of its owner: of nobody, where somebody else is there."""
        return nobody(self.sight.time_s) if self.stranger else self.sight

    def fresh(self, t: float) -> bool:
        """Return whether the sight is what is there at `t` seconds."""
        return t - self.sight.time_s <= STALE_S


def poses_of(sights: Mapping[int, PlaceSight], t: float) -> dict[int, Pose]:
    """Return how everybody stands who is seen at their own place at `t` seconds, by its number."""
    return {
        number: looked.sight.pose
        for number, looked in sights.items()
        if looked.fresh(t) and not looked.stranger and looked.sight.pose is not None
    }
