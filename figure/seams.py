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
    outward = np.clip((normals * from_core).sum(1), 0, 1)
    squares = (points**2).sum(1)
    apart = np.maximum(squares[:, None] + squares[None] - 2 * points @ points.T, 0)
    weights = np.exp(apart * (-0.5 / SPREAD_M**2)) * outward
    average = weights @ normals
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
