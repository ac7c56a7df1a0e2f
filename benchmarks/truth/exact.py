"""The exact measures of a drawn body, as a camera square to their plane sees them from afar."""

from dataclasses import astuple
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from truth.courses import STILL_S
from truth.recordings import Recording
from vision.foreshortening import SEGMENTS
from vision.measures import INDEX, MEASURES, SIDES, Side
from vision.measuring import FIRST_WEIGHTS, SECOND_WEIGHTS, measure_all
from vision.neutral import Neutral, proportions_now
from vision.skeleton import of_side

Floats = NDArray[np.float64]

# A limb that shows less than this of its length in the plane of a measure has no true angle in it.
IN_PLANE = 0.8
# Pixels to a metre: any will do.
_SCALE = 300.0


def exact_measures(recording: Recording) -> Floats:
    """Return the true measures (T, M) of a recording; NaN where a limb is out of their plane.

    Front measures are those of the figure seen from its front, side ones of its left side; the
    elbow's is the angle in space. An arm's elevation is that of the upper arm, whatever the program
    takes it from.
    """
    true = np.full((len(recording.times_s), len(MEASURES)), np.nan)
    for view in ("front", "side"):
        values = _seen_from(recording, view)
        true = np.where(np.isfinite(values), values, true)
    for side in SIDES:
        true[:, INDEX[f"elbow_flexion_{side}"]] = _elbow(recording.exact, side)
    return true


def _seen_from(recording: Recording, view: Literal["front", "side"]) -> Floats:
    left, up, ahead = np.moveaxis(recording.exact, -1, 0)
    across = left if view == "front" else ahead
    image = np.stack([across * _SCALE, -up * _SCALE], axis=-1)
    still = recording.times_s < STILL_S / 2
    rest = np.median([astuple(proportions_now(points)) for points in image[still]], axis=0)
    seen = np.ones(image.shape[:-1], np.bool_)
    values = measure_all(image, seen, view, Neutral(*rest.tolist()), whole_arm=0.0)
    elevation = "shoulder_abduction" if view == "front" else "shoulder_flexion"
    for side in SIDES:
        values[:, INDEX[f"{elevation}_{side}"]] = _elevation(image, side)
    shown = _share_shown(recording.exact, image / _SCALE)
    return np.where(shown >= IN_PLANE, values, np.nan)


def _share_shown(space: Floats, plane: Floats) -> Floats:
    """Return how much of the limbs that each measure is taken from lies in the plane (T, M)."""
    inside, whole = (
        np.linalg.norm(points[:, SEGMENTS[:, 1]] - points[:, SEGMENTS[:, 0]], axis=-1)
        for points in (plane, space)
    )
    share = inside / whole
    weights = np.abs(FIRST_WEIGHTS) + np.abs(SECOND_WEIGHTS)
    # A segment belongs to a measure that weighs both of its ends, each more than as half a middle.
    used = (weights[:, SEGMENTS] > 0.5).all(axis=-1)
    least: Floats = np.where(used, share[:, None, :], 1.0).min(axis=-1)
    return least


def _elevation(plane: Floats, side: Side) -> Floats:
    shoulders, hips = (
        plane[:, of_side(name, "left")] + plane[:, of_side(name, "right")]
        for name in ("shoulder", "hip")
    )
    arm = plane[:, of_side("elbow", side)] - plane[:, of_side("shoulder", side)]
    return _between(hips - shoulders, arm)


def _elbow(points: Floats, side: Side) -> Floats:
    elbow = points[:, of_side("elbow", side)]
    upper = elbow - points[:, of_side("shoulder", side)]
    return _between(upper, points[:, of_side("wrist", side)] - elbow)


def _between(u: Floats, v: Floats) -> Floats:
    """Return the angle between vectors (T, 2 or 3), degrees."""
    cosine = (u * v).sum(-1) / np.linalg.norm(u, axis=-1) / np.linalg.norm(v, axis=-1)
    angle: Floats = np.degrees(np.arccos(np.clip(cosine, -1, 1)))
    return angle
