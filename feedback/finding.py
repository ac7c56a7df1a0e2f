"""What an excursion is found to be: a repetition, a part of one, an unfinished one, or nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from feedback.count import Count
from feedback.excursion import Excursion, seen_to_begin
from feedback.own_range import OwnRange
from feedback.repetition_numbers import repetition_of
from feedback.samples import Samples

SHORTEST_S = 0.8
# What comes less far than the definition's range takes more time, in proportion, up to so many
# times as much: steps and shifts of weight are small and quick, an unhurried small way is not.
SMALL_TAKES = 2.0
# Of someone only just seen: they set out from no higher than this share of the way, where the
# beginning has to be seen, and where it is enough to have seen half of it. Defaults of ours,
# unvalidated.
BEGUN_AT = 0.1
BEGUN_HALF_WAY = 0.5

Counted = Literal["left", "right", "both"]
Found = Literal["whole", "part", "other"]


def anything(start_s: float, end_s: float) -> Found:
    """Take every excursion for the movement."""
    del start_s, end_s
    return "whole"


@dataclass(frozen=True, slots=True)
class Finding:
    """What is asked of the excursions of one measure of one side.

    Attributes
    ----------
    side
        Whose measure it is.
    own
        Their range.
    found
        Says of an excursion, from its start to its end in seconds, whether it was the whole
        movement, a part of it, or another; by default every one is the movement.
    shortest_s
        What takes less from rest to rest is a jerk, and no repetition.
    from_rest
        Whether the beginning has to be seen close to rest, of someone only just seen; otherwise it
        is enough to have seen half of the way.
    """

    side: Counted
    own: OwnRange
    found: Callable[[float, float], Found] = anything
    shortest_s: float = SHORTEST_S
    from_rest: bool = False

    def closed(
        self, count: Count, samples: Samples, whole: Excursion, last: float, *, new: bool
    ) -> Count:
        """Return `count` with an excursion that has come back, if it is one.

        Parameters
        ----------
        count
            What was found before.
        samples, whole
            What was seen around the excursion, and the excursion.
        last
            The distance at which it ended.
        new
            Whether it was begun by somebody only just seen.
        """
        rest = min(last, self.own.rest)
        if not self._could_be(rest, whole.reached, whole.seconds):
            return count
        found = self.found(whole.start_s, whole.end_s)
        if found == "other":
            return count
        share = BEGUN_AT if self.from_rest else BEGUN_HALF_WAY
        if new and not seen_to_begin(samples.times, samples.distances, whole, rest, share):
            return count.with_unfinished(whole.start_s, whole.end_s)
        way = repetition_of(self.side, samples, whole, self.own)
        return count.with_way(way, whole.reached, self.own, lacking=found == "part")

    def left_open(self, count: Count, samples: Samples, whole: Excursion, left_s: float) -> Count:
        """Return `count` with an excursion noticed at `left_s` whose return was not seen."""
        last_s = float(samples.times[-1])
        if not self._could_be(self.own.rest, whole.reached, last_s - left_s):
            return count
        if self.found(whole.start_s, last_s) == "other":
            return count
        return count.with_unfinished(whole.start_s, last_s)

    def _could_be(self, rest: float, top: float, seconds: float) -> bool:
        """Return whether an excursion from `rest` to `top` is large and slow enough."""
        share = min(self.own.share(top), 1.0)
        slow = seconds >= self.shortest_s / max(share, 1 / SMALL_TAKES)
        return slow and self.own.rests_at_all(rest, top) and self.own.is_something(top)
