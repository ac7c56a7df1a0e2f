"""Whether the camera itself is being moved, told by the background of its pictures."""

from collections.abc import Iterable
from math import inf, isinf, isnan

import numpy as np
from numpy.typing import NDArray

from vision.background import Background, Mask, background
from vision.background_shift import shift
from vision.even_picture import Even, evened
from vision.pose import Pose
from vision.silhouette import silhouette

# All figures here are defaults of ours, unvalidated.
# How often a picture is looked at.
EVERY_S = 0.12
# The camera has been moved once the picture lies this share of its longer side from where it lay,
# at two looks in a row; it moves until the picture has lain within the smaller share for so long.
MOVED = 0.025
AT_REST = 0.01
RESTS_S = 1.0
# It has been moved, too, where nothing of the background is in sight any more, and something
# else is, for longer than somebody takes to walk past.
GONE_S = 2.0
# Where nothing can be said for so long, the background is taken anew.
STALE_S = 4.0


class CameraMotion:
    """Watches whether a camera is moved, from its pictures in the order of time.

    A person who moves, and others who walk through, are no camera that moves: what counts is that
    most of what stood still for a second goes elsewhere as one picture. Each picture is held
    against one taken at rest, so a slow creep is noticed as well. Before a blank wall, in the dark
    or behind somebody who fills the picture nothing can be told, and nothing is said.

    Attributes
    ----------
    moved
        Whether it is being moved, or was less than `RESTS_S` ago.
    """

    def __init__(self) -> None:
        self.moved = False
        self._background: Background | None = None
        self._away = False
        self._looked_s = -inf
        self._taken_s = self._told_s = self._there_s = -inf

    def look(
        self,
        image: NDArray[np.uint8],
        pose: Pose | None,
        time_s: float,
        beside: Iterable[Pose | None] = (),
    ) -> bool:
        """Return whether the camera is being moved, after one more picture.

        Parameters
        ----------
        image
            (H, W, 3) uint8. A picture of another shape than the last begins anew.
        pose
            The person followed in it, who is left out; `None` where nobody is.
        time_s
            When its light was read; of pictures closer than `EVERY_S` only the first is looked at.
        beside
            Others who are followed in it, and are left out as well.
        """
        elapsed_s = time_s - self._looked_s
        if 0 <= elapsed_s < EVERY_S:
            return self.moved
        self._looked_s = time_s
        now = evened(image)
        size = now.shape[1], now.shape[0]
        seen_as = (image.shape[1], image.shape[0])
        people = silhouette(pose, seen_as, size)
        for other in beside:
            people |= silhouette(other, seen_as, size)
        before = self._background
        if before is None or before.picture.shape != now.shape:
            self.moved = False
            self._take(now, people, time_s)
            return False
        if elapsed_s < 0:
            self._taken_s = self._told_s = self._there_s = time_s
        self._hold(before, now, people, time_s)
        return self.moved

    def _take(self, now: Even, people: Mask, t: float) -> None:
        """Take this picture for the one that others are held against."""
        self._background = background(now, people)
        self._away = False
        self._taken_s = self._told_s = self._there_s = t

    def _hold(self, before: Background, now: Even, people: Mask, t: float) -> None:
        """Hold a picture against the one taken `before`."""
        found = shift(before, now, people)
        if self._goes(found.share, t, gone_counts=before.stands_still):
            self.moved = True
            self._take(now, people, t)
            return
        rested = t - self._taken_s >= RESTS_S
        self.moved = self.moved and not rested
        if before.stands_still:
            if t - self._told_s >= STALE_S:
                self._take(now, people, t)
        elif rested and not self._away:
            self._prove(before.proven(found.in_place), now, people, t)

    def _prove(self, still: Background, now: Even, people: Mask, t: float) -> None:
        """Keep to what stood still for a while, or look anew where that is too little."""
        if still.tells:
            self._background = still
            self._told_s = self._there_s = t
        else:
            self._take(now, people, t)

    def _goes(self, share: float, t: float, *, gone_counts: bool) -> bool:
        """Return whether the camera moves, the picture lying `share` away at `t`."""
        if isnan(share) or (isinf(share) and not (self.moved or gone_counts)):
            return False
        self._told_s = t
        if self.moved:
            return share > AT_REST
        if isinf(share):
            return t - self._there_s >= GONE_S
        self._there_s = t
        twice = self._away and share > MOVED
        self._away = share > MOVED
        return twice
