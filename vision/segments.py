"""What each measure is taken from: two vectors of the body, and how a number is read off them.

A vector is written as sums and differences of landmarks (``elbow - shoulder``) and held as their
weights, so that all vectors of a body are one product of matrices, and the noise of landmarks can
be carried over to the vectors. The table below is the definition of the measures, as told in
``docs/measures.md``: arm, thigh and trunk in the plane of the picture, not anatomical rotations.
Pixels, because an angle taken in fractions of width and height is wrong on every picture that is
not square. Zero is the neutral standing or seated posture.
"""

import cmath
import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vision.geometry import Complexes, Floats, Reading
from vision.measures import MEASURES, Side
from vision.skeleton import LANDMARK_COUNT, Landmark, of_side

_DIRECTIONS = 3
_BASIS = np.eye(LANDMARK_COUNT + _DIRECTIONS)

# Directions that no landmark tells: where the head of an upright body points, the picture's right
# as that body sees it (both turned by the camera's roll), and straight down the picture as it is.
UPRIGHT, LEVEL, DOWN = _BASIS[LANDMARK_COUNT:]
NOTHING = np.zeros(LANDMARK_COUNT + _DIRECTIONS)

# Farther out than this, or not finite, is no place in a picture.
_FARTHEST_PX = 1e6


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """What one number is taken from: weights (36,) of landmarks and directions, and the reading."""

    first: Floats
    second: Floats
    how: Reading
    along: Floats


def at(name: str, side: Side) -> Floats:
    """Return the weights of the landmark `name` on `side`."""
    weights: Floats = _BASIS[of_side(name, side)]
    return weights


def middle(name: str) -> Floats:
    """Return the weights of the point half-way between the left and the right `name`."""
    return (at(name, "left") + at(name, "right")) / 2


def leftward(name: str) -> Floats:
    """Return the weights of the line from the right to the left landmark called `name`."""
    return at(name, "left") - at(name, "right")


TRUNK = middle("shoulder") - middle("hip")
EAR_HEIGHT = middle("ear") - middle("hip")
NOSE = _BASIS[Landmark.NOSE] - middle("ear")
# How far the nose lies before the ears, and the toes before the heels.
AHEAD = (
    *(_BASIS[Landmark.NOSE] - at("ear", side) for side in ("left", "right")),
    *(at("toe", side) - at("heel", side) for side in ("left", "right")),
)


def _row(first: Floats, second: Floats, how: Reading, along: Floats = NOTHING) -> Row:
    return Row(first, second, how, along)


def _sided(side: Side) -> dict[str, Row]:
    other: Side = "right" if side == "left" else "left"
    ear, shoulder, elbow, wrist = (at(n, side) for n in ("ear", "shoulder", "elbow", "wrist"))
    hip, knee, ankle, heel, toe = (at(n, side) for n in ("hip", "knee", "ankle", "heel", "toe"))
    return {
        # The picture alone cannot tell flexion and abduction apart: the view does.
        "shoulder_flexion": _row(-TRUNK, elbow - shoulder, Reading.ANGLE),
        "shoulder_abduction": _row(-TRUNK, elbow - shoulder, Reading.ANGLE),
        # 180 less the angle at the joint is the angle from one segment on to the next.
        "elbow_flexion": _row(elbow - shoulder, wrist - elbow, Reading.ANGLE),
        "hip_flexion": _row(hip - shoulder, knee - hip, Reading.ANGLE),
        "knee_flexion": _row(knee - hip, ankle - knee, Reading.ANGLE),
        "hip_abduction": _row(hip - at("hip", other), knee - hip, Reading.LEAN),
        "ankle_dorsiflexion": _row(knee - ankle, toe - heel, Reading.LEAN),
        # The height of the ears over the hips is the one length that lifting the shoulders leaves
        # as it was: coming nearer to the camera then changes nothing.
        "shoulder_hike": _row(EAR_HEIGHT, ear - shoulder, Reading.SHARE, TRUNK),
        # From the toes of the same foot, so that a step or a moved camera changes nothing, and
        # down the picture as it is, for so its rest was learned, whatever is known of roll since.
        "heel_height": _row(toe - heel, toe - heel, Reading.RISE, DOWN),
    }


_MIDLINE = {
    # Against the level rather than against the line of the hips, which only tells left from right:
    # the model tilts that line half as far as the trunk, and reads a lean of 15 degrees as 7.
    "trunk_side_lean": _row(LEVEL, TRUNK, Reading.LEAN, leftward("hip")),
    "trunk_forward_lean": _row(UPRIGHT, TRUNK, Reading.TURN),
    "neck_side_bend": _row(leftward("shoulder"), leftward("ear"), Reading.TURN),
    "neck_rotation": _row(leftward("ear"), NOSE, Reading.SHARE, leftward("ear")),
    "wrist_span": _row(leftward("shoulder"), leftward("wrist"), Reading.SPAN),
    # Along the level rather than along the line of the ankles: one foot a little nearer to the
    # camera tilts that line by degrees, and the hips are high above it.
    "pelvis_shift": _row(
        leftward("ankle"), middle("hip") - middle("ankle"), Reading.SIGNED_SHARE, LEVEL
    ),
}
_SIDED: dict[Side, dict[str, Row]] = {"left": _sided("left"), "right": _sided("right")}

# In the order of `MEASURES`.
ROWS: tuple[Row, ...] = tuple(
    _MIDLINE[measure.name] if measure.side is None else _SIDED[measure.side][measure.name]
    for measure in MEASURES
)
# The elevation of each arm by its wrist, left and right.
WHOLE_ARMS: tuple[Row, ...] = tuple(
    _row(-TRUNK, at("wrist", side) - at("shoulder", side), Reading.ANGLE)
    for side in ("left", "right")
)
# Needed to know a person's neutral posture, besides what the measures are taken from.
TORSO = _row(EAR_HEIGHT, TRUNK, Reading.SHARE, TRUNK)


def landmarks_in(row: Row) -> frozenset[Landmark]:
    """Return the landmarks that a row is taken from."""
    weighed = np.any([row.first, row.second, row.along], axis=0)[:LANDMARK_COUNT]
    return frozenset(Landmark(int(landmark)) for landmark in np.flatnonzero(weighed))


def counted(points: Floats) -> NDArray[np.bool_]:
    """Return which landmarks (..., 33, 2) are at a place that a picture can have; NaN is none."""
    near = np.abs(points) < _FARTHEST_PX
    both: NDArray[np.bool_] = near[..., 0] & near[..., 1]
    return both


class Vectors:
    """Vectors of a body that are worked out together.

    Parameters
    ----------
    weights
        R vectors (36,) of weights.
    """

    def __init__(self, weights: Iterable[Floats]) -> None:
        across = np.array(list(weights)).T
        landmarks, (upright, level, down) = across[:LANDMARK_COUNT], across[LANDMARK_COUNT:]
        self._landmarks = landmarks.astype(np.complex128)
        self._needs = landmarks != 0
        self._turned, self._fixed = level - 1j * upright, 1j * down

    def of(self, points: Floats, counts: NDArray[np.bool_], roll_deg: float = 0.0) -> Complexes:
        """Return the vectors (..., R), x + iy in pixels; NaN where a landmark does not count.

        Parameters
        ----------
        points
            (..., 33, 2) pixels.
        counts
            (..., 33) which landmarks count, see `counted`.
        roll_deg
            How far an upright body leans clockwise in the picture.
        """
        level = cmath.rect(1.0, math.radians(roll_deg))
        places = np.where(counts[..., None], points, 0.0).view(np.complex128)[..., 0]
        vectors: Complexes = places @ self._landmarks
        vectors += level * self._turned + self._fixed
        vectors[~counts @ self._needs] = complex(math.nan, math.nan)
        return vectors
