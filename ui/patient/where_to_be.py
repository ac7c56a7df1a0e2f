"""The outline of a body where to be, drawn softly over the picture of the camera."""

from functools import lru_cache

import numpy as np
import pygame
from numpy.typing import NDArray

from exercises.exercise import Exercise
from exercises.keyframes import base_posture
from exercises.library import find_exercise
from feedback.setting_up import Outline
from figure.kinematics import skeleton
from ui import flat_body, paint
from ui.colour import Colour
from ui.flat_body import Placed
from ui.guide import seen_from
from ui.mirror import Bounds, to_screen

Points = NDArray[np.float64]
# What an outline is painted from: the panel's size, the joints, the scale, the colour, the unit.
_Painted = tuple[tuple[int, int], tuple[tuple[float, float], ...], float, Colour, float]

# Where to be while nobody stood well here before: all of a standing body in the picture; a seated
# one nearer, its hips well inside (defaults of ours, unvalidated).
_USUAL = {
    "standing": Outline(0.5, 0.27, 0.23),
    "seated": Outline(0.5, 0.36, 0.29),
}
_AT_REST = {"standing": "arriving-breath-standing", "seated": "arriving-breath"}
_SIDEWAYS_DEG = 78.0
# Of the outline: half its line in units, how opaque it is, and what is within it.
_LINE, _LINE_OPACITY, _INSIDE_OPACITY = 0.28, 0.80, 0.07
# The line is made by moving the shape this many ways.
_WAYS = 24


def place_of(exercise: Exercise | None, remembered: Outline | None) -> Outline | None:
    """Return where to be; `None` for somebody who lies, of whom no outline is drawn."""
    posture = "seated" if exercise is None else exercise.posture
    return None if posture == "lying" else remembered or _USUAL[posture]


def outlined(
    exercise: Exercise | None,
    where: Outline,
    shown: Bounds,
    frame_size: tuple[int, int],
    panel: pygame.Rect,
    looks: float = 1.0,
) -> Placed:
    """Return the joints of a body at `where`, as a mirror in `panel` shows them.

    `looks` is 1 or -1 where somebody seen from the side looks right or left.
    """
    posture = "seated" if exercise is None else exercise.posture
    turn = _SIDEWAYS_DEG * looks if exercise is not None and exercise.view == "side" else 0.0
    points, depth = seen_from(skeleton(base_posture(find_exercise(_AT_REST[posture]))), turn)
    metres = Placed(points, depth, 1.0)
    shoulders = metres.middle("shoulder")
    trunk_m = float(np.hypot(*(metres.middle("hip") - shoulders)))
    width, height = frame_size
    zoom = panel.height / (shown[3] - shown[1])
    scale = where.trunk * height * zoom / trunk_m
    (at,) = to_screen(np.array([(where.x * width, where.y * height)]), shown, panel)
    return Placed((points - shoulders) * scale + at, depth, scale)


def draw(
    surface: pygame.Surface,
    panel: pygame.Rect,
    body: Placed,
    colour: Colour,
    unit: float,
    opacity: float,
    to: Placed | None = None,
) -> None:
    """Draw the outline within `panel`.

    Parameters
    ----------
    opacity
        0–1.
    to
        Where it has come to; `None` where it stands. What is painted is moved and scaled for it:
        painting it anew for every picture takes too long.
    """
    if opacity < 0.005:
        return
    key = _key(body.points - panel.topleft)
    painted = panel.size, key, round(body.scale, 2), colour, round(unit, 2)
    corner = np.array(panel.topleft, dtype=np.float64)
    wide = panel.width
    if to is not None:
        grown = to.scale / body.scale
        wide = round(grown * panel.width)
        corner = to.middle("shoulder") - grown * (body.middle("shoulder") - corner)
    image = _image(*painted) if wide == panel.width else _scaled(painted, wide)
    image.set_alpha(round(255 * opacity))
    surface.blit(image, (round(float(corner[0])), round(float(corner[1]))))


def between(one: Outline, other: Outline | None, share: float) -> Outline:
    """Return a place on the way from one to another, 0–1."""
    if other is None:
        return one
    return Outline(*(a + share * (b - a) for a, b in zip(one, other, strict=True)))


@lru_cache(maxsize=4)
def _scaled(painted: _Painted, wide: int) -> pygame.Surface:
    """Return the outline as wide as that, for a while: it moves on."""
    high = round(wide * painted[0][1] / painted[0][0])
    return pygame.transform.smoothscale(_image(*painted), (wide, high))


def _key(points: Points) -> tuple[tuple[float, float], ...]:
    return tuple((round(float(x), 1), round(float(y), 1)) for x, y in points)


@lru_cache(maxsize=4)
def _image(
    size: tuple[int, int],
    points: tuple[tuple[float, float], ...],
    scale: float,
    colour: Colour,
    unit: float,
) -> pygame.Surface:
    """Return the outline on a clear surface; it stands still, so that it is kept."""
    body = Placed(np.array(points), np.zeros(len(points)), scale)
    outlines = [outline for part in flat_body.parts(body) for outline in part.outlines]
    box = pygame.Rect((0, 0), size)
    image = paint.stencil(outlines, box, colour)
    whole = pygame.surfarray.array_alpha(image).astype(np.float64) / 255
    half = max(1.0, _LINE * unit)
    wider, narrower = _moved(whole, half)
    line = np.clip(wider - narrower, 0.0, 1.0)
    alpha = np.maximum(line * _LINE_OPACITY, whole * _INSIDE_OPACITY)
    pygame.surfarray.pixels_alpha(image)[:] = np.rint(alpha * 255).astype(np.uint8)
    return image


def _moved(whole: Points, by: float) -> tuple[Points, Points]:
    """Return a shape made wider and narrower by `by` pixels all round."""
    room = int(by) + 2
    padded = np.pad(whole, room)
    wider, narrower = whole.copy(), whole.copy()
    for turn in np.arange(_WAYS) * (2 * np.pi / _WAYS):
        dx, dy = round(by * float(np.cos(turn))), round(by * float(np.sin(turn)))
        left, top = room + dx, room + dy
        moved = padded[left : left + whole.shape[0], top : top + whole.shape[1]]
        np.maximum(wider, moved, out=wider)
        np.minimum(narrower, moved, out=narrower)
    return wider, narrower
