"""The shape of a hand in its own frame."""

import numpy as np

from figure.body import Body
from figure.limb_shapes import AVERAGE_HEIGHT_M
from figure.mesh import Array, Mesh, joined, tube

# The palm: distance from the wrist, half width toward the thumb, half thickness. Metres of a
# body 1.75 m tall, as all that follows; our own figures, chosen by eye.
PALM = (
    (-0.020, 0.0235, 0.0235), (0.0, 0.0255, 0.0205), (0.022, 0.0320, 0.0185),
    (0.050, 0.0395, 0.0170), (0.075, 0.0415, 0.0155), (0.090, 0.0395, 0.0135),
    (0.100, 0.0300, 0.0090), (0.103, 0.0030, 0.0020),
)  # fmt: skip
# Each finger: offset toward the thumb at the knuckle, length, and spread.
FINGERS = (
    (0.0300, 0.068, 0.07),
    (0.0105, 0.076, 0.02),
    (-0.0095, 0.072, -0.03),
    (-0.0280, 0.056, -0.09),
)
KNUCKLES_M = 0.090
FINGER_RADII = (
    (-0.15, 0.0096),
    (0.05, 0.0096),
    (0.3, 0.0095),
    (0.65, 0.0088),
    (0.88, 0.0074),
    (1.0, 0.0015),
)
THUMB_RADII = ((-0.2, 0.0120), (0.2, 0.0135), (0.55, 0.0115), (0.85, 0.0090), (1.0, 0.0015))


def hand_shape(body: Body) -> Mesh:
    """Return the hand, its wrist at the origin, thumb toward +Z, fingers along −Y."""
    skin = np.array(body.skin)
    palm = np.array(PALM)
    centres = np.zeros((len(palm), 3))
    centres[:, 1] = -palm[:, 0]
    thick, wide = np.array((1.0, 0.0, 0.0)), np.array((0.0, 0.0, 1.0))
    parts = [tube(centres, thick, wide, palm[:, [2, 1]], skin, 14, power=2.4)]
    for offset, length, spread in FINGERS:
        start = np.array((0.0, -KNUCKLES_M, offset))
        parts.append(_finger(start, np.array((0.0, -1.0, spread)), length, FINGER_RADII, skin))
    start = np.array((0.0, -0.028, 0.024))
    parts.append(_finger(start, np.array((0.0, -0.80, 0.60)), 0.066, THUMB_RADII, skin))
    hand = joined(parts)
    vertices = hand.vertices * (body.height_m / AVERAGE_HEIGHT_M)
    return Mesh(vertices, hand.normals, hand.faces, hand.colours)


def _finger(
    start: Array,
    direction: Array,
    length: float,
    profile: tuple[tuple[float, float], ...],
    skin: Array,
) -> Mesh:
    direction = direction / np.linalg.norm(direction)
    table = np.array(profile)
    thick = np.array((1.0, 0.0, 0.0))
    wide = np.cross(thick, direction) * -1
    centres = start + np.outer(table[:, 0] * length, direction)
    radii = np.repeat(table[:, 1:], 2, axis=1)
    return tube(centres, thick, wide, radii, skin, 8)
