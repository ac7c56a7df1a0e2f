"""Who is where in the picture, gathered from many looks at parts of it."""

from collections.abc import Iterable, Sequence
from statistics import median

import numpy as np

from vision.continuity import Outline, outline
from vision.gate import COUNTS_FROM
from vision.places import Body
from vision.pose import Pose
from vision.skeleton import Landmark

# Looks that show shoulders so near one another, in trunks, show the same person.
SAME_WITHIN = 0.6
# A body that was found in fewer looks than this is not believed: furniture is found in one.
FEWEST_LOOKS = 2

_SHOULDERS = [Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER]


def body_of(pose: Pose, seen: Outline | None = None) -> Body:
    """Return where a body is, its shoulders where the model puts them though they are not seen.

    Its size is NaN where nothing is seen that has one. `seen` is its `seen_outline`, where that is
    known already.
    """
    x, y = pose.image[_SHOULDERS, :2].mean(axis=0).tolist()
    return Body(x, y, (seen or seen_outline(pose)).size_px)


def seen_outline(pose: Pose) -> Outline:
    """Return the outline of what is seen of a body."""
    seen = pose.image[:, 3:] >= COUNTS_FROM
    return outline(np.where(seen, pose.image[:, :2], np.nan))


def head_up(pose: Pose) -> bool:
    """Return whether the nose is above the shoulders, as in anybody who sits or stands.

    The model takes some furniture for a body, with full confidence, but seldom the right way up.
    """
    return bool(pose.image[Landmark.NOSE, 1] < pose.image[_SHOULDERS, 1].mean())


def stands_out(pose: Pose) -> bool:
    """Return whether head and shoulders are seen, and are the right way up."""
    seen = pose.image[[Landmark.NOSE, *_SHOULDERS], 3] >= COUNTS_FROM
    return bool(seen.all()) and head_up(pose)


def gathered(looks: Iterable[Body], fewest: int = FEWEST_LOOKS) -> tuple[Body, ...]:
    """Return each person once, of whom `fewest` looks or more were had, the largest first.

    Each is where the middling look has them, and as large: parts of the picture cut some short.
    """
    groups: list[list[Body]] = []
    for look in sorted(looks, key=lambda body: -body.trunk_px):
        near = [group for group in groups if look.apart(_middling(group)) <= SAME_WITHIN]
        if near:
            min(near, key=lambda group: look.apart(_middling(group))).append(look)
        else:
            groups.append([look])
    return tuple(_middling(group) for group in groups if len(group) >= fewest)


def _middling(group: Sequence[Body]) -> Body:
    return Body(
        median(body.x for body in group),
        median(body.y for body in group),
        median(body.trunk_px for body in group),
    )
