"""A simple chair under a seated guide."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from ui import shapes
from ui.colour import Colour, mix
from ui.theme import FURNITURE, PANEL
from vision.skeleton import Landmark

Points = NDArray[np.float64]

# Metres: half the seat's width, its reach before and behind the hips, how far its top lies under
# the hip joints, how high the back stands above it.
_HALF_WIDTH, _BEFORE, _BEHIND, _UNDER_HIPS, _BACK_HEIGHT = 0.23, 0.30, 0.17, 0.105, 0.46
_THICK, _LEG, _CORNER = 0.028, 0.022, 0.035


def outlines(
    sitting: Points, to_screen: Callable[[Points], Points]
) -> list[tuple[list[Points], Colour]]:
    """Return the chair's shapes in the order in which they are drawn, each with its colour.

    Parameters
    ----------
    sitting
        (33, 3) metres: the body at rest on the chair, its soles at height 0.
    to_screen
        Turns (N, 3) metres into (N, 2) pixels.
    """
    hips = sitting[[Landmark.LEFT_HIP, Landmark.RIGHT_HIP]].mean(axis=0)
    top = hips[1] - _UNDER_HIPS
    front, back = hips[2] + _BEFORE, hips[2] - _BEHIND
    pixel = float(np.ptp(to_screen(np.array([[0.0, 0, 0], [0, 1, 0]]))[:, 1]))

    def corners(low: float, high: float, near: float, far: float) -> list[Points]:
        box = np.array([(x, y, z) for x in (-1, 1) for y in (low, high) for z in (near, far)])
        return list(to_screen(box * (_HALF_WIDTH - _CORNER, 1.0, 1.0) + (hips[0], 0, 0)))

    seat = shapes.hull([(c, _THICK * pixel) for c in corners(top - 0.03, top - 0.03, front, back)])
    rest = shapes.hull(
        [(c, _CORNER * pixel) for c in corners(top + 0.16, top + _BACK_HEIGHT, back, back)]
    )
    feet = corners(0.02, top - 0.03, front, back)
    # Every other corner is the top of the leg whose foot came before it, in pairs front and back.
    legs = [shapes.limb(feet[i], feet[i + 2], _LEG * pixel) for i in (0, 1, 4, 5)]
    posts = [
        shapes.limb(a, b, _LEG * pixel)
        for a, b in zip(
            corners(top, top, back, back)[::4],
            corners(top + 0.3, top + 0.3, back, back)[::4],
            strict=True,
        )
    ]
    return [([rest, *posts, *legs], mix(PANEL, FURNITURE, 0.75)), ([seat], FURNITURE)]
