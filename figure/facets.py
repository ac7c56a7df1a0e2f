"""Surfaces as the camera sees them: the faces turned toward it, and planes over the picture.

Closeness (one over the distance) and light change evenly across a triangle in the picture, so each
is a plane over it: its change by column, its change by row, and its value at the corner of the
grid that is painted on.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from figure.camera import Camera
from figure.mesh import Array, Mesh

Floats = NDArray[np.float32]
Ints = NDArray[np.intp]
Numbers = NDArray[np.int32]
# A triangle smaller than this (square parts of a pixel, doubled) is filled with one colour.
SLIVER = 1.0
NEAREST_M = 0.1


class Box(NamedTuple):
    """A rectangle of the picture in whole pixels, `right` and `bottom` just outside it."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True, eq=False)
class Facets:
    """Polygons that face the camera: of each mesh in turn, the farthest first.

    A facet is a face of four corners, or half of one whose other half is turned away. Its number
    counts from 1; row 0 of every table stands for nothing.

    Attributes
    ----------
    corners
        (P, 4, 2) x and y on the grid; a triangle's last is given twice.
    starts
        (meshes + 1,) where in `corners` each mesh begins, and the end.
    diagonals
        (3, 1 + P) planes: above 0 in a facet's first triangle.
    planes
        (4, 3, 2 + 2P) planes of closeness, red, green and blue: of the two triangles of facet n
        at 2n and 2n + 1.
    """

    corners: Floats
    starts: Ints
    diagonals: Floats
    planes: Floats

    def triangles(self, numbers: Numbers, x: Floats, y: Floats) -> Ints:
        """Return the triangles (N,) in which points of the facets `numbers` lie."""
        rows = numbers.astype(np.intp)
        return 2 * rows + (_along(self.diagonals, rows, x, y) <= 0)

    def closeness(self, numbers: Numbers, x: Floats, y: Floats) -> Floats:
        """Return one over the distance (N,) of points of the facets `numbers`."""
        return _along(self.planes[0], self.triangles(numbers, x, y), x, y)

    def colours(self, numbers: Numbers, x: Floats, y: Floats) -> Floats:
        """Return the colours (N, 3) at points of the facets `numbers`; black for nothing."""
        triangles = self.triangles(numbers, x, y)
        colours = np.empty((3, len(numbers)), np.float32)
        for channel, plane in zip(colours, self.planes[1:], strict=True):
            np.clip(_along(plane, triangles, x, y), 0, 1, out=channel)
        return colours.T


def facets_of(meshes: list[Mesh], camera: Camera, fineness: int) -> tuple[Facets, Box] | None:
    """Return the facets of lit `meshes` and the box of the picture that they are painted on.

    `None` where none is in the picture. `fineness` is how many parts of the grid are a pixel's
    side; the first lies in the box's corner.
    """
    pixels, depth = camera.seen(np.concatenate([mesh.vertices for mesh in meshes]))
    box = _box_about(pixels, camera)
    if box is None:
        return None
    points = ((pixels - (box.left, box.top)) * fineness - 0.5).astype(np.float32)
    colours = np.concatenate([mesh.colours for mesh in meshes])
    values = np.empty((4, len(points)), np.float32)
    values[0], values[1:] = 1 / np.maximum(depth, NEAREST_M), colours.T
    begins = np.cumsum([0, *(len(mesh.vertices) for mesh in meshes)])
    faces = [mesh.faces + begin for mesh, begin in zip(meshes, begins[:-1], strict=True)]
    owners = np.repeat(np.arange(len(meshes)), [len(part) for part in faces])
    facing, owners = _facing(np.concatenate(faces), owners, points)
    order = np.lexsort((_middles(facing, values[0]), owners))
    facing, owners = facing[order], owners[order]
    return Facets(
        corners=points[facing],
        starts=np.searchsorted(owners, np.arange(len(meshes) + 1)),
        diagonals=_diagonals(points[facing[:, 0]], points[facing[:, 2]]),
        planes=_planes(facing, points, values),
    ), box


def _box_about(pixels: Array, camera: Camera) -> Box | None:
    low, high = np.floor(pixels.min(0)).astype(int) - 1, np.ceil(pixels.max(0)).astype(int) + 1
    left, top = np.maximum(low, 0).tolist()
    right, bottom = np.minimum(high, (camera.width, camera.height)).tolist()
    return Box(left, top, right, bottom) if right > left and bottom > top else None


def _facing(faces: Ints, owners: Ints, points: Floats) -> tuple[Ints, Ints]:
    """Return what of the faces (F, 4) is turned toward the camera, and whose it is.

    A face stays whole where both its triangles face the camera and it is convex in the picture.
    """
    a, b, c, d = (points[faces[:, i]] for i in range(4))
    # Anticlockwise in the room is negative where y runs down.
    first, second = _turn(a, b, c) < 0, _turn(a, c, d) < 0
    whole = first & second & (_turn(b, c, d) <= 0) & (_turn(d, a, b) <= 0)
    halves = [
        (faces[whole], owners[whole]),
        (faces[first & ~whole][:, [0, 1, 2, 2]], owners[first & ~whole]),
        (faces[second & ~whole][:, [0, 2, 3, 3]], owners[second & ~whole]),
    ]
    return np.concatenate([f for f, _ in halves]), np.concatenate([o for _, o in halves])


def _middles(facets: Ints, closeness: Floats) -> Floats:
    """Return the mean closeness (P,) of the corners of each facet."""
    corners = closeness[facets.T]
    three = (corners[0] + corners[1] + corners[2]) / 3
    triangular = facets[:, 2] == facets[:, 3]
    return np.asarray(np.where(triangular, three, (3 * three + corners[3]) / 4), np.float32)


def _turn(a: Floats, b: Floats, c: Floats) -> Floats:
    """Return twice the areas (N,) of triangles in the picture, positive where clockwise."""
    along, across = b - a, c - a
    return np.asarray(along[:, 0] * across[:, 1] - along[:, 1] * across[:, 0])


def _diagonals(a: Floats, c: Floats) -> Floats:
    along = c - a
    planes = np.zeros((3, 1 + len(a)), np.float32)
    planes[0, 1:], planes[1, 1:] = -along[:, 1], along[:, 0]
    planes[2, 1:] = along[:, 1] * a[:, 0] - along[:, 0] * a[:, 1]
    return planes


def _planes(facets: Ints, points: Floats, values: Floats) -> Floats:
    """Return (4, 3, 2 + 2P) planes of `values` (4, V) over the triangles of `facets` (P, 4)."""
    # A facet that is a triangle is the same one twice: its second half would be empty.
    second = np.where((facets[:, 2] == facets[:, 3])[:, None], facets[:, :3], facets[:, [0, 2, 3]])
    triangles = np.stack((facets[:, :3], second), axis=1).reshape(-1, 3)
    a, b, c = (points[triangles[:, i]].T for i in range(3))
    at_a, at_b, at_c = (values[:, triangles[:, i]] for i in range(3))
    edge1, edge2 = b - a, c - a
    area = edge1[0] * edge2[1] - edge1[1] * edge2[0]
    flat = np.abs(area) < SLIVER
    inverse = np.where(flat, 0, 1 / np.where(flat, 1, area)).astype(np.float32)
    step1, step2 = at_b - at_a, at_c - at_a
    planes = np.zeros((4, 3, 2 + len(triangles)), np.float32)
    by_column, by_row = planes[:, 0, 2:], planes[:, 1, 2:]
    by_column[:] = (step1 * edge2[1] - step2 * edge1[1]) * inverse
    by_row[:] = (step2 * edge1[0] - step1 * edge2[0]) * inverse
    middle, (x, y) = (at_a + at_b + at_c) / 3, (a + b + c) / 3
    planes[:, 2, 2:] = middle - by_column * x - by_row * y
    return planes


def _along(planes: Floats, rows: Ints, x: Floats, y: Floats) -> Floats:
    """Return the values (N,) at (x, y) of the planes (3, …) in `rows`."""
    value: Floats = planes[0].take(rows)
    value *= x
    by_row = planes[1].take(rows)
    by_row *= y
    value += by_row
    value += planes[2].take(rows)
    return value
