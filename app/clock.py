"""Keeping to a rate: the one place outside the camera that sleeps."""

import time
from math import floor

monotonic = time.monotonic

# How slowly the expected work forgets a long one: a share of it a picture (a default of ours).
FORGETTING = 0.3
# Sleeping may end this much late.
MARGIN_S = 0.001


class Cadence:
    """The beats at which pictures are shown, and the moments at which to begin making them.

    Making begins as late as it may, so that a picture is as fresh as it can be when its beat
    comes, and every picture is shown at its beat, however long or short its making was. One that
    comes late is shown at once and keeps the beats after it in place; beats missed meanwhile are
    skipped, not caught up.
    """

    def __init__(self, per_second: float) -> None:
        self._interval_s = 1.0 / per_second
        self._beat_s = monotonic() + self._interval_s
        self._work_s = 0.0
        self._began_s = monotonic()

    def begin(self) -> float:
        """Sleep until it is time to make the next picture; return that time in seconds."""
        _sleep_until(self._beat_s - self._work_s - MARGIN_S)
        self._began_s = monotonic()
        return self._began_s

    def beat(self) -> None:
        """Sleep until the picture that was made is to be shown."""
        now_s = monotonic()
        worked_s = min(now_s - self._began_s, self._interval_s)
        forgotten_s = self._work_s + FORGETTING * (worked_s - self._work_s)
        self._work_s = max(worked_s, forgotten_s)
        _sleep_until(self._beat_s)
        missed = max(0, floor((now_s - self._beat_s) / self._interval_s))
        self._beat_s += (1 + missed) * self._interval_s


def _sleep_until(moment_s: float) -> None:
    ahead_s = moment_s - monotonic()
    if ahead_s > 0:
        time.sleep(ahead_s)
