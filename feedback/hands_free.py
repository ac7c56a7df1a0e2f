"""Both hands on the heart for two seconds: pause, or go on, without a key."""

from functools import lru_cache
from math import inf

import numpy as np

from exercises.exercise import Exercise
from exercises.keyframes import keyframes
from feedback.intent import Intent
from figure.kinematics import skeleton
from vision.gestures import hands_on_heart, on_heart
from vision.sight import Sight

HELD_S = 2.0
"""So long both hands rest on the heart."""

# A hand that slips for no longer than this has not left; and both have to be away for so long
# before they are asked again (defaults of ours, unvalidated).
_SLIPS_S = 0.4
_AWAY_S = 1.0


class HandsOnHeart:
    """Follows both hands, and tells once when they have rested on the heart for long enough."""

    def __init__(self) -> None:
        self._there_from_s = inf
        self._there_s = -inf
        self._away_from_s = -inf
        self._told = False
        self._seen_s = -inf

    def step(self, sight: Sight, *, ignored: bool = False) -> Intent | None:
        """Return ``PAUSE`` once, as soon as both hands have rested there for `HELD_S`.

        Parameters
        ----------
        sight
            The newest that is known of the person; one that is not new changes nothing.
        ignored
            Whether hands at the chest are what is being done anyway.
        """
        if sight.time_s <= self._seen_s:
            return None
        t = self._seen_s = sight.time_s
        there = sight.present and sight.pose is not None and hands_on_heart(sight.pose)
        if ignored:
            # Hands that are there as the movement ends have to leave first.
            self._told, self._there_from_s, self._away_from_s = True, inf, inf
            return None
        if there:
            self._there_from_s = min(self._there_from_s, t)
            self._there_s, self._away_from_s = t, inf
        elif t - self._there_s > _SLIPS_S:
            self._there_from_s = inf
            self._away_from_s = min(self._away_from_s, t)
            self._told = self._told and t - self._away_from_s < _AWAY_S
        if self._told or t - self._there_from_s < HELD_S:
            return None
        self._told = True
        return Intent.PAUSE


@lru_cache(maxsize=128)
def rests_on_heart(exercise: Exercise) -> bool:
    """Return whether the movement itself brings both hands before the chest."""
    seen = np.ones(33, dtype=np.bool_)
    for angles in keyframes(exercise):
        left, up, _ = np.moveaxis(skeleton(angles), -1, 0)
        if on_heart(np.stack([left, -up], axis=-1), seen):
            return True
    return False
