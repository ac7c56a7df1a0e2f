"""What is counted of a movement: which of its measures, on which sides, by whose range."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import isfinite, nan

import numpy as np
from numpy.typing import NDArray

from exercises.definition import Target
from exercises.exercise import Exercise
from exercises.one_sided import kept_side
from exercises.ranges import SafeRange
from feedback.aims import Aim, aims
from feedback.doubt import band_of
from feedback.finding import SHORTEST_S, Counted
from feedback.going_along import GoingAlong
from feedback.own_range import OwnRange
from feedback.repetitions import RepetitionCounter
from feedback.running_median import WINDOW_S
from vision.measures import SIDES, Measures, Side

# A repetition takes at least this share of the guide's own time; where the weight is shifted, more,
# for so does each step (defaults of ours, unvalidated).
SHORTEST_SHARE = 0.1
SHORTEST_SHARES = {"pelvis_shift": 0.2}
# Where the way is hardly longer than a body sways by itself, what lasts for a moment counts less
# (a default of ours, unvalidated).
WINDOWS_S = {"pelvis_shift": 1.2, "shoulder_hike": 0.6}


@dataclass(frozen=True, slots=True)
class SideCounter:
    """Counts one measure of one side, or of both where they count as one."""

    side: Counted
    aims: tuple[Aim, ...]
    rows: tuple[int, ...]
    own: OwnRange
    repetitions: RepetitionCounter

    def add(self, t: float, course: Sequence[float], measures: Measures) -> None:
        """Take what was measured at `t` seconds; `course` is that of all measures."""
        seen = mean_seen([course[row] for row in self.rows])
        given = [float(measures.values[row]) for row in self.rows]
        errors = [float(measures.error[row]) for row in self.rows]
        self.repetitions.add(t, seen, mean_seen(given), mean_seen(errors))

    def travelled(self, values: NDArray[np.float64]) -> float:
        """Return how far this side has come in its own range, by `values` (M,); NaN unseen."""
        return self.repetitions.travelled(mean_seen([float(values[row]) for row in self.rows]))

    def doubt(self, measures: Measures) -> float:
        """Return within what `travelled` is certain; NaN unseen."""
        farther = measures.values.copy()
        for aim in self.aims:
            farther[aim.row] += band_of(aim, float(measures.error[aim.row]))
        return abs(self.travelled(farther) - self.travelled(measures.values))

    def resized(self, exercise: Exercise, ranges: Sequence[SafeRange]) -> "SideCounter":
        """Return the counter with what is aimed for in another size of the movement."""
        side = self.side if exercise.sides == "alternating" and self.side != "both" else None
        rows = set(self.rows)
        led = tuple(aim for aim in aims(exercise, ranges, side) if aim.row in rows)
        self.own.resize(_nearest(led).target)
        return replace(self, aims=led)


def mean_seen(values: Sequence[float]) -> float:
    """Return the mean of what is not NaN; NaN where nothing is."""
    seen = [value for value in values if isfinite(value)]
    return sum(seen) / len(seen) if seen else nan


def _nearest(led: Sequence[Aim]) -> Aim:
    """Return the aim with the shorter way: where two sides count as one, it says what is done."""
    return min(led, key=lambda aim: abs(aim.target.near - aim.target.rest))


def counters(
    exercise: Exercise, lead: Target, ranges: Sequence[SafeRange], along: GoingAlong
) -> tuple[SideCounter, ...]:
    """Return a counter of the measure that leads, for each side that the movement names.

    Parameters
    ----------
    exercise
        The movement.
    lead
        The target that is counted.
    ranges
        The person's own calibrated ranges; a range that is not among them is learnt.
    along
        What says whether an excursion is of this movement.
    """
    share = SHORTEST_SHARES.get(lead.measure, SHORTEST_SHARE)
    shortest_s = max(SHORTEST_S, share * exercise.cycle_s)
    window_s = WINDOWS_S.get(lead.measure, WINDOW_S)

    def led(side: Side | None) -> list[Aim]:
        return [aim for aim in aims(exercise, ranges, side) if aim.target.measure == lead.measure]

    def counter(side: Counted, led: Sequence[Aim], *, two_sided: bool = False) -> SideCounter:
        nearest = _nearest(led)
        own = OwnRange(nearest.target, calibrated=nearest.calibrated, two_sided=two_sided)
        found = partial(along.found, side)
        counts = RepetitionCounter(side, own, found, shortest_s, from_rest=True, window_s=window_s)
        return SideCounter(side, tuple(led), tuple(aim.row for aim in led), own, counts)

    if exercise.sides == "alternating":
        return tuple(
            counter(side, led(side), two_sided=led(side)[0].measure.side is None) for side in SIDES
        )
    both = led(None)
    if exercise.sides == "each" and len(both) > 1:
        return tuple(counter(side, [aim]) for side, aim in zip(SIDES, both, strict=True))
    return (counter(kept_side(exercise) or "both", both),)
