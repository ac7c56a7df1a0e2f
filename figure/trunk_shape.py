"""The shape of trunk and neck, which bend: they are swept anew along every posture's spine."""

import numpy as np

from figure.body import PROPORTIONS, Body
from figure.limb_shapes import AVERAGE_HEIGHT_M
from figure.mesh import Array, Mesh, tube
from figure.posed import Posed

# Rings of the trunk: place along the spine (0 the hips, 1 the shoulders), half width, half depth,
# offset to the front; metres of an average body 1.75 m tall; our own figures, chosen by eye.
TRUNK = np.array((
    (0.005, 0.1700, 0.114, -0.012), (0.0, 0.1900, 0.1290, -0.010), (0.08, 0.1890, 0.1280, -0.009),
    (0.16, 0.1820, 0.121, -0.006), (0.24, 0.1680, 0.114, -0.002), (0.32, 0.1580, 0.107, 0.001),
    (0.40, 0.1490, 0.102, 0.003), (0.48, 0.1500, 0.103, 0.004), (0.56, 0.1540, 0.106, 0.006),
    (0.64, 0.1590, 0.110, 0.008), (0.72, 0.1650, 0.113, 0.009), (0.79, 0.1700, 0.113, 0.007),
    (0.86, 0.1760, 0.109, 0.003), (0.92, 0.1820, 0.101, -0.003), (0.97, 0.1870, 0.091, -0.007),
    (1.01, 0.1880, 0.080, -0.011), (1.045, 0.1800, 0.074, -0.010), (1.070, 0.1720, 0.069, -0.008),
    (1.09, 0.1560, 0.066, -0.006), (1.11, 0.1300, 0.064, -0.005), (1.13, 0.1000, 0.062, -0.004),
    (1.15, 0.0770, 0.0625, -0.001), (1.165, 0.0670, 0.0625, 0.001), (1.168, 0.0600, 0.0560, 0.001),
    (1.14, 0.0540, 0.0480, 0.001),
))  # fmt: skip
PELVIS = np.array((
    (-0.125, 0.010, 0.010, -0.004), (-0.120, 0.070, 0.062, -0.006), (-0.095, 0.120, 0.094, -0.010),
    (-0.05, 0.155, 0.114, -0.014), (0.0, 0.1680, 0.1190, -0.013), (0.06, 0.1700, 0.118, -0.011),
    (0.14, 0.160, 0.108, -0.006),
))  # fmt: skip
# The round of the shoulder, from the arm inward: place along it and radius, metres.
SHOULDER = (
    (-0.046, 0.004), (-0.043, 0.018), (-0.032, 0.035), (-0.016, 0.045), (0.0, 0.0490),
    (0.022, 0.0500), (0.045, 0.0470), (0.072, 0.0390), (0.098, 0.0240), (0.112, 0.004),
)  # fmt: skip
AROUND = 40
# Breathing in: how much wider and deeper the chest and belly grow, metres; our own.
BREATH_WIDER_M, BREATH_DEEPER_M = 0.004, 0.012
NECK_RADIUS = 0.054


def trunk_shapes(posed: Posed, body: Body, breath: float) -> dict[str, Mesh]:
    """Return ``shirt``, its ``left_shoulder`` and right, ``trousers`` and ``neck``, in the room."""
    return {
        "shirt": _swept(posed, body, _shaped(TRUNK, body, breath), body.shirt),
        "left_shoulder": _shoulder(posed, body, "left"),
        "right_shoulder": _shoulder(posed, body, "right"),
        "trousers": _swept(posed, body, _shaped(PELVIS, body, 0.0), body.trousers),
        "neck": _neck(posed, body),
    }


def _bump(place: Array, middle: float, spread: float) -> Array:
    return np.exp(-(((place - middle) / spread) ** 2))


def _shaped(table: Array, body: Body, breath: float) -> Array:
    """Return the rings of this body: same columns, metres."""
    place = table[:, 0]
    scale = body.height_m / AVERAGE_HEIGHT_M
    rings = table.copy()
    rings[:, 1:] *= scale
    high = np.clip((place - 0.62) / 0.3, 0, 1)
    collar = np.clip((place - 1.02) / 0.1, 0, 1)
    girth = body.girth * (1 - collar) + (0.5 + 0.5 * body.girth) * collar
    width = body.hip_width * (1 - high) + body.shoulder_width * high
    shoulders = _bump(place, 0.95, 0.16)
    rings[:, 1] *= girth * width * (1 - (1 - body.waist) * _bump(place, 0.40, 0.17))
    # Heavier people are not broader between the shoulder joints.
    limit = body.shoulder_width * table[:, 1] * scale * (0.75 + 0.25 * body.girth)
    rings[:, 1] += shoulders * (limit - rings[:, 1]) * (1 - collar)
    rings[:, 2] *= girth
    belly = _bump(place, 0.27, 0.22) * body.belly
    bust = _bump(place, 0.71, 0.10) * body.bust
    rings[:, 2] += (belly + bust) / 2 + breath * _bump(place, 0.66, 0.22) * BREATH_DEEPER_M / 2
    rings[:, 3] += (belly + bust) / 2 + breath * _bump(place, 0.66, 0.22) * BREATH_DEEPER_M / 2
    rings[:, 1] += breath * _bump(place, 0.66, 0.22) * BREATH_WIDER_M
    return rings


def _swept(posed: Posed, body: Body, rings: Array, colour: tuple[float, float, float]) -> Mesh:
    centres, across, ahead = spine(posed, body, rings[:, 0])
    centres = centres + ahead * rings[:, 3:]
    return tube(centres, across, ahead, rings[:, 1:3], np.array(colour), AROUND, power=2.3)


def spine(posed: Posed, body: Body, places: Array) -> tuple[Array, Array, Array]:
    """Return points (n, 3) along the spine and the left and front axes (n, 3) of the body there.

    `places` runs from 0 at the middle of the hips to 1 at that of the shoulders, and beyond both
    along the pelvis's and the ribs' own axes. Between them it is a cubic curve.
    """
    pelvis, ribs, chest = (posed.segments[name] for name in ("pelvis", "ribs", "chest"))
    length = PROPORTIONS.torso * body.height_m
    bottom, top = pelvis.axes[:, 1] * length, ribs.axes[:, 1] * length
    t = np.clip(places, 0, 1)[:, None]
    inside = (
        (2 * t**3 - 3 * t**2 + 1) * pelvis.origin
        + (t**3 - 2 * t**2 + t) * bottom
        + (3 * t**2 - 2 * t**3) * chest.origin
        + (t**3 - t**2) * top
    )
    below = np.minimum(places, 0)[:, None] * bottom
    above = np.maximum(places - 1, 0)[:, None] * top
    turned = (1 - t) * pelvis.axes.T.reshape(-1) + t * ribs.axes.T.reshape(-1)
    across = _unit(turned[:, 0:3])
    ahead = turned[:, 6:9]
    ahead = _unit(ahead - (ahead * across).sum(1, keepdims=True) * across)
    return inside + below + above, across, ahead


def _shoulder(posed: Posed, body: Body, side: str) -> Mesh:
    """Return the round of the shoulder, which closes shirt and sleeve however the arm points."""
    arm, chest = posed.segments[f"{side}_upper_arm"], posed.segments["chest"]
    scale = body.height_m / AVERAGE_HEIGHT_M * (0.35 + 0.65 * body.girth)
    inward = chest.axes[:, 0] * (-1.0 if side == "left" else 1.0)
    # Straight inward where the arm hangs, and down into the armpit as it rises.
    axis = _unit(0.95 * inward + 0.4 * (arm.axes[:, 1] - chest.axes[:, 1]))
    ahead = chest.axes[:, 2] - float(chest.axes[:, 2] @ axis) * axis
    ahead = _unit(ahead if np.linalg.norm(ahead) > 0.2 else chest.axes[:, 1] + 0.01)
    across = np.cross(axis, ahead)
    table = np.array(SHOULDER)
    centres = arm.origin + np.outer(table[:, 0] * scale, axis)
    radii = np.repeat(table[:, 1:] * scale, 2, axis=1)
    return tube(centres, across, ahead, radii, np.array(body.shirt), 22)


def _neck(posed: Posed, body: Body) -> Mesh:
    neck, head = posed.segments["neck"], posed.segments["head"]
    ribs = posed.segments["ribs"]
    scale = body.height_m / AVERAGE_HEIGHT_M
    t = np.linspace(0, 1, 7)[:, None]
    start = neck.origin - ribs.axes[:, 1] * 0.05 * scale
    end = head.origin + head.axes @ np.array((0.0, 0.045, 0.004)) * scale
    middle = head.origin
    centres = (1 - t) ** 2 * start + 2 * t * (1 - t) * middle + t**2 * end
    across = _unit((1 - t) * ribs.axes[:, 0] + t * head.axes[:, 0])
    ahead = _unit((1 - t) * ribs.axes[:, 2] + t * head.axes[:, 2])
    radius = NECK_RADIUS * scale * (0.4 + 0.6 * body.girth) * (0.94 if body.bust else 1.0)
    radii = np.repeat(radius * np.linspace(1.08, 0.94, 7)[:, None], 2, axis=1)
    return tube(centres, across, ahead, radii, np.array(body.skin) * 0.97, 24)


def _unit(vectors: Array) -> Array:
    unit: Array = vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)
    return unit
