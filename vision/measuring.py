"""Every measure of a body at once, and the landmarks that each needs."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from vision.geometry import Complexes, Floats, Reading, angles, ratios
from vision.measures import INDEX, MEASURES, NAMES, SIDES, Measure, Side, indices_of
from vision.neutral import Neutral
from vision.posture import way_ahead
from vision.segments import AHEAD, ROWS, UPRIGHT, Vectors, counted, landmarks_in
from vision.skeleton import LANDMARK_COUNT, Landmark

View = Literal["front", "side", "any"]

# Nose offset, in ear spans, that counts as the whole of a person's turn to one side while their
# own is not measured: roughly a head turned by 50° (a default of ours, unvalidated). A proxy that
# grows faster than the angle does: where the nose stands three quarters of the ear span before
# the ears, a turn of 30° reads 43 and one of 50° reads 89.
FULL_TURN = 1.0

# (M, 33): the weights of the landmarks in the two vectors of each measure, so that their noise
# can be carried over: the variance of a vector is weights² · the variance of the landmarks.
FIRST_WEIGHTS: Floats = np.array([row.first[:LANDMARK_COUNT] for row in ROWS])
SECOND_WEIGHTS: Floats = np.array([row.second[:LANDMARK_COUNT] for row in ROWS])

_COUNT = len(ROWS)
_VECTORS = Vectors(
    [
        *(row.first for row in ROWS),
        *(row.second for row in ROWS),
        *(row.along for row in ROWS),
        *AHEAD,
        -UPRIGHT,
    ]
)
_HOW = np.array([row.how for row in ROWS], np.int8)
_IN_DEGREES = _HOW <= Reading.LEAN
_LEAN_ROW = INDEX["trunk_forward_lean"]
# Measures of an arm against the trunk, which an upright trunk's direction can stand in for.
_OFF_TRUNK = np.zeros(_COUNT, np.bool_)
_OFF_TRUNK[[*indices_of("shoulder_flexion"), *indices_of("shoulder_abduction")]] = True

# What is taken from a ratio, and what it is multiplied by; the rows of a person's own neutral are
# filled in for each.
_HIKE_ROWS = list(indices_of("shoulder_hike"))
_REST_ROWS = [*_HIKE_ROWS, *indices_of("heel_height"), *indices_of("neck_rotation")]
_SCALE = np.array([100.0 if measure.unit == "percent" else 1.0 for measure in MEASURES])
_SCALE[list(indices_of("neck_rotation"))] /= FULL_TURN


@dataclass(frozen=True, slots=True, eq=False)
class Taken:
    """Every measure whatever the view, and what it was taken from.

    Attributes
    ----------
    values
        (..., M) in each measure's unit and the order of `vision.measures.MEASURES`; NaN where a
        landmark is unseen, a segment has no length or the neutral is not known.
    first, second
        (..., M, 2) pixels: the two vectors that an angle lies between, or the second of which a
        ratio holds against the first; NaN where unseen. The vertical, where it is the first, has
        a length of 1 and no noise.
    by_vertical
        (..., M) whether the first is the vertical in place of the trunk, the hips being hidden.
    """

    values: Floats
    first: Floats
    second: Floats
    by_vertical: NDArray[np.bool_]


def landmarks_of(measure: Measure) -> frozenset[Landmark]:
    """Return the landmarks that `measure` is taken from.

    Without one of them it has no number; only an arm's angle from the trunk does without both
    hips, see `take`.
    """
    return landmarks_in(ROWS[INDEX[measure.key]])


def landmarks_needed(names: Iterable[str], sides: tuple[Side, ...] = SIDES) -> tuple[Landmark, ...]:
    """Return, in order, the landmarks that the measures called `names` need on `sides`.

    Raises
    ------
    ValueError
        Where a name is not that of a measure.
    """
    wanted = set(names)
    if unknown := sorted(wanted.difference(NAMES)):
        raise ValueError(f"no such measure: {', '.join(unknown)}")
    needed = (
        landmarks_of(measure)
        for measure in MEASURES
        if measure.name in wanted and measure.side in (None, *sides)
    )
    return tuple(sorted(frozenset[Landmark]().union(*needed)))


def valid_in(measure: Measure, view: View) -> bool:
    """Return whether `measure` has a meaning in `view`; in ``any`` only if it has in all views."""
    return {"front", "side"} <= measure.views if view == "any" else view in measure.views


VALID: dict[View, NDArray[np.bool_]] = {
    view: np.array([valid_in(measure, view) for measure in MEASURES])
    for view in ("front", "side", "any")
}


def seen_points(image: Floats, seen: NDArray[np.bool_]) -> Floats:
    """Return the positions (..., 33, 2) of landmarks (..., 33, 2 or more), NaN where unseen."""
    points = image[..., :2]
    return np.where((seen & counted(points))[..., None], points, np.nan)


def take(
    image: Floats, seen: NDArray[np.bool_], neutral: Neutral | None = None, *, roll_deg: float = 0.0
) -> Taken:
    """Return every measure, whatever the view, with what it was taken from.

    Where neither hip is seen, as behind a desk, the angle of an arm from the trunk is taken from
    the vertical instead, and needs but the shoulder and elbow of its own side.

    Parameters
    ----------
    image
        (..., 33, 2 or more) landmarks of upright pictures that are not mirrored, x and y in
        pixels. One that is not finite, or beyond any picture, is unseen.
    seen
        (..., 33) which landmarks count.
    neutral
        The person's own neutral; without it, or where a part of it is not known, the measures
        taken from it are NaN.
    roll_deg
        How far an upright body leans clockwise in the picture: what is held against the vertical
        or the level is held against them turned by so much.
    """
    points = image[..., :2]
    counts = seen & counted(points)
    vectors = _VECTORS.of(points, counts, roll_deg)
    first, second, along = (vectors[..., i * _COUNT : (i + 1) * _COUNT] for i in range(3))
    hipless = ~(counts[..., Landmark.LEFT_HIP] | counts[..., Landmark.RIGHT_HIP])
    by_vertical = _OFF_TRUNK & hipless[..., None] & ~np.isnan(second)
    first = np.where(by_vertical, vectors[..., -1:], first)
    degrees = angles(first, second, _HOW)
    ahead = vectors[..., 3 * _COUNT : -1].real
    degrees[..., _LEAN_ROW] *= way_ahead(ahead, np.abs(second[..., _LEAN_ROW]))
    rest, scale = _held_against(neutral or Neutral())
    parts = (ratios(first, second, along, _HOW) - rest) * scale
    values = np.where(_IN_DEGREES, degrees, parts)
    return Taken(values, _xy(first), _xy(second), by_vertical)


def _xy(vectors: Complexes) -> Floats:
    return np.ascontiguousarray(vectors)[..., None].view(np.float64)


def _held_against(neutral: Neutral) -> tuple[Floats, Floats]:
    """Return what every ratio (M,) is at rest, and what the rest of it is multiplied by."""
    rest, scale = np.zeros(_COUNT), _SCALE.copy()
    rest[_REST_ROWS] = (
        *(neutral.ear_gap_left, neutral.ear_gap_right),
        *(neutral.heel_left, neutral.heel_right),
        neutral.nose,
    )
    # A lifted shoulder has come nearer to the ear: the gap is less than it was.
    scale[_HIKE_ROWS] = -100 / neutral.torso
    return rest, scale


def measure_all(
    image: Floats, seen: NDArray[np.bool_], view: View, neutral: Neutral | None = None
) -> Floats:
    """Return every measure (..., M) as `take` does, NaN where it is not valid in `view`."""
    return np.where(VALID[view], take(image, seen, neutral).values, np.nan)
