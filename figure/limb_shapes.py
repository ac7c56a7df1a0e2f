"""The shapes of arms, legs and shoes in the frames of their segments.

Profiles are radii in metres of an average body 1.75 m tall along the bone, 0 at its upper joint
and 1 at its lower; our own figures, chosen by eye. Ends are round, and the two bones of a limb
share the radius of the joint between them, so that a bent limb has no gap.
"""

import numpy as np

from figure.body import PROPORTIONS, Body, Colour
from figure.mesh import Array, Mesh, tube

AVERAGE_HEIGHT_M = 1.75
Profile = tuple[tuple[float, float], ...]

ELBOW, WRIST, KNEE = 0.0405, 0.0265, 0.056
UPPER_ARM: Profile = (
    (0.0, 0.0460), (0.10, 0.0520), (0.28, 0.0510), (0.5, 0.0465), (0.75, 0.0415), (1.0, ELBOW),
)  # fmt: skip
FOREARM: Profile = (
    (0.0, ELBOW), (0.12, 0.0425), (0.28, 0.0425), (0.5, 0.0375), (0.75, 0.0300), (1.0, WRIST),
)  # fmt: skip
THIGH: Profile = (
    (0.0, 0.083), (0.08, 0.087), (0.22, 0.086), (0.42, 0.078), (0.65, 0.067), (0.85, 0.059),
    (1.0, KNEE),
)  # fmt: skip
SHANK: Profile = (
    (0.0, KNEE), (0.12, 0.0555), (0.28, 0.0580), (0.45, 0.0550), (0.65, 0.0490), (0.85, 0.0460),
    (0.955, 0.0480),
)  # fmt: skip
# How much wider than the limb a garment lies.
SLEEVE_EASE_M, CUFF_EASE_M = 0.006, 0.004
# The shoe: place along the foot from the ankle, height of its middle, half width, half height.
SHOE = (
    (-0.073, 0.044, 0.004, 0.006), (-0.069, 0.044, 0.022, 0.030), (-0.055, 0.045, 0.032, 0.042),
    (-0.025, 0.047, 0.036, 0.046), (0.02, 0.046, 0.038, 0.045), (0.07, 0.038, 0.042, 0.037),
    (0.12, 0.031, 0.046, 0.030), (0.16, 0.027, 0.045, 0.026), (0.19, 0.024, 0.038, 0.023),
    (0.208, 0.022, 0.024, 0.018), (0.216, 0.020, 0.004, 0.006),
)  # fmt: skip
SOLE_M, SOLE_COLOUR = 0.016, (0.90, 0.89, 0.86)


def limb(length: float, positions: Array, radii: Array, colours: Array, around: int = 18) -> Mesh:
    """Return a round-ended limb hanging from the origin along −Y.

    Parameters
    ----------
    length
        Metres from joint to joint.
    positions
        (n,) along the bone, 0–1.
    radii
        (n,) metres.
    colours
        (n, 3).
    """
    steps = np.radians((4.0, 25.0, 50.0, 72.0))
    first, last = radii[0], radii[-1]
    y = np.concatenate(
        (first * np.cos(steps), -positions * length, -positions[-1] * length - last * np.sin(steps))
    )
    r = np.concatenate((first * np.sin(steps), radii, last * np.cos(steps)))
    r[-1] = last * 0.05
    shade = np.concatenate((colours[:1].repeat(4, 0), colours, colours[-1:].repeat(4, 0)))
    centres = np.zeros((len(y), 3))
    centres[:, 1] = y
    left, front = np.array((1.0, 0.0, 0.0)), np.array((0.0, 0.0, 1.0))
    return tube(centres, left, front, np.stack((r, r), axis=1), shade, around)


def _scaled(profile: Profile, scale: float) -> tuple[Array, Array]:
    table = np.array(profile)
    return table[:, 0], table[:, 1] * scale


def _clothed(
    profile: Profile, scale: float, ends_at: float, cloth: Colour, skin: Colour, ease: float
) -> tuple[Array, Array, Array]:
    """Return positions, radii and colours of a limb dressed down to `ends_at` (0 bare, ≥1 all)."""
    positions, radii = _scaled(profile, scale)
    fine = np.linspace(0, positions[-1], 11)
    if 0 < ends_at < positions[-1]:
        fine = np.sort(np.concatenate((fine, ends_at + np.array((-0.004, 0.0, 0.004, 0.006)))))
    radii = np.interp(fine, positions, radii)
    dressed = fine <= ends_at + 1e-9
    radii = radii + np.where(dressed, ease, 0.0)
    colours = np.where(dressed[:, None], np.array(cloth), np.array(skin))
    return fine, radii, colours


def arm_shapes(body: Body) -> dict[str, Mesh]:
    """Return the meshes of ``upper_arm`` and ``forearm``."""
    scale = body.height_m / AVERAGE_HEIGHT_M * (0.35 + 0.65 * body.girth)
    lengths = PROPORTIONS.upper_arm * body.height_m, PROPORTIONS.forearm * body.height_m
    shapes = {}
    for name, profile, length, done in (
        ("upper_arm", UPPER_ARM, lengths[0], 0.0),
        ("forearm", FOREARM, lengths[1], 0.5),
    ):
        dressed = (body.sleeve - done) * 2
        ends = _clothed(profile, scale, dressed, body.shirt, body.skin, SLEEVE_EASE_M)
        shapes[name] = limb(length, *ends)
    return shapes


def leg_shapes(body: Body) -> dict[str, Mesh]:
    """Return the meshes of ``thigh``, ``shank`` and ``foot``."""
    scale = body.height_m / AVERAGE_HEIGHT_M * (0.3 + 0.7 * body.girth)
    thigh = _clothed(THIGH, scale, 2.0, body.trousers, body.skin, CUFF_EASE_M)
    shank = _clothed(SHANK, scale, 2.0, body.trousers, body.skin, CUFF_EASE_M)
    return {
        "thigh": limb(PROPORTIONS.thigh * body.height_m, *thigh, around=22),
        "shank": limb(PROPORTIONS.shank * body.height_m, *shank),
        "foot": _shoe(body),
    }


def _shoe(body: Body) -> Mesh:
    scale = body.height_m / AVERAGE_HEIGHT_M
    table = np.array(SHOE) * scale
    centres = np.zeros((len(table), 3))
    centres[:, 1] = table[:, 1] - PROPORTIONS.ankle * body.height_m
    centres[:, 2] = table[:, 0]
    left, up = np.array((1.0, 0.0, 0.0)), np.array((0.0, 1.0, 0.0))
    shoe = tube(centres, left, up, table[:, 2:], np.array(body.shoes), 20, power=2.6)
    sole = shoe.vertices[:, 1] < SOLE_M * scale - PROPORTIONS.ankle * body.height_m
    shoe.colours[sole] = SOLE_COLOUR
    return shoe
