"""The room behind the figures: a wall, a floor of boards, a few quiet things."""

from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from figure.box import box
from figure.camera import Camera
from figure.mesh import Array, Mesh
from figure.raster import paint
from figure.shading import lit

WALL_Z = -1.9
WALL, WALL_LOW = np.array((0.86, 0.845, 0.80)), np.array((0.72, 0.755, 0.73))
RAIL_Y = 0.86
FLOOR = np.array((0.70, 0.545, 0.40))
BOARD_M, BOARD_LENGTH_M = 0.16, 1.5
SKIRTING = (0.93, 0.925, 0.90)
FINENESS = 2
LIGHT = 0.85


def background(camera: Camera) -> NDArray[np.float32]:
    """Return the empty room as `camera` sees it, (height, width, 3) float32, 0–1."""
    rays = _rays(camera, 0, 1)
    room = _wall(camera, rays).astype(np.float32)
    base = camera.project(np.array((0.0, 0.0, WALL_Z)))[1]
    top = int(np.clip(base - 1, 0, camera.height))
    if top < camera.height:
        # The seams between boards are finer than a pixel.
        fine = _floor(camera, _rays(camera, top, FINENESS)).astype(np.float32)
        size = (camera.width, camera.height - top)
        room[top:] = cv2.resize(fine, size, interpolation=cv2.INTER_AREA)
    things = paint(
        [replace(t, colours=lit(t.colours, t.normals, LIGHT)) for t in _things()], camera
    )
    if things is not None:
        pixels = room.reshape(-1, 3)
        pixels[things.places] = things.over(pixels[things.places])
    return room


def _rays(camera: Camera, top: int, fineness: int) -> Array:
    """Return the directions of the pixels from row `top` down, each divided as told."""
    rows, columns = np.mgrid[top * fineness : camera.height * fineness, 0 : camera.width * fineness]
    return camera.rays((columns + 0.5) / fineness, (rows + 0.5) / fineness)


def _wall(camera: Camera, rays: Array) -> Array:
    reach = (WALL_Z - camera.position[2]) / np.minimum(rays[..., 2], -1e-6)
    x = camera.position[0] + reach * rays[..., 0]
    y = camera.position[1] + reach * rays[..., 1]
    low = np.clip((RAIL_Y - y) / 0.004 + 0.5, 0, 1)[..., None]
    wall = WALL * (1 - low) + WALL_LOW * low
    # The window's light falls off toward the far corner.
    light = 1.03 - 0.045 * (x + 1.2) - 0.02 * (y - 1.2) ** 2
    return np.asarray(wall * np.clip(light, 0.7, 1.08)[..., None])


def _floor(camera: Camera, rays: Array) -> Array:
    reach = -camera.position[1] / np.minimum(rays[..., 1], -1e-3)
    x = camera.position[0] + reach * rays[..., 0]
    z = camera.position[2] + reach * rays[..., 2]
    board = np.floor(x / BOARD_M)
    length = z / BOARD_LENGTH_M + board * 0.37
    # A fixed scatter of tones, one for each board.
    tone = np.sin(board * 12.9898 + np.floor(length) * 78.233) * 43758.5453
    tone = 0.955 + 0.09 * (tone - np.floor(tone))
    across = np.abs(x / BOARD_M - board - 0.5)
    ends = np.abs(length - np.floor(length) - 0.5)
    seam = (across > 0.485) | (ends > 0.4985)
    grain = 1 + 0.012 * np.sin(x * 210 + np.sin(z * 2.3 + board) * 2.5)
    near_wall = 1 - 0.16 * np.exp(-(z - WALL_Z) / 0.22)
    light = tone * grain * near_wall * np.where(seam, 0.86, 1.0) * (1 - 0.035 * x)
    return np.asarray(FLOOR * light[..., None])


def _things() -> list[Mesh]:
    wall = WALL_Z + 0.01
    picture = (1.36, 1.56)
    parts = [
        box((0, 0.05, wall), (14, 0.10, 0.03), SKIRTING),
        box((0, RAIL_Y, wall), (14, 0.035, 0.02), SKIRTING),
        box((*picture, wall + 0.01), (0.62, 0.46, 0.03), (0.50, 0.38, 0.27)),
        box((*picture, wall + 0.024), (0.57, 0.41, 0.01), (0.95, 0.94, 0.90)),
        box((*picture, wall + 0.028), (0.43, 0.27, 0.01), (0.72, 0.81, 0.83)),
        box((picture[0], picture[1] - 0.075, wall + 0.032), (0.43, 0.12, 0.01), (0.56, 0.67, 0.62)),
        box(
            (picture[0] - 0.09, picture[1] + 0.045, wall + 0.036),
            (0.055, 0.055, 0.01),
            (0.95, 0.86, 0.66),
        ),
    ]
    return [*parts, *_shelf()]


def _shelf() -> list[Mesh]:
    x, z, wood = -1.75, WALL_Z + 0.20, (0.62, 0.46, 0.33)
    parts = [
        box((x, 0.40, z), (0.86, 0.72, 0.34), wood),
        box((x, 0.775, z), (0.92, 0.03, 0.38), (0.70, 0.53, 0.38)),
        box((x - 0.20, 0.40, z + 0.172), (0.37, 0.62, 0.01), (0.67, 0.50, 0.36)),
        box((x + 0.20, 0.40, z + 0.172), (0.37, 0.62, 0.01), (0.67, 0.50, 0.36)),
    ]
    for i, (tall, thick, colour) in enumerate(
        (
            (0.23, 0.035, (0.43, 0.52, 0.55)),
            (0.20, 0.045, (0.76, 0.66, 0.50)),
            (0.25, 0.030, (0.55, 0.36, 0.32)),
            (0.21, 0.040, (0.86, 0.83, 0.76)),
        )
    ):
        parts.append(box((x + 0.10 + 0.045 * i, 0.79 + tall / 2, z), (thick, tall, 0.17), colour))
    return parts
