"""Counting the repetitions in one measure as it is seen, from one sample to the next.

Hysteresis on percent of the person's own range: a repetition reaches at least 70% of it and comes
back to 35%, and is away from rest for at least 0.8 s (defaults of ours, unvalidated).
"""

from collections import deque
from dataclasses import dataclass, replace
from itertools import takewhile
from math import isnan
from typing import Literal

from feedback.excursion import AT_REST, Excursion, excursion_of
from feedback.own_range import OwnRange
from feedback.repetition import Repetition
from feedback.running_median import RunningMedian, Sample

REACHED = 0.70
LEFT_REST = 0.35
SHORTEST_S = 0.8
# Turned round: within this time it fell at less than this share of its height a second (5°/s of
# 100°), or it rises again by this share. All figures here are defaults of ours, unvalidated.
TURNED_PER_S = 0.05
TURNED_WITHIN_S = 0.5
RISEN_AGAIN = 0.15
# A measure out of sight for longer than this ends what was begun; shorter is passed over.
LONGEST_GAP_S = 2.0
# Someone who moves to and fro for this long without coming back has another rest than was thought.
MOVED_ON_S = 12.0
TO_AND_FRO = 0.5
# Samples kept from before an excursion is noticed, so that its beginning can be found.
LOOK_BACK_S = 6.0

Counted = Literal["left", "right", "both"]


@dataclass(frozen=True, slots=True)
class Count:
    """What one counter has found, in order; `unfinished` are spans of time.

    `partial` came part of the way; where that turns out to be this person's own whole way, they
    become repetitions.
    """

    repetitions: tuple[Repetition, ...] = ()
    partial: tuple[Repetition, ...] = ()
    unfinished: tuple[tuple[float, float], ...] = ()


class RepetitionCounter:
    """Counts one measure of one side, in order of time; nothing that is to come is needed.

    Three states: at rest, away (past `LEFT_REST` of the range), and settling (back under it, until
    it is at rest or turns round), in which the excursion is closed.
    """

    def __init__(self, side: Counted, own: OwnRange) -> None:
        self._side: Counted = side
        self._own = own
        self._state: Literal["rest", "away", "settling"] = "rest"
        self._smoothed = RunningMedian()
        self._samples: deque[Sample] = deque()
        self._back: list[Sample] = []
        self._seen_s: float | None = None
        self._left_s = 0.0
        self._top = 0.0
        self._done = Count()

    def add(self, t: float, value: float) -> None:
        """Take the measure's `value` (NaN where unseen) at `t` seconds.

        A `t` that is not after the last one is passed over.
        """
        if isnan(value) or (self._seen_s is not None and t <= self._seen_s):
            return
        if self._seen_s is not None and t - self._seen_s > LONGEST_GAP_S:
            self._lose_sight()
        elapsed_s = t - self._seen_s if self._seen_s is not None else 0.0
        self._seen_s = t
        sample = self._smoothed.add(t, self._own.distance(value))
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

    @property
    def done(self) -> Count:
        """What is over and done so far."""
        return self._done

    def count(self) -> Count:
        """Return what was found, as if the sights ended now."""
        if self._state == "settling":
            return self._closed(self._done)
        if self._state == "away":
            return self._left_open(self._done)
        return self._done

    def travelled(self, value: float) -> float:
        """Return how far `value` has come in the person's own range, or in this excursion.

        0 at rest and 1 at the end of the range, or at the top reached now where that is farther.
        """
        height = self._top - self._own.rest if self._state == "away" else 0.0
        return (self._own.distance(value) - self._own.rest) / max(self._own.span, height)

    def _at_rest(self, sample: Sample, elapsed_s: float) -> None:
        t, distance = sample
        self._own.rests_at(distance, elapsed_s)
        while self._samples[0][0] < t - LOOK_BACK_S:
            self._samples.popleft()
        if distance - self._own.rest > LEFT_REST * self._own.span:
            self._state, self._left_s, self._top = "away", t, distance

    def _away(self, sample: Sample) -> None:
        t, distance = sample
        self._top = max(self._top, distance)
        if t - self._left_s > MOVED_ON_S:
            self._notice_new_rest(t)
        height = max(self._top - self._own.rest, REACHED * self._own.span)
        if distance - self._own.rest <= LEFT_REST * height:
            self._state, self._back = "settling", []
            self._settling(sample)

    def _notice_new_rest(self, t: float) -> None:
        """Take the lowest of late for rest where the person came down to it and up again.

        `late` is newest first.
        """
        of_late = takewhile(lambda sample: sample[0] > t - MOVED_ON_S, reversed(self._samples))
        late = [distance for _, distance in of_late]
        lowest = min(late)
        turn = late.index(lowest)
        after, before = max(late[: turn + 1]), max(late[turn:])
        if min(before, after) - lowest >= TO_AND_FRO * self._own.span:
            self._own.rests_now(lowest)
            self._top = after

    def _settling(self, sample: Sample) -> None:
        t, distance = sample
        self._back.append(sample)
        height = self._top - self._own.rest
        lately = next(d for at, d in self._back if at >= t - TURNED_WITHIN_S)
        settled = distance - self._own.rest <= AT_REST * height
        risen = distance > min(d for _, d in self._back) + RISEN_AGAIN * height
        waited = t - self._back[0][0] >= TURNED_WITHIN_S
        turned = waited and lately - distance < TURNED_PER_S * TURNED_WITHIN_S * height
        if settled or risen or turned:
            self._close(sample)

    def _close(self, sample: Sample) -> None:
        self._done = self._closed(self._done)
        if self._lasted():
            self._own.came(self._top - self._own.rest)
            self._done = self._with_own_way_known(self._done)
        self._state = "rest"
        self._samples = deque([sample])

    def _lasted(self) -> bool:
        return self._back[0][0] - self._left_s >= SHORTEST_S

    def _closed(self, count: Count) -> Count:
        """Return `count` with the excursion that has just come back, if it is one."""
        if not self._lasted():
            return count
        whole = self._whole()
        done = Repetition(
            self._side, whole.start_s, whole.peak_s, whole.end_s, self._own.value(whole.top)
        )
        if self._top - self._own.rest < REACHED * self._own.span:
            return replace(count, partial=(*count.partial, done))
        return replace(count, repetitions=(*count.repetitions, done))

    def _with_own_way_known(self, count: Count) -> Count:
        """Return `count` with what seemed partial counted where it was this person's whole way.

        A range smaller than the definition's is known only after a few excursions; as long as
        none was whole, those it was learnt from are judged by it.
        """
        if count.repetitions or not self._own.known:
            return count
        whole = tuple(r for r in count.partial if self._is_whole(r))
        small = tuple(r for r in count.partial if not self._is_whole(r))
        return replace(count, repetitions=whole, partial=small)

    def _is_whole(self, repetition: Repetition) -> bool:
        return self._own.is_whole(self._own.distance(repetition.peak), REACHED)

    def _left_open(self, count: Count) -> Count:
        """Return `count` with an excursion that was begun and whose return was not seen."""
        last_s = self._samples[-1][0]
        if last_s - self._left_s < SHORTEST_S:
            return count
        spans = (*count.unfinished, (self._whole().start_s, last_s))
        return replace(count, unfinished=spans)

    def _whole(self) -> Excursion:
        return excursion_of(self._samples, self._own.rest, self._left_s)

    def _lose_sight(self) -> None:
        self._done = self.count()
        self._state = "rest"
        self._own.look_anew()
        self._smoothed.clear()
        self._samples.clear()
