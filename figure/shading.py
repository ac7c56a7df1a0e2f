"""Light on surfaces: a window from the upper left, sky and floor light, and soft shadows.

The figures are our own, chosen by eye.
"""

from dataclasses import dataclass

import numpy as np

from figure.body import Body
from figure.kinematics import LANDMARKS
from figure.limb_shapes import AVERAGE_HEIGHT_M
from figure.mesh import Array
from figure.posed import Posed

_SUN = np.array((-0.50, 0.72, 0.62))
SUN: Array = _SUN / np.linalg.norm(_SUN)
_FILL = np.array((0.75, 0.15, 0.60))
FILL: Array = _FILL / np.linalg.norm(_FILL)
SUN_COLOUR = np.array((0.66, 0.645, 0.61))
FILL_COLOUR = np.array((0.13, 0.135, 0.145))
AMBIENT, FROM_ABOVE = 0.47, 0.13
WRAP = 0.22
# A shadow is full where the light passes within the first share of an occluder's radius, and gone
# beyond the second.
UMBRA, PENUMBRA = 0.55, 1.35
SHADOW_DEPTH = 0.72


@dataclass(frozen=True, slots=True, eq=False)
class Occluders:
    """Round-ended rods that stand for a body's parts where they take the light.

    Attributes
    ----------
    names
        (C,) of segments.
    starts, ends
        (C, 3) metres in the room.
    radii
        (C,) metres.
    """

    names: tuple[str, ...]
    starts: Array
    ends: Array
    radii: Array

    def only(self, names: frozenset[str]) -> "Occluders":
        """Return those of the given names."""
        keep = [i for i, name in enumerate(self.names) if name in names]
        return Occluders(
            tuple(self.names[i] for i in keep),
            self.starts[keep],
            self.ends[keep],
            self.radii[keep],
        )


def occluders_of(posed: Posed, body: Body) -> Occluders:
    """Return the rods of one posed body."""
    at = dict(zip(LANDMARKS, posed.points, strict=True))
    scale = body.height_m / AVERAGE_HEIGHT_M
    head = posed.segments["head"]
    crown = head.origin + head.axes @ np.array((0.0, 0.12, 0.01)) * scale
    chin = head.origin + head.axes @ np.array((0.0, 0.05, 0.015)) * scale
    hips = (at["LEFT_HIP"] + at["RIGHT_HIP"]) / 2
    rods: list[tuple[str, Array, Array, float]] = [
        ("head", chin, crown, 0.078),
        ("trunk", hips, posed.segments["chest"].origin, 0.125 * body.girth),
    ]
    for side in ("LEFT", "RIGHT"):
        knuckles = (at[f"{side}_INDEX"] + at[f"{side}_PINKY"]) / 2
        for name, start, end, radius in (
            ("upper_arm", at[f"{side}_SHOULDER"], at[f"{side}_ELBOW"], 0.048),
            ("forearm", at[f"{side}_ELBOW"], knuckles, 0.036),
            ("thigh", at[f"{side}_HIP"], at[f"{side}_KNEE"], 0.074),
            ("shank", at[f"{side}_KNEE"], at[f"{side}_ANKLE"], 0.052),
        ):
            rods.append((f"{side.lower()}_{name}", start, end, radius))
    names, starts, ends, radii = zip(*rods, strict=True)
    return Occluders(names, np.array(starts), np.array(ends), np.array(radii) * scale)


def sunlit(points: Array, occluders: Occluders) -> Array:
    """Return 0–1 of points (N, 3): how much of the window's light the occluders let through."""
    if not occluders.names:
        return np.ones(len(points))
    # The point of each rod nearest the light's way from each point, and their distance there,
    # from products (C, N) alone: three-dimensional differences of all pairs take twice as long.
    places, starts = points.T.astype(np.float32), occluders.starts.astype(np.float32)
    along = occluders.ends.astype(np.float32) - starts
    sun, radii = SUN.astype(np.float32), occluders.radii.astype(np.float32)[:, None]
    length = np.maximum((along**2).sum(1), 1e-9)[:, None]
    slope = (along @ sun)[:, None]
    beside = along @ places - (starts * along).sum(1)[:, None]
    behind = sun @ places - (starts @ sun)[:, None]
    place = np.clip((beside - slope * behind) / np.maximum(length - slope**2, 1e-9), 0, 1)
    ahead = np.maximum(place * slope - behind, 0)
    squared = (places**2).sum(0) - 2 * (starts @ places) + (starts**2).sum(1)[:, None]
    squared += ahead**2 + place**2 * length
    squared += 2 * (ahead * behind - place * beside - ahead * place * slope)
    distance = np.sqrt(np.maximum(squared, 0)) / radii
    shade = np.clip((PENUMBRA - distance) / (PENUMBRA - UMBRA), 0, 1)
    shade = shade * shade * (3 - 2 * shade)
    # What lies against the occluder is its neighbour's surface, not in its shadow.
    shade *= np.clip(ahead / radii - 0.4, 0, 1)
    return np.asarray(1 - SHADOW_DEPTH * shade.max(0), np.float64)


def lit(colours: Array, normals: Array, sun: Array | float = 1.0) -> Array:
    """Return display colours (N, 3) of surfaces `colours` with `normals`, (N, 3) each.

    `sun` is 0–1, (N,) or one for all: how much of the window's light arrives.
    """
    from_window = np.clip((normals @ SUN + WRAP) / (1 + WRAP), 0, 1) * sun
    from_room = np.clip(normals @ FILL, 0, 1)
    light = (AMBIENT + FROM_ABOVE * normals[:, 1])[:, None] + (
        from_window[:, None] * SUN_COLOUR + from_room[:, None] * FILL_COLOUR
    )
    return np.asarray(np.clip(colours * light, 0, 1))
