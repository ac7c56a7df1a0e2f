"""The threads that look at a group's places, and publish what they found."""

import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from contextlib import ExitStack
from dataclasses import dataclass
from math import inf
from types import MappingProxyType

from app.clock import monotonic
from app.latest import Latest
from app.looking import Looking
from vision.camera_motion import CameraMotion
from vision.frames import Frame
from vision.models import ModelSize
from vision.place_eye import Look, PlaceEye
from vision.place_scan import PlaceScan
from vision.places import Body
from vision.turns import Need, Turns
from vision.zones import Zone

# How long to wait for a frame before looking whether a place has become free.
POLL_S = 0.005
# A part of the picture is looked at for people without a place as often as this.
SCAN_EVERY_S = 0.4
# A body seen at a place counts for the others for so long.
FRESH_S = 0.5
# So many look at once: more than the cores of a small machine make nothing quicker.
MOST_WORKERS = 2
# All places together are looked at so often a second at most: four of them 18 times each, eight 9
# times. A slow movement is followed no better by more, and the picture comes more evenly, and the
# machine is quieter, where the processors rest now and then (a default of ours).
MOST_PER_S = 72.0


@dataclass(frozen=True, slots=True, eq=False)
class PlaceSeen:
    """The newest look at one place.

    Attributes
    ----------
    look
        Who is there.
    frame
        Where they were looked for.
    per_s
        How often the place was looked at in the last seconds.
    found_s
        Monotonic seconds when it was known.
    """

    look: Look
    frame: Frame
    per_s: float
    found_s: float


@dataclass(frozen=True, slots=True, eq=False)
class GroupSeen:
    """The newest looks at all places.

    Attributes
    ----------
    places
        By their numbers; those not looked at yet are left out.
    frame
        The newest frame.
    found_s
        Monotonic seconds of the newest look.
    people
        Everybody found all over the picture in the last round; `None` before the first, and while
        nobody wants to know.
    camera_moved
        Whether the camera is being moved, or was just now.
    """

    places: Mapping[int, PlaceSeen]
    frame: Frame
    found_s: float
    people: tuple[Body, ...] | None = None
    camera_moved: bool = False


class GroupDetection(Looking[GroupSeen]):
    """Looks at every place by turns, newest frames first.

    One landmarker for each place, served by up to two threads, which look all over the picture now
    and then besides while `scans` is set; only then is there a landmarker for that.
    """

    def __init__(
        self, frames: Latest[Frame], zones: Sequence[Zone], size: ModelSize = "lite"
    ) -> None:
        super().__init__(frames)
        self.scans = threading.Event()
        self._zones = tuple(zones)
        self._size: ModelSize = size
        self._lock = threading.Lock()
        self._turns = Turns((zone.number for zone in zones), monotonic(), MOST_PER_S)
        self._motion = CameraMotion()
        self._frame: Frame | None = None
        self._places: Mapping[int, PlaceSeen] = MappingProxyType({})
        self._people: tuple[Body, ...] | None = None
        self._scanner: PlaceScan | None = None
        self._scans_from_s = inf

    @property
    def longest_wait_s(self) -> float:
        """The longest that a place has waited from one look to the next."""
        return self._turns.longest_wait_s

    def need(self, place: int, need: Need) -> None:
        """Say how much a place needs to be looked at from now on."""
        with self._lock:
            self._turns.need(place, need)

    def _look_at_all(self) -> None:
        workers = min(MOST_WORKERS, len(self._zones))
        with ExitStack() as models:
            eyes = {z.number: models.enter_context(PlaceEye(z, self._size)) for z in self._zones}
            models.callback(self._close_scan)
            self.ready.set()
            self._scans_from_s = monotonic() + SCAN_EVERY_S
            with ThreadPoolExecutor(workers, "places") as pool:
                works = [pool.submit(self._work, eyes) for _ in range(workers)]
                wait(works, return_when=FIRST_EXCEPTION)
                self._stop.set()
            for work in works:
                work.result()

    def _work(self, eyes: Mapping[int, PlaceEye]) -> None:
        """Look at whoever's turn it is, until it is over."""
        while self._goes_on:
            frame = self._newest()
            if frame is not None and self._scan_due():
                self._scan(frame)
            turn = None if frame is None else self._turn(frame)
            if frame is None or turn is None:
                self._take(POLL_S)
                continue
            place, others = turn
            look = eyes[place].look(frame, others)
            self._publish(place, frame, look)

    def _newest(self) -> Frame | None:
        self._take(0.0)
        return self._frame

    def _take(self, timeout_s: float) -> None:
        """Take the newest frame, where one comes in the time."""
        frame = self._frames.take(timeout_s)
        if frame is None:
            return
        with self._lock:
            self._frame = frame
            poses = [seen.look.pose for seen in self._places.values()]
            self._motion.look(frame.image, None, frame.time_s, poses)

    def _turn(self, frame: Frame) -> tuple[int, list[Body]] | None:
        """Return whose turn it is, and where everybody else is."""
        now_s = monotonic()
        with self._lock:
            place = self._turns.next(now_s, frame.index)
            if place is None:
                return None
            return place, [
                seen.look.body
                for other, seen in self._places.items()
                if other != place and seen.look.body and now_s - seen.found_s <= FRESH_S
            ]

    def _publish(self, place: int, frame: Frame, look: Look) -> None:
        found_s = monotonic()
        with self._lock:
            self._turns.done(place, found_s)
            seen = PlaceSeen(look, frame, self._turns.per_s(place, found_s), found_s)
            self._places = MappingProxyType({**self._places, place: seen})
            self.seen.put(GroupSeen(self._places, frame, found_s, self._people, self._motion.moved))

    def _scan_due(self) -> bool:
        """Return whether it is time for a part of the picture, and if so, let nobody else begin."""
        now_s = monotonic()
        with self._lock:
            if now_s < self._scans_from_s:
                return False
            self._scans_from_s = inf
            return True

    def _scan(self, frame: Frame) -> None:
        """Look at a part of the picture, or let go of what looks where nobody wants it any more.

        One thread at a time is here: until it leaves, no other is due.
        """
        people = None
        if self.scans.is_set():
            self._scanner = self._scanner or PlaceScan()
            self._scanner.look(frame)
            people = self._scanner.people
        else:
            self._close_scan()
        with self._lock:
            self._people = people
            self._scans_from_s = monotonic() + SCAN_EVERY_S

    def _close_scan(self) -> None:
        if self._scanner is not None:
            self._scanner.close()
            self._scanner = None
