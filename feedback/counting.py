"""Counting a whole movement: both sides, and the sum of what was found."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from math import hypot, inf, nan

from exercises.exercise import Exercise
from exercises.ranges import SafeRange
from feedback.count import Count
from feedback.counters import SideCounter, counters, mean_seen
from feedback.going_along import GoingAlong
from feedback.leaps import Leaps
from feedback.repetition import Repetition
from feedback.symmetry import symmetry_of
from vision.measures import Measures, Side


@dataclass(frozen=True, slots=True)
class Tally:
    """Everything counted so far; `partial` and `unfinished` count both sides at once as one.

    `symmetry` is that of the two sides, 0–1, as `feedback.symmetry.symmetry_of` says; NaN where
    they are not counted apart or have no numbers.
    """

    repetitions: tuple[Repetition, ...] = ()
    partial: int = 0
    unfinished: int = 0
    symmetry: float = nan


class Counting:
    """Counts the first lead measure of a movement on each side that the movement names.

    It counts what the landmarks say whatever the view (`Measures.course`), so that repetitions go
    on while their numbers are withheld. A posture that is kept, and a movement without a lead
    measure, count nothing.
    """

    def __init__(self, exercise: Exercise, ranges: Sequence[SafeRange] = ()) -> None:
        lead = exercise.lead
        self._counters: tuple[SideCounter, ...] = ()
        self._last_s = -inf
        self._done: tuple[tuple[Count, ...], Tally] = ((), Tally())
        if lead is not None and exercise.repetitions:
            self._along = GoingAlong(exercise, lead)
            self._leaps = Leaps(lead.measure)
            self._counters = counters(exercise, lead, ranges, self._along)

    def add(self, t: float, measures: Measures) -> None:
        """Take what was measured at `t` seconds; a `t` not after the last is passed over.

        So is one that is no number. A clock that jumps ahead is time out of sight.
        """
        if not self._counters or not t > self._last_s:
            return
        self._last_s = t
        for taken in self._leaps.take(t, measures.course.tolist(), measures):
            self._along.add(taken.time_s, taken.course, taken.measures.unsure.tolist())
            for counter in self._counters:
                counter.add(taken.time_s, taken.course, taken.measures)

    def carry_over(self, t: float) -> None:
        """Let the time until `t` be no gap, after a pause."""
        for counter in self._counters:
            counter.repetitions.carry_over(t)

    def broken_off(self, t: float) -> None:
        """Drop what was begun: at `t` seconds the camera was moved, and all is seen otherwise.

        What was counted stays, and so does the range; where the person rests is found anew.
        """
        self._last_s = max(t, self._last_s)
        if self._counters:
            self._leaps.forget()
        for counter in self._counters:
            counter.repetitions.break_off()

    def resize(self, exercise: Exercise, ranges: Sequence[SafeRange]) -> None:
        """Go on with the same movement in another size; what was counted and begun stays."""
        self._counters = tuple(c.resized(exercise, ranges) for c in self._counters)

    def travelled(self, measures: Measures, side: Side | None) -> float:
        """Return how far the person has come in their own range (0 rest, 1 its end).

        The mean of what is seen, of `side` alone where sides alternate; NaN where nothing is.
        """
        of_side = [c for c in self._counters if side is None or c.side in (side, "both")]
        return mean_seen([counter.travelled(measures.course) for counter in of_side])

    def apart(self, measures: Measures) -> float:
        """Return how far the two sides are apart, each in its own range.

        By what may be told alone, for a cue hangs on it, and beyond what their expected errors
        explain. NaN until both are seen and both ranges are known: a side that comes less far than
        the other, and always does, is not apart.
        """
        if len(self._counters) < 2 or not all(counter.own.known for counter in self._counters):
            return nan
        left, right = self._counters
        apart = abs(left.travelled(measures.values) - right.travelled(measures.values))
        return max(apart - hypot(left.doubt(measures), right.doubt(measures)), 0.0)

    def done(self) -> Tally:
        """Return what is over and done so far."""
        counts = tuple(counter.repetitions.done for counter in self._counters)
        if any(now is not then for now, then in zip_longest(counts, self._done[0])):
            self._done = (counts, _tally(counts))
        return self._done[1]

    def tally(self) -> Tally:
        """Return what was counted, as if the sights ended now."""
        return _tally([counter.repetitions.count() for counter in self._counters])


def _tally(counts: Sequence[Count]) -> Tally:
    found = chain.from_iterable(count.repetitions for count in counts)
    repetitions = tuple(sorted(found, key=lambda repetition: repetition.end_s))
    return Tally(
        repetitions=repetitions,
        partial=_apart_in_time([[(p.start_s, p.end_s) for p in c.partial] for c in counts]),
        symmetry=symmetry_of(repetitions),
        unfinished=_apart_in_time([count.unfinished for count in counts]),
    )


def _apart_in_time(sides: Sequence[Sequence[tuple[float, float]]]) -> int:
    """Return how many spans of time there are, those that overlap taken as one."""
    count, until_s = 0, float("-inf")
    for start_s, end_s in sorted(chain.from_iterable(sides)):
        count += start_s >= until_s
        until_s = max(until_s, end_s)
    return count
