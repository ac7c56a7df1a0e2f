"""Surfaces into pixels: hidden surfaces by depth, colours smooth across each triangle.

OpenCV fills each triangle with its number, far to near within one surface, on a grid finer than
the picture; where surfaces cover each other they are told apart by their depth there, and every
pixel's colour is worked out once, at the end, from the triangles that won it. A pixel inside one
surface takes one sample; a pixel on an edge takes one for each of its parts.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from figure.camera import Camera
from figure.mesh import Array, Mesh

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]

# Sub-pixel bits of OpenCV's polygon filler.
SHIFT = 4
# A triangle smaller than this (square parts of a pixel, doubled) is filled with one colour.
SLIVER = 1.0
NEAREST_M = 0.1
# The number of every surface whose colours need a sample for each part of a pixel.
DETAILED = 255


@dataclass(frozen=True, slots=True, eq=False)
class Painted:
    """A painted rectangle of the picture.

    Attributes
    ----------
    left, top
        Place in the picture, whole pixels.
    colour
        (h, w, 3) 0–1, already weighted by `cover`.
    cover
        (h, w) 0–1: how much of each pixel is covered.
    """

    left: int
    top: int
    colour: Floats
    cover: Floats


def paint(meshes: list[Mesh], camera: Camera, fineness: int = 2) -> Painted | None:
    """Return the pixels of lit `meshes` in the room, or `None` where none is in the picture.

    `fineness` is how many parts a pixel's side is divided into.
    """
    seen = [camera.seen(mesh.vertices) for mesh in meshes]
    box = _bounds([pixels for pixels, _ in seen], camera)
    if box is None:
        return None
    left, top, right, bottom = box
    grid = _Grid(((bottom - top) * fineness, (right - left) * fineness))
    for number, (mesh, (pixels, depth)) in enumerate(zip(meshes, seen, strict=True), start=1):
        surface = DETAILED if mesh.detailed else min(number, DETAILED - 1)
        fine = (pixels - (left, top)) * fineness - 0.5
        grid.add(mesh, fine, 1 / np.maximum(depth, NEAREST_M), surface)
    colour, cover = grid.averaged(fineness)
    return Painted(left, top, colour, cover)


def _bounds(pixels: list[Array], camera: Camera) -> tuple[int, int, int, int] | None:
    low = np.floor(np.min([p.min(0) for p in pixels], axis=0)).astype(int) - 1
    high = np.ceil(np.max([p.max(0) for p in pixels], axis=0)).astype(int) + 1
    left, top = np.maximum(low, 0).tolist()
    right, bottom = np.minimum(high, (camera.width, camera.height)).tolist()
    return (left, top, right, bottom) if right > left and bottom > top else None


class _Grid:
    """What is seen at each part of a pixel: which triangle, and of which surface."""

    def __init__(self, shape: tuple[int, int]) -> None:
        self._winner: Ints = np.zeros(shape, np.int32)
        self._surface: NDArray[np.uint8] = np.zeros(shape, np.uint8)
        # Row 0 stands for nothing. Closeness and colours are planes over the grid: their change
        # by column, their change by row, and their value at the grid's corner.
        self._depths: list[Floats] = [np.zeros((1, 3), np.float32)]
        self._shades: list[Floats] = [np.zeros((1, 9), np.float32)]
        self._count = 1

    def add(self, mesh: Mesh, pixels: Array, closeness: Array, surface: int) -> None:
        """Add a surface, its vertices at `pixels` (N, 2) of the grid; `surface` numbers it."""
        triangles = _facing(mesh.triangles, pixels, closeness)
        if not len(triangles):
            return
        corners = pixels[triangles]
        planes = _planes(corners, triangles, closeness, mesh.colours)
        self._depths.append(np.ascontiguousarray(planes[:, :, 0]))
        self._shades.append(planes[:, :, 1:].reshape(-1, 9))
        height, width = self._winner.shape
        low = np.maximum(np.floor(corners.min((0, 1))).astype(int) - 1, 0)
        high = np.minimum(np.ceil(corners.max((0, 1))).astype(int) + 2, (width, height))
        if (high > low).all():
            self._merge(corners, low, high, surface)
        self._count += len(triangles)

    def _merge(self, corners: Array, low: Array, high: Array, surface: int) -> None:
        numbers = np.zeros((high[1] - low[1], high[0] - low[0]), np.int32)
        points = np.rint((corners - low) * (1 << SHIFT)).astype(np.int32)
        fill = cv2.fillConvexPoly
        for number, triangle in enumerate(points, start=self._count):
            fill(numbers, triangle, number, 8, SHIFT)
        seen = np.s_[low[1] : high[1], low[0] : high[0]]
        before = self._winner[seen]
        won = numbers > 0
        rows, columns = np.nonzero(won & (before > 0))
        if len(rows):
            x, y = (columns + low[0]).astype(np.float32), (rows + low[1]).astype(np.float32)
            ours = _along(self._depths[-1][numbers[rows, columns] - self._count], x, y)
            depths = np.concatenate(self._depths[:-1])
            behind = ours <= _along(depths[before[rows, columns]], x, y)
            won[rows[behind], columns[behind]] = False
        np.copyto(before, numbers, where=won)
        np.copyto(self._surface[seen], np.uint8(surface), where=won)

    def averaged(self, fineness: int) -> tuple[Floats, Floats]:
        """Return colour (h, w, 3), weighted by cover, and cover (h, w), of whole pixels."""
        steps = [(row, column) for row in range(fineness) for column in range(fineness)]
        surfaces = [self._surface[row::fineness, column::fineness] for row, column in steps]
        whole = (surfaces[0] > 0) & (surfaces[0] < DETAILED)
        some = surfaces[0] > 0
        for surface in surfaces[1:]:
            whole &= surface == surfaces[0]
            some |= surface > 0
        shades = np.concatenate(self._shades)
        colour = np.zeros((*whole.shape, 3), np.float32)
        cover = whole.astype(np.float32)
        middle = fineness // 2
        rows, columns = np.nonzero(whole)
        self._sample(shades, colour, rows, columns, (middle, middle), fineness, 1.0)
        share = 1 / fineness**2
        edge_rows, edge_columns = np.nonzero(some & ~whole)
        for (row, column), surface in zip(steps, surfaces, strict=True):
            seen = surface[edge_rows, edge_columns] > 0
            rows, columns = edge_rows[seen], edge_columns[seen]
            self._sample(shades, colour, rows, columns, (row, column), fineness, share)
            cover[rows, columns] += share
        return colour, cover

    def _sample(
        self,
        shades: Floats,
        colour: Floats,
        rows: NDArray[np.intp],
        columns: NDArray[np.intp],
        step: tuple[int, int],
        fineness: int,
        share: float,
    ) -> None:
        """Add `share` of the colour at one part of each of the given pixels."""
        y, x = rows * fineness + step[0], columns * fineness + step[1]
        plane = shades[self._winner[y, x]]
        sample = plane[:, :3] * x.astype(np.float32)[:, None]
        sample += plane[:, 3:6] * y.astype(np.float32)[:, None]
        sample += plane[:, 6:]
        np.clip(sample, 0, 1, out=sample)
        colour[rows, columns] += sample * np.float32(share)


def _along(planes: Floats, x: Floats, y: Floats) -> Floats:
    return np.asarray(planes[:, 0] * x + planes[:, 1] * y + planes[:, 2], np.float32)


def _facing(triangles: Ints, pixels: Array, closeness: Array) -> Ints:
    """Return the triangles that face the camera, the farthest first."""
    a, b, c = (pixels[triangles[:, i]] for i in range(3))
    area = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
    facing = triangles[area < 0]
    order = np.argsort(closeness[facing].sum(1), kind="stable")
    return np.asarray(facing[order])


def _planes(corners: Array, triangles: Ints, closeness: Array, colours: Array) -> Floats:
    """Return (T, 3, 4): closeness and colours of each triangle as planes over the grid."""
    values = np.concatenate((closeness[:, None], colours), axis=1)[triangles]
    edge1, edge2 = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    area = edge1[:, 0] * edge2[:, 1] - edge1[:, 1] * edge2[:, 0]
    flat = np.abs(area) < SLIVER
    inverse = np.where(flat, 0.0, 1 / np.where(flat, 1.0, area))[:, None]
    step1, step2 = values[:, 1] - values[:, 0], values[:, 2] - values[:, 0]
    planes = np.empty((len(triangles), 3, 4))
    planes[:, 0] = (step1 * edge2[:, 1:] - step2 * edge1[:, 1:]) * inverse
    planes[:, 1] = (step2 * edge1[:, :1] - step1 * edge2[:, :1]) * inverse
    middle, centre = values.mean(1), corners.mean(1)
    planes[:, 2] = middle - planes[:, 0] * centre[:, :1] - planes[:, 1] * centre[:, 1:]
    return planes.astype(np.float32)
