"""How far a repetition departed from the movement as it is defined: for reports and benchmarks.

Made of what the judge works with frame by frame, after the fact: what is past the comfortable
range, and what did not come as far. It is said of a span of time and never shown to a patient.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite, nan

from exercises.definition import Target
from exercises.exercise import Exercise
from exercises.ranges import SafeRange
from feedback.aims import Aim, aims
from feedback.judge import distance_of, excess_of, fraction_of, nudged, standing_of
from feedback.reasons import BAND_DEG, BAND_SHARE
from feedback.speed import LONGEST_GAP_S
from feedback.verdict import Standing
from vision.measures import Measure, Measures, Side

# What is kept to look back on: longer than the slowest repetition that is counted.
KEPT_S = 120.0


@dataclass(frozen=True, slots=True)
class Departure:
    """How far one measure departed, over a span of time, beyond its expected error.

    Attributes
    ----------
    measure
        Which measure, with its side.
    seen_s
        For how long it was seen.
    past_s, past
        For how long it was past the comfortable range, and how far at most, in its own unit.
    past_ceiling_s
        For how long it was past the ceiling.
    past_share
        Its mean, over the time it was seen, in shares of the room between the comfortable range
        and the ceiling: 0 never past, 1 at the ceiling throughout.
    short
        0–1: how much of the way to the comfortable range was left at its farthest; 0.0 for a
        measure that is to stay at rest.
    """

    measure: Measure
    seen_s: float
    past_s: float
    past: float
    past_ceiling_s: float
    past_share: float
    short: float


@dataclass(frozen=True, slots=True)
class Departed:
    """How far a person departed from the movement over a span of time.

    Attributes
    ----------
    measures
        One for each measure of the movement that was seen.
    departure
        0 for a repetition just as the movement asks; the sum of `past_share` and `short` over its
        measures, two sides of one measure by their mean. NaN where nothing was seen. It ranks
        repetitions of one movement; it has no unit and no threshold.
    """

    measures: tuple[Departure, ...]
    departure: float


Sample = tuple[float, tuple[float, ...], tuple[float, ...]]
"""Seconds, and the value and expected error of each aim, NaN where unseen."""


class Departures:
    """Keeps what was measured of late, and says how a span of it departed.

    Parameters
    ----------
    exercise
        The movement.
    ranges
        The person's own calibrated ranges; without any, the definition's hold.
    side
        The side being done where sides alternate, else `None`.
    """

    def __init__(
        self, exercise: Exercise, ranges: Sequence[SafeRange] = (), side: Side | None = None
    ) -> None:
        self._aims = aims(exercise, ranges, side)
        self._rows = [aim.row for aim in self._aims]
        self._samples: deque[Sample] = deque()

    def take(self, measures: Measures, t: float) -> None:
        """Take what was measured at `t` seconds; a `t` not after the last is passed over."""
        if self._samples and t <= self._samples[-1][0]:
            return
        values = tuple(measures.values[self._rows].tolist())
        errors = tuple(measures.error[self._rows].tolist())
        self._samples.append((t, values, errors))
        while self._samples[0][0] < t - KEPT_S:
            self._samples.popleft()

    def of(self, start_s: float, end_s: float) -> Departed:
        """Return how the person departed from `start_s` to `end_s`, both included."""
        return departed(self._aims, [s for s in self._samples if start_s <= s[0] <= end_s])


def departed(aims: Sequence[Aim], samples: Sequence[Sample]) -> Departed:
    """Return how far `samples` depart from `aims`.

    Parameters
    ----------
    aims
        What was aimed for.
    samples
        In order of time. Each holds until the next, at most for `LONGEST_GAP_S`, the last for as
        long as the one before it; what is unseen counts neither for nor against the person.
    """
    seconds = _durations([t for t, _, _ in samples])
    found = []
    for column, aim in enumerate(aims):
        seen = [
            (held_s, values[column], band_of(aim, errors[column]))
            for held_s, (_, values, errors) in zip(seconds, samples, strict=True)
            if isfinite(values[column])
        ]
        if seen:
            found.append(_departure(aim, seen))
    return Departed(tuple(found), _in_all(found))


def band_of(aim: Aim, error: float) -> float:
    """Return within what a value is taken to be certain: its expected error where it is known.

    In the measure's unit; elsewhere the band that alignment cues keep to as well.
    """
    if isfinite(error):
        return error
    if aim.measure.unit == "degrees":
        return BAND_DEG
    return BAND_SHARE * abs(aim.target.far - aim.target.rest)


def _durations(times: Sequence[float]) -> list[float]:
    held = [min(later - t, LONGEST_GAP_S) for t, later in pairwise(times)]
    return [*held, held[-1] if held else LONGEST_GAP_S]


def _departure(aim: Aim, seen: Sequence[tuple[float, float, float]]) -> Departure:
    """Return the departure of one measure from its (seconds held, value, band)."""
    target = aim.target
    seen_s = past_s = past = past_ceiling_s = shares = farthest = 0.0
    for held_s, value, band in seen:
        excess = max(excess_of(target, value) - band, 0.0)
        seen_s += held_s
        past_s += held_s if excess > 0 else 0.0
        past = max(past, excess)
        past_ceiling_s += held_s if standing_of(target, value) is Standing.PAST_CEILING else 0.0
        shares += held_s * excess / _room(target, value)
        farthest = max(farthest, fraction_of(target, nudged(target, value, band)))
    short = 0.0 if target.role == "steady" else max(1.0 - farthest, 0.0)
    return Departure(aim.measure, seen_s, past_s, past, past_ceiling_s, shares / seen_s, short)


def _room(target: Target, value: float) -> float:
    """Return what lies between the comfortable range and the ceiling, on the side of `value`."""
    if target.role != "steady":
        return abs(target.ceiling - target.far)
    edge = target.high if value >= target.rest else target.low
    return distance_of(target, target.ceiling) - distance_of(target, edge)


def _in_all(found: Sequence[Departure]) -> float:
    """Return the sum over the measures, two sides of one by their mean; NaN for none."""
    by_name: dict[str, list[float]] = {}
    for each in found:
        by_name.setdefault(each.measure.name, []).append(each.past_share + each.short)
    return sum(sum(sides) / len(sides) for sides in by_name.values()) if found else nan
