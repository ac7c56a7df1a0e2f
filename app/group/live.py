"""A live source before which a group practises."""

from collections.abc import Callable, Sequence

from app.group.detection import GroupDetection, GroupSeen
from app.latest import Latest
from app.live import LiveSource
from vision.frames import Frame
from vision.models import ModelSize
from vision.source import Source
from vision.zones import Zone


class GroupLive(LiveSource[GroupSeen]):
    """A source whose places are looked at by turns.

    Attributes
    ----------
    detection
        The vision threads.
    """

    def __init__(
        self,
        open_source: Callable[[], Source],
        zones: Sequence[Zone],
        size: ModelSize = "lite",
    ) -> None:
        frames: Latest[Frame] = Latest()
        self._size: ModelSize = size
        self.detection = GroupDetection(frames, zones, size)
        super().__init__(open_source, frames, self.detection)

    def take_places(self, zones: Sequence[Zone]) -> None:
        """Look at other places from now on; the source goes on, and so does what was seen last."""
        self.detection.__exit__()
        self.detection = GroupDetection(self._frames, zones, self._size)
        self._looking = self.detection
        self.detection.__enter__()
