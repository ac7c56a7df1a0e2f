"""What is remembered of whoever is at a place, to tell them from somebody who comes before them.

Somebody who walks past takes the model's landmarks along bit by bit, so they are not held against
those of the last look, but against what was learnt over seconds: how long the bones are, and that
whoever practises stays about where they are.
"""

from collections import deque
from dataclasses import dataclass
from enum import Enum, auto
from math import exp, inf

import numpy as np

from vision.continuity import SHORTEST_BONE, Outline, change
from vision.geometry import Complexes, Floats
from vision.skeleton import BONES

# Bones are learnt over so many seconds.
LEARNT_S = 4.0
# Whoever is so many times larger or smaller is somebody else, unless they stay for so long.
OTHER_SIZE = 1.25
STAYS_S = 3.0
# Nobody who practises goes so many trunks to the side in so short a time: who does is walking.
WALKS, WALKS_WITHIN_S = 0.45, 0.5
# No limb of whoever moves slowly turns faster than this, in the picture and with jitter: one that
# does was put onto somebody else, or nowhere. Not told of looks farther apart than the third.
LEAP_DEG_PER_S, LEAP_DEG, LEAP_WITHIN_S = 240.0, 15.0, 0.4
# Of a limb shorter than so many trunks, as one that points at the camera, jitter does as much.
LEAPS_FROM = 0.45
# Who is back where whoever is here was, within so many trunks and for so long, walks no more.
BACK_WITHIN, BACK_FOR_S = 0.25, 0.15
# After somebody else the landmarks take so long to settle on whoever is here.
SETTLES_S = 0.3
# Without anybody for so long, whoever was here is forgotten.
REMEMBERED_S = 60.0
# All of these figures are defaults of ours, unvalidated.

_LIMBS = [
    (near, far)
    for near, far in BONES
    if near.name.partition("_")[2] in ("SHOULDER", "ELBOW", "HIP", "KNEE")
    and near.name[0] == far.name[0]
    and "HIP" not in far.name
]
_NEAR, _FAR = np.array(_LIMBS).T


@dataclass(frozen=True, slots=True)
class _At:
    time_s: float
    x: float


class Holds(Enum):
    """Whose a body is."""

    OWNER = auto()
    LEAPT = auto()
    """Theirs, but a limb was put elsewhere than it can be by now."""
    SETTLES = auto()
    """Theirs by its size and where it is, but the limbs may still be those of somebody before."""
    OTHER = auto()
    """Somebody else's."""


class Owner:
    """Whoever is at a place; looks are given in the order of time."""

    def __init__(self) -> None:
        self._bones: Floats | None = None
        self._size_px = 0.0
        self._seen_s = -inf
        self._x = 0.0
        self._lately: deque[_At] = deque()
        self._last: tuple[float, Outline] | None = None
        self._other_since_s: float | None = None
        self._other_s = -inf

    def step(self, body: Outline, x: float, time_s: float) -> Holds:
        """Return whose body one is that has its shoulders `x` pixels from the left.

        Somebody else who stays for `STAYS_S` is the owner from then on.
        """
        if self._bones is None or not 0 <= time_s - self._seen_s <= REMEMBERED_S:
            return self._meet(body, x, time_s)
        unlike, walks = self._is_unlike(body), self._walks(x, time_s)
        if walks and not unlike and self._is_back(time_s):
            self._other_s = time_s
            return Holds.SETTLES
        if unlike or walks:
            self._other_s = time_s
            if self._other_since_s is None:
                self._other_since_s = time_s
            if time_s - self._other_since_s >= STAYS_S:
                return self._meet(body, x, time_s)
            return Holds.OTHER
        self._other_since_s = None
        if time_s - self._other_s < SETTLES_S:
            return Holds.SETTLES
        if self._leaps(body, time_s):
            return Holds.LEAPT
        self._learn(body, x, time_s)
        return Holds.OWNER

    def _meet(self, body: Outline, x: float, time_s: float) -> Holds:
        self._forget()
        self._learn(body, x, time_s)
        return Holds.OWNER

    def _forget(self) -> None:
        self._bones, self._other_since_s, self._other_s = None, None, -inf
        self._last = None
        self._lately.clear()

    def _is_unlike(self, body: Outline) -> bool:
        """Return whether the bones are another's; not where too few are seen to tell."""
        assert self._bones is not None
        known = Outline(body.places, self._bones, self._size_px)
        grown = change(known, body).grown
        return grown > OTHER_SIZE or grown < 1 / OTHER_SIZE

    def _leaps(self, body: Outline, time_s: float) -> bool:
        """Return whether a limb turned as no limb does.

        Not where left and right were exchanged: that is mended where the body is followed.
        """
        if self._last is None or not 0 <= time_s - self._last[0] <= LEAP_WITHIN_S:
            return False
        most = LEAP_DEG + LEAP_DEG_PER_S * (time_s - self._last[0])
        before, after = _limbs(self._last[1]), _limbs(body)
        exchanged = np.roll(after, len(after) // 2)
        shortest_px = LEAPS_FROM * body.size_px
        return all(_turned(before, now, shortest_px) > most for now in (after, exchanged))

    def _walks(self, x: float, time_s: float) -> bool:
        lately = [at.x for at in self._lately if time_s - at.time_s <= WALKS_WITHIN_S]
        self._note(x, time_s)
        far = max((abs(x - before) for before in lately), default=0.0)
        return far > WALKS * self._size_px

    def _is_back(self, time_s: float) -> bool:
        """Return whether the last looks, two or more, were where whoever is here was seen last."""
        lately = list(self._lately)[-2:]
        lately += [at for at in self._lately if time_s - at.time_s <= BACK_FOR_S]
        far = max(abs(at.x - self._x) for at in lately)
        return len(self._lately) > 1 and far <= BACK_WITHIN * self._size_px

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
        self._x, self._seen_s, self._last = x, time_s, (time_s, body)


def _limbs(body: Outline) -> Complexes:
    """Return the bones of arms and legs as x + iy, left before right, NaN where unseen."""
    limbs: Complexes = body.places[_FAR] - body.places[_NEAR]
    return limbs


def _turned(before: Complexes, after: Complexes, shortest_px: float) -> float:
    """Return by how many degrees the limb turned that turned most, of those so long."""
    long = (np.abs(before) >= shortest_px) & (np.abs(after) >= shortest_px)
    turned = np.degrees(np.abs(np.angle(after[long] * np.conj(before[long]))))
    return float(turned.max(initial=0.0))
