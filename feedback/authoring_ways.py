"""The ways out from rest and back that one course makes, found without knowing the movement."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from exercises.easing import ease
from feedback.authoring_seen import STEP_S

Array = NDArray[np.float64]

# The least and the most of a course are these quantiles: not one odd moment.
LOW, HIGH = 0.03, 0.97
# Away is what has left rest by the first share of the whole way, and is back under the second.
AWAY, BACK = 0.5, 0.3
# A way is timed from leaving rest by this share to being so near to its top, and what an eased way
# takes outside of them is added.
EDGE = 0.1
# Of a recording that begins when somebody has set out, no farther than this, the way counts too.
CUT_OFF = 0.4
# A way whose top is less than this share of the usual one is no repetition.
LESSER = 0.65
# Where a person rests is where they begin and end, each looked at for so long, and stay.
LOOKED_S = 0.8
NEAR = 0.2
# How much beginning, end and staying count in that, and what is usual of the measure.
BEGINS, ENDS, STAYS, USUALLY = 1.2, 0.8, 0.3, 0.5
# What takes less from rest to rest is a jerk. All figures are defaults of ours, unvalidated.
SHORTEST_S = 0.8

_EDGE_TIME = next(p / 1000 for p in range(1000) if ease(p / 1000) >= EDGE)


@dataclass(frozen=True, slots=True)
class Way:
    """One way out and back.

    Attributes
    ----------
    start_s, arrived_s, departed_s, end_s
        Leaving rest, at the top, leaving it, and back at rest, as an eased way would take.
    top
        How far it came, in the course's own unit and sign, off no zero.
    """

    start_s: float
    arrived_s: float
    departed_s: float
    end_s: float
    top: float


@dataclass(frozen=True, slots=True)
class Ways:
    """All ways of one course to one side of its rest; `rest` and `top` are their usual ones."""

    rest: float
    top: float
    ways: tuple[Way, ...]

    @property
    def far(self) -> float:
        """How far the top is from rest; never negative."""
        return abs(self.top - self.rest)


def extremes(course: Array) -> tuple[float, float]:
    """Return the least and the most of a course (N,), single moments left out; NaN unseen."""
    seen = course[np.isfinite(course)]
    if not seen.size:
        return np.nan, np.nan
    low, high = np.quantile(seen, (LOW, HIGH))
    return float(low), float(high)


def rest_of(course: Array, *, rises: bool = False) -> float:
    """Return about where a course (N,) rests: its least or its most, whichever it begins at.

    One that begins between them rests where it ends, and else where it stays longer. Of what
    usually `rises` from rest more has to speak for its most.
    """
    seen = course[np.isfinite(course)]
    low, high = extremes(course)
    looked = max(1, round(LOOKED_S / STEP_S))
    begins, ends = (
        1 - 2 * (float(np.median(end)) - low) / max(high - low, 1e-9)
        for end in (seen[:looked], seen[-looked:])
    )
    near = NEAR * (high - low)
    stays = float((seen <= low + near).mean() - (seen >= high - near).mean())
    said = BEGINS * begins + ENDS * ends + STAYS * float(np.sign(stays)) + USUALLY * rises
    return low if said >= 0 else high


def ways_of(times: Array, course: Array, rest: float, top: float) -> Ways | None:
    """Return the ways of a course (N,) from about `rest` to about `top`; `None` without any."""
    if not abs(top - rest) > 0:
        return None
    sign = 1.0 if top > rest else -1.0
    spans = _away(sign * (course - rest) / abs(top - rest))
    found = [way for way in (_timed(times, course, sign, rest, span) for span in spans) if way]
    if not found:
        return None
    usual = float(np.median([way.top for way in found]))
    kept = tuple(
        way
        for way in found
        if sign * (way.top - rest) >= LESSER * sign * (usual - rest)
        and way.end_s - way.start_s >= SHORTEST_S
    )
    if not kept:
        return None
    return Ways(
        _rest_between(times, course, sign, kept, rest),
        float(np.median([w.top for w in kept])),
        kept,
    )


def _away(share: Array) -> list[tuple[int, int]]:
    """Return the spans of rows that are away: entered at `AWAY`, left under `BACK`."""
    spans: list[tuple[int, int]] = []
    begin: int | None = None
    for row, value in enumerate(share.tolist()):
        if begin is None:
            begin = row if value >= AWAY else None
        elif value < BACK:
            spans.append((begin, row))
            begin = None
    return spans


def _timed(
    times: Array, course: Array, sign: float, rest: float, span: tuple[int, int]
) -> Way | None:
    """Return the way about a span that is away; `None` where its beginning was not seen."""
    begin, end = span
    inside = sign * course[begin:end]
    top = float(np.nanquantile(inside, 0.9 if len(inside) < 10 else HIGH))
    share = (sign * course - sign * rest) / (top - sign * rest)
    left = np.flatnonzero(share[:begin] <= EDGE)
    if not left.size and begin and np.nanmin(share[:begin]) <= CUT_OFF:
        left = np.array([int(np.nanargmin(share[:begin]))])  # cut off shortly after it set out
    back = np.flatnonzero(share[end - 1 :] <= EDGE)
    at_top = begin + np.flatnonzero(share[begin:end] >= 1 - EDGE)
    if not left.size or not at_top.size:
        return None
    last = end - 1 + int(back[0]) if back.size else min(end, len(times) - 1)
    out = _eased(float(times[left[-1]]), float(times[at_top[0]]))
    home = _eased(float(times[at_top[-1]]), float(times[last]))
    middle = (out[1] + home[0]) / 2
    return Way(out[0], min(out[1], middle), max(home[0], middle), home[1], sign * top)


def _eased(left_s: float, near_s: float) -> tuple[float, float]:
    """Return when an eased way began and ended that passed its edges at these moments."""
    more = (near_s - left_s) * _EDGE_TIME / (1 - 2 * _EDGE_TIME)
    return left_s - more, near_s + more


def _rest_between(
    times: Array, course: Array, sign: float, ways: tuple[Way, ...], rest: float
) -> float:
    """Return the usual course between the ways, where it comes nearest to home."""
    edges = [(-np.inf, ways[0].start_s), *((a.end_s, b.start_s) for a, b in pairwise(ways))]
    edges.append((ways[-1].end_s, np.inf))
    found = []
    for begin, end in edges:
        middle = (begin + end) / 2 if np.isfinite(begin + end) else None
        about = (times >= begin) & (times <= end)
        if middle is not None:
            about |= np.abs(times - middle) <= 2 * STEP_S
        near = course[about & np.isfinite(course)]
        if near.size:
            found.append(float(np.quantile(sign * near, 0.25)))
    return sign * float(np.median(found)) if found else rest
