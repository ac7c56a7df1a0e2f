"""How much of each pixel some shapes cover: exact-area scan conversion, in numpy alone.

Every outline is cut at the pixel grid, and each piece adds the area it closes off to its own pixel
and the next one; a running sum along the rows then gives the covered share of every pixel. Edges
are exact to a fraction of a pixel, so slow movement glides instead of stepping.

Between two pixels that edges touch the share does not change, so it is given as runs: the sum is
taken over the touched pixels alone, and what lies between costs no more than writing it down. All
shapes of a picture are converted in one pass, each into a box of its own, because the cost of many
small numpy calls would otherwise be greater than that of the pixels.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Counts = NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Stencil:
    """A union of shapes to be converted, and the box of pixels it is wanted in.

    Attributes
    ----------
    edges
        (4, E) float64, as `edges` returns them.
    left, top, width, height
        The box in whole pixels; shapes may leave it on any side.
    """

    edges: Points
    left: int
    top: int
    width: int
    height: int


def edges(outlines: Sequence[Points]) -> Points:
    """Return the edges of some closed polygons, all directed the same way round.

    Parameters
    ----------
    outlines
        At least one polygon, each (N, 2) float64 of x and y in pixels, in either direction, not
        crossing itself.

    Returns
    -------
    (4, E) float64: x and y of each edge's start, x and y of its end.
    """
    starts = np.concatenate(outlines).T
    lengths = [len(outline) for outline in outlines]
    lasts = np.cumsum(lengths, dtype=np.intp)
    firsts = lasts - lengths
    following = np.arange(1, starts.shape[1] + 1)
    following[lasts - 1] = firsts
    ends = starts[:, following]
    areas = np.add.reduceat(starts[0] * ends[1] - ends[0] * starts[1], firsts.tolist())
    joined = np.concatenate([starts, ends])
    if areas.min() < 0:
        backward = np.repeat(areas < 0, lengths)
        joined[:, backward] = joined[[2, 3, 0, 1]][:, backward]
    return joined


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """How much of each pixel some stencils cover, as runs of pixels that are covered alike.

    The pixels of a stencil lie row after row, each row `BEYOND` pixels wider than its box; those
    of one stencil follow upon those of the one before.

    Attributes
    ----------
    shares
        (R,) float64, 0–1 to rounding: the covered share of the pixels of each run. Where shapes of
        one stencil overlap their edges add up, so that touching shapes join without a seam.
    lengths
        (R,) pixels in each run.
    counts
        Runs of each stencil.
    sizes
        Pixels of each stencil.
    """

    shares: Points
    lengths: Counts
    counts: Counts
    sizes: Counts


BEYOND = 2
"""Columns by which a row of runs is wider than its box, for what lies beyond its right side."""


def runs(stencils: Sequence[Stencil]) -> Runs:
    """Return how much of each pixel of its box each stencil covers; at least one stencil."""
    counts = [stencil.edges.shape[1] for stencil in stencils]
    boxes = np.array([(s.left, s.top, s.width, s.height) for s in stencils], dtype=np.intp)
    sizes = (boxes[:, 2] + BEYOND) * boxes[:, 3]
    lasts = np.cumsum(sizes)
    firsts = lasts - sizes
    left, top, width, height = np.repeat(boxes.T, counts, axis=1)
    first = np.repeat(firsts, counts)
    x0, y0, x1, y1 = np.concatenate([stencil.edges for stencil in stencils], axis=1)
    pieces = _cut_at_rows(x0 - left, y0 - top, x1 - left, y1 - top, height)
    cells, areas = _cut_at_columns(*pieces, width, first)
    # Every stencil begins a run of its own, with nothing covered.
    cells = np.concatenate([cells, firsts])
    order = np.argsort(cells)
    cells = cells[order]
    # Each row adds up to nothing, so one running sum serves all rows of all boxes.
    sums = np.cumsum(np.concatenate([areas, np.zeros(len(firsts))])[order])
    last_of_cell = np.append(cells[1:] != cells[:-1], True)
    cells, sums = cells[last_of_cell], sums[last_of_cell]
    return Runs(
        np.minimum(sums, 1.0),
        np.diff(cells, append=lasts[-1]),
        np.diff(np.searchsorted(cells, firsts), append=len(cells)),
        sizes,
    )


def coverage(outlines: Sequence[Points], width: int, height: int) -> Points:
    """Return the share of each pixel of a box at the origin that a union of outlines covers.

    Returns
    -------
    (height, width) float64, 0–1 to rounding.
    """
    found = runs([Stencil(edges(outlines), 0, 0, width, height)])
    shares = np.repeat(found.shares, found.lengths)
    return np.asarray(shares.reshape(height, width + BEYOND)[:, :width])


def _repeated(counts: Counts) -> tuple[Counts, Counts]:
    """Return, for `counts` copies of each item, the item's row and the copy's number."""
    rows = np.repeat(np.arange(len(counts)), counts)
    firsts = np.cumsum(counts) - counts
    return rows, np.arange(len(rows)) - firsts[rows]


def _cut_at_rows(
    x0: Points, y0: Points, x1: Points, y1: Points, height: Counts
) -> tuple[Counts, Counts, Points, Points, Points]:
    """Cut edges into pieces that each lie inside one pixel row of their box.

    Returns
    -------
    Edge, row, signed height, and x of either end of every piece, each (P,).
    """
    drop = y1 - y0
    bounds = np.minimum(np.maximum(np.array((y0, y1)), 0.0), height)
    low, high = bounds.min(axis=0), bounds.max(axis=0)
    first = low.astype(np.intp)
    counts = np.ceil(high).astype(np.intp) - first
    counts[drop == 0.0] = 0
    edge, copy = _repeated(counts)
    row = first[edge] + copy
    top = np.maximum(low[edge], row)
    bottom = np.minimum(high[edge], row + 1)
    slopes = (x1 - x0) / np.where(drop == 0.0, 1.0, drop)
    start_x, start_y, slope = x0[edge], y0[edge], slopes[edge]
    signed_height = np.where(drop < 0, 1.0, -1.0)[edge] * (bottom - top)
    xa = start_x + (top - start_y) * slope
    xb = start_x + (bottom - start_y) * slope
    return edge, row, signed_height, xa, xb


def _cut_at_columns(
    edge: Counts,
    row: Counts,
    signed_height: Points,
    xa: Points,
    xb: Points,
    width: Counts,
    first_cell: Counts,
) -> tuple[Counts, Points]:
    """Return the cells that pieces touch, and the area each adds.

    A row has `BEYOND` more columns than its box is wide.
    """
    width = width[edge]
    ends = np.minimum(np.maximum(np.array((xa, xb)), 0.0), width)
    left, right = ends.min(axis=0), ends.max(axis=0)
    first = left.astype(np.intp)
    counts = np.maximum(np.ceil(right).astype(np.intp) - first, 1)
    row_cell = first_cell[edge] + row * (width + BEYOND)
    piece, copy = _repeated(counts)
    column = first[piece] + copy
    whole_left, whole_right = left[piece], right[piece]
    piece_left = np.maximum(whole_left, column)
    piece_right = np.minimum(whole_right, column + 1)
    span = whole_right - whole_left
    share = (piece_right - piece_left) / np.where(span > 0, span, 1.0)
    share[span <= 0] = 1.0
    area = signed_height[piece] * share
    beyond = area * ((piece_left + piece_right) / 2 - column)
    cell = row_cell[piece] + column
    return np.concatenate([cell, cell + 1]), np.concatenate([area - beyond, beyond])
