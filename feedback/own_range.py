"""A person's own rest and own range, learnt from how they move."""

from collections import deque
from math import inf

from exercises.definition import Target

# The rest is this quantile of what was seen at rest in the last seconds: low, for a slow movement
# begins at rest, yet not the lowest, which trembling makes too low. Defaults of ours, unvalidated.
REST_QUANTILE = 0.3
REST_S = 4.0
# Sinking this share of the range under the rest shows that it was none: it is found anew.
SUNK_SHARE = 0.5
# Excursions the range is learnt from; and how small it may be, as a share of the definition's, at
# first and after some are seen.
REMEMBERED = 3
FIRST_SHARE = 0.75
SMALLEST_SHARE = 0.4
# A small excursion counts as a whole one, once the range is learnt, from this share of the
# definition's: below, it may be trembling or a shift in the seat.
WHOLE_SHARE = 0.5
# Where sides alternate, how far the rest may sink toward the other side, as a share of the range.
MOST_ACROSS = 0.15


class OwnRange:
    """Where one measure of this person rests, and how far it travels from there.

    Distances are in the measure's unit, from the definition's rest, positive toward the
    comfortable range, so that rising, falling and signed measures are alike.

    Parameters
    ----------
    target
        The lead target, with the sign of the side.
    calibrated
        Whether the target holds the person's own calibrated range, which is then kept; otherwise
        the range is learnt from the first excursions.
    two_sided
        Whether the measure passes rest to the other side (a midline measure that alternates).
        There the rest hardly follows it.
    """

    def __init__(
        self, target: Target, *, calibrated: bool = False, two_sided: bool = False
    ) -> None:
        self._origin = target.rest
        self._direction = 1.0 if target.rising else -1.0
        # A range that begins at rest is taken whole; in one that is rest alone nothing counts.
        self._defined = abs(target.near - target.rest) or abs(target.far - target.rest) or inf
        self._learns = not calibrated
        self._lowest = -MOST_ACROSS * self._defined if two_sided else -inf
        self._rest = 0.0
        self._resting: deque[tuple[float, float]] = deque()
        self._at_rest_s = 0.0
        self._heights: deque[float] = deque(maxlen=REMEMBERED)

    def distance(self, value: float) -> float:
        """Return how far `value` lies from the definition's rest."""
        return max(self._direction * (value - self._origin), self._lowest)

    def value(self, distance: float) -> float:
        """Return the value that lies `distance` from the definition's rest."""
        return self._origin + self._direction * distance

    @property
    def rest(self) -> float:
        """The person's own rest, as a distance; 0.0 until something is seen."""
        return self._rest

    @property
    def span(self) -> float:
        """How far from their own rest this person usually comes; positive.

        Until excursions are seen, the way to the near end of the definition's range. After that
        the median of the last few, so that one small or large movement does not change it.
        """
        first = max(self._defined - self.rest, FIRST_SHARE * self._defined)
        known = sorted([first, *self._heights][-REMEMBERED:])
        return known[len(known) // 2]

    @property
    def known(self) -> bool:
        """Whether the range is calibrated or enough of it has been seen to rely on it."""
        return not self._learns or len(self._heights) >= REMEMBERED - 1

    def is_whole(self, distance: float, share: float) -> bool:
        """Return whether an excursion to `distance` comes `share` of the learnt range."""
        height = distance - self.rest
        return height >= max(share * self.span, WHOLE_SHARE * self._defined)

    def rests_at(self, distance: float, elapsed_s: float) -> None:
        """Let the rest follow `distance`, seen at rest `elapsed_s` after the sight before it."""
        if distance < self._rest - SUNK_SHARE * self.span:
            self._resting.clear()
        self._at_rest_s += elapsed_s
        self._resting.append((self._at_rest_s, distance))
        while self._resting[0][0] < self._at_rest_s - REST_S:
            self._resting.popleft()
        lowest_first = sorted(d for _, d in self._resting)
        self._rest = lowest_first[int(REST_QUANTILE * len(lowest_first))]

    def rests_now(self, distance: float) -> None:
        """Take `distance` for the rest: the person has moved on to stand or sit otherwise."""
        self.look_anew()
        self._rest = distance

    def came(self, height: float) -> None:
        """Learn from an excursion that came `height` from rest; what is very small is let be."""
        if self._learns and height >= SMALLEST_SHARE * self._defined:
            self._heights.append(height)

    def look_anew(self) -> None:
        """Forget the rest, after time out of sight; the range is kept."""
        self._resting.clear()
