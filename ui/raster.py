"""How much of each pixel some shapes cover: exact-area scan conversion, in numpy alone.

Every outline is cut at the pixel grid, and each piece adds the area it closes off to its own pixel
and the next one; a running sum along the rows then gives the covered share of every pixel. Edges
are exact to a fraction of a pixel, so slow movement glides instead of stepping.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]


def coverage(outlines: Sequence[Points], width: int, height: int) -> NDArray[np.float64]:
    """Return the share of each pixel that the union of `outlines` covers.

    Parameters
    ----------
    outlines
        Closed polygons, each (N, 2) float64 of x and y in pixels, any direction. Each is simple
        (does not cross itself); they may overlap, and leave the picture on any side.
    width, height
        Size of the picture in pixels.

    Returns
    -------
    (height, width) float64, 0–1 to rounding. Where outlines overlap their edges add up, so that
    touching shapes join without a seam.
    """
    edges = np.concatenate([_directed_edges(outline) for outline in outlines])
    pieces = _cut_at_rows(edges, height)
    cells, covers = _cut_at_columns(pieces, width)
    areas = np.bincount(cells, covers, height * (width + 2)).astype(np.float64, copy=False)
    # Each row adds up to nothing, so one running sum serves all rows.
    np.cumsum(areas, out=areas)
    np.minimum(areas, 1.0, out=areas)
    return areas.reshape(height, width + 2)[:, :width]


def _directed_edges(outline: Points) -> Points:
    """Return the edges (N, 4) x0, y0, x1, y1 of `outline`, always in the same direction round."""
    following = np.roll(outline, -1, axis=0)
    doubled_area = np.sum(outline[:, 0] * following[:, 1] - following[:, 0] * outline[:, 1])
    if doubled_area < 0:
        return np.hstack([following, outline])
    return np.hstack([outline, following])


def _repeated(counts: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return, for `counts` copies of each item, the item's row and the copy's number."""
    rows = np.repeat(np.arange(len(counts)), counts)
    firsts = np.cumsum(counts) - counts
    return rows, np.arange(len(rows)) - firsts[rows]


def _cut_at_rows(edges: Points, height: int) -> Points:
    """Return pieces (P, 4) of row, signed height, left x, right x; each inside one pixel row."""
    x0, y0, x1, y1 = edges.T
    upward = np.where(y0 <= y1, -1.0, 1.0)
    top, bottom = np.minimum(y0, y1), np.maximum(y0, y1)
    first = np.clip(np.floor(top), 0, height).astype(np.int64)
    last = np.clip(np.ceil(bottom), 0, height).astype(np.int64)
    rows, copy = _repeated(np.maximum(last - first, 0))
    row = first[rows] + copy
    piece_top = np.maximum(top[rows], row)
    piece_bottom = np.minimum(bottom[rows], row + 1)
    drop = y1[rows] - y0[rows]
    slope = (x1[rows] - x0[rows]) / np.where(drop == 0.0, 1.0, drop)
    xa = x0[rows] + (piece_top - y0[rows]) * slope
    xb = x0[rows] + (piece_bottom - y0[rows]) * slope
    signed_height = upward[rows] * (piece_bottom - piece_top)
    return np.stack([row, signed_height, np.minimum(xa, xb), np.maximum(xa, xb)])


def _cut_at_columns(pieces: Points, width: int) -> tuple[NDArray[np.int64], Points]:
    """Return the cells (row × (width + 2) + column) the pieces touch, and the area each adds."""
    row, signed_height, left, right = pieces
    left, right = np.clip(left, 0, width), np.clip(right, 0, width)
    first = np.floor(left).astype(np.int64)
    last = np.maximum(np.ceil(right).astype(np.int64), first + 1)
    rows, copy = _repeated(last - first)
    column = first[rows] + copy
    piece_left = np.maximum(left[rows], column)
    piece_right = np.minimum(right[rows], column + 1)
    span = (right - left)[rows]
    share = np.where(span > 0, (piece_right - piece_left) / np.where(span > 0, span, 1.0), 1.0)
    cover = signed_height[rows] * share
    middle = (piece_left + piece_right) / 2 - column
    cell = row[rows].astype(np.int64) * (width + 2) + column
    return np.concatenate([cell, cell + 1]), np.concatenate([cover * (1 - middle), cover * middle])
