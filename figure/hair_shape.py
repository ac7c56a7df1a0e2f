"""Hair that hangs or is tied, over the hair that lies on the skull."""

import numpy as np

from figure.body import Body
from figure.head_shape import SKULL
from figure.limb_shapes import AVERAGE_HEIGHT_M
from figure.mesh import Mesh, tube

LEFT, FRONT = np.array((1.0, 0.0, 0.0)), np.array((0.0, 0.0, 1.0))
# Rings down the hanging hair about the middle of the skull: height, half width, half depth,
# offset to the front. Metres of a body 1.75 m tall; our own figures, chosen by eye.
BOB = (
    (0.092, 0.012, 0.012, -0.020), (0.088, 0.036, 0.040, -0.022), (0.070, 0.064, 0.062, -0.030),
    (0.045, 0.080, 0.066, -0.036), (0.015, 0.087, 0.064, -0.040), (-0.020, 0.090, 0.060, -0.042),
    (-0.055, 0.089, 0.056, -0.044), (-0.080, 0.083, 0.051, -0.045), (-0.092, 0.060, 0.036, -0.046),
    (-0.095, 0.008, 0.008, -0.046),
)  # fmt: skip
LONG = (
    *BOB[:5], (-0.030, 0.088, 0.056, -0.046), (-0.080, 0.087, 0.047, -0.056),
    (-0.130, 0.088, 0.040, -0.066), (-0.180, 0.086, 0.034, -0.074), (-0.215, 0.074, 0.026, -0.078),
    (-0.232, 0.044, 0.014, -0.079), (-0.236, 0.006, 0.004, -0.079),
)  # fmt: skip
BUN = (
    (0.122, 0.003, 0.003, -0.060), (0.119, 0.018, 0.018, -0.060), (0.108, 0.032, 0.032, -0.062),
    (0.092, 0.037, 0.037, -0.064), (0.075, 0.033, 0.033, -0.066), (0.062, 0.020, 0.020, -0.068),
    (0.058, 0.003, 0.003, -0.068),
)  # fmt: skip
STYLES = {"bob": BOB, "long": LONG, "bun": BUN}


def hair_shape(body: Body) -> Mesh | None:
    """Return the hanging or tied hair in the head's frame; `None` where the cut has none."""
    if body.hair not in STYLES:
        return None
    rings = np.array(STYLES[body.hair])
    centres = np.zeros((len(rings), 3))
    centres[:, 1], centres[:, 2] = rings[:, 0], rings[:, 3]
    mesh = tube(centres, LEFT, FRONT, rings[:, 1:3], np.array(body.hair_colour), 40)
    angle = np.arctan2(mesh.vertices[:, 0], mesh.vertices[:, 2])
    colours = mesh.colours * (0.92 + 0.08 * np.sin(angle * 30))[:, None]
    scale = body.height_m / AVERAGE_HEIGHT_M
    return Mesh((mesh.vertices + SKULL) * scale, mesh.normals, mesh.faces, colours)
