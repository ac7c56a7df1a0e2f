"""One usual repetition of a performance: what was seen, averaged over the ways out and back."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from exercises.ranges import TOWARD_LEFT
from feedback.authoring_seen import STEP_S, Seen
from feedback.authoring_ways import Way
from vision.measures import MEASURES, SIDES, Side, indices_of
from vision.skeleton import LANDMARK_COUNT, Landmark

Array = NDArray[np.float64]

# A usual repetition has so many steps on the way out and as many on the way back.
EACH_WAY = 20
MOMENTS = 2 * EACH_WAY + 1
TOP = EACH_WAY

_OTHER_ROW = np.arange(len(MEASURES))
for _pair in (indices_of(measure.name) for measure in MEASURES if measure.side):
    _OTHER_ROW[list(_pair)] = _pair[::-1]
_SIGN = np.array([-1.0 if measure.name in TOWARD_LEFT else 1.0 for measure in MEASURES])


def _partner(mark: Landmark) -> Landmark:
    one, other = ("LEFT", "RIGHT") if "LEFT" in mark.name else ("RIGHT", "LEFT")
    return Landmark[mark.name.replace(one, other)]


_OTHER_MARK = np.array([_partner(mark) for mark in Landmark])


@dataclass(frozen=True, slots=True, eq=False)
class Cycle:
    """A usual repetition, from rest to the top and back to rest.

    Where sides alternate it is that of the left: what was done on the right is mirrored into it.

    Attributes
    ----------
    measures
        (MOMENTS, M) every measure whatever the view; `TOP` is the row of the top. NaN unseen.
    body
        (MOMENTS, 33, 3) landmarks in the body's own frame, as in `Seen`.
    """

    measures: Array
    body: Array


def cycle_of(seen: Seen, ways: Sequence[tuple[Side | None, Way]]) -> Cycle:
    """Return the usual repetition of `ways`, each with its side where sides alternate.

    Raises
    ------
    ValueError
        Without a way.
    """
    if not ways:
        raise ValueError("there is no way to make a repetition of")
    measures, bodies = [], []
    for side, way in ways:
        rows = np.clip((_moments(way) - seen.times[0]) / STEP_S, 0, len(seen.times) - 1)
        found, body = _between(seen.course, rows), _between(seen.body, rows)
        if side == SIDES[1]:
            found, body = found[:, _OTHER_ROW] * _SIGN, mirrored(body)
        measures.append(found)
        bodies.append(body)
    return Cycle(_medians(np.array(measures)), _medians(np.array(bodies)))


def mirrored(body: Array) -> Array:
    """Return landmarks (..., 33, 3) of the body's own frame with left and right exchanged."""
    assert body.shape[-2] == LANDMARK_COUNT
    return np.asarray(body[..., _OTHER_MARK, :] * (-1.0, 1.0, 1.0))


def _moments(way: Way) -> Array:
    out = np.linspace(way.start_s, way.arrived_s, EACH_WAY + 1)
    back = np.linspace(way.departed_s, way.end_s, EACH_WAY + 1)
    return np.concatenate((out[:-1], [(way.arrived_s + way.departed_s) / 2], back[1:]))


def _between(values: Array, rows: Array) -> Array:
    """Return `values` (N, ...) at rows (n,) that lie between whole ones."""
    before = np.floor(rows).astype(int)
    after = np.minimum(before + 1, len(values) - 1)
    share = (rows - before).reshape(-1, *(1,) * (values.ndim - 1))
    return np.asarray(
        np.where(share > 0, values[before] * (1 - share) + values[after] * share, values[before])
    )


def _medians(values: Array) -> Array:
    """Return the median over the first axis of what is not NaN; NaN where nothing is."""
    ordered = np.sort(values, axis=0)
    known = np.isfinite(ordered).sum(axis=0)
    low = np.take_along_axis(ordered, np.maximum(known - 1, 0)[None] // 2, axis=0)[0]
    high = np.take_along_axis(ordered, np.minimum(known // 2, len(values) - 1)[None], axis=0)[0]
    return np.asarray((low + high) / 2)
