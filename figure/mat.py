"""A plain mat to lie on."""

from figure.body import Body
from figure.box import box
from figure.limb_shapes import AVERAGE_HEIGHT_M
from figure.mesh import Mesh

FELT = (0.40, 0.50, 0.49)
# Metres of an average body 1.75 m tall: our own figures, chosen by eye.
WIDTH, HEADWARD, FOOTWARD, THICK = 0.92, 0.96, 0.90, 0.012


def mat(body: Body) -> Mesh:
    """Return the mat in the frame of the body that lies on it, its top at the floor's height."""
    scale = body.height_m / AVERAGE_HEIGHT_M
    middle = (FOOTWARD - HEADWARD) / 2 * scale
    long = (FOOTWARD + HEADWARD) * scale
    return box((0.0, 0.001 - THICK / 2, middle), (WIDTH * scale, THICK, long), FELT)
