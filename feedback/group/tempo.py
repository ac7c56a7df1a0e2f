"""How fast a group's pacer goes, as whoever leads it asks."""

from dataclasses import dataclass

from exercises.easing import ease

# In tenths of the movement's own pace: the slowest and the fastest, and the seconds in which a
# change comes about (defaults of ours, unvalidated).
SLOWEST, FASTEST = 7, 13
EASING_S = 0.5


@dataclass(frozen=True, slots=True)
class Tempo:
    """The pacer's speed.

    Attributes
    ----------
    tenths
        What is asked for, in tenths of the movement's own pace.
    left
        The speed it is coming from, 1 as the movement is defined.
    since_s
        Seconds since it was asked for.
    """

    tenths: int = 10
    left: float = 1.0
    since_s: float = EASING_S

    @property
    def asked(self) -> float:
        """The speed asked for, 0.7–1.3."""
        return self.tenths / 10

    @property
    def rate(self) -> float:
        """The speed now."""
        if self.since_s >= EASING_S:
            return self.asked
        return self.left + (self.asked - self.left) * ease(self.since_s / EASING_S)

    def turned(self, by: int) -> "Tempo":
        """Return it once `by` tenths more were asked for; past its ends nothing changes."""
        tenths = min(max(self.tenths + by, SLOWEST), FASTEST)
        return self if tenths == self.tenths else Tempo(tenths, self.rate, 0.0)

    def after(self, by_s: float) -> "Tempo":
        """Return it `by_s` seconds later."""
        return Tempo(self.tenths, self.left, min(self.since_s + by_s, EASING_S))


BY_ITSELF = Tempo()
"""As the movement is defined."""
