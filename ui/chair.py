"""A simple chair under whoever is drawn seated."""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from exercises.exercise import Exercise
from exercises.keyframes import base_posture
from figure.joint_angles import SEATED
from figure.kinematics import skeleton
from ui import shapes
from ui.colour import Colour, mix
from ui.paint import Drawing
from ui.palette import Palette
from vision.skeleton import Landmark

Points = NDArray[np.float64]
ToScreen = Callable[[Points], Points]

# Metres: half the seat's width, its reach before and behind the hips, how far its middle lies
# under the hip joints, how high the back stands above it (defaults of ours).
_HALF_WIDTH, _BEFORE, _BEHIND, _UNDER_HIPS, _BACK_HEIGHT = 0.20, 0.28, 0.16, 0.125, 0.46
# How far before a standing body somebody would have their feet who sat on the chair it holds.
_HELD_AHEAD = np.array((0.0, 0.0, 0.93))
# Half-thicknesses in metres.
_SEAT, _BACK, _LEG = 0.028, 0.035, 0.022


@lru_cache(maxsize=32)
def sitting(exercise: Exercise) -> Points:
    """Return the landmarks of a body at rest on the movement's chair, (33, 3) metres."""
    return skeleton(base_posture(exercise))


@lru_cache(maxsize=32)
def sitter(exercise: Exercise) -> Points | None:
    """Return the body on the movement's chair (33, 3), or that would sit on it; `None` without one.

    A chair that is held on to stands before whoever stands behind its back.
    """
    if exercise.posture == "seated":
        return sitting(exercise)
    return skeleton(SEATED) + _HELD_AHEAD if exercise.support else None


def draw(
    drawing: Drawing,
    palette: Palette,
    exercise: Exercise,
    to_screen: ToScreen,
    scale: float,
    opacity: float = 1.0,
) -> None:
    """Draw the movement's chair, if it has one; `to_screen` and `scale` as in `outlines`."""
    body = sitter(exercise)
    for shapes_of_part, colour in [] if body is None else outlines(palette, body, to_screen, scale):
        drawing.fill(shapes_of_part, colour, opacity)


def corners(body: Points) -> dict[str, Points]:
    """Return the corners of the chair's parts, (N, 3) metres each.

    Parameters
    ----------
    body
        (33, 3) metres: somebody at rest on the chair, the floor at height 0.

    Returns
    -------
    ``seat`` and ``back`` (4), and ``legs`` and ``posts`` as pairs of ends (2 for each).
    """
    hips = body[[Landmark.LEFT_HIP, Landmark.RIGHT_HIP]].mean(axis=0)
    height = hips[1] - _UNDER_HIPS
    front, back = hips[2] + _BEFORE, hips[2] - _BEHIND

    def across(*heights_and_depths: tuple[float, float]) -> Points:
        sides = (hips[0] - _HALF_WIDTH, hips[0] + _HALF_WIDTH)
        return np.array([(x, y, z) for x in sides for y, z in heights_and_depths])

    return {
        "seat": across((height, front), (height, back)),
        "back": across((height + 0.18, back), (height + _BACK_HEIGHT, back)),
        "legs": across((_LEG, front), (height, front), (_LEG, back), (height, back)),
        "posts": across((height, back), (height + 0.25, back)),
    }


def outlines(
    palette: Palette, body: Points, to_screen: ToScreen, scale: float
) -> list[tuple[list[Points], Colour]]:
    """Return the chair's shapes in the order in which they are drawn, each with its colour.

    Parameters
    ----------
    body
        As in `corners`.
    to_screen
        Turns (N, 3) metres into (N, 2) pixels.
    scale
        Pixels to a metre.
    """
    placed = {name: to_screen(points) for name, points in corners(body).items()}
    seat = shapes.hull([(corner, _SEAT * scale) for corner in placed["seat"]])
    back = shapes.hull([(corner, _BACK * scale) for corner in placed["back"]])
    frame = shapes.limbs(
        [
            (a, b, _LEG * scale, _LEG * scale)
            for part in ("legs", "posts")
            for a, b in placed[part].reshape(-1, 2, 2)
        ]
    )
    return [
        ([back, *frame], mix(palette.panel, palette.furniture, 0.75)),
        ([seat], palette.furniture),
    ]
