"""Looks at one place and keeps to whoever is there.

The model follows the body it found first, wherever that goes. So whoever is at a place is met with
nothing but the middle of it shown to the model, and let go when the body that is followed leaves
the place, or is suddenly of another size: then the middle is looked at again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from vision.bodies import body_of, seen_outline
from vision.closing import ClosesOnExit
from vision.continuity import Outline, change
from vision.frames import Frame
from vision.landmarker import Landmarker
from vision.models import ModelSize
from vision.places import Body, core, within_reach
from vision.pose import Pose
from vision.zones import Zone

# Who is so many times larger or smaller than whoever was here is somebody else, unless they stay
# for so long: then they are who is here now.
OTHER_SIZE = 1.3
STAYS_S = 3.0
# Somebody else is not followed for longer than this before the middle is looked at again.
LET_GO_S = 0.4
# Without anybody for so long, whoever was here is forgotten.
REMEMBERED_S = 60.0
# A body within so many trunks of that of another place is that one's.
SAME_BODY = 0.4
# All of these figures are defaults of ours, unvalidated.


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """What one look at a place gave.

    Attributes
    ----------
    pose
        The body of whoever is there; `None` where nobody is, or somebody else.
    body
        Where it is, `None` with the pose.
    stranger
        Whether somebody else was looked at.
    """

    pose: Pose | None
    body: Body | None = None
    stranger: bool = False


NOBODY = Look(None)


class PlaceEye(ClosesOnExit):
    """Looks at one place, in the order of time.

    Raises
    ------
    vision.models.ModelError
        Where the model's file or the library is not the one tested.
    """

    def __init__(self, zone: Zone, size: ModelSize = "lite") -> None:
        self.zone = zone
        self._landmarker = Landmarker(size)
        self._held = False
        self._owner: Outline | None = None
        self._seen_s = -inf
        self._other_since_s: float | None = None

    def look(self, frame: Frame, others: Sequence[Body] = ()) -> Look:
        """Return who is there.

        Parameters
        ----------
        others
            Bodies that were just seen at other places: none of them is taken for whoever is here.
        """
        if not self._held:
            return self._met(frame, others)
        look = self._followed(frame, others)
        # Who was lost a moment ago is mostly still there.
        return look if self._held or look.stranger else self._met(frame, others)

    def close(self) -> None:
        """Let go of the model; calling it again does nothing."""
        self._landmarker.close()

    def _met(self, frame: Frame, others: Sequence[Body]) -> Look:
        """Look for somebody in the middle; whoever is there is then looked at whole."""
        pose = self._landmarker.detect(frame, self.zone, only=core(self.zone))
        if pose is None or not self._is_here(body_of(pose), frame, others):
            return NOBODY
        self._held = True
        return self._followed(frame, others)

    def _followed(self, frame: Frame, others: Sequence[Body]) -> Look:
        """Look at the body that is followed, and whether it is still whoever is here."""
        pose = self._landmarker.detect(frame, self.zone)
        if pose is None:
            self._held = False
            return NOBODY
        body, now = body_of(pose), seen_outline(pose)
        if not self._is_here(body, frame, others):
            self._held = False
            return Look(None, stranger=True)
        if self._is_other(now, frame.time_s):
            return Look(None, stranger=True)
        self._owner, self._seen_s = now, frame.time_s
        return Look(pose, body)

    def _is_here(self, body: Body, frame: Frame, others: Sequence[Body]) -> bool:
        """Return whether a body is at this place, and is not that of another."""
        return within_reach(self.zone, body, frame.image.shape[1]) and not any(
            body.apart(other) <= SAME_BODY for other in others
        )

    def _is_other(self, now: Outline, time_s: float) -> bool:
        """Return whether somebody else is followed; let go of them after a while."""
        if self._owner is None or not 0 <= time_s - self._seen_s <= REMEMBERED_S:
            self._other_since_s = None
            return False
        grown = change(self._owner, now).grown
        # Not known where too little is seen of both.
        if not (grown > OTHER_SIZE or grown < 1 / OTHER_SIZE):
            self._other_since_s = None
            return False
        if self._other_since_s is None:
            self._other_since_s = time_s
        since_s = time_s - self._other_since_s
        if since_s >= STAYS_S:
            self._other_since_s = None
            return False
        self._held = since_s < LET_GO_S
        return True
