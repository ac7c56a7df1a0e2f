"""What is remembered of whoever is at a place, to tell them from somebody who comes before them.

Somebody who walks past takes the model's landmarks along bit by bit, so they are not held against
those of the last look, but against what was learnt over seconds: how long the bones are, and that
whoever practises stays about where they are.
"""

from collections import deque
from dataclasses import dataclass
from math import exp, inf

import numpy as np

from vision.continuity import SHORTEST_BONE, Outline, change
from vision.geometry import Floats

# Bones are learnt over so many seconds.
LEARNT_S = 4.0
# Whoever is so many times larger or smaller is somebody else, unless they stay for so long.
OTHER_SIZE = 1.25
STAYS_S = 3.0
# Nobody who practises goes so many trunks to the side in so short a time: who does is walking.
WALKS, WALKS_WITHIN_S = 0.45, 0.5
# Without anybody for so long, whoever was here is forgotten.
REMEMBERED_S = 60.0
# All of these figures are defaults of ours, unvalidated.


@dataclass(frozen=True, slots=True)
class _At:
    time_s: float
    x: float


class Owner:
    """Whoever is at a place; looks are given in the order of time."""

    def __init__(self) -> None:
        self._bones: Floats | None = None
        self._size_px = 0.0
        self._seen_s = -inf
        self._lately: deque[_At] = deque()
        self._other_since_s: float | None = None

    def is_other(self, body: Outline, x: float, time_s: float) -> bool:
        """Return whether a body at `x` pixels from the left is somebody else's, or walks by.

        Somebody else who stays for `STAYS_S` is the owner from then on.
        """
        if self._bones is None or not 0 <= time_s - self._seen_s <= REMEMBERED_S:
            self._forget()
            self._learn(body, x, time_s)
            return False
        if not (self._is_unlike(body) or self._walks(x, time_s)):
            self._other_since_s = None
            self._learn(body, x, time_s)
            return False
        if self._other_since_s is None:
            self._other_since_s = time_s
        if time_s - self._other_since_s >= STAYS_S:
            self._forget()
            self._learn(body, x, time_s)
            return False
        return True

    def _forget(self) -> None:
        self._bones, self._other_since_s = None, None
        self._lately.clear()

    def _is_unlike(self, body: Outline) -> bool:
        """Return whether the bones are another's; not where too few are seen to tell."""
        assert self._bones is not None
        known = Outline(body.places, self._bones, self._size_px)
        grown = change(known, body).grown
        return grown > OTHER_SIZE or grown < 1 / OTHER_SIZE

    def _walks(self, x: float, time_s: float) -> bool:
        lately = [at.x for at in self._lately if time_s - at.time_s <= WALKS_WITHIN_S]
        self._note(x, time_s)
        far = max((abs(x - before) for before in lately), default=0.0)
        return far > WALKS * self._size_px

    def _note(self, x: float, time_s: float) -> None:
        self._lately.append(_At(time_s, x))
        while time_s - self._lately[0].time_s > WALKS_WITHIN_S:
            self._lately.popleft()

    def _learn(self, body: Outline, x: float, time_s: float) -> None:
        """Take a look for one of whoever is here."""
        seen = body.bones >= SHORTEST_BONE * body.size_px
        bones = np.where(seen, body.bones, np.nan)
        if self._bones is None:
            self._bones = bones
            self._note(x, time_s)
        else:
            share = 1 - exp(-max(time_s - self._seen_s, 0.0) / LEARNT_S)
            known = np.where(np.isnan(self._bones), bones, self._bones)
            both = ~np.isnan(bones)
            known[both] += share * (bones - known)[both]
            self._bones = known
        if body.size_px > 0:
            self._size_px = body.size_px
        self._seen_s = time_s
