"""Where a repetition as a whole begins and ends, when something moves before the lead does.

One who rises from a chair leans first: the knees, which lead, stay until the lean is done.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from feedback.authoring_lead import Lead
from feedback.authoring_seen import STEP_S, Seen
from vision.measures import MEASURES
from vision.measuring import VALID

Array = NDArray[np.float64]

# What moves before the lead sets out, or after it is home, moves by so many degrees, and takes no
# longer than so many seconds. A measure has a say that is given so often. Defaults of ours,
# unvalidated.
MOVES_DEG = 20.0
LONGEST_S = 6.0
GIVEN = 0.6


def from_rest_to_rest(seen: Seen, lead: Lead) -> Lead:
    """Return the lead with each way reaching from rest to rest of the whole body."""
    rows = [
        row
        for row, measure in enumerate(MEASURES)
        if VALID[seen.view][row] and measure.unit == "degrees" and measure.name != lead.measure
    ]
    most = max(float(seen.given[row]) for row in rows)
    rows = [row for row in rows if seen.given[row] >= GIVEN * most]
    ways = [way for _, way in lead.ways]
    edges = [
        (float(seen.times[0]), ways[0].start_s),
        *((before.end_s, after.start_s) for before, after in pairwise(ways)),
        (ways[-1].end_s, float(seen.times[-1])),
    ]
    course = seen.course[:, rows]
    begins = [_rest(seen.times, course, gap, gap[1]) for gap in edges[:-1]]
    ends = [_rest(seen.times, course, gap, gap[0]) for gap in edges[1:]]
    if not (_usual(begins) or _usual(ends)):
        return lead
    whole = [
        replace(way, start_s=way.start_s if a is None else a, end_s=way.end_s if b is None else b)
        for way, a, b in zip(ways, begins, ends, strict=True)
    ]
    # The first may be cut off at its beginning, and the last at its end.
    kept = [
        (side, way)
        for (side, _), way, a, b in zip(lead.ways, whole, begins, ends, strict=True)
        if (a is not None or not _usual(begins)) and (b is not None or not _usual(ends))
    ]
    return replace(lead, ways=tuple(kept)) if kept else lead


def _usual(found: Sequence[float | None]) -> bool:
    """Return whether something is there in most of the ways."""
    return sum(moment is not None for moment in found) > len(found) / 2


def _rest(times: Array, course: Array, gap: tuple[float, float], edge_s: float) -> float | None:
    """Return when, in a gap between two ways, the body is farthest from how it is at one edge.

    `None` where it moves only a little from there.
    """
    near = (times >= gap[0]) & (times <= gap[1]) & (np.abs(times - edge_s) <= LONGEST_S)
    if np.count_nonzero(near) * STEP_S < 1.0:
        return None
    at = course[int(np.argmin(np.abs(times - edge_s)))]
    apart = np.abs(course[near] - at)
    apart = np.where(np.isfinite(apart), apart, 0.0).max(axis=1)
    if apart.max() < MOVES_DEG:
        return None
    # Of a rest that lasts, the moment nearest to the edge.
    there = times[near][apart >= 0.95 * apart.max()]
    return float(there[np.argmin(np.abs(there - edge_s))])
