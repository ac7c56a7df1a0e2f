"""Cloth without seams: the surfaces that meet at a joint are lit as if they were one."""

from dataclasses import replace

import numpy as np

from figure.mesh import Array, Mesh
from figure.vectors import dots, lengths, units

# How far from the joint surfaces are lit as one, and over what distance; our own figures.
REACH_M, SPREAD_M = 0.15, 0.034


def seamless(meshes: list[Mesh], joint: Array, core: Array) -> list[Mesh]:
    """Return the meshes, their normals about `joint` averaged over all of them.

    Parameters
    ----------
    meshes
        Surfaces in the room that meet at the joint.
    joint
        (3,) metres.
    core
        (3,) metres: a point well inside the body; a surface turned toward it is hidden in
        another and counts for nothing.
    """
    near = [np.flatnonzero(lengths(mesh.vertices - joint) < REACH_M) for mesh in meshes]
    points = np.concatenate([mesh.vertices[rows] for mesh, rows in zip(meshes, near, strict=True)])
    normals = np.concatenate([mesh.normals[rows] for mesh, rows in zip(meshes, near, strict=True)])
    outward = dots(normals, units(points - core))
    # Every second one is enough: they lie closer than the spread.
    shown = np.flatnonzero(outward > 0)[::2]
    average = units(_average(points, points[shown], normals[shown] * outward[shown, None]))
    share = np.clip(2 - 2 * lengths(points - joint) / REACH_M, 0, 1)[:, None]
    blended = units(normals * (1 - share) + average * share)
    smooth = []
    start = 0
    for mesh, rows in zip(meshes, near, strict=True):
        changed = mesh.normals.copy()
        changed[rows] = blended[start : start + len(rows)]
        start += len(rows)
        smooth.append(replace(mesh, normals=changed))
    return smooth


def _average(points: Array, others: Array, values: Array) -> Array:
    """Return (N, 3): at `points` (N, 3) the sum of `values` (M, 3), those of near `others` most."""
    squared = np.zeros((len(points), len(others)), np.float32)
    for axis in range(3):
        apart = np.subtract.outer(
            points[:, axis].astype(np.float32), others[:, axis].astype(np.float32)
        )
        apart *= apart
        squared += apart
    squared *= np.float32(-0.5 / SPREAD_M**2)
    weights = np.exp(squared, out=squared)
    # einsum along contiguous rows: a matrix product would wake threads for so small a one.
    columns = np.ascontiguousarray(values.T, np.float32)
    return np.asarray(np.einsum("ij,kj->ik", weights, columns), np.float64)
