"""The plain ways in which people take angles from the same model today, beside ours.

World landmarks
    The usual angle at a joint between three landmarks, from the model's own metres in space, which
    is meant to hold in any view. Leans, and the line of the ears against that of the shoulders, in
    the person's own planes, so that a turn alone costs nothing.
Pixels
    The same angles between three landmarks in the picture. Leans against the vertical.
Normalised
    The same again, without multiplying by the picture's width and height.

None of them looks at visibility, view or length; they have a number wherever somebody was found.

What is fair
    They see the very landmarks that ours are taken from, in the same frames, and only those
    in which the joint has a true angle in its movement's plane. Each is held against its own
    formula on the exact joint centres: a three-point angle at the hip is some degrees from one
    in the plane of the picture however good the landmarks are, and that is no error of theirs. For
    pixels, and normalised coordinates that are taken for pixels, these are the centres as a
    camera square to the movement sees them from afar. Where a formula leaves the sign open, they
    are given it.
"""

from collections.abc import Callable
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from truth.recordings import Recording
from vision.measures import INDEX, MEASURES, SIDES, Side
from vision.skeleton import Landmark, of_side

Floats = NDArray[np.float64]
Way = Literal["world", "pixels", "normalised"]
WAYS: tuple[Way, ...] = ("world", "pixels", "normalised")
NAMES = (
    "shoulder_flexion",
    "shoulder_abduction",
    "elbow_flexion",
    "hip_flexion",
    "knee_flexion",
    "trunk_side_lean",
    "trunk_forward_lean",
    "neck_side_bend",
)
"""The measures that they are tried on: those that a plain formula gives."""


def plain_error(recording: Recording, way: Way) -> Floats:
    """Return the error (T, M) of one plain way; NaN for other measures and where nobody is found.

    Whether a measure has a meaning in the view is not looked at.
    """
    view = recording.scene.course.view
    left, up, ahead = np.moveaxis(recording.exact, -1, 0)
    if way == "world":
        found = in_space(recording.world[..., :3])
        return found - in_space(np.stack([left, -up, -ahead], axis=-1))
    points = recording.image[..., :2]
    if way == "normalised":
        points = points / [recording.scene.place.width, recording.scene.place.height]
    across = left if view == "front" else ahead
    return in_picture(points) - in_picture(np.stack([across, -up], axis=-1))


def in_space(points: Floats) -> Floats:
    """Return the measures (T, M) of landmarks (T, 33, 3): x right, y down, z away."""
    values = _at_joints(points)
    across = _line(points, "hip") * [1, 0, 1]
    left = across / np.linalg.norm(across, axis=-1, keepdims=True)
    up = np.array([0.0, -1.0, 0.0])
    trunk = _middle(points, "shoulder") - _middle(points, "hip")
    upward = trunk @ up
    values[:, INDEX["trunk_side_lean"]] = _direction(upward, (trunk * left).sum(-1))
    forward = (trunk * np.cross(left, up)).sum(-1)
    values[:, INDEX["trunk_forward_lean"]] = _direction(upward, forward)
    tilts = [
        _direction((line * left).sum(-1), line @ up)
        for line in (_line(points, "shoulder"), _line(points, "ear"))
    ]
    values[:, INDEX["neck_side_bend"]] = _turned(tilts[0] - tilts[1])
    return values


def in_picture(points: Floats) -> Floats:
    """Return the measures (T, M) of landmarks (T, 33, 2): x right, y down."""
    values = _at_joints(points)
    trunk = _middle(points, "shoulder") - _middle(points, "hip")
    aside = _direction(-trunk[:, 1], trunk[:, 0])
    values[:, INDEX["trunk_side_lean"]] = aside
    facing = np.sign(points[:, Landmark.NOSE, 0] - _middle(points, "ear")[:, 0])
    values[:, INDEX["trunk_forward_lean"]] = aside * facing
    tilts = [
        _direction(line[:, 0], -line[:, 1])
        for line in (_line(points, "shoulder"), _line(points, "ear"))
    ]
    values[:, INDEX["neck_side_bend"]] = _turned(tilts[0] - tilts[1])
    return values


def _at_joints(points: Floats) -> Floats:
    """Return the measures (T, M) that are an angle between three landmarks; NaN for all others."""
    values = np.full((len(points), len(MEASURES)), np.nan)
    for side in SIDES:
        at = _places(points, side)
        raised = _angle(at("hip"), at("shoulder"), at("elbow"))
        for name in ("shoulder_flexion", "shoulder_abduction"):
            values[:, INDEX[f"{name}_{side}"]] = raised
        for name, ends in (
            ("elbow_flexion", ("shoulder", "elbow", "wrist")),
            ("hip_flexion", ("shoulder", "hip", "knee")),
            ("knee_flexion", ("hip", "knee", "ankle")),
        ):
            values[:, INDEX[f"{name}_{side}"]] = 180 - _angle(*(at(end) for end in ends))
    return values


def _places(points: Floats, side: Side) -> Callable[[str], Floats]:
    return lambda name: points[:, of_side(name, side)]


def _angle(one: Floats, joint: Floats, other: Floats) -> Floats:
    u, v = one - joint, other - joint
    cosine = (u * v).sum(-1) / np.linalg.norm(u, axis=-1) / np.linalg.norm(v, axis=-1)
    angle: Floats = np.degrees(np.arccos(np.clip(cosine, -1, 1)))
    return angle


def _middle(points: Floats, name: str) -> Floats:
    middle: Floats = (points[:, of_side(name, "left")] + points[:, of_side(name, "right")]) / 2
    return middle


def _line(points: Floats, name: str) -> Floats:
    line: Floats = points[:, of_side(name, "left")] - points[:, of_side(name, "right")]
    return line


def _direction(along: Floats, aside: Floats) -> Floats:
    return np.degrees(np.arctan2(aside, along))


def _turned(degrees: Floats) -> Floats:
    """Return angles as -180–180."""
    turned: Floats = (degrees + 180) % 360 - 180
    return turned
