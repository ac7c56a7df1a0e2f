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
    for mesh, (pixels, depth) in zip(meshes, seen, strict=True):
        grid.add(mesh, (pixels - (left, top)) * fineness - 0.5, 1 / np.maximum(depth, NEAREST_M))
    colour, cover = grid.averaged(fineness)
    return Painted(left, top, colour, cover)


def _bounds(pixels: list[Array], camera: Camera) -> tuple[int, int, int, int] | None:
    low = np.floor(np.min([p.min(0) for p in pixels], axis=0)).astype(int) - 1
    high = np.ceil(np.max([p.max(0) for p in pixels], axis=0)).astype(int) + 1
    left, top = np.maximum(low, 0).tolist()
    right, bottom = np.minimum(high, (camera.width, camera.height)).tolist()
    return (left, top, right, bottom) if right > left and bottom > top else None


class _Grid:
    """The triangle that is seen at each part of a pixel, and the planes of all triangles."""

    def __init__(self, shape: tuple[int, int]) -> None:
        self._winner: Ints = np.zeros(shape, np.int32)
        # Row 0 stands for nothing. Closeness and the three colours are planes over the grid:
        # [:, 0] by column, [:, 1] by row, [:, 2] at the grid's corner.
        self._planes: Floats = np.zeros((1, 3, 4), np.float32)
        self._surface: Ints = np.zeros(1, np.int32)
        self._count = 0

    def add(self, mesh: Mesh, pixels: Array, closeness: Array) -> None:
        """Add a surface, its vertices at `pixels` (N, 2) of the grid."""
        triangles = _facing(mesh.triangles, pixels, closeness)
        if not len(triangles):
            return
        corners = pixels[triangles]
        self._count += 1
        first = len(self._planes)
        planes = _planes(corners, triangles, closeness, mesh.colours)
        self._planes = np.concatenate((self._planes, planes))
        surface = np.full(len(triangles), -1 if mesh.detailed else self._count, np.int32)
        self._surface = np.concatenate((self._surface, surface))
        height, width = self._winner.shape
        low = np.maximum(np.floor(corners.min((0, 1))).astype(int) - 1, 0)
        high = np.minimum(np.ceil(corners.max((0, 1))).astype(int) + 2, (width, height))
        if (high > low).all():
            self._merge(corners, first, low, high)

    def _merge(self, corners: Array, first: int, low: Ints, high: Ints) -> None:
        numbers = np.zeros((high[1] - low[1], high[0] - low[0]), np.int32)
        points = np.rint((corners - low) * (1 << SHIFT)).astype(np.int32)
        fill = cv2.fillConvexPoly
        for number, triangle in enumerate(points, start=first):
            fill(numbers, triangle, number, 8, SHIFT)
        before = self._winner[low[1] : high[1], low[0] : high[0]]
        rows, columns = np.nonzero((numbers > 0) & (before > 0))
        ours, theirs = numbers[rows, columns], before[rows, columns]
        x, y = (columns + low[0]).astype(np.float32), (rows + low[1]).astype(np.float32)
        behind = self._closeness(ours, x, y) <= self._closeness(theirs, x, y)
        numbers[rows[behind], columns[behind]] = theirs[behind]
        np.copyto(before, numbers, where=numbers > 0)

    def _closeness(self, number: Ints, x: Floats, y: Floats) -> Floats:
        plane = self._planes[number, :, 0]
        closeness: Floats = plane[:, 0] * x + plane[:, 1] * y + plane[:, 2]
        return closeness

    def averaged(self, fineness: int) -> tuple[Floats, Floats]:
        """Return colour (h, w, 3), weighted by cover, and cover (h, w), of whole pixels."""
        parts = [
            (row, column, self._winner[row::fineness, column::fineness])
            for row in range(fineness)
            for column in range(fineness)
        ]
        surfaces = [self._surface[numbers] for _, _, numbers in parts]
        whole = surfaces[0] > 0
        for surface in surfaces[1:]:
            whole &= surface == surfaces[0]
        colour = np.zeros((*whole.shape, 3), np.float32)
        cover = np.zeros(whole.shape, np.float32)
        middle = (fineness - 1) / 2
        rows, columns = np.nonzero(whole)
        number = parts[len(parts) // 2][2][rows, columns]
        colour[rows, columns] = self._colours(
            number, columns * fineness + middle, rows * fineness + middle
        )
        cover[rows, columns] = 1
        share = 1 / fineness**2
        for row, column, numbers in parts:
            rows, columns = np.nonzero((numbers > 0) & ~whole)
            number = numbers[rows, columns]
            x, y = columns * fineness + column, rows * fineness + row
            colour[rows, columns] += share * self._colours(number, x, y)
            cover[rows, columns] += share
        return colour, cover

    def _colours(self, number: Ints, x: Array, y: Array) -> Floats:
        plane = self._planes[number, :, 1:]
        colours = plane[:, 0] * x.astype(np.float32)[:, None]
        colours += plane[:, 1] * y.astype(np.float32)[:, None]
        colours += plane[:, 2]
        return np.clip(colours, 0, 1, out=colours)


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
