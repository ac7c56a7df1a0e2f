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
from vision.frames import Frame
from vision.landmarker import Landmarker
from vision.models import ModelSize
from vision.owner import Holds, Owner
from vision.places import Body, core, within_reach
from vision.pose import Pose
from vision.zones import Zone

# Somebody else is not followed for longer than this before the middle is looked at again.
LET_GO_S = 0.25
# Who was met in the middle alone was met without arms, and the model smooths what it sees.
ARMS_S = 0.25
# A body within so many trunks of that of another place is that one's.
SAME_BODY = 0.4
# A part of a place in which nobody can be seen, as a share of its width.
NARROW = 0.01
# All of these figures are defaults of ours, unvalidated.


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """What one look at a place gave.

    Attributes
    ----------
    pose
        The body of whoever is there; `None` where nobody is, or somebody else, or where it cannot
        be as it was seen.
    body
        Where it is; also where its limbs are not to be believed, and there is no pose.
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
        self._owner = Owner()
        self._other_since_s: float | None = None
        self._met_s = self._believed_s = -inf

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
        if look is NOBODY:
            # Who was lost a moment ago is mostly still there, and is found by another look.
            look = self._followed(frame, others)
        return look if self._held or look.stranger else self._met(frame, others)

    def close(self) -> None:
        """Let go of the model; calling it again does nothing."""
        self._landmarker.close()

    def _met(self, frame: Frame, others: Sequence[Body]) -> Look:
        """Look for somebody in the middle; whoever is there is then looked at whole."""
        pose = self._landmarker.detect(frame, self.zone, only=core(self.zone))
        if pose is not None and not self._is_here(body_of(pose), frame, others):
            # The model follows somebody else even into the grey, until it is shown nobody at all.
            self._landmarker.detect(frame, self.zone, only=_nothing(self.zone))
            pose = self._landmarker.detect(frame, self.zone, only=core(self.zone))
        if pose is None or not self._is_here(body_of(pose), frame, others):
            return NOBODY
        self._held = True
        # What was believed a moment ago tells whether the arms are where they can be.
        if not 0 <= frame.time_s - self._believed_s <= ARMS_S:
            self._met_s = frame.time_s
        return self._followed(frame, others)

    def _followed(self, frame: Frame, others: Sequence[Body]) -> Look:
        """Look at the body that is followed, and whether it is still whoever is here."""
        pose = self._landmarker.detect(frame, self.zone)
        if pose is None:
            self._held = False
            return NOBODY
        seen = seen_outline(pose)
        body = body_of(pose, seen)
        if not self._is_here(body, frame, others):
            self._held = False
            return Look(None, stranger=True)
        holds = self._owner.step(seen, body.x, frame.time_s)
        if holds is Holds.OTHER:
            self._let_go(frame.time_s)
            return Look(None, stranger=True)
        self._held, self._other_since_s = True, None
        believed = holds is Holds.OWNER and not 0 <= frame.time_s - self._met_s < ARMS_S
        if not believed:
            return Look(None, body)
        self._believed_s = frame.time_s
        return Look(pose, body)

    def _let_go(self, time_s: float) -> None:
        """Follow somebody else no longer than a moment."""
        if self._other_since_s is None:
            self._other_since_s = time_s
        elif time_s - self._other_since_s >= LET_GO_S:
            self._held, self._other_since_s = False, None

    def _is_here(self, body: Body, frame: Frame, others: Sequence[Body]) -> bool:
        """Return whether a body is at this place, and is not that of another."""
        return within_reach(self.zone, body, frame.image.shape[1]) and not any(
            body.apart(other) <= SAME_BODY for other in others
        )


def _nothing(zone: Zone) -> Zone:
    """Return a part of a place so narrow that nobody is in it."""
    return Zone(zone.number, zone.left + zone.width / 2, zone.top, NARROW * zone.width, zone.height)
