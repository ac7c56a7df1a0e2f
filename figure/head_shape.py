"""The shape of the head in its own frame: skull, face, hair line, and what lies on the face.

Metres of a body 1.75 m tall, about the middle of the skull; our own figures, chosen by eye.
"""

import numpy as np

from figure.body import Body
from figure.limb_shapes import AVERAGE_HEIGHT_M
from figure.mesh import Array, Mesh, grid_faces, grid_normals, joined, tube

SKULL = (0.0, 0.085, 0.012)
SKULL_RADII = (0.0735, 0.112, 0.094)
AROUND, RINGS = 44, 36
# Swellings and hollows of the face: middle x (mirrored), y, spread x, spread y, depth.
RELIEF = (
    (0.0, -0.024, 0.0115, 0.013, 0.021),
    (0.0, 0.000, 0.0085, 0.020, 0.010),
    (0.008, -0.029, 0.006, 0.007, 0.006),
    (0.030, 0.009, 0.014, 0.011, -0.008),
    (0.024, 0.026, 0.020, 0.008, 0.0035),
    (0.040, -0.020, 0.018, 0.016, 0.0040),
    (0.0, -0.0505, 0.020, 0.0065, 0.0050),
    (0.0, -0.0610, 0.016, 0.0060, 0.0045),
    (0.0, -0.0890, 0.020, 0.014, 0.0060),
)
# The hair line: height by degrees from the front.
HAIR_LINE = (
    (0, 30, 48, 62, 74, 84, 98, 112, 180),
    (0.064, 0.061, 0.050, 0.022, -0.008, -0.018, -0.030, -0.050, -0.062),
)
HAIR_EDGE_M = 0.010
# The temple of a pair of glasses, over the hair to the ear; in short pieces, as near and far within
# the head are told apart by whole faces.
TEMPLE = (
    (0.052, 0.010, 0.089), (0.061, 0.010, 0.076), (0.068, 0.011, 0.062), (0.074, 0.011, 0.047),
    (0.080, 0.012, 0.031), (0.084, 0.012, 0.015), (0.085, 0.012, 0.0),
)  # fmt: skip
# How far the hair stands off the skull, metres.
THICKNESS = {
    "cropped": 0.003,
    "short": 0.009,
    "bob": 0.011,
    "long": 0.010,
    "bun": 0.008,
    "balding": 0.005,
}


def head_shape(body: Body) -> Mesh:
    """Return the head with its hair line, face and ears, in the head's frame."""
    skull, grid = _skull(body)
    parts = [skull, *_ears(body), *_eyes(body, grid), *_glasses(body)]
    head = joined(parts)
    scale = body.height_m / AVERAGE_HEIGHT_M
    vertices = (head.vertices + SKULL) * scale
    return Mesh(vertices, head.normals, head.faces, head.colours, detailed=True)


def _directions() -> Array:
    turn = np.linspace(0, 2 * np.pi, AROUND, endpoint=False)
    # Rings lie closer at the height of the face than at the crown.
    down = np.pi * np.linspace(0, 1, RINGS)
    down[0], down[-1] = 0.02, np.pi - 0.02
    down, turn = np.meshgrid(down, turn, indexing="ij")
    return np.stack(
        (np.sin(down) * np.sin(turn), np.cos(down), np.sin(down) * np.cos(turn)), axis=-1
    )


def _skull(body: Body) -> tuple[Mesh, Array]:
    direction = _directions()
    grid = direction * SKULL_RADII
    low = np.clip(-direction[..., 1], 0, 1)
    front = direction[..., 2] > 0
    jaw = 0.28 if not body.bust else 0.33
    grid[..., 0] *= (1 - jaw * low**1.4) * (0.94 + 0.06 * body.girth)
    grid[..., 2] *= np.where(front, 1 - 0.10 * low**2, 1 - 0.42 * low**1.2)
    grid[..., 2] += 0.012 * low * front
    for x, y, wide, tall, depth in RELIEF:
        grid[..., 2] += depth * _spots(grid, direction, x, y, wide, tall)
    colours = _complexion(body, grid, direction)
    hair = _hair(body, grid, direction)
    strand = 0.93 + 0.07 * np.sin(np.arctan2(grid[..., 0], grid[..., 2]) * 46)
    tint = np.array(body.hair_colour) * strand[..., None]
    colours += hair[..., None] * (tint - colours)
    thick = THICKNESS[body.hair] * (0.6 + 0.5 * np.clip(direction[..., 1], 0, 1))
    grid += direction * (hair * thick)[..., None]
    mesh = Mesh(
        grid.reshape(-1, 3),
        grid_normals(grid, upward=True),
        grid_faces(RINGS, AROUND, upward=True),
        colours.reshape(-1, 3),
    )
    return mesh, grid


def _spots(grid: Array, direction: Array, x: float, y: float, wide: float, tall: float) -> Array:
    """Return a soft spot (…,) at x and −x on the front of the head, 1 in its middle."""
    away = ((np.abs(grid[..., 0]) - x) / wide) ** 2 + ((grid[..., 1] - y) / tall) ** 2
    return np.exp(-away) * np.clip((direction[..., 2] - 0.1) * 6, 0, 1)


def _complexion(body: Body, grid: Array, direction: Array) -> Array:
    skin = np.array(body.skin)
    colours = np.broadcast_to(skin, grid.shape).copy()
    cheek = _spots(grid, direction, 0.038, -0.028, 0.017, 0.015)
    colours *= 1 + 0.5 * cheek[..., None] * np.array((0.05, -0.09, -0.09))
    socket = _spots(grid, direction, 0.030, 0.011, 0.017, 0.010)
    colours *= (1 - (0.22 if body.aged else 0.15) * socket)[..., None]
    nostril = _spots(grid, direction, 0.008, -0.036, 0.005, 0.004)
    colours *= (1 - 0.30 * nostril)[..., None]
    if body.aged:
        fold = _spots(grid, direction, 0.027, -0.044, 0.005, 0.014)
        colours *= (1 - 0.16 * fold)[..., None]
    if body.beard:
        chin = np.clip((-0.040 - grid[..., 1] + 0.28 * (np.abs(grid[..., 0]) - 0.02)) / 0.014, 0, 1)
        chin *= np.clip((direction[..., 2] + 0.25) * 5, 0, 1) * np.clip(
            (grid[..., 1] + 0.125) * 60, 0, 1
        )
        colours += (0.78 * chin)[..., None] * (np.array(body.hair_colour) - colours)
    return colours


def _hair(body: Body, grid: Array, direction: Array) -> Array:
    """Return 0–1: how much of the surface is hair."""
    turn = np.degrees(np.abs(np.arctan2(direction[..., 0], direction[..., 2])))
    line = np.interp(turn, *HAIR_LINE)
    hair = _soft((grid[..., 1] - line) / HAIR_EDGE_M)
    if body.hair == "balding":
        crown = _soft((0.040 - grid[..., 1]) / 0.02) * _soft((turn - 66) / 14)
        hair = hair * crown
    return hair


def _soft(t: Array) -> Array:
    t = np.clip(t + 0.5, 0, 1)
    return np.asarray(t * t * (3 - 2 * t))


def _surface_depth(grid: Array, x: Array, y: Array) -> Array:
    """Return how far forward the face lies at (x, y), from the vertices about it."""
    front = grid[grid[..., 2] > 0.02]
    gap = (front[None, :, 0] - x[:, None]) ** 2 + (front[None, :, 1] - y[:, None]) ** 2
    weight = 1 / (gap + 4e-6) ** 2
    return np.asarray((weight * front[None, :, 2]).sum(1) / weight.sum(1))


def _patch(
    grid: Array,
    middle: tuple[float, float],
    radii: tuple[float, float],
    colour: Array,
    lift: float,
    arch: float = 0.0,
) -> Mesh:
    """Return an ellipse lying on the face, its ends lowered by `arch` metres."""
    n = 20
    turn = np.linspace(0, 2 * np.pi, n, endpoint=False)
    x = np.concatenate(((0.0,), np.cos(turn)))
    y = np.concatenate(((0.0,), np.sin(turn))) * radii[1] - arch * x**2
    x = middle[0] + x * radii[0]
    y = middle[1] + y
    vertices = np.stack((x, y, _surface_depth(grid, x, y) + lift), axis=1)
    i = np.arange(0, n, 2)
    faces = np.stack((0 * i, 1 + i, 2 + i, 1 + (i + 2) % n), axis=1).astype(np.int32)
    normals = np.repeat(((middle[0] * 6, 0.1, 0.95),), n + 1, axis=0)
    normals = normals / np.linalg.norm(normals, axis=1, keepdims=True)
    return Mesh(vertices, normals, faces, np.broadcast_to(colour, (n + 1, 3)).copy())


def _eyes(body: Body, grid: Array) -> list[Mesh]:
    skin, hair = np.array(body.skin), np.array(body.hair_colour)
    brow = hair * 0.8 if body.hair_colour[0] < 0.4 else hair * 0.75
    lips = skin * (np.array((0.88, 0.60, 0.58)) if body.bust else np.array((0.86, 0.66, 0.62)))
    parts = []
    for s in (1, -1):
        parts += [
            _patch(grid, (s * 0.0300, 0.0098), (0.0140, 0.0064), skin * 0.34, 0.0030, 0.0022),
            _patch(
                grid,
                (s * 0.0300, 0.0086),
                (0.0128, 0.0054),
                np.array((0.87, 0.85, 0.83)),
                0.0040,
                0.0014,
            ),
            _patch(grid, (s * 0.0296, 0.0088), (0.0056, 0.0055), np.array(body.iris), 0.0050),
            _patch(
                grid, (s * 0.0296, 0.0088), (0.0026, 0.0026), np.array((0.03, 0.03, 0.03)), 0.0056
            ),
            _patch(
                grid, (s * 0.0280, 0.0108), (0.0012, 0.0012), np.array((0.98, 0.98, 0.98)), 0.0060
            ),
            _patch(grid, (s * 0.0305, 0.0275), (0.0165, 0.0027), brow, 0.0032, 0.0045),
        ]
    parts += [
        _patch(grid, (0.0, -0.0520), (0.0205, 0.0048), lips * 0.95, 0.0034, 0.0014),
        _patch(grid, (0.0, -0.0590), (0.0175, 0.0052), lips * 1.04, 0.0036, -0.0022),
        _patch(grid, (0.0, -0.0552), (0.0200, 0.0011), lips * 0.55, 0.0046, -0.0016),
    ]
    return parts


def _ears(body: Body) -> list[Mesh]:
    sphere = _directions()[::4, ::4]
    parts = []
    for s in (1, -1):
        grid = sphere * (0.010, 0.030, 0.017) + (s * 0.0745, -0.006, -0.006)
        rings, around = grid.shape[:2]
        parts.append(
            Mesh(
                grid.reshape(-1, 3),
                grid_normals(grid, upward=True),
                grid_faces(rings, around, upward=True),
                np.broadcast_to(np.array(body.skin) * 0.95, (rings * around, 3)).copy(),
            )
        )
    return parts


def _glasses(body: Body) -> list[Mesh]:
    """Return the rims, bridge and temples of glasses."""
    if not body.glasses:
        return []
    frame = np.array((0.20, 0.17, 0.16))
    n = 28
    turn = np.linspace(0, 2 * np.pi, n, endpoint=False)
    parts = []
    for s in (1, -1):
        middle = np.stack(
            (s * 0.031 + 0.0215 * np.cos(turn), 0.006 + 0.0175 * np.sin(turn), 0 * turn), axis=1
        )
        middle[:, 2] = 0.103 - 5.0 * middle[:, 0] ** 2
        parts.append(_wire(np.concatenate((middle, middle[:1])), frame))
        parts.append(_wire(np.array(TEMPLE) * (s, 1, 1), frame))
    parts.append(_wire(np.array(((-0.010, 0.010, 0.1035), (0.010, 0.010, 0.1035))), frame))
    return parts


def _wire(points: Array, colour: Array) -> Mesh:
    """Return a thin rod through `points` (n, 3)."""
    along = np.gradient(points, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    aside = np.cross(along, (0.1, 0.25, 1.0))
    aside /= np.linalg.norm(aside, axis=1, keepdims=True)
    # Rings turn the way `tube` expects: their own normal points back along the rod.
    radii = np.full((len(points), 2), 0.0013)
    return tube(points, aside, np.cross(along, aside), radii, colour, 6)
