"""Points and directions that several measures share."""

import numpy as np

from vision.geometry import Floats, length
from vision.measures import Side
from vision.skeleton import Landmark, of_side

# Evidence for a direction, as a share of the trunk's length, under which nobody can say which way
# a person faces (a default of ours, unvalidated; a foot seen from the side is about half a trunk).
_FACING_SHARE = 0.08


def of(points: Floats, name: str, side: Side) -> Floats:
    """Return the positions (..., 2) of landmark `name` on `side`, out of (..., 33, 2)."""
    return points[..., of_side(name, side), :]


def middle(points: Floats, name: str) -> Floats:
    """Return the point half-way between the left and the right landmark called `name`."""
    return (of(points, name, "left") + of(points, name, "right")) / 2


def mid_shoulders(points: Floats) -> Floats:
    """Return the middle of the shoulders (..., 2)."""
    return middle(points, "shoulder")


def mid_hips(points: Floats) -> Floats:
    """Return the middle of the hips (..., 2)."""
    return middle(points, "hip")


def trunk_up(points: Floats) -> Floats:
    """Return the vector (..., 2) from the middle of the hips to the middle of the shoulders."""
    return mid_shoulders(points) - mid_hips(points)


def facing(points: Floats) -> Floats:
    """Return which way a person seen from the side looks.

    Judged by how far the nose lies before the ears and the toes before the heels, of those that
    are seen, together.

    Parameters
    ----------
    points
        (..., 33, 2) pixels, NaN where unseen.

    Returns
    -------
    (...) float64
        1 toward the picture's right, -1 toward its left; NaN where neither nose and an ear nor a
        heel and its toes are seen, where the trunk is not, or where the evidence is too slight (a
        person seen from the front).
    """
    nose = points[..., Landmark.NOSE, 0]
    ahead = [
        *(nose - of(points, "ear", side)[..., 0] for side in ("left", "right")),
        *(
            of(points, "toe", side)[..., 0] - of(points, "heel", side)[..., 0]
            for side in ("left", "right")
        ),
    ]
    evidence = np.nansum(np.stack(ahead), axis=0) / length(trunk_up(points))
    return np.where(np.abs(evidence) >= _FACING_SHARE, np.sign(evidence), np.nan)
