"""Counting the repetitions in one measure as it is seen, from one sample to the next.

Hysteresis on percent of the person's own range: a repetition reaches at least 70% of it and comes
back to 35%, takes at least 0.8 s, and was seen to begin at rest (defaults of ours, unvalidated).
"""

from collections import deque
from collections.abc import Callable
from math import isnan, nan
from typing import Literal

from feedback.coming_back import MOVED_ON_S, end_of, moved_on
from feedback.count import REACHED, Count
from feedback.excursion import Excursion, excursion_of
from feedback.finding import SHORTEST_S, Counted, Finding, Found, anything
from feedback.own_range import OwnRange
from feedback.running_median import WINDOW_S, RunningMedian
from feedback.samples import Sample, Samples, samples_of

LEFT_REST = 0.35
# A measure out of sight for longer than this ends what was begun; shorter is passed over.
LONGEST_GAP_S = 2.0
# Someone who leaves within this time of being first seen may have been in the middle of a movement.
NEW_S = 2.0
# Samples kept from before an excursion is noticed, so that its beginning can be found. All figures
# here are defaults of ours, unvalidated.
LOOK_BACK_S = 6.0


class RepetitionCounter:
    """Counts one measure of one side, in order of time; nothing that is to come is needed.

    Three states: at rest, away (past `LEFT_REST` of the range), and settling (back under it, until
    it is at rest or turns round), in which the excursion is closed.

    Parameters
    ----------
    side, own
        Whose measure it is, and their range.
    found, shortest_s, from_rest
        What is asked of an excursion, as in `feedback.finding.Finding`.
    window_s
        Over how many seconds what lasts no longer than half of them is smoothed away.
    """

    def __init__(
        self,
        side: Counted,
        own: OwnRange,
        found: Callable[[float, float], Found] = anything,
        shortest_s: float = SHORTEST_S,
        *,
        from_rest: bool = False,
        window_s: float = WINDOW_S,
    ) -> None:
        self._finding = Finding(side, own, found, shortest_s, from_rest)
        self._own = own
        self._state: Literal["rest", "away", "settling"] = "rest"
        self._smoothed = RunningMedian(window_s)
        self._samples: deque[Sample] = deque()
        self._back: list[Sample] = []
        self._new_until_s: float | None = None
        self._new = True
        self._seen_s: float | None = None
        self._left_s = 0.0
        self._top = 0.0
        self._done = Count()

    def add(self, t: float, course: float, value: float | None = None, error: float = nan) -> None:
        """Take the measure at `t` seconds; a `t` that is not after the last one is passed over.

        Parameters
        ----------
        t
            Seconds.
        course
            What is counted; NaN where unseen.
        value
            The number that may be told, NaN where it is withheld; by default `course`.
        error
            Its expected error; NaN where it is not known.
        """
        if isnan(course) or isnan(t) or (self._seen_s is not None and t <= self._seen_s):
            return
        if self._seen_s is not None and t - self._seen_s > LONGEST_GAP_S:
            self._done = self.count()
            self._begin_anew()
        elapsed_s = t - self._seen_s if self._seen_s is not None else 0.0
        self._seen_s = t
        here = self._own.distance(course)
        off = 0.0 if value is None else self._own.distance(value) - here
        at, distance = self._smoothed.add(t, here)
        sample = Sample(at, distance, here, off, error)
        self._samples.append(sample)
        if self._state == "rest":
            self._at_rest(sample, elapsed_s)
        elif self._state == "away":
            self._away(sample)
        else:
            self._settling(sample)

    def carry_over(self, t: float) -> None:
        """Let the time until `t` be no gap: a pause was asked for, and is no fault."""
        if self._seen_s is not None:
            self._seen_s = max(t, self._seen_s)

    def break_off(self) -> None:
        """Drop what was begun, and find the rest anew: what follows is seen from elsewhere."""
        self._begin_anew()

    @property
    def done(self) -> Count:
        """What is over and done so far."""
        return self._done

    def count(self) -> Count:
        """Return what was found, as if the sights ended now."""
        if self._state == "settling":
            return self._closed(*self._around())
        if self._state == "away":
            return self._finding.left_open(self._done, *self._around(), self._left_s)
        return self._done

    def travelled(self, value: float) -> float:
        """Return how far `value` has come in the person's own range, or in this excursion.

        0 at rest and 1 at the end of the range, or at the top reached now where that is farther.
        """
        height = self._top - self._own.rest if self._state == "away" else 0.0
        return (self._own.distance(value) - self._own.rest) / max(self._own.span, height)

    def _at_rest(self, sample: Sample, elapsed_s: float) -> None:
        if self._new_until_s is None:
            self._new_until_s = sample.time_s + NEW_S
        self._new = self._new and sample.time_s < self._new_until_s
        self._own.rests_at(sample.distance, elapsed_s)
        while self._samples[0].time_s < sample.time_s - LOOK_BACK_S:
            self._samples.popleft()
        if sample.distance - self._own.rest > LEFT_REST * self._own.span:
            self._state, self._left_s, self._top = "away", sample.time_s, sample.distance

    def _away(self, sample: Sample) -> None:
        self._top = max(self._top, sample.distance)
        if sample.time_s - self._left_s > MOVED_ON_S:
            elsewhere = moved_on(self._samples, self._own.sway)
            if elsewhere is not None:
                lowest, self._top = elsewhere
                self._left_s = lowest.time_s
                self._own.rests_now(lowest.distance)
        height = max(self._top - self._own.rest, REACHED * self._own.span)
        if sample.distance - self._own.rest <= LEFT_REST * height:
            self._state, self._back = "settling", []
            self._settling(sample)

    def _settling(self, sample: Sample) -> None:
        self._back.append(sample)
        rest = self._own.rest
        end = end_of(self._back, rest, self._top - rest, new=self._new)
        if end is not None:
            self._close(sample)
        if end == "halted":
            # From here they will set out.
            self._own.rests_now(sample.distance)

    def _close(self, sample: Sample) -> None:
        before = self._done
        samples, whole = self._around()
        self._done = self._closed(samples, whole)
        new = len(self._done.repetitions) > len(before.repetitions)
        if new or len(self._done.partial) > len(before.partial):
            self._own.came(whole.reached - self._own.rest, whole=new)
            self._done = self._done.with_own_way_known(self._own)
        self._state = "rest"
        self._samples = deque([sample])
        self._new = False

    def _closed(self, samples: Samples, whole: Excursion) -> Count:
        """Return what was found, with the excursion that has just come back."""
        last = self._back[-1].distance
        return self._finding.closed(self._done, samples, whole, last, new=self._new)

    def _around(self) -> tuple[Samples, Excursion]:
        """Return what was seen from before this excursion until now, and the excursion."""
        samples = samples_of(self._samples)
        rest, left_s = self._own.rest, self._left_s
        return samples, excursion_of(samples.times, samples.distances, rest, left_s)

    def _begin_anew(self) -> None:
        self._state = "rest"
        self._new, self._new_until_s = True, None
        self._own.look_anew()
        self._smoothed.clear()
        self._samples.clear()
