"""The people of a group as small plain figures, each in the place of its seat's form.

Nothing of the camera's picture is in them: they are drawn from where the joints lie in metres, all
to one scale, so that who stands farther off is no smaller.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp

import numpy as np

from ui import shapes
from ui.shapes import Points
from vision.measures import SIDES
from vision.pose import Pose
from vision.skeleton import Landmark, of_side

# Radii of a seat to a metre, and how far under its middle the floor lies, in radii: whoever raises
# the arms stays within the reach of a form.
_METRE, _FLOOR = 1.22, 1.18
# A figure follows what is seen, which comes a few times a second, within about so many seconds.
_FOLLOWS_S = 0.08
# Half-widths in metres (defaults of ours, a little full so that they read from afar).
_ARM, _LEG, _SHOULDER, _HIP, _NECK, _HEAD = 0.055, 0.075, 0.065, 0.095, 0.05, 0.12
_ARMS = (("shoulder", "elbow"), ("elbow", "wrist"), ("wrist", "index"))
_LEGS = (("hip", "knee"), ("knee", "ankle"), ("ankle", "toe"))
_PIECES: tuple[tuple[int, int, float], ...] = (
    *((of_side(a, s), of_side(b, s), _ARM) for s in SIDES for a, b in _ARMS),
    *((of_side(a, s), of_side(b, s), _LEG) for s in SIDES for a, b in _LEGS),
)
_TRUNK = tuple(
    (of_side(n, s), w) for n, w in (("shoulder", _SHOULDER), ("hip", _HIP)) for s in SIDES
)
_FEET = [of_side(name, side) for name in ("heel", "toe") for side in SIDES]
_SHOULDERS = [Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER]
_EARS = [Landmark.LEFT_EAR, Landmark.RIGHT_EAR]


@dataclass(frozen=True, slots=True, eq=False)
class FigureAt:
    """Where the figure of a seat stands: the middle of the seat and its radius, in pixels."""

    centre: tuple[float, float]
    radius: float


class SeatFigures:
    """Draws the people; keeps how each stood, so that they glide from one look to the next."""

    def __init__(self) -> None:
        self._stood: dict[int, Points] = {}
        self._at_s = 0.0

    def outlines(
        self, poses: Mapping[int, Pose], at: Mapping[int, FigureAt], t: float, *, mirrored: bool
    ) -> dict[int, list[Points]]:
        """Return the outlines of everybody who has a pose and a place, by the seat's number.

        Parameters
        ----------
        poses
            The newest of each seat.
        t
            Seconds; each figure is eased along them.
        mirrored
            Whether they move as in a mirror.
        """
        share = 1 - exp(-max(t - self._at_s, 0.0) / _FOLLOWS_S)
        self._at_s = t
        self._stood = {n: self._eased(n, pose, share) for n, pose in poses.items() if n in at}
        placed = {n: _placed(points, at[n], mirrored) for n, points in self._stood.items()}
        pieces = [
            (points[a], points[b], wide * _METRE * at[n].radius, wide * _METRE * at[n].radius)
            for n, points in placed.items()
            for a, b, wide in _PIECES
        ]
        limbs = shapes.limbs(pieces)
        found = {}
        for i, (n, points) in enumerate(placed.items()):
            own = limbs[i * len(_PIECES) : (i + 1) * len(_PIECES)]
            found[n] = [*own, *_trunk_and_head(points, _METRE * at[n].radius)]
        return found

    def _eased(self, number: int, pose: Pose, share: float) -> Points:
        """Return where a seat's joints (33, 2) are shown, in metres as `_standing` has them."""
        before = self._stood.get(number)
        wanted = _standing(pose)
        return wanted if before is None else before + share * (wanted - before)


def _standing(pose: Pose) -> Points:
    """Return (33, 2) metres: right, and down from the floor under the lowest foot."""
    points: Points = np.nan_to_num(pose.world[:, :2])
    points[:, 1] -= points[_FEET, 1].max()
    return points


def _placed(points: Points, at: FigureAt, mirrored: bool) -> Points:
    metre = _METRE * at.radius
    x, y = at.centre
    placed: Points = points * (-metre if mirrored else metre, metre)
    placed += (x, y + _FLOOR * at.radius)
    return placed


def _trunk_and_head(points: Points, metre: float) -> Sequence[Points]:
    ears, base = points[_EARS].mean(axis=0), points[_SHOULDERS].mean(axis=0)
    trunk = shapes.hull([(points[row], wide * metre) for row, wide in _TRUNK])
    return trunk, shapes.limb(base, ears, _NECK * metre), shapes.disc(ears, _HEAD * metre)
