"""The shadows that figures and furniture throw on the floor."""

import cv2
import numpy as np
from numpy.typing import NDArray

from figure.camera import Camera
from figure.mesh import Array, Mesh
from figure.shading import SUN

DEPTH = 0.34
# Blur of the shadow's edge as a share of the picture's height, and how coarsely it is drawn.
SOFTNESS, COARSENESS = 0.012, 4
# Light from the room fills the shadow of what is higher than this, metres: our own.
REACH_M = 0.9


def floor_shadow(meshes: list[Mesh], camera: Camera) -> NDArray[np.uint8]:
    """Return the depth of the shadow, (height, width) uint8, 0 in full light, 255 in its midst."""
    shape = (camera.height // COARSENESS, camera.width // COARSENESS)
    mask: NDArray[np.uint8] = np.zeros(shape, np.uint8)
    for mesh in meshes:
        pixels = camera.project(_fallen(mesh.vertices[::2])).astype(np.float32)
        hull = cv2.convexHull(pixels / COARSENESS - 0.5)
        cv2.fillConvexPoly(mask, np.rint(hull * 16).astype(np.int32), 255, 8, 4)
    side = 2 * round(SOFTNESS * camera.height / COARSENESS) + 1
    soft = cv2.blur(cv2.blur(mask, (side, side)), (side, side))
    full = (camera.width, camera.height)
    return np.asarray(cv2.resize(soft, full, interpolation=cv2.INTER_LINEAR), np.uint8)


def _fallen(points: Array) -> Array:
    """Return where the window's light carries points (N, 3) to on the floor, not too far."""
    height = np.minimum(points[:, 1], REACH_M)
    fallen = points - np.outer(height / SUN[1], SUN)
    fallen[:, 1] = 0.0
    return np.asarray(fallen)
