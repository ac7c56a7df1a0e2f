"""Watching a group: the source, the looks at its places, and what is known of each."""

from collections.abc import Callable, Mapping, Sequence
from math import inf
from typing import Protocol

from app.group.detection import GroupSeen
from app.group.eyes import GroupEyes, exercise_at, needs_of
from app.group.live import GroupLive
from app.stage import CALM_NOTICES
from exercises.exercise import Exercise
from feedback.group.place_sight import PlaceSight
from feedback.group.step import GroupStep
from vision.closing import ClosesOnExit
from vision.models import ModelSize
from vision.source import Source
from vision.zones import Zone

# How often it is told how often each place is seen: a number that runs is no use to anybody.
TOLD_EVERY_S = 3.0
# At most so many looks are taken in for one picture, so that none takes much longer than the one
# before: on a display of 60 pictures a second that is more than two threads bring. Where pictures
# are further apart than so many seconds, all are (defaults of ours).
MOST_AT_ONCE, ALL_AFTER_S = 2, 0.030
# Whoever is looked at as seldom as this is meant to be.
_SELDOM = frozenset({"empty", "apart"})


class Watch(Protocol):
    """What the loop asks of whatever watches a group."""

    zones: tuple[Zone, ...]

    @property
    def last(self) -> GroupSeen | None:
        """The newest thing seen; `None` before the first, and where nobody looks."""

    @property
    def ended(self) -> bool:
        """Whether a source that has an end has come to it."""

    def look(self, step: GroupStep | None, t: float) -> Mapping[int, PlaceSight]:
        """Return what is known of each place now, for what is done there."""

    def notice(self, t: float) -> str | None:
        """Return the id of what is to be said of the source, if anything."""

    def follow(self, step: GroupStep) -> None:
        """Look at each place from now on as often as it needs."""

    def each_per_s(self, step: GroupStep, t: float) -> int | None:
        """Return how often a second each place is seen; `None` where nobody looks."""

    def take_places(self, zones: Sequence[Zone]) -> None:
        """Look at other places from now on."""

    def look_all_over(self, wanted: bool) -> None:
        """Look for people all over the picture besides, or no longer."""


class Nobody:
    """Watches nobody: no camera, or no consent. The guide leads alone."""

    zones: tuple[Zone, ...] = ()
    last: GroupSeen | None = None
    ended = False

    def look(self, step: GroupStep | None, t: float) -> Mapping[int, PlaceSight]:
        """Return nothing."""
        return {}

    def notice(self, t: float) -> str | None:
        """Return nothing."""
        return None

    def follow(self, step: GroupStep) -> None:
        """Do nothing."""

    def each_per_s(self, step: GroupStep, t: float) -> int | None:
        """Return nothing."""
        return None

    def take_places(self, zones: Sequence[Zone]) -> None:
        """Do nothing."""

    def look_all_over(self, wanted: bool) -> None:
        """Do nothing."""


class Watching(ClosesOnExit):
    """Watches the places of a group before a live source.

    Parameters
    ----------
    first
        What is done first at each place.
    """

    def __init__(
        self,
        open_source: Callable[[], Source],
        zones: Sequence[Zone],
        first: Mapping[int, Exercise],
        size: ModelSize = "lite",
    ) -> None:
        self._first = first
        self._rate: tuple[float, int] = (-TOLD_EVERY_S, 0)
        self._looked_s = -inf
        self.zones = tuple(zones)
        self._eyes = GroupEyes(zones)
        self._live = GroupLive(open_source, zones, size)
        self._live.__enter__()

    def close(self) -> None:
        """Stop looking, and let go of the source."""
        self._live.__exit__(None, None, None)

    @property
    def live(self) -> GroupLive:
        """The source and the looks."""
        return self._live

    @property
    def last(self) -> GroupSeen | None:
        """The newest thing seen; `None` before the first."""
        return self._live.last

    @property
    def ended(self) -> bool:
        """Whether a source that has an end has come to it."""
        return self._live.ended

    def look(self, step: GroupStep | None, t: float) -> Mapping[int, PlaceSight]:
        """Return what is known of each place now, for what is done there.

        While the source shows nothing, or the same again and again, nothing is known of anybody:
        that is nobody's leaving.
        """
        seen = self._live.newest(t)
        if self._live.notice(t) in CALM_NOTICES:
            return {}
        soon = t - self._looked_s < ALL_AFTER_S
        self._looked_s = t
        if seen is not None:
            most = MOST_AT_ONCE if soon else None
            self._eyes.see(seen, exercise_at(step, self._first), most)
        return self._eyes.sights()

    def notice(self, t: float) -> str | None:
        """Return the id of what is to be said of the source, if anything."""
        return self._live.notice(t)

    def follow(self, step: GroupStep) -> None:
        """Look at each place from now on as often as it needs."""
        known = {zone.number for zone in self.zones}
        for place, need in needs_of(step).items():
            if place in known:
                self._live.detection.need(place, need)

    def each_per_s(self, step: GroupStep, t: float) -> int | None:
        """Return how often a second each place is seen where it is looked at in earnest."""
        told_s, rate = self._rate
        if t - told_s >= TOLD_EVERY_S:
            meant = [each.seen_per_s for each in step.places if each.state not in _SELDOM]
            rate = round(min(meant, default=0.0)) or rate
            self._rate = (t, rate)
        return rate

    def take_places(self, zones: Sequence[Zone]) -> None:
        """Look at other places from now on."""
        if tuple(zones) != self.zones:
            self.zones = tuple(zones)
            self._eyes.take_places(zones)
            self._live.take_places(zones)

    def look_all_over(self, wanted: bool) -> None:
        """Look for people all over the picture besides, or no longer."""
        scans = self._live.detection.scans
        if wanted != scans.is_set():
            (scans.set if wanted else scans.clear)()
