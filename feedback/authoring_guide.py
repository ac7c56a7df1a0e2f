"""The guide's postures: the ends of the phases, taken from a usual repetition."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from feedback.authoring_between import between
from feedback.authoring_cycle import MOMENTS, TOP
from figure.joint_angles import MIDLINE_SIGNED, NEUTRAL, SEATED
from vision.measures import SIDES

Array = NDArray[np.float64]

# A joint that differs by less than this over the movement is left as it is: in degrees (or
# percent), by the end of its name.
LITTLE = {
    "plane": 12.0,
    "fold": 15.0,
    "rotation": 6.0,
    "rise": 5.0,
    "hike": 3.0,
    "abduction": 2.0,
}
LITTLE_ELSE = 4.0
# A limb whose joints all rest within so many degrees of where they are in sitting or standing is
# left as it is there: people do not hold still, and no camera stands quite level. What leans or
# turns to a side rests in the middle.
LITTLE_AT_REST = {"abduction": 2.0}
LITTLE_AT_REST_ELSE = 12.0
# How an arm and a forearm are turned is kept wherever they rest.
TURNS = ("plane", "fold")
# From so far away from rest on, a posture is drawn as it was seen, wherever the rest was put.
AWAY = 30.0
# Left and right that differ by no more than this do the same.
ALIKE = {"plane": 40.0, "fold": 60.0}
ALIKE_ELSE = 25.0
# How an arm is turned has no meaning where it hangs, or where its elbow is straight.
HANGS_DEG, STRAIGHT_DEG = 15.0, 12.0
# All figures are defaults of ours, unvalidated.


@dataclass(frozen=True, slots=True)
class Keyframe:
    """One posture of the guide.

    Attributes
    ----------
    row
        Which moment of the usual repetition it is, 0 to `MOMENTS` - 1.
    guide
        Joint angles that differ from the stance, whole numbers, by a definition's names.
    """

    row: int
    guide: dict[str, float]


def keyframes_of(
    joints: Mapping[str, Array],
    come: Array,
    view: str,
    *,
    seated: bool,
    alternating: bool,
    straight: bool = False,
) -> tuple[dict[str, float], tuple[Keyframe, ...]]:
    """Return the stance and the postures after it: on the way, at the top, on the way back, home.

    Parameters
    ----------
    joints
        Joint angles over a usual repetition, (`MOMENTS`,) each by the figure's names.
    come
        (`MOMENTS`,) how far the lead has come, 0–1; NaN where that is not known.
    view
        ``front`` or ``side``: where the guide is to look like what was done.
    seated
        Whether the postures differ from sitting, or else from standing.
    alternating
        Whether the movement is done to one side after the other: its rest is then the same on
        both.
    straight
        Whether the guide goes straight, wherever that leads.
    """
    plain = _plain(joints, alternating=alternating)
    base = SEATED if seated else NEUTRAL
    rows = [0]
    for begin, end in pairwise((0, TOP, MOMENTS - 1)):
        passed = None if straight else between(plain, come, base, view, begin, end)
        rows += [end] if passed is None else [passed, end]
    stance: dict[str, float] = {}
    guides: dict[int, dict[str, float]] = {row: {} for row in rows[1:]}
    at_rest = _at_rest(plain, {name: float(getattr(base, name)) for name in plain})
    for name, angles in plain.items():
        if at_rest[name] != getattr(base, name):
            stance[name] = at_rest[name]
        for row in guides:
            way = float(angles[row] - angles[0])
            if row < MOMENTS - 1 and abs(way) >= _little(name):
                put = (at_rest[name] - float(angles[0])) * max(1 - abs(way) / AWAY, 0)
                guides[row][name] = float(round(float(angles[row]) + put))
    return _unsided(stance), tuple(Keyframe(row, _unsided(guides[row])) for row in guides)


def _little(name: str) -> float:
    return LITTLE.get(name.rpartition("_")[2], LITTLE_ELSE)


def _at_rest(joints: Mapping[str, Array], base: Mapping[str, float]) -> dict[str, float]:
    """Return where each joint rests, in whole numbers."""
    moved = {
        _limb(name)
        for name, angles in joints.items()
        if not name.endswith((*TURNS, "dorsiflexion"))
        and abs(angles[0] - base[name])
        >= LITTLE_AT_REST.get(name.rpartition("_")[2], LITTLE_AT_REST_ELSE)
    }
    rests: dict[str, float] = {}
    for name, angles in joints.items():
        if name in MIDLINE_SIGNED:
            rests[name] = 0.0
        elif name.endswith(TURNS) or _limb(name) in moved:
            rests[name] = float(round(float(angles[0])))
        else:
            rests[name] = base[name]
    return rests


def _limb(name: str) -> str:
    """Return which limb a joint is of, as in ``left arm``."""
    side, _, joint = name.partition("_")
    if side not in SIDES:
        return name
    return f"{side} {'arm' if joint.startswith(('shoulder', 'elbow')) else 'leg'}"


def _plain(joints: Mapping[str, Array], *, alternating: bool) -> dict[str, Array]:
    """Return the angles free of what is not meant: gaps, differences of sides, an uneven rest."""
    found = {name: _whole(angles) for name, angles in joints.items()}
    found = {name: angles for name, angles in found.items() if _matters(name, found)}
    for name in [name for name in found if name.startswith("left_")]:
        other = name.replace("left_", "right_", 1)
        if other not in found:
            continue
        left, right = found[name], found[other]
        alike = ALIKE.get(name.rpartition("_")[2], ALIKE_ELSE)
        if not alternating and np.abs(left - right).max() <= alike:
            found[name] = found[other] = (left + right) / 2
        elif alternating:
            rest = (left[0] + right[0]) / 2
            found[name], found[other] = _from_rest(left, rest), _from_rest(right, rest)
    for name in MIDLINE_SIGNED:
        if name in found:
            found[name] = found[name] - found[name][0]
    return found


def _whole(angles: Array) -> Array:
    """Return a course without gaps that ends where it begins."""
    known = np.flatnonzero(np.isfinite(angles))
    whole = np.interp(np.arange(len(angles)), known, angles[known])
    rest = (whole[0] + whole[-1]) / 2
    whole[0] = whole[-1] = rest
    return whole


def _from_rest(angles: Array, rest: float) -> Array:
    """Return a course moved to begin and end at `rest`, the less the farther it is from there."""
    way = np.abs(angles - angles[0])
    far = way / max(float(way.max()), 1e-9)
    return np.asarray(angles + (rest - angles[0]) * (1 - far))


def _matters(name: str, found: Mapping[str, Array]) -> bool:
    side = name.partition("_")[0]
    if name.endswith("shoulder_plane"):
        return bool(np.abs(found[f"{side}_shoulder_elevation"]).max() >= HANGS_DEG)
    if name.endswith("elbow_fold"):
        return bool(found[f"{side}_elbow_flexion"].max() >= STRAIGHT_DEG)
    return True


def _unsided(angles: Mapping[str, float]) -> dict[str, float]:
    """Return the angles, those that both sides have alike under the one name for both."""
    found: dict[str, float] = {}
    for name, angle in angles.items():
        if name.startswith("left_") and angles.get(name.replace("left_", "right_", 1)) == angle:
            found[name.removeprefix("left_")] = angle
        elif not (
            name.startswith("right_") and angles.get(name.replace("right_", "left_", 1)) == angle
        ):
            found[name] = angle
    return found
