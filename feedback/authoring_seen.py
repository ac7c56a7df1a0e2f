"""What was seen of a performance, at even steps of time, for looking at it as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians, sin
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from figure.body import PROPORTIONS
from vision.measures import MEASURES, Side
from vision.measuring import take
from vision.pose import Pose
from vision.sight import Sight
from vision.skeleton import LANDMARK_COUNT, Landmark
from vision.viewpoint import SQUARE_DEG

Array = NDArray[np.float64]

STEP_S = 0.1
# A moment is the median of what was seen within so long of it, which frees it of single frames;
# what was out of sight for no longer than the second is filled in; then all is smoothed over the
# third (defaults of ours, unvalidated; a movement of some seconds keeps its top to a hundredth).
MEDIAN_S, FILLED_S, SMOOTH_S = 0.16, 0.6, 0.15
_SIDED = np.array([measure.side is not None for measure in MEASURES])
# Without hips in the picture, the trunk is so much longer than the shoulders are wide.
TRUNK_PER_SHOULDERS = PROPORTIONS.torso / (2 * PROPORTIONS.half_shoulders)
SHOULDERS = [Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER]
HIPS = [Landmark.LEFT_HIP, Landmark.RIGHT_HIP]


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A performance at even steps of time.

    Attributes
    ----------
    view
        The view that its measures were taken for.
    times
        (N,) seconds, `STEP_S` apart.
    course
        (N, M) what the landmarks say of every measure whatever the view; NaN where unseen. Of the
        far limbs, which the body hides from the side, what the model takes them to do: good enough
        to tell whether they go along, and for no number.
    numbers
        (N, M) 0–1, whether the measure had a number then.
    given
        (M,) share of the frames in which the measure had a number, 0–1.
    error
        (M,) its median expected error; NaN where it never had a number.
    body
        (N, 33, 3) landmarks from the middle of the shoulders, in lengths of the trunk, in the
        body's own frame: the person's left, up, ahead. Where the camera stood square to the view
        what lies in the picture's plane is taken from the picture, and the rest from the model's
        depth, which is much less sure; turned between front and side all is the model's.
    visible
        (N, 33) how well each is seen, 0–1.
    turn_deg
        How far the person was turned to their own left, in the middle; NaN where not known.
    """

    view: Literal["front", "side"]
    times: Array
    course: Array
    numbers: Array
    given: Array
    error: Array
    body: Array
    visible: Array
    turn_deg: float

    @property
    def near_side(self) -> Side:
        """The side of the body nearer to the camera; the left where they are equally near."""
        return "right" if self.turn_deg > 0 else "left"


def seen_of(
    view: Literal["front", "side"], sights: Sequence[Sight], start_s: float, end_s: float
) -> Seen:
    """Return what `sights`, measured for `view`, show from `start_s` to `end_s`.

    Raises
    ------
    ValueError
        Where the person is followed in none of them.
    """
    kept = [s for s in sights if start_s <= s.time_s <= end_s and s.pose is not None]
    if not kept:
        raise ValueError("nobody is followed in this time")
    poses = [sight.pose for sight in kept if sight.pose is not None]
    raw = np.array([sight.time_s for sight in kept])
    errors = np.array([sight.measures.error for sight in kept])
    values = np.array([sight.measures.values for sight in kept])
    times = np.arange(start_s, end_s + STEP_S / 2, STEP_S)
    turn_deg = _middle_of([sight.viewpoint.turn_deg for sight in kept])
    body_px = float(np.median([body_size_px(sight) for sight in kept]))
    return Seen(
        view=view,
        times=times,
        course=even(raw, _courses(kept, poses, view), times),
        numbers=np.nan_to_num(even(raw, np.isfinite(values).astype(np.float64), times)),
        given=np.isfinite(values).mean(axis=0),
        error=_medians(errors),
        body=even(
            raw, _bodies(poses, turn_deg, view, body_px).reshape(len(raw), -1), times
        ).reshape(len(times), LANDMARK_COUNT, 3),
        visible=np.nan_to_num(even(raw, np.array([pose.image[:, 3] for pose in poses]), times)),
        turn_deg=turn_deg,
    )


def _courses(sights: Sequence[Sight], poses: Sequence[Pose], view: str) -> Array:
    """Return the courses (n, M) of sights, the hidden side's filled in from the side."""
    found = np.array([sight.measures.course for sight in sights])
    if view != "side":
        return found
    image = np.array([pose.image for pose in poses])
    roll = float(np.median([sight.viewpoint.roll_deg for sight in sights]))
    guessed = take(image, np.ones(image.shape[:2], np.bool_), roll_deg=roll).values
    return np.where(np.isfinite(found) | ~_SIDED, found, guessed)


def _middle_of(turns_deg: Sequence[float]) -> float:
    """Return the middle of directions in degrees, -180 to 180; NaN where none is known."""
    turns = np.radians([turn for turn in turns_deg if np.isfinite(turn)])
    if not turns.size:
        return float("nan")
    return float(np.degrees(np.arctan2(np.median(np.sin(turns)), np.median(np.cos(turns)))))


def _bodies(poses: Sequence[Pose], turn_deg: float, view: str, body_px: float) -> Array:
    """Return the landmarks (n, 33, 3) of poses as `Seen.body` has them."""
    world = np.array([pose.world[:, :3] for pose in poses]) * (1.0, -1.0, -1.0)
    trunk = world[:, SHOULDERS].mean(axis=1) - world[:, HIPS].mean(axis=1)
    places = world / float(np.median(np.linalg.norm(trunk, axis=-1)))
    off_deg = abs(abs(turn_deg) - (90.0 if view == "side" else 0.0))
    if off_deg <= SQUARE_DEG:
        turn_deg = float(np.copysign(90.0, turn_deg)) if view == "side" else 0.0
        image = np.array([pose.image[:, :2] for pose in poses]) * (1.0, -1.0)
        places[..., :2] = image / body_px
    places -= places[:, SHOULDERS].mean(axis=1, keepdims=True)
    across, up, near = np.moveaxis(places, -1, 0)
    cosine, sine = cos(radians(turn_deg)), sin(radians(turn_deg))
    return np.stack((across * cosine - near * sine, up, across * sine + near * cosine), axis=-1)


def body_size_px(sight: Sight) -> float:
    """Return the length of the trunk in the picture, by the shoulders where no hips are seen.

    NaN where nobody is followed.
    """
    if sight.pose is None or np.isfinite(sight.viewpoint.body_px):
        return sight.viewpoint.body_px
    left, right = sight.pose.image[SHOULDERS, :2]
    return float(np.hypot(*(left - right))) * TRUNK_PER_SHOULDERS


def even(raw: Array, values: Array, times: Array) -> Array:
    """Return `values` (n, K) of the moments `raw` (n,) at the even `times` (N,), as (N, K)."""
    found = np.full((len(times), values.shape[1]), np.nan)
    first = np.searchsorted(raw, times - MEDIAN_S)
    last = np.searchsorted(raw, times + MEDIAN_S, side="right")
    for row, (begin, end) in enumerate(zip(first.tolist(), last.tolist(), strict=True)):
        if end > begin:
            found[row] = _medians(values[begin:end])
    for column in found.T:
        _fill(column, times)
    return _smoothed(found)


def _medians(values: Array) -> Array:
    """Return the median (K,) of each column (n, K), of what is not NaN; NaN where all is."""
    ordered = np.sort(values, axis=0)  # NaN sorts last
    known = np.isfinite(ordered).sum(axis=0)
    each = np.arange(values.shape[1])
    middle: Array = (
        ordered[np.maximum(known - 1, 0) // 2, each] + ordered[known // 2 % len(values), each]
    ) / 2
    return np.where(known > 0, middle, np.nan)


def _fill(column: Array, times: Array) -> None:
    """Fill what is NaN for no longer than `FILLED_S` in a course (N,)."""
    known = np.flatnonzero(np.isfinite(column))
    if len(known) < 2:
        return
    for before, after in pairwise(known.tolist()):
        if 1 < after - before <= FILLED_S / STEP_S + 1:
            between = slice(before + 1, after)
            column[between] = np.interp(
                times[between], times[[before, after]], column[[before, after]]
            )


def _smoothed(values: Array) -> Array:
    """Return the courses (N, K) smoothed; NaN stays NaN and is passed over."""
    reach = round(3 * SMOOTH_S / STEP_S)
    steps = np.arange(-reach, reach + 1) * STEP_S
    kernel = np.exp(-0.5 * (steps / SMOOTH_S) ** 2)
    seen = np.isfinite(values)
    padded = np.pad(np.where(seen, values, 0.0), ((reach, reach), (0, 0)))
    weight = np.pad(seen.astype(np.float64), ((reach, reach), (0, 0)))
    total, share = np.zeros_like(values), np.zeros_like(values)
    for shift, factor in enumerate(kernel.tolist()):
        total += factor * padded[shift : shift + len(values)]
        share += factor * weight[shift : shift + len(values)]
    return np.where(seen, total / np.where(seen, share, 1.0), np.nan)
