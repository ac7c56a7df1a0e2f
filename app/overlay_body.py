"""The body of an overlay: its bones, the limbs that move, and how far they have come."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite, radians

import numpy as np
from numpy.typing import NDArray

from app.overlay_angles import ShownAngle
from ui import shapes
from ui.body import draw_limb
from ui.flat_body import Placed
from ui.paint import Drawing
from ui.theme import CALM
from vision.pose import Pose, counting
from vision.skeleton import BONES, LANDMARK_COUNT, Landmark

Points = NDArray[np.float64]

# A joint fades in between these visibilities by growing from nothing, so that it does not blink.
FAINT, CLEAR = 0.3, 0.6
# Present less than this, it is not drawn.
LEAST = 0.05
# Lines are no wider than this share of the person's own metre: one who is far off stays slim.
SLIM = 0.03
# Pixels to a metre where the trunk does not tell, in steps of the picture.
USUAL = 30.0
# The error of an angle is drawn to no more than this to either side.
WIDEST_DEG = 40.0
# How strongly the fan between its two ends is filled.
FAN = 0.26

_TRUNK = [
    Landmark.LEFT_SHOULDER,
    Landmark.RIGHT_SHOULDER,
    Landmark.LEFT_HIP,
    Landmark.RIGHT_HIP,
]
_HANDS_AND_FEET = [
    *range(Landmark.LEFT_PINKY, Landmark.LEFT_HIP),
    *range(Landmark.LEFT_HEEL, LANDMARK_COUNT),
]
_EARS = [Landmark.LEFT_EAR, Landmark.RIGHT_EAR]
_ENDS = np.array(BONES)
_JOINTS = sorted({joint for bone in BONES for joint in bone})
# Points along each bone that labels keep clear of; and of a head, as far from the ears' middle as
# it reaches, in metres, and how much rather a label covers a bone.
_ALONG = np.linspace(0, 1, 9)[:, None]
_HEAD_M = 0.15
_HEAD_WEIGHT, _ARC_WEIGHT = 3.0, 0.4
_TURNS = np.linspace(0, 2 * np.pi, 12, endpoint=False)
_ROUND = np.column_stack([np.cos(_TURNS), np.sin(_TURNS)])


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """The person in the picture.

    Attributes
    ----------
    placed
        The joints, in pixels of the picture, which is no mirror; NaN where they are not seen.
    presence
        (33,) 0–1: how surely each is seen.
    unit
        Pixels to one step of what is drawn on them.
    """

    placed: Placed
    presence: Points
    unit: float


def body_in(pose: Pose, unit: float) -> Body:
    """Return the person of `pose`; `unit` is a step of the picture, which is the most they get."""
    pose = counting(pose)
    presence = np.clip((pose.image[:, 3] - FAINT) / (CLEAR - FAINT), 0.0, 1.0)
    points = np.where(presence[:, None] > LEAST, pose.image[:, :2], np.nan)
    # The model gives both pixels and metres; over the trunk their ratio is the scale.
    trunk = pose.image[_TRUNK, :2], pose.world[_TRUNK, :2]
    spread_px, spread_m = (float(np.sqrt(np.var(p, axis=0).sum())) for p in trunk)
    scale = max(spread_px / max(spread_m, 1e-3), 1.0) if isfinite(spread_px + spread_m) else 0.0
    placed = Placed(points, np.zeros(LANDMARK_COUNT), scale or USUAL * unit)
    return Body(placed, presence, min(unit, SLIM * placed.scale))


def draw_bones(drawing: Drawing, body: Body) -> None:
    """Draw the skeleton, with the night under it so that it reads on any picture."""
    points, half = body.placed.points, 0.38 * body.unit
    sure = body.presence[_ENDS].min(axis=1).tolist()
    seen = [
        (a, b, half * share) for (a, b), share in zip(BONES, sure, strict=True) if share > LEAST
    ]
    joints = [
        (points[j], 1.9 * half * body.presence[j]) for j in _JOINTS if body.presence[j] > LEAST
    ]
    edge = 0.3 * body.unit
    under = shapes.limbs([(points[a], points[b], w + edge, w + edge) for a, b, w in seen])
    under += [shapes.disc(at, radius + edge) for at, radius in joints]
    drawing.fill(under, CALM.night, 0.45)
    drawing.fill(shapes.limbs([(points[a], points[b], w, w) for a, b, w in seen]), CALM.soft, 0.9)
    drawing.fill([shapes.disc(at, radius) for at, radius in joints], CALM.ink, 0.95)


def draw_angle(drawing: Drawing, body: Body, shown: ShownAngle, opacity: float) -> None:
    """Draw the limb that moves, its way from zero, and the span in which its angle lies."""
    frame, unit = shown.frame, body.unit
    if frame is None:
        return
    error = min(shown.error, WIDEST_DEG)
    zero, sense = frame.angle(0.0)
    first, _ = frame.angle(shown.value - error)
    span = first, sense * radians(2 * error)
    rim = shapes.arc(frame.centre, frame.radius, *span)
    drawing.fill([np.concatenate([frame.centre[None], rim])], CALM.blue, FAN * opacity)
    way = frame.centre, frame.radius, zero, sense * radians(shown.value)
    for half, colour, share in ((0.45, CALM.night, 0.4), (0.22, CALM.soft, 0.9)):
        drawing.fill([_band(*way, half * unit)], colour, share * opacity)
    for half, colour, share in ((0.75, CALM.night, 0.4), (0.5, CALM.blue, 1.0)):
        drawing.fill(
            [_band(frame.centre, frame.radius, *span, half * unit)], colour, share * opacity
        )
    # As far from the joint as it is seen.
    unseen = np.flatnonzero(np.isnan(frame.limb).any(axis=1)).tolist()
    limb = frame.limb[: unseen[0] if unseen else None]
    if len(limb) > 1:
        draw_limb(drawing, CALM, limb, 0.8 * unit, opacity, cased=True)


def draw_leader(drawing: Drawing, body: Body, joint: Points, box: Points, opacity: float) -> None:
    """Draw a thin line from a joint to the panel that belongs to it.

    `box` is (4,) left, top, right and bottom.
    """
    end = np.clip(joint, box[:2], box[2:])
    for half, colour, share in ((0.36, CALM.night, 0.35), (0.14, CALM.soft, 0.75)):
        drawing.fill([shapes.limb(joint, end, half * body.unit)], colour, share * opacity)


def _band(centre: Points, radius: float, start: float, sweep: float, half: float) -> Points:
    return shapes.band(centre, radius, half, start, sweep)


def to_avoid(body: Body, angles: Sequence[ShownAngle]) -> Points:
    """Return points (N, 3) x, y and weight that labels are better away from.

    Bones, hands, feet, the head, and the arcs of `angles`.
    """
    points, presence = body.placed.points, body.presence
    a, b = points[_ENDS[:, 0]], points[_ENDS[:, 1]]
    along = a[:, None] + (b - a)[:, None] * _ALONG
    sure = np.repeat(presence[_ENDS].min(axis=1), len(_ALONG))
    bones = np.column_stack([along.reshape(-1, 2), sure])
    head = body.placed.middle("ear") + _ROUND * _HEAD_M * body.placed.scale
    weight = np.full(len(head), _HEAD_WEIGHT * float(presence[_EARS].max()))
    ends = np.column_stack([points[_HANDS_AND_FEET], presence[_HANDS_AND_FEET]])
    found = [bones, ends, np.column_stack([head, weight])]
    for shown in angles:
        if shown.frame is not None:
            start, sense = shown.frame.angle(0.0)
            sweep = sense * radians(shown.value)
            way = shapes.arc(shown.frame.centre, shown.frame.radius, start, sweep)
            found.append(np.column_stack([way, np.full(len(way), _ARC_WEIGHT)]))
    whole: Points = np.concatenate(found)
    return np.asarray(whole[np.isfinite(whole).all(axis=1)])
