"""The person of one moment drawn anew from the landmarks that were kept: no picture is."""

import numpy as np
import pygame
from numpy.typing import NDArray

from ui import shapes
from ui.paint import Drawing
from ui.widgets.sizes import Sizes
from vision.measures import Measure
from vision.skeleton import Landmark, of_side

Points = NDArray[np.float64]

# Half-widths of a body's parts, as shares of its trunk's length (defaults of ours).
_LIMBS = {"upper": 0.085, "lower": 0.07, "thigh": 0.12, "shank": 0.09}
_HEAD, _TRUNK, _FOOT = 0.17, 0.13, 0.06
# Round the whole practice's landmarks, so that nothing is cut off and nothing jumps.
_ROOM = 0.12
# The joints on either side of the joint at which a measure is taken.
_AT = {
    "shoulder": ("hip", "shoulder", "elbow"),
    "elbow": ("shoulder", "elbow", "wrist"),
    "hip": ("shoulder", "hip", "knee"),
    "knee": ("hip", "knee", "ankle"),
    "ankle": ("knee", "ankle", "toe"),
    "heel": ("knee", "ankle", "heel"),
}

Bounds = tuple[float, float, float, float]


def bounds_of(landmarks: Points) -> Bounds | None:
    """Return left, top, right and foot of all that was ever seen; `None` where nothing was.

    Parameters
    ----------
    landmarks
        (N, 33, 2) pixels of the frame.
    """
    known = np.isfinite(landmarks).all(axis=2)
    if not known.any():
        return None
    seen = landmarks[known]
    # A landmark that jumped far for a moment does not make all the rest small.
    left, top = np.percentile(seen, 0.5, axis=0)
    right, foot = np.percentile(seen, 99.5, axis=0)
    room = _ROOM * max(right - left, foot - top, 1.0)
    return float(left - room), float(top - 1.4 * room), float(right + room), float(foot + room)


def draw_body(
    surface: pygame.Surface,
    box: pygame.Rect,
    sizes: Sizes,
    landmarks: Points,
    bounds: Bounds,
    measure: Measure | None,
) -> bool:
    """Draw a body in `box`, the limb of `measure` in the colour of what moves.

    Parameters
    ----------
    landmarks
        (33, 2) pixels of the frame; NaN where it was not seen, which is left out.
    bounds
        What of the frame is shown.

    Returns
    -------
    bool
        Whether there was anything to draw.
    """
    if not np.isfinite(landmarks).all(axis=1).any():
        return False
    points = _placed(landmarks, bounds, box)
    unit = _trunk_px(points, box)
    clip = surface.get_clip()
    surface.set_clip(box.clip(clip))
    drawing = Drawing(surface)
    drawing.fill(_outlines(points, unit), sizes.palette.quiet)
    if measure is not None:
        moving = _limb_of(points, measure, unit)
        drawing.fill(moving, sizes.palette.blue)
    drawing.finish()
    surface.set_clip(clip)
    return True


def _placed(landmarks: Points, bounds: Bounds, box: pygame.Rect) -> Points:
    left, top, right, foot = bounds
    scale = min(box.width / (right - left), box.height / (foot - top))
    middle = np.array([(left + right) / 2, (top + foot) / 2])
    placed: Points = (landmarks - middle) * scale + box.center
    return placed


def _trunk_px(points: Points, box: pygame.Rect) -> float:
    shoulders = np.nanmean(points[[Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER]], axis=0)
    hips = np.nanmean(points[[Landmark.LEFT_HIP, Landmark.RIGHT_HIP]], axis=0)
    length = float(np.hypot(*(hips - shoulders)))
    return length if np.isfinite(length) and length > 1 else 0.3 * box.height


def _outlines(points: Points, unit: float) -> list[Points]:
    found: list[Points] = []
    corners = [of_side(name, side) for side in ("left", "right") for name in ("shoulder", "hip")]
    trunk = [(points[i], _TRUNK * unit) for i in corners if np.isfinite(points[i]).all()]
    if len(trunk) >= 2:
        found.append(shapes.hull(trunk))
    for side in ("left", "right"):
        for a, b, width in (
            ("shoulder", "elbow", _LIMBS["upper"]),
            ("elbow", "wrist", _LIMBS["lower"]),
            ("hip", "knee", _LIMBS["thigh"]),
            ("knee", "ankle", _LIMBS["shank"]),
            ("ankle", "toe", _FOOT),
        ):
            found += _bone(points, of_side(a, side), of_side(b, side), width * unit)
    ears = points[[Landmark.LEFT_EAR, Landmark.RIGHT_EAR, Landmark.NOSE]]
    seen = ears[np.isfinite(ears).all(axis=1)]
    if len(seen):
        head = seen.mean(axis=0)
        found.append(shapes.oval(head, _HEAD * unit, 1.25 * _HEAD * unit))
        shoulders = points[[Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER]]
        if np.isfinite(shoulders).all():
            found.append(shapes.limb(head, shoulders.mean(axis=0), 0.08 * unit))
    return found


def _bone(points: Points, a: int, b: int, width: float) -> list[Points]:
    if not np.isfinite(points[[a, b]]).all():
        return []
    return [shapes.limb(points[a], points[b], width, 0.85 * width)]


def _limb_of(points: Points, measure: Measure, unit: float) -> list[Points]:
    """Return the two bones between which a measure is taken; none where it is of no joint."""
    at = _AT.get(measure.name.split("_")[0])
    if at is None or measure.side is None:
        return []
    before, joint, after = (of_side(name, measure.side) for name in at)
    near = measure.name == "shoulder_hike"
    found = [] if near else _bone(points, joint, after, 0.05 * unit)
    found += _bone(points, before, joint, 0.03 * unit)
    if np.isfinite(points[joint]).all():
        found.append(shapes.disc(points[joint], 0.075 * unit))
    return found
