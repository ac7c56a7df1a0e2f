"""Lengths of a body in the picture against one another: numbers without unit, or percent.

Each function takes ``points`` (..., 33, 2) in pixels, y down, with NaN where unseen, and gives
(...): NaN where a landmark it needs is unseen or the length it divides by is none.
"""

import numpy as np

from vision.geometry import Floats, direction, dot, length
from vision.measures import Side
from vision.posture import mid_hips, middle, of, trunk_up
from vision.skeleton import Landmark


def wrist_span(points: Floats) -> Floats:
    """Return the distance of the wrists in shoulder widths; 0 with the hands together."""
    apart = of(points, "wrist", "left") - of(points, "wrist", "right")
    shoulders = of(points, "shoulder", "left") - of(points, "shoulder", "right")
    span: Floats = np.hypot(apart[..., 0], apart[..., 1]) / length(shoulders)
    return span


def pelvis_shift(points: Floats) -> Floats:
    """Return how far the pelvis is carried over one foot, percent of stance width, left positive.

    The middle of the hips against the middle of the ankles; 50 is above the left ankle. Both
    distances are taken along the picture's horizontal rather than along the line of the ankles:
    one foot a little nearer to the camera tilts that line by degrees, and the hips are high above
    it. NaN where one ankle is straight above the other.
    """
    stance = of(points, "ankle", "left") - of(points, "ankle", "right")
    shift = mid_hips(points) - middle(points, "ankle")
    level_stance = np.where(np.abs(stance[..., 0]) > 0, stance[..., 0], np.nan)
    percent: Floats = 100 * shift[..., 0] / level_stance
    return percent


def ear_gap(points: Floats, side: Side) -> Floats:
    """Return the gap between ear and shoulder along the trunk, as a share of `ear_height`."""
    return _ear_gap_px(points, side) / ear_height(points)


def torso(points: Floats) -> Floats:
    """Return the length of the trunk, hips to shoulders, as a share of `ear_height`."""
    share: Floats = length(trunk_up(points)) / ear_height(points)
    return share


def ear_height(points: Floats) -> Floats:
    """Return the height of the ears over the hips along the trunk, in pixels.

    The one length here that lifting the shoulders leaves as it was, and so the one to hold the
    others against when the person comes nearer to the camera.
    """
    gaps = (_ear_gap_px(points, "left") + _ear_gap_px(points, "right")) / 2
    height = gaps + length(trunk_up(points))
    return np.where(height > 0, height, np.nan)


def _ear_gap_px(points: Floats, side: Side) -> Floats:
    return dot(of(points, "ear", side) - of(points, "shoulder", side), direction(trunk_up(points)))


def heel_over_toe(points: Floats, side: Side) -> Floats:
    """Return the height of the heel over the toes as a share of the foot's length, -1–1."""
    foot = of(points, "toe", side) - of(points, "heel", side)
    share: Floats = foot[..., 1] / length(foot)
    return share


def nose_offset(points: Floats) -> Floats:
    """Return the nose's distance from the middle of the ears in ear spans, left positive.

    Along the line of the ears. About 0 looking at the camera, and growing without bound as the
    ears come to lie one behind the other.
    """
    ears = of(points, "ear", "left") - of(points, "ear", "right")
    nose = points[..., Landmark.NOSE, :] - middle(points, "ear")
    offset: Floats = dot(nose, direction(ears)) / length(ears)
    return offset
