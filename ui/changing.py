"""One thing giving way to another: the old fades out, and only then the new fades in."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from exercises.easing import ease
from ui.easing import MOTION_S

T = TypeVar("T")

# Share of the time in which the old goes; the rest is the new one's.
_GOING = 0.4


@dataclass(frozen=True, slots=True)
class Shown(Generic[T]):
    """What is shown at a moment, and how strongly (0–1)."""

    what: T
    opacity: float


class Changing(Generic[T]):
    """Something of which one is shown at a time; two are never seen over one another."""

    def __init__(self, first: T, over_s: float = MOTION_S) -> None:
        self._over_s = over_s
        self._old = self._new = first
        self._since = float("-inf")

    def to(self, what: T, t: float) -> Shown[T]:
        """Return what to show at `t`, on the way to showing `what`."""
        if what != self._new:
            self._old, self._new, self._since = self._shown(t).what, what, t
        return self._shown(t)

    def _shown(self, t: float) -> Shown[T]:
        share = (t - self._since) / self._over_s
        if share < _GOING:
            return Shown(self._old, 1 - ease(share / _GOING))
        return Shown(self._new, ease((share - _GOING) / (1 - _GOING)))
