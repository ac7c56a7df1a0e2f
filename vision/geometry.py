"""Plane geometry over stacks of 2D vectors, in pixels with y down.

Every function takes arrays (..., 2) and gives (...); NaN in any component gives NaN, and so does
a vector without length, whose direction nobody can know.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# Far below a pixel, far above rounding.
_NO_LENGTH_PX = 1e-6


def length(vector: Floats) -> Floats:
    """Return the length in pixels, NaN for a vector without one."""
    size: Floats = np.hypot(vector[..., 0], vector[..., 1])
    return np.where(size > _NO_LENGTH_PX, size, np.nan)


def dot(u: Floats, v: Floats) -> Floats:
    """Return the inner product."""
    product: Floats = u[..., 0] * v[..., 0] + u[..., 1] * v[..., 1]
    return product


def cross(u: Floats, v: Floats) -> Floats:
    """Return the outer product, positive where `v` is clockwise of `u` as the picture is seen."""
    product: Floats = u[..., 0] * v[..., 1] - u[..., 1] * v[..., 0]
    return product


def direction(vector: Floats) -> Floats:
    """Return the vector (..., 2) with length 1."""
    unit: Floats = vector / length(vector)[..., None]
    return unit


def angle_between(u: Floats, v: Floats) -> Floats:
    """Return the unsigned angle between two vectors, 0–180 degrees.

    By the arctangent of outer and inner product, which keeps its precision near 0 and 180 where
    the arccosine loses half its digits.
    """
    u, v = direction(u), direction(v)
    angle: Floats = np.degrees(np.arctan2(np.abs(cross(u, v)), dot(u, v)))
    return angle


def turn_from(u: Floats, v: Floats) -> Floats:
    """Return the signed angle from `u` to `v`, in (-180, 180] degrees, clockwise as seen."""
    u, v = direction(u), direction(v)
    angle: Floats = np.degrees(np.arctan2(cross(u, v), dot(u, v)))
    return angle


def lean_off_perpendicular(vector: Floats, line: Floats) -> Floats:
    """Return how far `vector` leans from the perpendicular of `line`, toward where `line` points.

    -90–90 degrees; the same for either of the two perpendiculars, so that it does not matter
    which way the picture is up.
    """
    vector, line = direction(vector), direction(line)
    angle: Floats = np.degrees(np.arctan2(dot(vector, line), np.abs(cross(vector, line))))
    return angle
