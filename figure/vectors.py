"""Sums over the three coordinates of many vectors at once.

Column by column: numpy sums along an axis of three several times more slowly, and a matrix product
wakes threads that cost more than products as small as these.
"""

import numpy as np

from figure.mesh import Array


def dots(a: Array, b: Array) -> Array:
    """Return (N,) products of the vectors `a` (N, 3) with those of `b`, (N, 3) or (3,)."""
    product = a * b
    return np.asarray(product[..., 0] + product[..., 1] + product[..., 2])


def lengths(vectors: Array) -> Array:
    """Return the lengths (N,) of `vectors` (N, 3)."""
    return np.sqrt(dots(vectors, vectors))


def units(vectors: Array) -> Array:
    """Return `vectors` (N, 3) at length 1; one of length 0 stays 0."""
    return np.asarray(vectors / np.maximum(lengths(vectors), 1e-9)[:, None])
