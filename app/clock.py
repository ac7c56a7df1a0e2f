"""Keeping to a rate: the one place outside the camera that sleeps."""

import time

monotonic = time.monotonic


class Cadence:
    """Wakes at a steady rate; a late beat is skipped rather than caught up."""

    def __init__(self, per_second: float) -> None:
        self._interval = 1.0 / per_second
        self._next = monotonic()

    def wait(self) -> None:
        """Sleep until the next beat."""
        self._next += self._interval
        ahead = self._next - monotonic()
        if ahead > 0:
            time.sleep(ahead)
        else:
            self._next = monotonic()
