"""Surfaces into pixels: hidden surfaces by depth, colours smooth across each triangle.

OpenCV fills each facet with its number, far to near within one surface, on a grid finer than the
picture; where surfaces cover each other they are told apart by their depth there, and every
pixel's colour is worked out once, at the end, from the facets that won it. A pixel inside one
surface takes one sample; a pixel on an edge takes one for each of its parts.
"""

from dataclasses import dataclass
from functools import reduce

import cv2
import numpy as np
from numpy.typing import NDArray

from figure.camera import Camera
from figure.facets import Facets, Floats, Ints, Numbers, facets_of
from figure.mesh import Mesh

# Sub-pixel bits of OpenCV's polygon filler.
SHIFT = 4
# The number of every surface whose colours need a sample for each part of a pixel.
DETAILED = 255
Bytes = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Painted:
    """The pixels that something covers, and no others.

    Attributes
    ----------
    places
        (N,) of the picture's pixels, counted row by row from its top left corner.
    colour
        (N, 3) 0–1, already weighted by `cover`.
    cover
        (N,) 0–1: how much of each pixel is covered.
    """

    places: Ints
    colour: Floats
    cover: Floats

    def over(self, under: Floats) -> Floats:
        """Return these colours (N, 3) laid over `under` (N, 3), what the pixels showed before."""
        return np.asarray(self.colour + under * (1 - self.cover)[:, None], np.float32)


def paint(meshes: list[Mesh], camera: Camera, fineness: int = 2) -> Painted | None:
    """Return the pixels of lit `meshes` in the room, or `None` where none is in the picture.

    `fineness` is how many parts a pixel's side is divided into.
    """
    found = facets_of(meshes, camera, fineness)
    if found is None:
        return None
    facets, box = found
    width = box.right - box.left
    grid = _Grid(facets, ((box.bottom - box.top) * fineness, width * fineness))
    for mesh in range(len(meshes)):
        surface = DETAILED if meshes[mesh].detailed else min(mesh + 1, DETAILED - 1)
        grid.add(mesh, surface)
    places, colour, cover = grid.averaged(fineness)
    rows, columns = np.divmod(places, width)
    return Painted((rows + box.top) * camera.width + columns + box.left, colour, cover)


class _Grid:
    """What is seen at each part of a pixel: which facet, and of which surface."""

    def __init__(self, facets: Facets, shape: tuple[int, int]) -> None:
        self._facets = facets
        self._corners = np.rint(facets.corners * (1 << SHIFT)).astype(np.int32)
        self._winner: Numbers = np.zeros(shape, np.int32)
        self._surface: Bytes = np.zeros(shape, np.uint8)

    def add(self, mesh: int, surface: int) -> None:
        """Add the facets of the mesh in place `mesh`; `surface` numbers it."""
        begin, end = self._facets.starts[mesh : mesh + 2].tolist()
        corners = self._corners[begin:end]
        if not len(corners):
            return
        height, width = self._winner.shape
        low = np.maximum((corners.min((0, 1)) >> SHIFT) - 1, 0)
        high = np.minimum((corners.max((0, 1)) >> SHIFT) + 3, (width, height))
        if (high <= low).any():
            return
        numbers = np.zeros((high[1] - low[1], high[0] - low[0]), np.int32)
        fill = cv2.fillConvexPoly
        for number, polygon in enumerate(corners - (low << SHIFT), start=begin + 1):
            fill(numbers, polygon, number, 8, SHIFT)
        seen = np.s_[low[1] : high[1], low[0] : high[0]]
        won = numbers > 0
        self._hide(won, numbers, self._winner[seen], low)
        np.copyto(self._winner[seen], numbers, where=won)
        np.copyto(self._surface[seen], np.uint8(surface), where=won)

    def _hide(
        self, won: NDArray[np.bool_], numbers: Numbers, before: Numbers, low: NDArray[np.int32]
    ) -> None:
        """Take out of `won` where `numbers` lie behind what was there `before`."""
        both = np.flatnonzero(won & (before > 0))
        rows, columns = np.divmod(both, numbers.shape[1])
        x, y = (columns + low[0]).astype(np.float32), (rows + low[1]).astype(np.float32)
        ours = self._facets.closeness(numbers.take(both), x, y)
        theirs = self._facets.closeness(before[rows, columns], x, y)
        np.put(won, both[ours <= theirs], False)

    def averaged(self, fineness: int) -> tuple[Ints, Floats, Floats]:
        """Return places (N,) among the whole pixels, colour (N, 3) weighted by cover, and cover."""
        lowest = _each_pixel(np.minimum, self._surface, fineness)
        highest = _each_pixel(np.maximum, self._surface, fineness)
        plain = (lowest == highest) & (lowest != DETAILED)
        inside = np.flatnonzero(plain & (highest > 0))
        edges = np.flatnonzero(~plain & (highest > 0))
        width = highest.shape[1]
        middle = fineness // 2
        colour, _ = self._sampled(inside, width, fineness, (middle, middle))
        steps = [(row, column) for row in range(fineness) for column in range(fineness)]
        samples = [self._sampled(edges, width, fineness, step) for step in steps]
        share = np.float32(1 / fineness**2)
        return (
            np.concatenate((inside, edges)),
            np.concatenate((colour, sum(c for c, _ in samples) * share)),
            np.concatenate((np.ones(len(inside), np.float32), sum(s for _, s in samples) * share)),
        )

    def _sampled(
        self, places: Ints, width: int, fineness: int, step: tuple[int, int]
    ) -> tuple[Floats, Floats]:
        """Return the colours (N, 3) at one part of each pixel, and 1 where anything is there."""
        rows, columns = np.divmod(places, width)
        y, x = rows * fineness + step[0], columns * fineness + step[1]
        numbers = self._winner.take(y * self._winner.shape[1] + x)
        colours = self._facets.colours(numbers, x.astype(np.float32), y.astype(np.float32))
        return colours, (numbers > 0).astype(np.float32)


def _each_pixel(extreme: np.ufunc, parts: Bytes, fineness: int) -> Bytes:
    """Return the least or greatest (h, w) of the `fineness`² parts of every pixel."""
    rows: Bytes = reduce(extreme, [parts[i::fineness] for i in range(fineness)])
    return np.asarray(reduce(extreme, [rows[:, i::fineness] for i in range(fineness)]), np.uint8)
