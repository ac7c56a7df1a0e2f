"""The counters of a whole movement: which measures are counted, on which sides, and the sum."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from math import isfinite, nan

from exercises.exercise import Exercise
from exercises.ranges import SafeRange
from feedback.aims import Aim, aims
from feedback.own_range import OwnRange
from feedback.repetition import Repetition
from feedback.repetitions import Count, Counted, RepetitionCounter
from vision.measures import SIDES, Measures, Side


@dataclass(frozen=True, slots=True)
class Tally:
    """Everything counted so far; `partial` and `unfinished` count both sides at once as one."""

    repetitions: tuple[Repetition, ...] = ()
    partial: int = 0
    unfinished: int = 0


@dataclass(frozen=True, slots=True)
class _Counter:
    side: Counted
    rows: tuple[int, ...]
    own: OwnRange
    repetitions: RepetitionCounter

    def value(self, measures: Measures) -> float:
        """Return the measure, or the mean of the sides that are seen; NaN where none is."""
        values = [float(measures.values[row]) for row in self.rows]
        seen = [value for value in values if isfinite(value)]
        return sum(seen) / len(seen) if seen else nan

    def travelled(self, measures: Measures) -> float:
        """Return how far this side has come in its own range; NaN where it is unseen."""
        return self.repetitions.travelled(self.value(measures))


class Counting:
    """Counts the first lead measure of a movement on each side that the movement names.

    A posture that is kept, and a movement without a lead measure, count nothing.
    """

    def __init__(self, exercise: Exercise, ranges: Sequence[SafeRange] = ()) -> None:
        self._counters = _counters(exercise, ranges)

    def add(self, t: float, measures: Measures) -> None:
        """Take what was measured at `t` seconds; a `t` not after the last is passed over."""
        for counter in self._counters:
            counter.repetitions.add(t, counter.value(measures))

    def carry_over(self, t: float) -> None:
        """Let the time until `t` be no gap, after a pause."""
        for counter in self._counters:
            counter.repetitions.carry_over(t)

    def travelled(self, measures: Measures, side: Side | None) -> float:
        """Return how far the person has come in their own range (0 rest, 1 its end).

        The mean of what is seen, of `side` alone where sides alternate; NaN where nothing is.
        """
        of_side = [c for c in self._counters if side is None or c.side in (side, "both")]
        values = [counter.travelled(measures) for counter in of_side]
        seen = [value for value in values if isfinite(value)]
        return sum(seen) / len(seen) if seen else nan

    def apart(self, measures: Measures) -> float:
        """Return how far the two sides are apart, each in its own range.

        NaN until both are seen and both ranges are known: a side that comes less far than the
        other, and always does, is not apart.
        """
        if len(self._counters) < 2 or not all(counter.own.known for counter in self._counters):
            return nan
        left, right = (counter.travelled(measures) for counter in self._counters)
        return abs(left - right)

    def done(self) -> Tally:
        """Return what is over and done so far."""
        return _tally([counter.repetitions.done for counter in self._counters])

    def tally(self) -> Tally:
        """Return what was counted, as if the sights ended now."""
        return _tally([counter.repetitions.count() for counter in self._counters])


def _tally(counts: Sequence[Count]) -> Tally:
    found = chain.from_iterable(count.repetitions for count in counts)
    return Tally(
        repetitions=tuple(sorted(found, key=lambda repetition: repetition.end_s)),
        partial=_apart_in_time([[(p.start_s, p.end_s) for p in c.partial] for c in counts]),
        unfinished=_apart_in_time([count.unfinished for count in counts]),
    )


def _counters(exercise: Exercise, ranges: Sequence[SafeRange]) -> tuple[_Counter, ...]:
    lead = next((target for target in exercise.targets if target.role == "lead"), None)
    if lead is None or not exercise.repetitions:
        return ()

    def led(side: Side | None) -> list[Aim]:
        return [aim for aim in aims(exercise, ranges, side) if aim.target.measure == lead.measure]

    if exercise.sides == "alternating":
        return tuple(
            _counter(side, led(side), two_sided=led(side)[0].measure.side is None) for side in SIDES
        )
    both = led(None)
    if exercise.sides == "each" and len(both) > 1:
        return tuple(_counter(side, [aim]) for side, aim in zip(SIDES, both, strict=True))
    return (_counter("both", both),)


def _counter(side: Counted, led: Sequence[Aim], *, two_sided: bool = False) -> _Counter:
    # Where two sides count as one, the one with the shorter way says when it is done.
    nearest = min(led, key=lambda aim: abs(aim.target.near - aim.target.rest))
    own = OwnRange(nearest.target, calibrated=nearest.calibrated, two_sided=two_sided)
    return _Counter(side, tuple(aim.row for aim in led), own, RepetitionCounter(side, own))


def _apart_in_time(sides: Sequence[Sequence[tuple[float, float]]]) -> int:
    """Return how many spans of time there are, those that overlap taken as one."""
    count, until_s = 0, float("-inf")
    for start_s, end_s in sorted(chain.from_iterable(sides)):
        count += start_s >= until_s
        until_s = max(until_s, end_s)
    return count
