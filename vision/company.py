"""Notice that somebody besides the followed person is in the picture."""

from collections.abc import Iterator

import numpy as np

from vision.bodies import head_up
from vision.closing import ClosesOnExit
from vision.frames import Frame
from vision.landmarker import Landmarker
from vision.pose import Pose
from vision.zones import Zone

# Room beside the followed person for what landmarks leave out (sleeves, hair, a skirt), as a share
# of the larger side of the box around them, and the narrowest strip of the picture, as a share of
# its width, in which somebody could be told apart (defaults of ours, unvalidated).
_ROOM = 0.10
_NARROWEST = 0.15
_EVERYWHERE = Zone(number=1, left=0.0, top=0.0, width=1.0, height=1.0)


class Company(ClosesOnExit):
    """Looks, now and then, for a second person to the left and right of the followed one.

    A look costs about as much as two frames' worth of following. Somebody wholly behind or before
    the followed person is not noticed, nor anybody while that person fills the picture's width.

    Raises
    ------
    vision.models.ModelError
        Where the model's file or the library is not the one tested.
    """

    def __init__(self) -> None:
        self._landmarker = Landmarker("lite", mode="image")

    def others(self, frame: Frame, pose: Pose | None) -> bool:
        """Return whether anybody but the person of `pose` is found; without one, anybody at all."""
        zones = [_EVERYWHERE] if pose is None else _beside(pose, frame.image.shape[1])
        found = (self._landmarker.detect(frame, zone) for zone in zones)
        return any(other is not None and head_up(other) for other in found)

    def close(self) -> None:
        """Let go of the model; calling it again does nothing."""
        self._landmarker.close()


def _beside(pose: Pose, width: int) -> Iterator[Zone]:
    """Yield the strips of a picture `width` pixels wide that the person of `pose` leaves free.

    Strips rather than the whole picture with the person painted over: over the whole, small
    people are run together into one.
    """
    low, high = pose.image[:, :2].min(axis=0), pose.image[:, :2].max(axis=0)
    room = _ROOM * (high - low).max()
    left, right = np.clip([(low[0] - room) / width, (high[0] + room) / width], 0, 1).tolist()
    if left >= _NARROWEST:
        yield Zone(number=1, left=0.0, top=0.0, width=left, height=1.0)
    if 1 - right >= _NARROWEST:
        yield Zone(number=1, left=right, top=0.0, width=1 - right, height=1.0)
