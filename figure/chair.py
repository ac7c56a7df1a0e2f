"""A plain wooden chair, as high as the body that sits on it needs."""

from figure.body import PROPORTIONS, Body
from figure.box import box
from figure.joint_angles import SEATED
from figure.kinematics import pose
from figure.limb_shapes import AVERAGE_HEIGHT_M, THIGH
from figure.mesh import Mesh

WOOD, CUSHION = (0.56, 0.40, 0.27), (0.36, 0.43, 0.45)
# How far ahead a chair stands whose back a standing body holds on to, metres.
HELD_AHEAD = 0.93
WIDTH, DEPTH, LEG, BACK_HEIGHT = 0.44, 0.42, 0.036, 0.46


def seat_of(body: Body) -> tuple[float, float]:
    """Return the height of the seat of `body` and how far behind its feet its middle is, metres."""
    hips = pose(SEATED, body).segments["pelvis"].origin
    girth = 0.3 + 0.7 * body.girth
    under = THIGH[1][1] * girth * body.height_m / AVERAGE_HEIGHT_M
    return float(hips[1]) - under, -float(hips[2])


def chair_for(body: Body, ahead: float = 0.0) -> list[Mesh]:
    """Return the boxes of the chair in the frame of the body that sits on it, moved `ahead`."""
    height, behind = seat_of(body)
    z = ahead - behind + 0.08
    back = z - DEPTH / 2 - 0.055 * body.girth
    front = z + DEPTH / 2
    width = WIDTH + 2 * PROPORTIONS.half_hips * body.height_m * (body.hip_width * body.girth - 1)
    x = width / 2 - LEG / 2
    deep, middle = front - back, (front + back) / 2
    parts = [
        box((0, height - 0.02, middle), (width, 0.04, deep), CUSHION),
        box((0, height - 0.055, middle), (width - 0.02, 0.04, deep - 0.02), WOOD),
    ]
    for side in (-1, 1):
        parts.append(
            box((side * x, (height - 0.05) / 2, front - 0.03), (LEG, height - 0.05, LEG), WOOD)
        )
        tall = height + BACK_HEIGHT
        parts.append(box((side * x, tall / 2, back), (LEG, tall, LEG), WOOD))
    parts.append(box((0, height + BACK_HEIGHT - 0.07, back), (width - LEG, 0.12, 0.024), WOOD))
    parts.append(box((0, height + BACK_HEIGHT - 0.24, back), (width - LEG, 0.06, 0.022), WOOD))
    return parts
