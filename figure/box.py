"""Boxes with slightly rounded looks: what furniture is made of."""

import numpy as np

from figure.body import Colour
from figure.mesh import Mesh

# Corners of each face of a unit box about the origin, anticlockwise seen from outside.
_FACES = np.array(
    (
        ((1, -1, 1), (1, -1, -1), (1, 1, -1), (1, 1, 1)),
        ((-1, -1, -1), (-1, -1, 1), (-1, 1, 1), (-1, 1, -1)),
        ((-1, 1, 1), (1, 1, 1), (1, 1, -1), (-1, 1, -1)),
        ((-1, -1, -1), (1, -1, -1), (1, -1, 1), (-1, -1, 1)),
        ((-1, -1, 1), (1, -1, 1), (1, 1, 1), (-1, 1, 1)),
        ((1, -1, -1), (-1, -1, -1), (-1, 1, -1), (1, 1, -1)),
    ),
    dtype=float,
)
_NORMALS = np.array(
    ((1, 0, 0), (-1, 0, 0), (0, 1, 0), (0, -1, 0), (0, 0, 1), (0, 0, -1)), dtype=float
)


def box(
    middle: tuple[float, float, float], size: tuple[float, float, float], colour: Colour
) -> Mesh:
    """Return a box with `middle` and `size` in metres, its sides along the axes."""
    corners = _FACES * (np.array(size) / 2) + middle
    return Mesh(
        corners.reshape(-1, 3),
        np.repeat(_NORMALS, 4, axis=0),
        np.arange(24, dtype=np.int32).reshape(6, 4),
        np.broadcast_to(np.array(colour), (24, 3)).copy(),
    )
