"""A person's own rest and own range, learnt from how they move."""

from collections import deque
from math import inf, isfinite

from exercises.definition import Target
from vision.measures import MEASURES, Unit

# The rest is this quantile of what was seen at rest in the last seconds: low, for a slow movement
# begins at rest, yet not the lowest, which trembling makes too low. Defaults of ours, unvalidated.
REST_QUANTILE = 0.3
REST_S = 4.0
# Sinking this share of the range under the rest shows that it was none: it is found anew.
SUNK_SHARE = 0.5
# Whoever rests farther out than this share of the way to the range, than so many degrees, and than
# they come from there, does something else: one who stands is not at rest in a chair.
FARTHEST_REST = 0.5
FARTHEST_REST_DEG = 25.0
# Excursions the range is learnt from, and how small it may be, as a share of the definition's, at
# first. Those are learnt from too that come so near to the least that counts.
REMEMBERED = 3
FIRST_SHARE = 0.75
NEARLY = 0.9
# Going to and fro by this share of the range, and by so much of the least that counts, is meant.
TO_AND_FRO = 0.5
SWAY = 1.5
# A small excursion counts as a whole one, once the range is learnt, from this share of the
# definition's, both from the person's own rest and from the definition's: below, it may be
# trembling, a shift in the seat, or part of something else. A definition's range may be so small
# that this is no more than swaying: from so many degrees, or percent, on it is more, unless the
# whole range is less.
WHOLE_SHARE = 0.4
LEAST_DEG = 6.0
LEAST_PERCENT = 4.5
# Where sides alternate, how far the rest may sink toward the other side, as a share of the range.
MOST_ACROSS = 0.15

_UNITS = {measure.name: measure.unit for measure in MEASURES}
_LEAST: dict[Unit | None, float] = {"degrees": LEAST_DEG, "percent": LEAST_PERCENT}


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
        self._two_sided = two_sided
        self._define(target)
        self._learns = not calibrated
        self._rest = 0.0
        self._resting: deque[tuple[float, float]] = deque()
        self._at_rest_s = 0.0
        self._heights: deque[float] = deque(maxlen=REMEMBERED)
        self._tops: deque[float] = deque(maxlen=REMEMBERED)
        self._wholes: deque[float] = deque(maxlen=REMEMBERED)

    def _define(self, target: Target) -> None:
        # A range that begins at rest is taken whole; in one that is rest alone nothing counts.
        self._defined = abs(target.near - target.rest) or abs(target.far - target.rest) or inf
        unit = _UNITS.get(target.measure)
        sway = min(_LEAST.get(unit, 0.0), NEARLY * self._defined)
        self._least = max(WHOLE_SHARE * self._defined, sway)
        farthest = FARTHEST_REST_DEG if unit == "degrees" else 0.0
        self._farthest_rest = max(FARTHEST_REST * self._defined, farthest)
        self._lowest = -MOST_ACROSS * self._defined if self._two_sided else -inf

    def resize(self, target: Target) -> None:
        """Take another range from the same rest; what was learnt of it shrinks or grows with it."""
        before = self._defined
        self._define(target)
        share = self._defined / before if isfinite(before) and isfinite(self._defined) else 1.0
        for learnt in (self._heights, self._tops, self._wholes):
            sized = [share * distance for distance in learnt]
            learnt.clear()
            learnt.extend(sized)

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

    def rests_at_all(self, rest: float, top: float) -> bool:
        """Return whether an excursion to `top` has its `rest` near enough to the definition's."""
        return rest <= max(self._farthest_rest, top - rest)

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

    def share(self, distance: float) -> float:
        """Return how much of the definition's way an excursion to `distance` comes; 0 and more.

        From the definition's rest or the person's own, whichever makes it more.
        """
        return max(distance, distance - self.rest, 0.0) / self._defined

    def is_something(self, distance: float) -> bool:
        """Return whether an excursion to `distance` is large enough to be told of at all."""
        return min(distance, distance - self.rest) >= NEARLY * self._least

    @property
    def sway(self) -> float:
        """How far the measure may go to and fro without its being meant; positive."""
        return max(TO_AND_FRO * self.span, SWAY * self._least)

    def is_whole(self, distance: float, share: float) -> bool:
        """Return whether an excursion to `distance` comes `share` of the learnt range.

        It does too where it comes as near to where the person usually turns, from a rest that is
        somewhat nearer than it was.
        """
        height = distance - self.rest
        if height < self._least or distance < self._least:
            return False
        if height >= share * self.span:
            return True
        near = distance >= self._turns - (1 - share) * self.span
        return near and height >= WHOLE_SHARE * self.span

    @property
    def _turns(self) -> float:
        """Where the person turned in repetitions, or turns often enough whatever it is."""
        tops = sorted(self._wholes or self._tops)
        known = self._wholes or len(tops) == REMEMBERED
        return tops[len(tops) // 2] if known else inf

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

    def came(self, height: float, *, whole: bool = False) -> None:
        """Learn from an excursion that came `height` from rest; what is very small is let be.

        `whole` is whether it was a repetition.
        """
        top = self._rest + height
        if self._learns and self.is_something(top):
            self._heights.append(height)
            self._tops.append(top)
            if whole:
                self._wholes.append(top)

    def look_anew(self) -> None:
        """Forget the rest, after time out of sight; the range is kept."""
        self._resting.clear()
