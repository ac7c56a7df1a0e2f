"""Every measure of a body at once, and the landmarks that each needs."""

from collections.abc import Callable, Iterable
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from vision import angles, excursions, proportions
from vision.geometry import Floats
from vision.measures import MEASURES, NAMES, SIDES, Measure, Side
from vision.neutral import Neutral
from vision.posture import facing
from vision.skeleton import Landmark, of_side

View = Literal["front", "side", "any"]

_SIDED: dict[str, Callable[[Floats, Side, Neutral], Floats]] = {
    "shoulder_flexion": lambda points, side, _: angles.shoulder_elevation(points, side),
    "shoulder_abduction": lambda points, side, _: angles.shoulder_elevation(points, side),
    "elbow_flexion": lambda points, side, _: angles.elbow_flexion(points, side),
    "hip_flexion": lambda points, side, _: angles.hip_flexion(points, side),
    "hip_abduction": lambda points, side, _: angles.hip_abduction(points, side),
    "knee_flexion": lambda points, side, _: angles.knee_flexion(points, side),
    "ankle_dorsiflexion": lambda points, side, _: angles.ankle_dorsiflexion(points, side),
    "shoulder_hike": excursions.shoulder_hike,
    "heel_height": excursions.heel_height,
}
_MIDLINE: dict[str, Callable[[Floats, Neutral], Floats]] = {
    "trunk_side_lean": lambda points, _: angles.trunk_side_lean(points),
    "trunk_forward_lean": lambda points, _: angles.trunk_forward_lean(points, facing(points)),
    "neck_side_bend": lambda points, _: angles.neck_side_bend(points),
    "neck_rotation": excursions.neck_rotation,
    "wrist_span": lambda points, _: proportions.wrist_span(points),
    "pelvis_shift": lambda points, _: proportions.pelvis_shift(points),
}

# Landmarks of the measured side that each measure needs, and those it needs of both sides. The
# forward lean needs, besides, a nose and an ear or a heel and its toes, to know what is forward.
_OWN_SIDE: dict[str, tuple[str, ...]] = {
    "shoulder_flexion": ("elbow",),
    "shoulder_abduction": ("elbow",),
    "elbow_flexion": ("shoulder", "elbow", "wrist"),
    "hip_flexion": ("shoulder", "hip", "knee"),
    "hip_abduction": ("knee",),
    "knee_flexion": ("hip", "knee", "ankle"),
    "ankle_dorsiflexion": ("knee", "ankle", "heel", "toe"),
    "heel_height": ("heel", "toe"),
}
_BOTH_SIDES: dict[str, tuple[str, ...]] = {
    "shoulder_flexion": ("shoulder", "hip"),
    "shoulder_abduction": ("shoulder", "hip"),
    "hip_abduction": ("hip",),
    "trunk_side_lean": ("shoulder", "hip"),
    "trunk_forward_lean": ("shoulder", "hip"),
    "neck_side_bend": ("ear", "shoulder"),
    "neck_rotation": ("ear",),
    "shoulder_hike": ("ear", "shoulder", "hip"),
    "wrist_span": ("wrist", "shoulder"),
    "pelvis_shift": ("hip", "ankle"),
}
_MIDDLE: dict[str, tuple[Landmark, ...]] = {"neck_rotation": (Landmark.NOSE,)}


def landmarks_of(measure: Measure) -> frozenset[Landmark]:
    """Return the landmarks without which `measure` has no number."""
    own_sides = SIDES if measure.side is None else (measure.side,)
    return frozenset(
        [
            *(
                of_side(name, side)
                for name in _OWN_SIDE.get(measure.name, ())
                for side in own_sides
            ),
            *(of_side(name, side) for name in _BOTH_SIDES.get(measure.name, ()) for side in SIDES),
            *_MIDDLE.get(measure.name, ()),
        ]
    )


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


def seen_points(image: Floats, seen: NDArray[np.bool_]) -> Floats:
    """Return the positions (..., 33, 2) of landmarks (..., 33, 2 or more), NaN where unseen."""
    return np.where(seen[..., None], image[..., :2], np.nan)


def measure_all(
    image: Floats, seen: NDArray[np.bool_], view: View, neutral: Neutral | None = None
) -> Floats:
    """Return every measure of `vision.measures.MEASURES`, in that order.

    Parameters
    ----------
    image
        (..., 33, 4) landmarks of upright pictures that are not mirrored, x and y in pixels.
    seen
        (..., 33) which landmarks count.
    view
        The declared view; a measure that is not valid in it is NaN.
    neutral
        The person's own neutral; without it, or where a part of it is not known, the measures
        taken from it are NaN.

    Returns
    -------
    (..., M) float64
        In each measure's unit; NaN where a landmark is unseen or a segment has no length.
    """
    points = seen_points(image, seen)
    own = neutral or Neutral()
    values = np.full((*points.shape[:-2], len(MEASURES)), np.nan)
    for column, measure in enumerate(MEASURES):
        if not valid_in(measure, view):
            continue
        if measure.side is None:
            values[..., column] = _MIDLINE[measure.name](points, own)
        else:
            values[..., column] = _SIDED[measure.name](points, measure.side, own)
    return values
