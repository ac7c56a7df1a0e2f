"""Whether the machine slept: the clock of the practice may stand still while it does."""

import sys
import time
from collections.abc import Callable


def running_s() -> float:
    """Return seconds on a clock that runs on while the machine sleeps, where there is one."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()  # which runs on by itself


class Asleep:
    """Tells for how long the machine slept.

    Parameters
    ----------
    running
        A clock that runs on meanwhile.
    """

    def __init__(self, running: Callable[[], float] = running_s) -> None:
        self._running = running
        self._ahead_s: float | None = None

    def since_last(self, t: float) -> float:
        """Return the seconds slept since the last call of which the clock of `t` knows nothing."""
        ahead_s = self._running() - t
        before_s, self._ahead_s = self._ahead_s, ahead_s
        return 0.0 if before_s is None else max(ahead_s - before_s, 0.0)
