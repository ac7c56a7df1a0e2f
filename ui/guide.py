"""The guide: a posed body, seen from the movement's view, moving the same way as the mirror."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pygame
from numpy.typing import NDArray

from exercises.exercise import Exercise
from exercises.guide import guide_at
from figure.joint_angles import JointAngles
from figure.kinematics import skeleton
from figure.lying import lie
from ui import chair, flat_body, mat
from ui.colour import Colour, mix
from ui.flat_body import Kind, Placed
from ui.paint import Drawing
from ui.palette import Palette
from vision.skeleton import Landmark

Points = NDArray[np.float64]

# Metres from the ears to near the crown; room about all joints and it, as for the fingertips; and
# room under the soles.
_CROWN_M, _ROOM_M, _SOLE_M = 0.07, 0.09, 0.06
# A body that lies is looked at from beside its feet and from above, its head to the left of the
# screen, so that it is seen to lie.
_LYING_TURN_DEG, _LYING_TILT_DEG = 62.0, 30.0
# Moments of a cycle looked at to know how far the movement reaches.
_MOMENTS = 12


def tones(palette: Palette) -> dict[Kind, Colour]:
    """Return the tones of the guide's parts."""
    return {
        "skin": mix(palette.panel, palette.sand, palette.lifted(0.96)),
        "top": mix(palette.panel, palette.sand, palette.lifted(0.70)),
        "legs": mix(palette.panel, palette.sand, palette.lifted(0.54)),
        "feet": mix(palette.panel, palette.sand, palette.lifted(0.80)),
    }


def seen_from(points: Points, turn: float, tilt: float = 0.0) -> tuple[Points, Points]:
    """Return a body as seen in a mirror by a distant camera.

    Parameters
    ----------
    points
        (N, 3) metres; +X the figure's left, +Y up, +Z facing.
    turn
        Degrees the figure is turned from facing the viewer: 90 looks to the right of the screen,
        -90 to the left.
    tilt
        Degrees by which the camera looks down; 0 is level.

    Returns
    -------
    (N, 2) metres right and down, and (N,) metres toward the viewer.
    """
    cosine, sine = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    x, y, z = points.T
    across, toward = z * sine - x * cosine, x * sine + z * cosine
    if not tilt:
        return np.column_stack([across, -y]), toward
    cosine, sine = np.cos(np.radians(tilt)), np.sin(np.radians(tilt))
    return np.column_stack([across, toward * sine - y * cosine]), y * sine + toward * cosine


@lru_cache(maxsize=64)
def _body(angles: JointAngles, lying: bool) -> Points:
    """Return the landmarks (33, 3) of a posture, asked for again wherever the guide rests."""
    return lie(angles).points if lying else skeleton(angles)


def _seen(
    exercise: Exercise, points: Points, turn: float, mirrored: bool = True
) -> tuple[Points, Points]:
    """Return points (N, 3) of a movement's scene as `seen_from` does, from where it is shown."""
    if exercise.posture == "lying":
        return seen_from(points, _LYING_TURN_DEG, _LYING_TILT_DEG)
    places, depth = seen_from(points, turn)
    return (places if mirrored else places * (-1, 1)), depth


@lru_cache(maxsize=32)
def _reach(
    exercise: Exercise, turn: float, mirrored: bool = True
) -> tuple[float, float, float, float]:
    """Return the left, top, right and bottom in metres that the movement's guide ever takes."""
    cycle = exercise.cycle_s * (2 if exercise.sides == "alternating" else 1)
    lying = exercise.posture == "lying"
    postures = [guide_at(exercise, cycle * i / _MOMENTS).angles for i in range(_MOMENTS)]
    bodies = [_with_crown(_seen(exercise, _body(p, lying), turn, mirrored)[0]) for p in postures]
    if (sitter := chair.sitter(exercise)) is not None:
        parts = chair.corners(sitter).values()
        bodies += [_seen(exercise, corner, turn, mirrored)[0] for corner in parts]
    if lying:
        bodies.append(_seen(exercise, mat.CORNERS, turn)[0])
    points = np.vstack(bodies)
    (left, top), (right, bottom) = points.min(axis=0), points.max(axis=0)
    return float(left), float(top), float(right), float(bottom)


def _with_crown(points: Points) -> Points:
    """Return landmarks (33, 2) in metres and, after them, the crown of the head."""
    ears = points[[Landmark.LEFT_EAR, Landmark.RIGHT_EAR]].mean(axis=0)
    up = ears - points[[Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER]].mean(axis=0)
    return np.vstack([points, ears + up * (_CROWN_M / max(float(np.hypot(*up)), 1e-6))])


@dataclass(frozen=True, slots=True, eq=False)
class Stage:
    """How metres lie in the guide's box: pixels to a metre, and where the ankles stand."""

    scale: float
    origin: tuple[float, float]

    def place(self, points: Points) -> Points:
        """Return (N, 2) metres right and down as pixels."""
        return points * self.scale + self.origin


def stage(
    box: pygame.Rect, exercise: Exercise, turn: float, points: Points, mirrored: bool = True
) -> Stage:
    """Return a stage on which neither the movement nor this posture leaves `box`.

    Parameters
    ----------
    points
        (33, 2) metres right and down, of the posture drawn now.
    """
    points = _with_crown(points)
    left, top, right, bottom = _reach(exercise, round(turn), mirrored)
    left, top = min(left, points[:, 0].min()) - _ROOM_M, min(top, points[:, 1].min()) - _ROOM_M
    right, bottom = (
        max(right, points[:, 0].max()) + _ROOM_M,
        max(bottom, points[:, 1].max()) + _SOLE_M,
    )
    scale = min(box.width / (right - left), box.height / (bottom - top))
    return Stage(
        scale,
        (box.centerx - scale * (left + right) / 2, box.centery - scale * (top + bottom) / 2),
    )


@dataclass(frozen=True, slots=True, eq=False)
class Posed:
    """A movement's body in a posture, as it stands in a box of the screen.

    Attributes
    ----------
    placed
        Its joints on the screen.
    to_screen
        Turns points (N, 3) of the movement's scene, in metres, into (N, 2) pixels.
    """

    placed: Placed
    to_screen: Callable[[Points], Points]


def posed(
    box: pygame.Rect, exercise: Exercise, angles: JointAngles, turn: float, mirrored: bool = True
) -> Posed:
    """Return the movement's body as it stands in `box` in a posture.

    Parameters
    ----------
    turn
        As in `seen_from`; of no account for a body that lies.
    mirrored
        Whether it moves as one's own picture in a mirror does, rather than as somebody who stands
        before one; of no account for a body that lies.
    """
    points, depth = _seen(exercise, _body(angles, exercise.posture == "lying"), turn, mirrored)
    placing = stage(box, exercise, turn, points, mirrored)

    def to_screen(corners: Points) -> Points:
        return placing.place(_seen(exercise, corners, turn, mirrored)[0])

    return Posed(Placed(placing.place(points), depth, placing.scale), to_screen)


def draw(
    drawing: Drawing,
    palette: Palette,
    box: pygame.Rect,
    exercise: Exercise,
    angles: JointAngles,
    turn: float,
    opacity: float = 1.0,
    *,
    mirrored: bool = True,
) -> None:
    """Draw the guide in a posture.

    Parameters
    ----------
    turn, mirrored
        As in `posed`.
    opacity
        0–1.
    """
    body = posed(box, exercise, angles, turn, mirrored)
    draw_posed(drawing, palette, exercise, body, tones(palette), opacity)


def draw_posed(
    drawing: Drawing,
    palette: Palette,
    exercise: Exercise,
    body: Posed,
    body_tones: dict[Kind, Colour],
    opacity: float = 1.0,
) -> None:
    """Draw a body in these tones, with the chair or the mat of its movement."""
    scale = body.placed.scale
    chair.draw(drawing, palette, exercise, body.to_screen, scale, opacity)
    if exercise.posture == "lying":
        mat.draw(drawing, palette, body.to_screen, scale, opacity)
    flat_body.draw(drawing, palette, flat_body.parts(body.placed), body_tones, opacity)
