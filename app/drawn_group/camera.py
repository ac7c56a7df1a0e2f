"""A laptop's camera before a group: just far enough off to see everybody whole."""

from collections.abc import Callable
from math import tan

import numpy as np
from numpy.typing import NDArray

from app.drawn_group.options import GroupOptions
from figure.camera import Camera

Array = NDArray[np.float64]

# A laptop's camera sees some 44 degrees from top to bottom, 70 across.
VIEW_DEG = 44.0
# On a table before one row; higher before two, so that the back one is seen.
ONE_ROW_HEIGHT_M, TWO_ROWS_HEIGHT_M = 1.2, 1.6
FARTHEST_M = 80.0
HALVINGS = 14
# Air about every landmark: the crown lies over the highest, the sole below the lowest; metres.
AIR_M = np.array(((0.0, 0.26, 0.0), (0.16, 0.0, 0.0), (-0.16, 0.0, 0.0), (0.0, -0.12, 0.0)))


def camera_before(options: GroupOptions, taken: Callable[[float], Array], nearest: float) -> Camera:
    """Return the nearest camera that sees all points, and some air about them.

    Parameters
    ----------
    taken
        The points (N, 3), metres in the room, that people come to where the camera's z is that
        given.
    nearest
        The least z that the camera may have, metres.
    """
    near, far = nearest, FARTHEST_M
    if _sees_all(options, taken, near):
        far = near
    for _ in range(HALVINGS):
        middle = (near + far) / 2
        near, far = (near, middle) if _sees_all(options, taken, middle) else (middle, far)
    return _aimed(options, taken(far), far)


def _sees_all(options: GroupOptions, taken: Callable[[float], Array], away: float) -> bool:
    points = taken(away)
    airy = (points[:, None] + AIR_M).reshape(-1, 3)
    pixels = _aimed(options, points, away).project(airy)
    return bool((pixels >= 0).all() and (pixels <= (options.width, options.height)).all())


def _aimed(options: GroupOptions, points: Array, away: float) -> Camera:
    """Return the camera at z = `away`, tilted so that there is as much above as below."""
    height = ONE_ROW_HEIGHT_M if options.in_rows == 1 else TWO_ROWS_HEIGHT_M
    ahead = away - points[:, 2]
    up = np.arctan2(points[:, 1] + AIR_M[0, 1] - height, ahead).max()
    down = np.arctan2(points[:, 1] + AIR_M[-1, 1] - height, ahead).min()
    tilt = float(up + down) / 2
    return Camera(
        width=options.width,
        height=options.height,
        position=(0.0, height, away),
        look_at=(0.0, height + tan(tilt), away - 1.0),
        view_deg=VIEW_DEG,
    )
