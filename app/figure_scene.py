"""The scene in which drawn figures perform a movement: who, where, before which camera."""

from math import cos, radians, sin, tan

import numpy as np
from numpy.typing import NDArray

from app.figure_motion import Motion
from app.figure_options import FigureOptions
from exercises.exercise import Exercise
from figure.actor import Actor
from figure.body import BODIES, Body
from figure.camera import Camera
from figure.joint_angles import JointAngles

SIDE_VIEW_DEG = 90.0
# Who lies is looked at from beside their feet and from above, their head to the left.
LYING_VIEW_DEG, LYING_TILT_DEG = 62.0, 30.0
VIEW_DEG, CAMERA_HEIGHT_M, NEAREST_M = 36.0, 1.2, 2.6
# Air about the figures: above the highest landmark (the crown lies over it), below the feet, to
# each side, and between two people; metres.
ABOVE_M, BELOW_M, ASIDE_M, BETWEEN_M = 0.26, 0.14, 0.30, 0.25
# Hips bent this far, the figure sits, and has a chair.
SITS_DEG = 60.0
# How far ahead a chair reaches that is held on to.
CHAIR_REACHES_M = 0.80
# Moments of the loop that are looked at to frame it.
LOOKS = 32


class FigureScene:
    """Figures that perform a movement; a pure function of the options and the movement.

    Attributes
    ----------
    frames
        Pictures in the loop, after which it begins again without a jump.
    actors, camera
        Who stands where, and what sees them.
    """

    def __init__(self, options: FigureOptions, exercise: Exercise) -> None:
        """Place the figures and the camera."""
        self._lying, self._support = exercise.posture == "lying", exercise.support
        first = Motion(exercise, options)
        self.frames = first.frames
        self._motions = [first] + [
            Motion(exercise, options, person, first.frames) for person in range(1, options.people)
        ]
        turn = options.turn + (SIDE_VIEW_DEG if exercise.view == "side" else 0.0)
        turn += LYING_VIEW_DEG if self._lying else 0.0
        low, high = self._room_taken(options, turn)
        self.actors = self._placed(options, turn, low, high)
        self.camera = (_from_above if self._lying else _framing)(options, low, high)

    def postures(self, frame: int) -> list[JointAngles]:
        """Return each figure's posture in picture `frame`, counted on beyond the loop's end."""
        return [motion.posture(frame) for motion in self._motions]

    def _room_taken(
        self, options: FigureOptions, turn: float
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return the corners (3,) of the box in which the largest figure moves, feet at 0."""
        bodies = {_body(options, person) for person in range(options.people)}
        tallest = max(bodies, key=lambda body: body.height_m)
        actor = Actor(tallest, turn_deg=turn, lying=self._lying)
        seen = [
            actor.posed(self._motions[0].posture(look * self.frames // LOOKS)).points
            for look in range(LOOKS)
        ]
        if self._support:
            seen.append(actor.stand.place(np.array([[0.0, 0.0, CHAIR_REACHES_M]])))
        points = np.concatenate(seen)
        return points.min(axis=0), points.max(axis=0)

    def _placed(
        self,
        options: FigureOptions,
        turn: float,
        low: NDArray[np.float64],
        high: NDArray[np.float64],
    ) -> tuple[Actor, ...]:
        apart = float(high[0] - low[0]) + BETWEEN_M
        middle = (low + high) / 2
        start = self._motions[0].posture(0)
        sits = min(start.left_hip_flexion, start.right_hip_flexion) > SITS_DEG
        return tuple(
            Actor(
                _body(options, person),
                x=apart * (person - (options.people - 1) / 2) - float(middle[0]),
                z=-float(middle[2]),
                turn_deg=turn,
                chair=sits and not self._lying,
                support=self._support,
                lying=self._lying,
            )
            for person in range(options.people)
        )


def _body(options: FigureOptions, person: int) -> Body:
    return BODIES[(options.body - 1 + person) % len(BODIES)]


def _from_above(
    options: FigureOptions, low: NDArray[np.float64], high: NDArray[np.float64]
) -> Camera:
    """Return a camera that looks down on figures who lie, far enough off to see them all."""
    width = options.people * float(high[0] - low[0]) + (options.people - 1) * BETWEEN_M
    half = tan(radians(VIEW_DEG / 2))
    aspect = options.width / options.height
    tilt = radians(LYING_TILT_DEG)
    tall = float(high[1]) * cos(tilt) + float(high[2] - low[2]) * sin(tilt)
    off = max((width / 2 + ASIDE_M) / (half * aspect), (tall / 2 + ASIDE_M) / half, NEAREST_M)
    away = off + float(high[2] - low[2]) / 2
    height = float(high[1]) / 2
    return Camera(
        width=options.width,
        height=options.height,
        position=(0.0, height + away * sin(tilt), away * cos(tilt)),
        look_at=(0.0, height, 0.0),
        view_deg=VIEW_DEG,
    )


def _framing(options: FigureOptions, low: NDArray[np.float64], high: NDArray[np.float64]) -> Camera:
    """Return a camera far enough off to see every figure the whole time."""
    top, bottom = float(high[1]) + ABOVE_M, -BELOW_M
    width = options.people * float(high[0] - low[0]) + (options.people - 1) * BETWEEN_M
    half = tan(radians(VIEW_DEG / 2))
    aspect = options.width / options.height
    away = max((top - bottom) / 2 / half, (width / 2 + ASIDE_M) / (half * aspect), NEAREST_M)
    away += float(high[2] - low[2]) / 2
    return Camera(
        width=options.width,
        height=options.height,
        position=(0.0, CAMERA_HEIGHT_M, away),
        look_at=(0.0, (top + bottom) / 2, 0.0),
        view_deg=VIEW_DEG,
    )
