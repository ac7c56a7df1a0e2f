"""Surfaces: vertices, normals, faces and colours, and the tube most of a body is made of."""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from figure.posed import Segment

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Mesh:
    """A surface.

    Attributes
    ----------
    vertices, normals
        (N, 3) metres, and unit vectors out of the surface.
    faces
        (F, 4) int32 rows of `vertices`, anticlockwise seen from outside; a face that is not flat
        is folded between its first corner and its third.
    colours
        (N, 3) display colours 0–1.
    detailed
        Whether its colours change within a pixel or two, as a face's do.
    """

    vertices: Array
    normals: Array
    faces: NDArray[np.int32]
    colours: Array
    detailed: bool = False

    def placed(self, segment: Segment) -> "Mesh":
        """Return the mesh carried along with `segment`."""
        return replace(
            self,
            vertices=segment.place(self.vertices),
            normals=self.normals @ segment.axes.T,
        )


def tube(
    centres: Array,
    across: Array,
    ahead: Array,
    radii: Array,
    colours: Array,
    around: int = 24,
    power: float = 2.0,
) -> Mesh:
    """Return the tube through rings that lie square to nothing but their own two axes.

    Parameters
    ----------
    centres
        (n, 3) metres, one after another along the tube.
    across, ahead
        (n, 3) or (3,) unit vectors spanning each ring.
    radii
        (n, 2) metres along `across` and `ahead`; a ring near zero closes the end.
    colours
        (n, 3) or (3,).
    around
        Vertices in a ring.
    power
        2 for ellipses; above, fuller corners (a superellipse).
    """
    rings = len(centres)
    across = np.broadcast_to(across, (rings, 3))
    ahead = np.broadcast_to(ahead, (rings, 3))
    cosine, sine = _ring(around, power)
    grid = (
        centres[:, None]
        + (radii[:, :1] * cosine)[..., None] * across[:, None]
        + (radii[:, 1:] * sine)[..., None] * ahead[:, None]
    )
    upward = float(np.dot(centres[-1] - centres[0], _cross(ahead[0], across[0]))) > 0
    return Mesh(
        vertices=grid.reshape(-1, 3),
        normals=grid_normals(grid, upward),
        faces=grid_faces(rings, around, upward),
        colours=np.repeat(np.broadcast_to(colours, (rings, 3)), around, axis=0),
    )


@lru_cache(maxsize=64)
def _ring(around: int, power: float) -> tuple[Array, Array]:
    angle = np.linspace(0, 2 * np.pi, around, endpoint=False)
    c, s = np.cos(angle), np.sin(angle)
    exponent = 2 / power
    return np.sign(c) * np.abs(c) ** exponent, np.sign(s) * np.abs(s) ** exponent


@lru_cache(maxsize=64)
def grid_faces(rings: int, around: int, upward: bool) -> NDArray[np.int32]:
    """Return the faces between `rings` closed rings of `around` vertices each."""
    i, j = np.mgrid[0 : rings - 1, 0:around]
    here, beside = i * around + j, i * around + (j + 1) % around
    above, corner = here + around, beside + around
    faces = (above, corner, beside, here) if upward else (beside, corner, above, here)
    return np.stack(faces, axis=-1).reshape(-1, 4).astype(np.int32)


def grid_normals(grid: Array, upward: bool) -> Array:
    """Return unit normals (rings × around, 3) of a (rings, around, 3) grid closed around."""
    around = np.roll(grid, -1, axis=1) - np.roll(grid, 1, axis=1)
    along = np.empty_like(grid)
    along[1:-1] = grid[2:] - grid[:-2]
    along[0], along[-1] = grid[1] - grid[0], grid[-1] - grid[-2]
    normals = _cross(along, around).reshape(-1, 3)
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)
    return normals if upward else -normals


def _cross(a: Array, b: Array) -> Array:
    out = np.empty(np.broadcast_shapes(a.shape, b.shape))
    out[..., 0] = a[..., 1] * b[..., 2] - a[..., 2] * b[..., 1]
    out[..., 1] = a[..., 2] * b[..., 0] - a[..., 0] * b[..., 2]
    out[..., 2] = a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0]
    return out


def joined(meshes: list[Mesh]) -> Mesh:
    """Return several meshes as one."""
    starts = np.cumsum([0, *(len(mesh.vertices) for mesh in meshes[:-1])])
    return Mesh(
        np.concatenate([mesh.vertices for mesh in meshes]),
        np.concatenate([mesh.normals for mesh in meshes]),
        np.concatenate(
            [mesh.faces + start for mesh, start in zip(meshes, starts, strict=True)],
            dtype=np.int32,
        ),
        np.concatenate([mesh.colours for mesh in meshes]),
    )
