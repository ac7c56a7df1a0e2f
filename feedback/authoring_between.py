"""A posture between rest and top that the guide passes through, where its way would lead beside."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from exercises.easing import ease
from figure.joint_angles import JointAngles, blend
from figure.kinematics import skeleton
from vision.skeleton import Landmark

Array = NDArray[np.float64]

# Seen from the view, hands, elbows, head, knees and feet are drawn no farther than this from where
# they were, in lengths of the trunk, or there is a posture between, in the middle part of the way;
# it is looked for at every so many moments (defaults of ours, unvalidated).
BESIDE = 0.18
MIDDLE = (0.3, 0.7)
LOOKED_AT = 2
# The part of a way in which it is farther beside than most of its farthest: the middle of that.
MOSTLY = 0.9

_MARKS = [
    Landmark.NOSE,
    *(Landmark.LEFT_ELBOW, Landmark.RIGHT_ELBOW, Landmark.LEFT_WRIST, Landmark.RIGHT_WRIST),
    *(Landmark.LEFT_KNEE, Landmark.RIGHT_KNEE, Landmark.LEFT_ANKLE, Landmark.RIGHT_ANKLE),
]
_SHOULDERS = [Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER]
_HIPS = [Landmark.LEFT_HIP, Landmark.RIGHT_HIP]


def between(
    joints: Mapping[str, Array], come: Array, base: JointAngles, view: str, begin: int, end: int
) -> int | None:
    """Return the moment at which the guide would be farthest from what was done, if far.

    Parameters
    ----------
    joints
        Joint angles (n,) by the figure's names, over a usual repetition.
    come
        (n,) how far the lead has come, 0 at rest and 1 at the top: the guide is compared with
        what was done where the lead has come as far; NaN where that is not known.
    base
        The posture that all other joints keep.
    view
        ``front`` or ``side``.
    begin, end
        The moments between which the guide would go straight.
    """
    first, last = (begin + round(share * (end - begin)) for share in MIDDLE)
    rows = list(range(first, last + 1, LOOKED_AT))
    one, other = _posture(joints, base, begin), _posture(joints, base, end)
    beside = []
    for row in rows:
        share = abs(come[row] - come[begin])
        if not np.isfinite(share):
            share = ease((row - begin) / (end - begin))
        drawn = _drawn(blend(one, other, float(min(max(share, 0.0), 1.0))), view)
        done = _drawn(_posture(joints, base, row), view)
        beside.append(float(np.linalg.norm(drawn - done, axis=1).max()))
    if max(beside) < BESIDE:
        return None
    far = [row for row, away in zip(rows, beside, strict=True) if away >= MOSTLY * max(beside)]
    return far[len(far) // 2]


def _posture(joints: Mapping[str, Array], base: JointAngles, row: int) -> JointAngles:
    named = {name: float(angles[row]) for name, angles in joints.items()}
    return JointAngles(**{**_all(base), **named})


def _all(base: JointAngles) -> dict[str, float]:
    return {name: getattr(base, name) for name in base.__dataclass_fields__}


def _drawn(angles: JointAngles, view: str) -> Array:
    """Return where marks (n, 2) are drawn, from the middle of the hips, in lengths of the trunk."""
    points = skeleton(angles)
    hips = points[_HIPS].mean(axis=0)
    trunk = float(np.linalg.norm(points[_SHOULDERS].mean(axis=0) - hips))
    across = 2 if view == "side" else 0
    return np.asarray((points[_MARKS] - hips)[:, [across, 1]] / trunk)
