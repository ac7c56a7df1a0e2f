"""Who performs what, before which camera and in what light: the cells of the table."""

from dataclasses import dataclass, replace
from math import cos, radians, sin
from typing import Literal

import numpy as np

from figure.actor import Actor
from figure.body import BODIES, Body
from figure.camera import Camera
from truth.courses import COURSES, Course

Light = Literal["plain", "dim", "noisy", "compressed"]
LIGHTS: tuple[Light, ...] = ("plain", "dim", "noisy", "compressed")
# Degrees off the course's own plane; the side to which is alternated.
TURNS = (0.0, 15.0, 30.0, 45.0, 90.0)
SIDE_DEG = 90.0
FPS = 15.0

_SLIGHT = replace(
    BODIES[3],
    name="slight",
    height_m=1.55,
    girth=0.84,
    shoulder_width=0.88,
    skin=(0.55, 0.38, 0.29),
)
_BROAD = replace(
    BODIES[0], name="broad", height_m=1.86, girth=1.2, shoulder_width=1.08, belly=0.05, sleeve=0.97
)
FIT_BODIES: tuple[Body, ...] = (*BODIES[:4], _SLIGHT, _BROAD)
"""Bodies on which the expected error is fitted."""
LEFT_OUT_BODIES: tuple[Body, ...] = BODIES[4:]
"""Bodies on which it is only tried."""


@dataclass(frozen=True)
class Place:
    """Where the camera stands: metres, degrees and pixels."""

    away_m: float
    height_m: float
    view_deg: float
    roll_deg: float
    width: int = 960
    height: int = 540


@dataclass(frozen=True)
class Scene:
    """One recording.

    Attributes
    ----------
    course, body, place, light
        What is done, by whom, before which camera, in what light.
    turn_deg
        How far the figure is turned from the plane in which the course is to be seen, with sign.
    """

    course: Course
    body: Body
    place: Place
    light: Light
    turn_deg: float

    @property
    def name(self) -> str:
        """What the scene is called, as a file name may be."""
        place = f"{self.place.away_m:.2f}m {self.place.height_m:.2f} {self.place.roll_deg:+.1f}"
        parts = (self.course.name, self.body.name, f"{self.turn_deg:+.0f}", place, self.light)
        return " ".join(parts).replace(",", "").replace(" ", "-")

    @property
    def yaw_deg(self) -> float:
        """How far the figure is turned to its own left from facing the camera."""
        return self.turn_deg + (SIDE_DEG if self.course.view == "side" else 0.0)

    @property
    def actor(self) -> Actor:
        """The figure in the room, its body about the middle of the picture."""
        return Actor(self.body, turn_deg=self.yaw_deg, chair=self.course.seated)

    @property
    def camera(self) -> Camera:
        """The camera before it is rolled."""
        middle = 0.62 if self.course.seated else 0.52
        ahead = 0.2 if self.course.seated else 0.0
        yaw = radians(self.yaw_deg)
        return Camera(
            width=self.place.width,
            height=self.place.height,
            position=(-ahead * sin(yaw), self.place.height_m, self.place.away_m - ahead * cos(yaw)),
            look_at=(-ahead * sin(yaw), middle * self.body.height_m, -ahead * cos(yaw)),
            view_deg=self.place.view_deg,
        )


def fit_scenes(rounds: int = 3) -> list[Scene]:
    """Return the scenes on which the expected error is fitted."""
    return _scenes(FIT_BODIES, rounds, seed=1, away=(2.7, 4.0), heights=(0.8, 1.5), views=(44, 56))


def left_out_scenes(rounds: int = 2) -> list[Scene]:
    """Return scenes of other bodies before other cameras."""
    return _scenes(
        LEFT_OUT_BODIES, rounds, seed=2, away=(2.4, 4.6), heights=(0.7, 1.6), views=(48, 62)
    )


def _scenes(
    bodies: tuple[Body, ...],
    rounds: int,
    *,
    seed: int,
    away: tuple[float, float],
    heights: tuple[float, float],
    views: tuple[float, float],
) -> list[Scene]:
    """Return `rounds` scenes of each course and turn; near and far, and each light, by turns."""
    random = np.random.default_rng(seed)
    scenes = []
    for number in range(rounds):
        for row, course in enumerate(COURSES):
            for column, turn in enumerate(TURNS):
                at = number * 31 + row * 7 + column
                near_to_far = random.uniform(*away)
                scenes.append(
                    Scene(
                        course,
                        bodies[at % len(bodies)],
                        Place(
                            away_m=near_to_far,
                            height_m=random.uniform(*heights),
                            view_deg=random.uniform(*views),
                            roll_deg=random.uniform(-4, 4) if at % 3 == 0 else 0.0,
                        ),
                        LIGHTS[(at // 2) % len(LIGHTS)] if at % 2 else "plain",
                        _signed(course, turn, (number + row) % 2),
                    )
                )
    return scenes


def _signed(course: Course, turn: float, to_the_left: int) -> float:
    """Return the turn to one side or the other; never with the back to the camera."""
    from_behind = course.view == "side" and turn == SIDE_DEG
    return turn if to_the_left and not from_behind else -turn
