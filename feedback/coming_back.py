"""How an excursion ends: back at rest, halted on the way, or setting out again."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Literal

from feedback.excursion import AT_REST
from feedback.samples import Sample

# Halted: within this time it fell at less than this share of its height a second (5°/s of 100°);
# set out again: it rises by this share. All figures here are defaults of ours, unvalidated.
HALTED_PER_S = 0.05
HALTED_WITHIN_S = 0.5
RISEN_AGAIN = 0.15
# Someone who moves to and fro for this long without coming back has another rest than was thought.
MOVED_ON_S = 12.0

End = Literal["settled", "halted", "again"]


def end_of(back: Sequence[Sample], rest: float, height: float, *, new: bool) -> End | None:
    """Return how an excursion has ended, `None` while it still comes back.

    Parameters
    ----------
    back
        What was seen since it came near rest, in order of time, at least one.
    rest, height
        Where the person rests, and how far they came from there.
    new
        Whether they were only just seen: where they rest is then known only once they have
        stopped sinking.
    """
    last = back[-1]
    if last.distance - rest <= AT_REST * height and not new:
        return "settled"
    if last.distance > min(sample.distance for sample in back) + RISEN_AGAIN * height:
        return "again"
    if last.time_s - back[0].time_s < HALTED_WITHIN_S:
        return None
    lately = next(s.distance for s in back if s.time_s >= last.time_s - HALTED_WITHIN_S)
    halted = lately - last.distance < HALTED_PER_S * HALTED_WITHIN_S * height
    return "halted" if halted else None


def moved_on(samples: Sequence[Sample], least: float) -> tuple[Sample, float] | None:
    """Return where someone rests now who came down to it and up again, and how far they came.

    Parameters
    ----------
    samples
        What was seen since they left where they used to rest.
    least
        How far they come down to it and up again, at least.

    Returns
    -------
    tuple of Sample and float, or None
        The lowest moment of the last `MOVED_ON_S`, and the farthest distance since then; `None`
        where they went down or up by less.
    """
    since_s = samples[-1].time_s - MOVED_ON_S
    late = list(takewhile(lambda s: s.time_s > since_s, reversed(samples)))
    distances = [sample.distance for sample in late]
    turn = distances.index(min(distances))
    after, before = max(distances[: turn + 1]), max(distances[turn:])
    return (late[turn], after) if min(before, after) - distances[turn] >= least else None
