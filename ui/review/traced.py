"""A long trace made fit to be drawn: as many columns as there are pixels, and where it has gaps."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from feedback.angle_trace import AngleTrace
from vision.measures import INDEX, Withheld

Array = NDArray[np.float64]

LEAST_GAP_S = 1.0
"""A shorter while without a number is a blink (a default of ours)."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A while without a number, and why: the reason that held for most of it."""

    first_s: float
    last_s: float
    why: Withheld


@dataclass(frozen=True, slots=True)
class Stretch:
    """One movement's part of a trace."""

    exercise_id: str
    first_s: float
    last_s: float


def columns(
    times_s: Array, values: Array, first_s: float, last_s: float, count: int
) -> tuple[Array, Array]:
    """Return the lowest and the highest value of each of `count` even parts of a time.

    Parameters
    ----------
    times_s, values
        (N,), rising; NaN values are passed over.

    Returns
    -------
    low, high
        (count,); NaN where nothing was given in a part.
    """
    low, high = np.full((2, max(count, 1)), np.nan)
    first, last = np.searchsorted(times_s, (first_s, last_s))
    times, shown = times_s[first : last + 1], values[first : last + 1]
    known = np.isfinite(shown) & (times <= last_s)
    times, shown = times[known], shown[known]
    if not times.size or last_s <= first_s:
        return low, high
    at = np.minimum(((times - first_s) / (last_s - first_s) * len(low)).astype(int), len(low) - 1)
    starts = np.flatnonzero(np.diff(at, prepend=-1))
    low[at[starts]] = np.minimum.reduceat(shown, starts)
    high[at[starts]] = np.maximum.reduceat(shown, starts)
    return low, high


def bridged(values: Array, most: float) -> Array:
    """Return `values` with each NaN between two that are no more than `most` places apart filled in
    along a straight line."""
    known = np.flatnonzero(np.isfinite(values))
    if len(known) < 2:
        return values
    filled = np.interp(np.arange(len(values)), known, values[known], left=np.nan, right=np.nan)
    for start, stop in pairwise(known):
        if stop - start > most:
            filled[start + 1 : stop] = np.nan
    return filled


def gaps(times_s: Array, values: Array, withheld: NDArray[np.int8]) -> list[Gap]:
    """Return the whiles of at least `LEAST_GAP_S` without a number."""
    if not times_s.size:
        return []
    missing = ~np.isfinite(values)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], missing, [False]]).astype(int)))
    found = []
    for start, stop in zip(edges[::2], edges[1::2], strict=True):
        last = times_s[min(stop, len(times_s) - 1)]
        if last - times_s[start] < LEAST_GAP_S:
            continue
        reasons = withheld[start:stop]
        why = Withheld(int(np.bincount(reasons.astype(int)).argmax()))
        found.append(Gap(float(times_s[start]), float(last), why))
    return found


def stretches(trace: AngleTrace) -> list[Stretch]:
    """Return the movements of a trace, in order, each from its first moment to the next's."""
    ids = trace.exercise_ids
    starts = [i for i in range(len(ids)) if i == 0 or ids[i] != ids[i - 1]]
    ends = [*starts[1:], len(ids)] if starts else []
    found = []
    for start, end in zip(starts, ends, strict=True):
        last = trace.times_s[min(end, len(ids) - 1)]
        found.append(Stretch(ids[start], float(trace.times_s[start]), float(last)))
    return found


def shown_measures(trace: AngleTrace, first: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the measures that have a number anywhere, those of `first` first, in order."""
    known = [key for i, key in enumerate(trace.measures) if np.isfinite(trace.values[:, i]).any()]
    ordered = sorted(known, key=lambda key: INDEX.get(key, len(INDEX)))
    leading = [key for key in dict.fromkeys(first) if key in known]
    return (*leading, *(key for key in ordered if key not in leading))


def nearest(trace: AngleTrace, at_s: float, most_s: float = 1.0) -> int | None:
    """Return the moment of a trace that is nearest to a time; `None` where none is near."""
    if not trace.times_s.size:
        return None
    at = int(np.searchsorted(trace.times_s, at_s))
    near = min(
        (i for i in (at - 1, at) if 0 <= i < len(trace.times_s)),
        key=lambda i: abs(float(trace.times_s[i]) - at_s),
    )
    return near if abs(float(trace.times_s[near]) - at_s) <= most_s else None
