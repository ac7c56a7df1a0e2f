"""How the arms of a drawn figure are held to look, from the view, as the arms that were seen."""

import numpy as np
from numpy.typing import NDArray

from figure.arms import upper_arm_direction
from figure.body import PROPORTIONS
from figure.rotations import swing
from vision.measures import Side
from vision.skeleton import of_side

Array = NDArray[np.float64]

# Lengths of upper arm and forearm in lengths of the trunk, at least, whatever was seen (as the
# vision's own, from Drillis and Contini 1966); and the share of it in the picture's plane at which
# it counts as lying in it: from the side an arm is rather thought to point ahead. An arm that is
# nearer to hanging, or an elbow nearer to straight, has no plane of its own and takes that of where
# it has. Defaults of ours, unvalidated.
LEAST = (0.49, 0.42)
IN_PLANE = {"front": 0.90, "side": 0.75}
HANGING_DEG, STRAIGHT_DEG = 35.0, 30.0
LONGEST = 0.95
# A hand that is seen before the trunk, so far to either side of its middle, is so far ahead of it;
# by degrees over the last. Lengths of the whole arm's two parts, in lengths of the trunk.
TRUNK_HALF, BEFORE, EDGE = 0.42, 0.36, 0.12
LENGTHS = (
    PROPORTIONS.upper_arm / PROPORTIONS.torso,
    PROPORTIONS.forearm / PROPORTIONS.torso,
)
# How far behind an elbow or a wrist seems by the model's depth, in lengths of the trunk, to be
# believed to be behind rather than ahead, seen from the front.
BEHIND = 0.25


def arm_angles(body: Array, side: Side, view: str, upright: Array) -> dict[str, Array]:
    """Return the joint angles of one arm over a repetition.

    Parameters
    ----------
    body
        (n, 33, 3) landmarks in the body's own frame.
    side
        Whose arm.
    view
        ``front`` or ``side``: the plane that is sure. In any other all three are taken as they
        are.
    upright
        (n, 3, 3) what carries the body's own frame into that of the trunk.

    Returns
    -------
    dict
        ``elevation``, ``plane``, ``flexion`` and ``fold`` of the figure's arm, (n,) degrees each,
        continuous; NaN where unseen.
    """
    shoulder, elbow, wrist = (
        body[:, of_side(name, side)] for name in ("shoulder", "elbow", "wrist")
    )
    sign = 1.0 if side == "left" else -1.0
    upper = _sure(elbow - shoulder, view, LEAST[0], sign)
    fore = _sure(wrist - elbow, view, LEAST[1], sign)
    upper, fore = (np.einsum("nij,nj->ni", upright, bone) for bone in (upper, fore))
    if view == "front":
        upper, fore = _before_trunk(np.einsum("nij,nj->ni", upright, shoulder), upper, fore)
    elevation, plane = _elevation(upper, sign)
    flexion = np.degrees(np.arccos(np.clip((upper * fore).sum(axis=1), -1, 1)))
    fold = np.array(
        [
            _fold(f, e, p, sign)
            for f, e, p in zip(fore, elevation.tolist(), plane.tolist(), strict=True)
        ]
    )
    # An elbow that is nowhere clearly bent bends to the front, as elbows do.
    bent = flexion >= STRAIGHT_DEG
    fold = (
        _steadied(fold, bent, flexion) if bent.any() else np.where(np.isnan(flexion), np.nan, 0.0)
    )
    return {"elevation": elevation, "plane": plane, "flexion": flexion, "fold": fold}


def _sure(bone: Array, view: str, least: float, sign: float) -> Array:
    """Return the directions (n, 3) of a bone, its way out of the picture's plane made sure.

    The plane's part is what was seen; the rest is what its length lacks there, the model's depth
    telling only whether it points ahead or back (from the side: away from the body).
    """
    if view not in ("front", "side"):
        return np.asarray(bone / np.linalg.norm(bone, axis=1, keepdims=True))
    out = 2 if view == "front" else 0
    within = np.delete(bone, out, axis=1)
    seen = np.hypot(*within.T)
    known = seen[np.isfinite(seen)]
    usual = max(float(np.quantile(known, LONGEST)) if known.size else least, least)
    share = np.minimum(seen / (usual * IN_PLANE[view]), 1.0)
    lacking = np.sqrt(1 - share**2)
    away = np.where(bone[:, out] < -BEHIND, -1.0, 1.0) if view == "front" else sign
    found = bone.copy()
    found[:, out] = lacking * away
    kept = [axis for axis in range(3) if axis != out]
    found[:, kept] = within / np.where(seen > 0, seen, 1.0)[:, None] * share[:, None]
    return found


def _before_trunk(shoulder: Array, upper: Array, fore: Array) -> tuple[Array, Array]:
    """Return the directions (n, 3) of an arm whose hand is before the trunk, and not within it."""
    wrist = shoulder + LENGTHS[0] * upper + LENGTHS[1] * fore
    beside = np.minimum(
        TRUNK_HALF - np.abs(wrist[:, 0]), np.minimum(-wrist[:, 1], wrist[:, 1] + 1.2)
    )
    within = np.clip(np.nan_to_num(beside) / EDGE, 0, 1)
    lacking = within * np.maximum(BEFORE - np.nan_to_num(wrist[:, 2]), 0) / sum(LENGTHS)
    ahead = lacking[:, None] * (0.0, 0.0, 1.0)
    upper, fore = upper + ahead, fore + ahead
    return (
        upper / np.linalg.norm(upper, axis=1, keepdims=True),
        fore / np.linalg.norm(fore, axis=1, keepdims=True),
    )


def _elevation(upper: Array, sign: float) -> tuple[Array, Array]:
    """Return elevation and plane (n,); an arm carried back has a negative elevation."""
    aside, ahead = sign * upper[:, 0], upper[:, 2]
    elevation = np.degrees(np.arccos(np.clip(-upper[:, 1], -1, 1)))
    plane = np.degrees(np.arctan2(ahead, aside))
    back = plane < -45
    elevation, plane = np.where(back, -elevation, elevation), np.where(back, plane + 180, plane)
    return elevation, _steadied(plane, np.abs(elevation) >= HANGING_DEG, np.abs(elevation))


def _fold(fore: Array, elevation: float, plane: float, sign: float) -> float:
    """Return where a forearm (3,) goes, for an upper arm held so; NaN where unseen."""
    if not np.isfinite([*fore, elevation, plane]).all():
        return float("nan")
    direction = upper_arm_direction(elevation, plane, int(sign))
    carried = swing(np.array((sign, 0.0, 0.0)), direction)
    _, up, ahead = (carried.T @ fore).tolist()
    return float(np.degrees(np.arctan2(up, ahead)))


def _steadied(angle: Array, clear: NDArray[np.bool_], how: Array) -> Array:
    """Return an angle (n,) in which what is not `clear` is what it is where it is the clearest.

    Between clear moments it passes evenly, the short way round.
    """
    clear = clear & np.isfinite(angle)
    if not clear.any():
        if not np.isfinite(angle).any():
            return angle
        best = int(np.nanargmax(np.where(np.isfinite(angle), how, np.nan)))
        return np.full(len(angle), angle[best])
    rows = np.flatnonzero(clear)
    turned = np.unwrap(angle[rows], period=360)
    turned -= 360 * np.round(np.median(turned) / 360)
    return np.interp(np.arange(len(angle)), rows, turned)
