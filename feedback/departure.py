"""How far a span of time departed from what is aimed for, measure by measure and in all.

Made of what the judge works with frame by frame: what is past the comfortable range, what did not
come as far, and sides that parted. For reports and benchmarks, never shown to a patient.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot, inf, isfinite, isnan, nan, sqrt
from typing import NamedTuple

from exercises.definition import Target
from feedback.aims import Aim
from feedback.doubt import band_of
from feedback.judge import distance_of, excess_of, standing_of
from feedback.speed import LONGEST_GAP_S
from feedback.steady import DWELL_S
from feedback.verdict import Standing
from vision.measures import Measure

# Seen for less than this share of the span, nobody can say how far a measure came (a default of
# ours, unvalidated).
SEEN_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Departure:
    """How far one measure departed, over a span of time.

    A share is what the therapist who set the range thinks of as a little: half the width of the
    comfortable range, or the whole of it where it begins at rest and so reaches to one side only.
    So degrees and percent, and measures kept strictly or freely, compare.

    Attributes
    ----------
    measure
        Which measure, with its side.
    seen_s
        For how long it was seen.
    past_s
        For how long it was past the comfortable range by more than its expected error.
    past
        The most it was past the range for `DWELL_S` in all, in its own unit; 0.0 within it.
    past_ceiling_s
        For how long it was past the ceiling, whatever its error.
    off
        `past` in shares.
    short
        What was left of the way to the comfortable range at its farthest, in shares, by its course
        as repetitions are counted; 0.0 for a steady measure, and where it was seen too little.
    """

    measure: Measure
    seen_s: float
    past_s: float
    past: float
    past_ceiling_s: float
    off: float
    short: float


@dataclass(frozen=True, slots=True)
class Departed:
    """How far a person departed from the movement over a span of time.

    Attributes
    ----------
    measures
        One for each measure of the movement that was seen.
    apart
        By name of the measure, in shares: how far left and right were from one another, for
        `DWELL_S` at least and beyond what their expected errors explain; of the measures that both
        sides carry out at once. Empty where one was not seen.
    departure
        0 for a repetition just as the movement asks; the root of the summed squares of `off` and
        `short` over its measures, two sides of one measure by their mean square, and of `apart`.
        NaN where nothing was seen. It is for comparing repetitions of one movement, and has no
        threshold.
    """

    measures: tuple[Departure, ...]
    apart: Mapping[str, float]
    departure: float


Sample = tuple[float, tuple[float, ...], tuple[float, ...], tuple[float, ...]]
"""Seconds, and the value, expected error and course of each aim, NaN where it has none."""


def departed(
    aims: Sequence[Aim], samples: Sequence[Sample], pairs: Sequence[tuple[int, int]] = ()
) -> Departed:
    """Return how far `samples` depart from `aims`.

    Parameters
    ----------
    aims
        What was aimed for.
    samples
        In order of time. Each holds until the next, at most for `LONGEST_GAP_S`, the last for as
        long as the one before it; what is unseen counts neither for nor against the person.
    pairs
        The places in `aims` of the left and the right that are to move as one.
    """
    held = _durations([t for t, *_ in samples])
    moments = [
        [
            _Moment(held_s, values[place], band_of(aim, errors[place]), courses[place])
            for held_s, (_, values, errors, courses) in zip(held, samples, strict=True)
        ]
        for place, aim in enumerate(aims)
    ]
    found = [
        _departure(aim, each)
        for aim, each in zip(aims, moments, strict=True)
        if any(isfinite(moment.value) for moment in each)
    ]
    apart = {
        aims[one].measure.name: _apart(aims[one], moments[one], moments[other])
        for one, other in pairs
    }
    apart = {name: shares for name, shares in apart.items() if isfinite(shares)}
    return Departed(tuple(found), apart, _in_all(found, apart))


def _durations(times: Sequence[float]) -> list[float]:
    held = [min(later - t, LONGEST_GAP_S) for t, later in pairwise(times)]
    return [*held, *(held[-1:] or [LONGEST_GAP_S] * len(times))]


class _Moment(NamedTuple):
    held_s: float
    value: float
    band: float
    course: float


def _departure(aim: Aim, moments: Sequence[_Moment]) -> Departure:
    target = aim.target
    share = _share(target)
    seen_s = past_s = past_ceiling_s = 0.0
    excesses = []
    for held_s, value, band, _ in moments:
        if isnan(value):
            continue
        excess = excess_of(target, value)
        seen_s += held_s
        past_s += held_s if excess > band else 0.0
        past_ceiling_s += held_s if standing_of(target, value) is Standing.PAST_CEILING else 0.0
        excesses.append((excess, held_s))
    past = _lasting(excesses)
    return Departure(
        measure=aim.measure,
        seen_s=seen_s,
        past_s=past_s,
        past_ceiling_s=past_ceiling_s,
        past=past,
        off=past / share,
        short=_short(target, moments) / share,
    )


def _apart(aim: Aim, left: Sequence[_Moment], right: Sequence[_Moment]) -> float:
    """Return how far two sides were apart, in shares; NaN where they were not seen together."""
    seen = [(a, b) for a, b in zip(left, right, strict=True) if isfinite(a.value + b.value)]
    if not seen:
        return nan
    over = [(max(abs(a.value - b.value) - hypot(a.band, b.band), 0.0), a.held_s) for a, b in seen]
    return _lasting(over) / _share(aim.target)


def _share(target: Target) -> float:
    """Return what one share is, in the measure's unit."""
    if target.role != "steady" and target.near == target.rest:
        return target.high - target.low
    return (target.high - target.low) / 2


def _lasting(excesses: Sequence[tuple[float, float]]) -> float:
    """Return the most that was exceeded for `DWELL_S` in all, of (excess, seconds)."""
    lasted_s = 0.0
    for excess, held_s in sorted(excesses, reverse=True):
        lasted_s += held_s
        if lasted_s >= DWELL_S:
            return excess
    return 0.0


def _short(target: Target, moments: Sequence[_Moment]) -> float:
    """Return what was left of the way where the measure came farthest, in its own unit."""
    if target.role == "steady":
        return 0.0
    whole_s = sum(moment.held_s for moment in moments)
    seen_s = sum(moment.held_s for moment in moments if isfinite(moment.value))
    if seen_s < SEEN_SHARE * whole_s:
        return 0.0
    courses = [moment.course for moment in moments if isfinite(moment.course)]
    farthest = max((distance_of(target, course) for course in courses), default=inf)
    return max(distance_of(target, target.near) - farthest, 0.0)


def _in_all(found: Sequence[Departure], apart: Mapping[str, float]) -> float:
    by_name: dict[str, list[float]] = {}
    for each in found:
        by_name.setdefault(each.measure.name, []).append(each.off**2 + each.short**2)
    squares = sum(sum(of) / len(of) for of in by_name.values())
    return sqrt(squares + sum(each**2 for each in apart.values())) if found else nan
