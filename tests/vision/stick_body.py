"""Stick bodies with round numbers, whose measures can be worked out by hand.

The body seen from the front faces the camera, so its left is at larger x. Ears are 100 px over the
shoulders, the trunk is 200 px long and the shoulders are 100 px apart.
"""

import numpy as np
from numpy.typing import NDArray

from vision.neutral import Neutral
from vision.pose import Pose
from vision.skeleton import LANDMARK_COUNT, Landmark

Place = tuple[float, float]

_FRONT_LEFT: dict[str, Place] = {
    "EYE_INNER": (405, 95),
    "EYE": (408, 95),
    "EYE_OUTER": (412, 95),
    "EAR": (420, 100),
    "SHOULDER": (450, 200),
    "ELBOW": (450, 300),
    "WRIST": (450, 390),
    "PINKY": (455, 410),
    "INDEX": (450, 412),
    "THUMB": (445, 405),
    "HIP": (430, 400),
    "KNEE": (430, 550),
    "ANKLE": (430, 700),
    "HEEL": (430, 715),
    "TOE": (436, 730),
}
_SIDE: dict[str, Place] = {
    "EYE_INNER": (322, 92),
    "EYE": (320, 92),
    "EYE_OUTER": (318, 92),
    "EAR": (300, 100),
    "SHOULDER": (300, 200),
    "ELBOW": (300, 300),
    "WRIST": (300, 390),
    "PINKY": (300, 410),
    "INDEX": (302, 412),
    "THUMB": (304, 405),
    "HIP": (300, 400),
    "KNEE": (300, 550),
    "ANKLE": (300, 700),
    "HEEL": (280, 715),
    "TOE": (350, 715),
}

# What the bodies below are at rest.
FRONT_NEUTRAL = Neutral(
    ear_gap_left=1 / 3, ear_gap_right=1 / 3, torso=2 / 3, heel_left=0.0, heel_right=0.0, nose=0.0
)


def front_body(**places: Place) -> NDArray[np.float64]:
    """Return a standing body (33, 4) seen from the front, with landmarks moved: ``left_elbow``."""
    right = {name: (800 - x, y) for name, (x, y) in _FRONT_LEFT.items()}
    middle: dict[str, Place] = {
        "NOSE": (400, 104),
        "MOUTH_LEFT": (405, 115),
        "MOUTH_RIGHT": (395, 115),
    }
    return _body(_FRONT_LEFT, right, middle, places)


def side_body(**places: Place) -> NDArray[np.float64]:
    """Return a standing body (33, 4) seen from its side, looking to the picture's right."""
    middle: dict[str, Place] = {
        "NOSE": (325, 105),
        "MOUTH_LEFT": (320, 115),
        "MOUTH_RIGHT": (320, 115),
    }
    return _body(_SIDE, _SIDE, middle, places)


def _body(
    left: dict[str, Place],
    right: dict[str, Place],
    middle: dict[str, Place],
    moved: dict[str, Place],
) -> NDArray[np.float64]:
    places = {
        **{f"LEFT_{name}": place for name, place in left.items()},
        **{f"RIGHT_{name}": place for name, place in right.items()},
        **middle,
        **{name.upper(): place for name, place in moved.items()},
    }
    body = np.zeros((LANDMARK_COUNT, 4))
    body[:, 3] = 1.0
    for name, place in places.items():
        body[Landmark[name], :2] = place
    return body


def polar(start: Place, length: float, degrees: float) -> Place:
    """Return the point `length` from `start`; 0 degrees is straight down, 90 to larger x."""
    angle = np.radians(degrees)
    return start[0] + length * float(np.sin(angle)), start[1] + length * float(np.cos(angle))


def tilted(body: NDArray[np.float64], degrees: float) -> NDArray[np.float64]:
    """Return the body (33, 4) turned clockwise in the picture, about the point (400, 400)."""
    angle = np.radians(degrees)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    result = body.copy()
    result[:, :2] = (body[:, :2] - (400, 400)) @ turn.T + (400, 400)
    return result


def mirrored(body: NDArray[np.float64], width: float = 800) -> NDArray[np.float64]:
    """Return the body (..., 33, 4) as a mirror shows it, with its labels exchanged to fit."""
    flipped = body[..., _EXCHANGED, :].copy()
    flipped[..., 0] = width - flipped[..., 0]
    return flipped


def _other_side(landmark: Landmark) -> Landmark:
    name = landmark.name
    if "LEFT" in name:
        return Landmark[name.replace("LEFT", "RIGHT")]
    return Landmark[name.replace("RIGHT", "LEFT")]


_EXCHANGED = [_other_side(landmark) for landmark in Landmark]


def pose_of(body: NDArray[np.float64]) -> Pose:
    """Return a pose with the body's picture landmarks, and none in the world."""
    return Pose(image=body, world=np.zeros((LANDMARK_COUNT, 4)))
