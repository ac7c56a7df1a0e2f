"""Cloth without seams: the surfaces that meet at a joint are lit as if they were one."""

from dataclasses import replace

import numpy as np

from figure.mesh import Array, Mesh

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
    near = [np.flatnonzero(((mesh.vertices - joint) ** 2).sum(1) < REACH_M**2) for mesh in meshes]
    points = np.concatenate([mesh.vertices[rows] for mesh, rows in zip(meshes, near, strict=True)])
    normals = np.concatenate([mesh.normals[rows] for mesh, rows in zip(meshes, near, strict=True)])
    from_core = points - core
    from_core /= np.maximum(np.linalg.norm(from_core, axis=1, keepdims=True), 1e-9)
    outward = (normals * from_core).sum(1)
    # Every second one is enough: they lie closer than the spread.
    shown = np.flatnonzero(outward > 0)[::2]
    # einsum, not @: the matrices are too small for the threads that a matrix product would wake.
    squares = (points**2).sum(1)
    product = np.einsum("ik,jk->ij", points, points[shown])
    apart = np.maximum(squares[:, None] + squares[shown] - 2 * product, 0).astype(np.float32)
    weights = np.exp(apart * np.float32(-0.5 / SPREAD_M**2))
    average = np.einsum("ij,jk->ik", weights, normals[shown] * outward[shown, None])
    average /= np.maximum(np.linalg.norm(average, axis=1, keepdims=True), 1e-9)
    distance = np.linalg.norm(points - joint, axis=1)
    share = np.clip(2 - 2 * distance / REACH_M, 0, 1)[:, None]
    blended = normals * (1 - share) + average * share
    blended /= np.maximum(np.linalg.norm(blended, axis=1, keepdims=True), 1e-9)
    smooth = []
    start = 0
    for mesh, rows in zip(meshes, near, strict=True):
        changed = mesh.normals.copy()
        changed[rows] = blended[start : start + len(rows)]
        start += len(rows)
        smooth.append(replace(mesh, normals=changed))
    return smooth
