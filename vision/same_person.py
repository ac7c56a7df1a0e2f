"""Whether the body that is followed is still the same person's.

The model follows one body, and somebody who crosses before it may take the landmarks along. Then
they jump: the trunk, its size, or many bones at once. What jumped is not believed until it is
again like what was believed last, or has stayed where it is long enough to be met as somebody new.
"""

from collections import deque
from dataclasses import dataclass
from enum import Enum, auto
from math import inf

from vision.continuity import MANY_BONES, Outline, bent, bone_bounds, change, outline
from vision.geometry import Floats
from vision.skeleton import Landmark

# A stranger who has stayed for so long, within so many trunks of one place, is somebody new.
NEW_AFTER_S = 2.0
STAYS_WITHIN = 1.0
# Followed without a gap longer than this.
LONGEST_GAP_S = 0.5
# Who has been followed for less than this is not waited for: a body on its way into the picture
# changes at once in all its parts.
HELD_AFTER_S = 1.0
# The person is back who is so near to where they were, no bone but two more than so many times
# longer or shorter, the middling one by less, and in a posture as much like theirs as the time
# allows (tried on drawn figures who crossed one another).
BACK_WITHIN = 0.5
BACK_BONE, BACK_MIDDLING_BONE = 1.5, 1.15
BACK_BENT, BACK_BENT_PER_S = 0.10, 0.10
# What was believed last may have been pulled aside already: the first body believed within so long
# before it is asked after as well.
EARLIER_S = 1.0
# A body that was shifted as a whole keeps its posture but for so much.
AS_ONE = 0.05
# After the camera was bumped it swings, and nothing is believed before it has rested for so long.
RESTS_AFTER_S = 0.3
# All of these figures are defaults of ours, unvalidated.


class Follows(Enum):
    """What a frame is to the one that was believed before it."""

    SAME = auto()
    """The same body, where it can be by now: it is believed."""
    SLIP = auto()
    """The same body, but a bone or two changed their length as bones cannot, see `slipped`."""
    OTHER = auto()
    """Somebody else's body, or none."""
    NEW = auto()
    """Somebody else, who has come to stay, or after one just met: believed from the next on."""
    BUMPED = auto()
    """The whole body was shifted as one, which a camera does and no person."""


@dataclass(frozen=True, slots=True, eq=False)
class _At:
    """A body and when it was there."""

    body: Outline
    time_s: float


class SamePerson:
    """Follows one person from frame to frame.

    Attributes
    ----------
    slipped
        The landmarks that slipped in the last frame, where it was a `Follows.SLIP`.
    """

    def __init__(self) -> None:
        self.slipped: list[Landmark] = []
        self.forget()

    def forget(self) -> None:
        """Take whoever comes next for somebody just met."""
        self._met_s: float | None = None
        self.look_anew()

    def look_anew(self) -> None:
        """Take the next body for the person, wherever it is."""
        self._believed: _At | None = None
        self._lately: deque[_At] = deque()
        self._stays: _At | None = None
        self._last_s = 0.0
        self._bumped_s = -inf

    def step(self, points: Floats, time_s: float) -> Follows:
        """Return what one more frame is: points (33, 2) in pixels, NaN where unseen.

        A frame from before the one last believed is taken for the first of all.
        """
        now = _At(outline(points), time_s)
        if self._believed is not None and time_s < self._believed.time_s:
            self.forget()
        if self._believed is None:
            found = Follows.SAME
        elif self._stays is not None:
            found = self._of_stranger(self._stays, now)
        else:
            found = self._of_person(self._believed, now)
        if found is Follows.NEW or self._met_s is None:
            self._met_s = time_s
        if found in (Follows.SAME, Follows.NEW, Follows.BUMPED):
            self._believe(now, of_the_same=found is Follows.SAME)
        self._last_s = time_s
        return found

    def _of_person(self, before: _At, now: _At) -> Follows:
        elapsed_s = now.time_s - before.time_s
        seen = change(before.body, now.body)
        too_far = seen.too_far(elapsed_s)
        if too_far and bent(before.body, now.body) <= AS_ONE:
            self._bumped_s = now.time_s
        if now.time_s - self._bumped_s < RESTS_AFTER_S:
            return Follows.BUMPED
        bounds = bone_bounds(elapsed_s)
        changed = seen.bones_beyond(*bounds)
        if not (too_far or seen.too_large(elapsed_s) or changed >= MANY_BONES):
            self.slipped = seen.slipped(*bounds) if changed else []
            return Follows.SLIP if changed else Follows.SAME
        if self._met_s is None or now.time_s - self._met_s < HELD_AFTER_S:
            return Follows.NEW
        self._stays = now
        return Follows.OTHER

    def _believe(self, now: _At, *, of_the_same: bool) -> None:
        """Keep a body that is believed, and those of the same person in the second before it."""
        self._believed, self._stays = now, None
        if not of_the_same:
            self._lately.clear()
        self._lately.append(now)
        while now.time_s - self._lately[0].time_s > EARLIER_S:
            self._lately.popleft()

    def _of_stranger(self, stays: _At, now: _At) -> Follows:
        if any(_is_back(before, now) for before in (self._lately[-1], self._lately[0])):
            return Follows.SAME
        since = change(stays.body, now.body)
        gone = not since.moved <= STAYS_WITHIN or now.time_s - self._last_s > LONGEST_GAP_S
        if gone:
            self._stays = now
        elif now.time_s - stays.time_s >= NEW_AFTER_S:
            return Follows.NEW
        return Follows.OTHER


def _is_back(before: _At, now: _At) -> bool:
    seen = change(before.body, now.body)
    if not seen.moved <= BACK_WITHIN or seen.unlike > BACK_MIDDLING_BONE:
        return False
    if seen.bones_beyond(1 / BACK_BONE, BACK_BONE) >= MANY_BONES:
        return False
    most = BACK_BENT + BACK_BENT_PER_S * (now.time_s - before.time_s)
    return bent(before.body, now.body) <= most
