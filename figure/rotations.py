"""Rotations of three-dimensional space, in degrees, as (3, 3) matrices acting on columns."""

from math import cos, radians, sin

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
Vector = NDArray[np.float64]

IDENTITY: Matrix = np.eye(3)


def about_x(degrees: float) -> Matrix:
    """Return the rotation that carries +Y toward +Z (a figure facing +Z bows)."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return np.array(((1.0, 0.0, 0.0), (0.0, c, -s), (0.0, s, c)))


def about_y(degrees: float) -> Matrix:
    """Return the rotation that carries +Z toward +X (a figure facing +Z turns to its left)."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return np.array(((c, 0.0, s), (0.0, 1.0, 0.0), (-s, 0.0, c)))


def about_z(degrees: float) -> Matrix:
    """Return the rotation that carries +X toward +Y (a figure facing +Z leans to its right)."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return np.array(((c, -s, 0.0), (s, c, 0.0), (0.0, 0.0, 1.0)))


def cross(a: Vector, b: Vector) -> Vector:
    """Return the cross product of two (3,) vectors, far quicker than `numpy.cross`."""
    (a0, a1, a2), (b0, b1, b2) = a.tolist(), b.tolist()
    return np.array((a1 * b2 - a2 * b1, a2 * b0 - a0 * b2, a0 * b1 - a1 * b0))


def columns(x: Vector, y: Vector, z: Vector) -> Matrix:
    """Return the matrix whose columns are the three (3,) vectors."""
    matrix = np.empty((3, 3))
    matrix[:, 0], matrix[:, 1], matrix[:, 2] = x, y, z
    return matrix


def swing(start: Vector, end: Vector) -> Matrix:
    """Return the shortest rotation that carries unit vector `start` to unit vector `end`.

    Opposite vectors have no shortest way; a half turn about +Y is then returned.
    """
    cosine = float(start @ end)
    if cosine < -1 + 1e-9:
        return about_y(180.0)
    x, y, z = cross(start, end).tolist()
    k = np.array(((0.0, -z, y), (z, 0.0, -x), (-y, x, 0.0)))
    rotation: Matrix = IDENTITY + k + k @ k / (1 + cosine)
    return rotation
