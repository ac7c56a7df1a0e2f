"""Every measure of a body at once, and the landmarks that each needs."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from vision.geometry import Complexes, Floats, Reading, angles, ratios
from vision.measures import INDEX, MEASURES, NAMES, SIDES, Measure, Side, indices_of
from vision.neutral import Neutral
from vision.posture import evidence_of, way_told
from vision.segments import AHEAD, ROWS, UPRIGHT, WHOLE_ARMS, Vectors, counted, landmarks_in
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
# What is worked out: the measures, then the elevations of arms by their wrists.
_ALL = (*ROWS, *WHOLE_ARMS)
_VECTORS = Vectors(
    [
        *(row.first for row in _ALL),
        *(row.second for row in _ALL),
        *(row.along for row in ROWS),
        *AHEAD,
        -UPRIGHT,
    ]
)
_FIRST, _SECOND = slice(len(_ALL)), slice(len(_ALL), 2 * len(_ALL))
_ALONG = slice(_SECOND.stop, _SECOND.stop + _COUNT)
_AHEAD = slice(_ALONG.stop, _ALONG.stop + len(AHEAD))
_HOW = np.array([row.how for row in _ALL], np.int8)
_IN_DEGREES = _HOW[:_COUNT] <= Reading.LEAN
_FORWARD_ROW, _SIDE_ROW = INDEX["trunk_forward_lean"], INDEX["trunk_side_lean"]
# Measures of an arm against the trunk, which an upright trunk's direction can stand in for.
_OFF_TRUNK = np.arange(len(_ALL)) >= _COUNT
_OFF_TRUNK[[*indices_of("shoulder_flexion"), *indices_of("shoulder_abduction")]] = True

# An arm whose elbow is bent by no more than the first is taken for straight, by no less than the
# second for bent; so much of a straight arm's elevation is that of the line to its wrist. Fitted
# on drawn bodies, whose elbows were bent from 8 to 125 degrees.
STRAIGHT_DEG, BENT_DEG = 10.0, 35.0
WHOLE_ARM = 0.65
_FLEXION, _ABDUCTION, _ELBOW = (
    slice(rows[0], rows[-1] + 1)
    for rows in map(indices_of, ("shoulder_flexion", "shoulder_abduction", "elbow_flexion"))
)

# Beyond straight: from the side a hip that is drawn back, or a knee that gives way backward, has a
# negative angle. Told by which way the person looks, where that is clear (so much of the trunk's
# length; a person turned by 30 degrees from the camera has a third of it), and for small angles
# alone, which the model's jitter folds about zero (defaults of ours, unvalidated).
CLEARLY_AHEAD = 0.4
FOLDED_DEG = 25.0
# (M,) which way round each folds forward, of a person who looks to the picture's right; 0 for what
# does not fold.
_FORWARD = np.zeros(_COUNT)
_FORWARD[list(indices_of("hip_flexion"))] = -1.0
_FORWARD[list(indices_of("knee_flexion"))] = 1.0

# What is taken from a ratio, and what it is multiplied by; the rows of a person's own neutral are
# filled in for each.
_HIKE_ROWS = list(indices_of("shoulder_hike"))
_REST_ROWS = [*_HIKE_ROWS, *indices_of("heel_height"), *indices_of("neck_rotation")]
_SCALE = np.array([100.0 if measure.unit == "percent" else 1.0 for measure in MEASURES])
_SCALE[list(indices_of("neck_rotation"))] /= FULL_TURN
_UNKNOWN = Neutral()


@dataclass(frozen=True, slots=True, eq=False)
class Taken:
    """Every measure whatever the view, and what it was taken from.

    Attributes
    ----------
    values
        (..., M) in each measure's unit and the order of `vision.measures.MEASURES`; NaN where a
        landmark is unseen, a segment has no length or the neutral is not known.
    first, second
        (..., M) x + iy in pixels: the two vectors that an angle lies between, or the second of
        which a ratio holds against the first; NaN where unseen. The vertical, where it is the
        first, has a length of 1 and no noise.
    by_vertical
        (..., M) whether the first is the vertical in place of the trunk, the hips being hidden.
    """

    values: Floats
    first: Complexes
    second: Complexes
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
    image: Floats,
    seen: NDArray[np.bool_],
    neutral: Neutral | None = None,
    *,
    roll_deg: float = 0.0,
    whole_arm: float = WHOLE_ARM,
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
    whole_arm
        The share that the wrist has in the elevation of a straight arm; 0.0 where elbows are known
        exactly, as by motion capture.
    """
    points = image[..., :2]
    counts = seen & counted(points)
    vectors = _VECTORS.of(points, counts, roll_deg)
    first, second, along = vectors[..., _FIRST], vectors[..., _SECOND], vectors[..., _ALONG]
    hipless = ~(counts[..., Landmark.LEFT_HIP] | counts[..., Landmark.RIGHT_HIP])
    by_vertical = _OFF_TRUNK & hipless[..., None]
    if hipless.any():
        by_vertical &= ~np.isnan(second)
        first = np.where(by_vertical, vectors[..., -1:], first)
    product = first.conj() * second
    degrees = angles(product, _HOW)
    if whole_arm:
        _take_whole_arms(degrees, whole_arm)
    first, second, degrees = first[..., :_COUNT], second[..., :_COUNT], degrees[..., :_COUNT]
    evidence, trunk_px = evidence_of(vectors[..., _AHEAD].real), np.abs(second[..., _FORWARD_ROW])
    way = way_told(evidence, trunk_px)
    degrees[..., _FORWARD_ROW] *= way
    clear = np.abs(evidence) >= CLEARLY_AHEAD * trunk_px
    _unfold(degrees, product[..., :_COUNT], np.where(clear, way, np.nan))
    # The level points to the picture's right, where a person's left is unless seen from behind.
    leftward = (first[..., _SIDE_ROW].conj() * along[..., _SIDE_ROW]).real
    degrees[..., _SIDE_ROW] *= np.where(leftward == 0, np.nan, np.sign(leftward))
    rest, scale = _held_against(neutral or _UNKNOWN)
    parts = (ratios(first, second, along, _HOW[:_COUNT]) - rest) * scale
    values = np.where(_IN_DEGREES, degrees, parts)
    return Taken(values, first, second, by_vertical[..., :_COUNT])


def _take_whole_arms(degrees: Floats, whole_arm: float) -> None:
    """Let the wrist have a say in the elevation of an arm that is nearly straight.

    From shoulder to wrist is a lever twice as long as to the elbow, and the model's elbow slips
    along the arm: on drawn bodies it took the worst tenth from 7.1 to 4.5 degrees. A bent elbow
    is left out of it by degrees. `degrees` is changed where both have a number.
    """
    elevation = degrees[..., _FLEXION]
    straight = (BENT_DEG - degrees[..., _ELBOW]) / (BENT_DEG - STRAIGHT_DEG)
    share = whole_arm * np.minimum(np.maximum(straight, 0.0), 1.0)
    change = share * (degrees[..., _COUNT:] - elevation)
    elevation += np.where(np.isnan(change), 0.0, change)
    # The picture alone cannot tell the two apart.
    degrees[..., _ABDUCTION] = elevation


def _unfold(degrees: Floats, product: Complexes, looks: Floats) -> None:
    """Let small angles of hips and knees be negative beyond straight.

    By which way the person `looks` (...), 1 or -1; where that is NaN all stay as they are.
    """
    folds_back = product.imag * _FORWARD * looks[..., None] < 0
    np.negative(degrees, out=degrees, where=folds_back & (degrees < FOLDED_DEG))


@lru_cache(maxsize=8)
def _held_against(neutral: Neutral) -> tuple[Floats, Floats]:
    """Return what every ratio (M,) is at rest, and what the rest of it is multiplied by.

    Kept for each neutral: it is asked for in every frame and changes once or twice in a practice.
    """
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
    image: Floats,
    seen: NDArray[np.bool_],
    view: View,
    neutral: Neutral | None = None,
    *,
    whole_arm: float = WHOLE_ARM,
) -> Floats:
    """Return every measure (..., M) as `take` does, NaN where it is not valid in `view`."""
    return np.where(VALID[view], take(image, seen, neutral, whole_arm=whole_arm).values, np.nan)
