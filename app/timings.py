"""Rolling timings of a live practice and their percentiles."""

from collections import deque
from collections.abc import Iterable

import numpy as np

# The last two minutes or so at display rate; enough for a p99 and flat in memory.
KEPT = 8192
PERCENTILES = 50, 95, 99


class Timings:
    """Milliseconds by name, the newest `KEPT` of each, and plain counts."""

    def __init__(self) -> None:
        self._ms: dict[str, deque[float]] = {}
        self.counts: dict[str, int] = {}
        self._since: dict[str, float] = {}

    def add(self, name: str, seconds: float) -> None:
        """Note that `name` took `seconds`."""
        self._ms.setdefault(name, deque(maxlen=KEPT)).append(1000 * seconds)

    def tick(self, name: str, now_s: float) -> None:
        """Note the interval since the last tick of `name`."""
        if name in self._since:
            self.add(name, now_s - self._since[name])
        self._since[name] = now_s

    def count(self, name: str, number: int = 1) -> None:
        """Add `number` to the count of `name`."""
        self.counts[name] = self.counts.get(name, 0) + number

    def percentiles(self, name: str) -> tuple[float, float, float]:
        """Return p50, p95 and p99 in milliseconds; NaN where nothing was noted."""
        values = self._ms.get(name)
        if not values:
            return float("nan"), float("nan"), float("nan")
        low, middle, high = np.percentile(np.asarray(values), PERCENTILES)
        return float(low), float(middle), float(high)

    def lines(self) -> Iterable[str]:
        """Return what ``--stats`` prints, a line a name."""
        for name in self._ms:
            p50, p95, p99 = self.percentiles(name)
            yield f"{name:<18} p50 {p50:6.1f} ms   p95 {p95:6.1f} ms   p99 {p99:6.1f} ms"
        interval = self.percentiles("pose interval")[0]
        if interval > 0:
            yield f"{'poses a second':<18} {1000 / interval:6.1f} (median)"
        for name, number in self.counts.items():
            yield f"{name:<18} {number:6d}"
