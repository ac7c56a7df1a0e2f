"""The camera that was bumped while a group practised: are its places still right?"""

from collections.abc import Sequence

from app.group.detection import GroupSeen
from vision.place_check import RoomCheck, check
from vision.places import Body
from vision.zones import Zone

# A round over the picture that was going on while the camera moved tells of both before and after:
# the one after it counts.
_ROUNDS = 2


class Bumped:
    """Notices that the camera was moved, and what became of the places.

    Attributes
    ----------
    asks
        Whether it is to be asked if the places are still right.
    found
        What the check of the places found since; `None` before it could be made.
    """

    def __init__(self) -> None:
        self.asks = False
        self.found: RoomCheck | None = None
        self._people: tuple[Body, ...] | None = None
        self._rounds = 0

    def see(self, seen: GroupSeen, zones: Sequence[Zone]) -> None:
        """Take in the newest looks."""
        if seen.camera_moved:
            self.asks, self.found, self._rounds = True, None, 0
        if not self.asks or seen.people is None or seen.people is self._people:
            return
        self._people = seen.people
        self._rounds += not seen.camera_moved
        if self._rounds >= _ROUNDS:
            self.found = check(zones, seen.people, seen.frame.image.shape[1::-1])

    def settled(self) -> None:
        """Say that the places were looked at, and are as they are to be."""
        self.asks, self.found = False, None

    @property
    def empty(self) -> tuple[int, ...]:
        """The places at which nobody was found since."""
        if self.found is None:
            return ()
        return tuple(
            number
            for number, said in self.found.places.items()
            if any(each.id == "nobody" for each in said)
        )
