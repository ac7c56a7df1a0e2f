"""One person followed from frame to frame: what counts of each pose, and whether to believe it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vision.gate import inside, seen_landmarks
from vision.geometry import Floats
from vision.measures import Withheld
from vision.measuring import seen_points
from vision.pose import Pose, counting
from vision.same_person import Follows, SamePerson
from vision.sides import Sides
from vision.skeleton import LANDMARK_COUNT, Landmark

# Without a body for longer than this, the next one may be somebody else, whose neutral posture is
# not known (a default of ours, unvalidated).
FORGET_AFTER_S = 5.0
# A frame up to so much older than the newest came late, and nothing is taken from it; with one
# that is older still a clock was set back, and all begins anew (a default of ours, unvalidated).
LATE_S = 1.0

_DOUBTS = {
    Follows.SAME: Withheld.GIVEN,
    Follows.OTHER: Withheld.REJECTED,
    Follows.NEW: Withheld.REJECTED,
    # The person is the same, but what was known of the view holds no more.
    Follows.BUMPED: Withheld.MOVED,
}


@dataclass(frozen=True, slots=True, eq=False)
class Followed:
    """What counts of one frame.

    Attributes
    ----------
    pose
        The landmarks, left and right exchanged back where the model exchanged them.
    seen
        (33,) which of them count.
    points
        (33, 2) pixels of those, NaN elsewhere, and everywhere in a frame that comes late.
    doubt
        Why nothing can be taken from the frame; `Withheld.GIVEN` where it is believed.
    new
        Whether the person is somebody else than in the frame believed before it.
    slipped
        Landmarks that do not count because a bone changed its length.
    """

    pose: Pose
    seen: NDArray[np.bool_]
    points: Floats
    doubt: Withheld
    new: bool
    slipped: Sequence[Landmark] = ()


class Following:
    """Follows one person, in the order of time."""

    def __init__(self) -> None:
        self._seen = np.zeros(LANDMARK_COUNT, dtype=np.bool_)
        self._last_s = -np.inf
        self._sides = Sides()
        self._person = SamePerson()

    def lost(self, time_s: float, *, camera_moved: bool = False) -> None:
        """Take note of a frame in which nobody was found."""
        if time_s >= self._last_s:
            self._seen = np.zeros(LANDMARK_COUNT, dtype=np.bool_)
        if camera_moved:
            self._person.look_anew()
            self._sides.forget()

    def step(
        self,
        pose: Pose,
        time_s: float,
        within: tuple[int, int, int, int],
        *,
        camera_moved: bool = False,
    ) -> Followed:
        """Return what counts of one more frame.

        Parameters
        ----------
        pose
            What was found in it.
        time_s
            When its light was read; from a frame that comes late nothing is taken.
        within
            Left, top, right, bottom in pixels: landmarks outside do not count.
        camera_moved
            Whether the camera is known to be moving.
        """
        elapsed_s = time_s - self._last_s
        if -LATE_S <= elapsed_s < 0:
            points = np.full((LANDMARK_COUNT, 2), np.nan)
            return Followed(counting(pose), self._seen, points, Withheld.REJECTED, new=False)
        new = not 0 <= elapsed_s <= FORGET_AFTER_S
        if new:
            self._person.forget()
            self._sides.forget()
        self._last_s = time_s
        pose = self._sides.mended(counting(pose), time_s)
        self._seen = seen_landmarks(pose.image[:, 3], self._seen) & inside(pose.image, *within)
        points = np.where(self._seen[:, None], pose.image[:, :2], np.nan)
        if camera_moved:
            self._person.look_anew()
            follows = Follows.BUMPED
        else:
            follows = self._person.step(points, time_s)
        if follows is Follows.SLIP:
            return self._without(self._person.slipped, pose)
        doubt = _DOUBTS[follows]
        if doubt is Withheld.GIVEN:
            self._sides.believe(pose, time_s)
        elif doubt is Withheld.MOVED:
            self._sides.forget()
        return Followed(pose, self._seen, points, doubt, new or follows is Follows.NEW)

    def _without(self, slipped: Sequence[Landmark], pose: Pose) -> Followed:
        """Return what counts of a frame in which landmarks slipped: all the others."""
        seen = self._seen.copy()
        seen[list(slipped)] = False
        points = seen_points(pose.image, seen)
        return Followed(pose, seen, points, Withheld.GIVEN, new=False, slipped=slipped)
