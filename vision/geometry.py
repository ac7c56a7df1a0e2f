"""Plane geometry over stacks of 2D vectors, in pixels with y down.

NaN in any component gives NaN, and so does a vector without length, whose direction nobody can
know. Where many are worked out together, a vector is one complex number x + iy: the product of a
conjugate with another holds their inner product and, as its imaginary part, their outer one.
"""

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Complexes = NDArray[np.complex128]

# Far below a pixel, far above rounding; of two lengths the product.
_NO_LENGTH_PX = 1e-6


class Reading(IntEnum):
    """How one number is read off two vectors, `first` and `second`."""

    ANGLE = 0
    """The unsigned angle between the two, 0–180 degrees."""
    TURN = 1
    """The signed angle from the first to the second, -180–180 degrees, clockwise as seen."""
    LEAN = 2
    """How far the second leans from the perpendicular of the first, toward where the first points.

    -90–90 degrees; the same for either of the two perpendiculars, so that it does not matter
    which way the picture is up."""
    SHARE = 3
    """The second in parts of the first, both along a third vector, on which the first runs
    forward."""
    SIGNED_SHARE = 4
    """The same, where the first may run either way along the third."""
    RISE = 5
    """The second along a third vector of length 1, in parts of the first's length."""
    SPAN = 6
    """The length of the second in parts of the first's."""


# As plain numbers, which an array is compared with five times faster than with a member.
_TURN, _LEAN, _SIGNED_SHARE, _RISE, _SPAN = map(
    int, (Reading.TURN, Reading.LEAN, Reading.SIGNED_SHARE, Reading.RISE, Reading.SPAN)
)


def length(vector: Floats) -> Floats:
    """Return the length (...) of vectors (..., 2) in pixels, NaN for one without any."""
    size: Floats = np.hypot(vector[..., 0], vector[..., 1])
    return np.where(size > _NO_LENGTH_PX, size, np.nan)


def angles(product: Complexes, how: NDArray[np.int8]) -> Floats:
    """Return the angles (..., R) from first to second vectors, in degrees.

    By the arctangent of outer and inner product, which keeps its precision near 0 and 180 where
    the arccosine loses half its digits.

    Parameters
    ----------
    product
        (..., R) the conjugate of the first times the second.
    how
        (R,) of `Reading.ANGLE`, ``TURN`` or ``LEAN``.
    """
    outer = np.where(how == _TURN, product.imag, np.abs(product.imag))
    angle = np.arctan2(outer, product.real) * (180 / np.pi)
    angle = np.where(how == _LEAN, 90 - angle, angle)
    return np.where(np.abs(product) > _NO_LENGTH_PX, angle, np.nan)


def ratios(first: Complexes, second: Complexes, along: Complexes, how: NDArray[np.int8]) -> Floats:
    """Return how much of the vectors `first` the vectors `second` make up (..., R).

    NaN where the length divided by is none.

    Parameters
    ----------
    first, second
        (..., R) x + iy.
    along
        (..., R) what they are held along; of no account for a ``SPAN``.
    how
        (R,) of `Reading.SHARE`, ``SIGNED_SHARE``, ``RISE`` or ``SPAN``.
    """
    along = along.conj()
    part = np.where(how == _SPAN, np.abs(second), (along * second).real)
    whole = np.where(how >= _RISE, np.abs(first), (along * first).real)
    size = np.where(how == _SIGNED_SHARE, np.abs(whole), whole)
    ratio: Floats = part / np.where(size > _NO_LENGTH_PX, whole, np.nan)
    return ratio
