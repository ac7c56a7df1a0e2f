"""The scene in which a drawn group performs a movement, with those who pass by."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from app.drawn_group.bodies import body_of
from app.drawn_group.camera import camera_before
from app.drawn_group.options import GroupOptions
from app.drawn_group.passers import Passer, passer
from app.drawn_group.performer import Performer, loop_cycles, way_of
from app.drawn_group.places import Spot, sitting, spots
from app.figure_scene import SIDE_VIEW_DEG
from exercises.exercise import Exercise
from figure.actor import Actor
from figure.body import Body
from figure.chair import HELD_AHEAD, chair_for
from figure.joint_angles import JointAngles
from figure.painter import HIPS
from figure.room import WALL_Z
from vision.source import SourceError

Array = NDArray[np.float64]

# Moments of the loop that are looked at to frame it.
LOOKS = 24
# How far the hips of one who passes are from the nearest that anybody before or behind them
# reaches, from the wall, and from the camera; metres.
BEFORE_M, BEHIND_M, WALL_M, CAMERA_M = 1.0, 0.40, 0.45, 2.4
# How near the camera may be to what comes nearest to it, where nobody passes.
NEAREST_M = 1.2
FAR_M = 10.0
# When they set out, as shares of the loop.
SETS_OUT = (0.12, 0.60)


class GroupScene:
    """People who perform a movement together; a pure function of the options and the movement.

    Attributes
    ----------
    people
        How many they are; who passes by comes after them in every list.
    frames
        Pictures in the loop, after which it begins again without a jump.
    actors, camera
        Who is where at first, and what sees them. Who passes by begins out of the picture.
    """

    def __init__(self, options: GroupOptions, exercise: Exercise) -> None:
        """Place the people and the camera.

        Raises
        ------
        SourceError
            For a movement that is done lying down.
        """
        if exercise.posture == "lying":
            raise SourceError(
                f"figure: a drawn group stands or sits; {exercise.id} is done lying down"
            )
        self.people = options.people
        self._fps = options.fps
        lead = way_of(exercise, "standing") or exercise
        loop_s = loop_cycles(lead, options) * lead.cycle_s / options.tempo
        self.frames = round(loop_s * options.fps)
        self._performers = [
            Performer(exercise, options, person, self.frames, seated=seated)
            for person, seated in enumerate(sitting(options))
        ]
        turn = SIDE_VIEW_DEG if exercise.view == "side" else 0.0
        self._still = [
            _at_origin(body_of(person, options.body), performer, turn)
            for person, performer in enumerate(self._performers)
        ]
        places = spots(options)
        taken = self._taken(places)
        # How near anybody comes does not depend on where the camera is.
        ends = taken(FAR_M)[:, 2]
        before, behind = float(ends.max()), float(ends.min())
        nearest = before + (BEFORE_M + CAMERA_M if options.passers else NEAREST_M)
        self.camera = camera_before(options, taken, nearest)
        lines = (before + BEFORE_M, max(behind - BEHIND_M, WALL_Z + WALL_M))
        self._passers = self._passing(options, lines[: options.passers])
        self.actors = (
            *(
                _moved(actor, spot.across(self.camera.position[2]), spot.z)
                for actor, spot in zip(self._still, places, strict=True)
            ),
            *(Actor(each.body, x=each.begin, z=each.z) for each in self._passers),
        )

    def at(self, frame: int) -> tuple[list[Actor], list[JointAngles | None]]:
        """Return where all are in picture `frame`, counted on beyond the loop's end, and how.

        Who is away has no posture.
        """
        actors = list(self.actors)
        postures: list[JointAngles | None] = [each.posture(frame) for each in self._performers]
        time_s = frame % self.frames / self._fps
        for row, each in enumerate(self._passers, start=self.people):
            there = each.at(time_s)
            postures.append(None if there is None else there[1])
            if there is not None:
                actors[row] = there[0]
        return actors, postures

    def cycles(self, frame: int) -> Array:
        """Return how many cycles each person has done by picture `frame`, (people,).

        Each begins in a cycle's midst, or at its beginning: what was done of it before picture 0
        counts too. So a repetition that ends at a whole number was seen whole where it began at 0
        or later.
        """
        return np.array([performer.cycles(frame) for performer in self._performers])

    def _taken(self, places: list[Spot]) -> Callable[[float], Array]:
        """Return what tells the points (N, 3) that all come to, from the camera's z."""
        looks = [look * self.frames // LOOKS for look in range(LOOKS)]
        reached = [
            np.concatenate(
                [
                    *(actor.posed(performer.posture(look)).points for look in looks),
                    *_furniture(actor),
                ]
            )
            for actor, performer in zip(self._still, self._performers, strict=True)
        ]

        def taken(away: float) -> Array:
            shifts = [np.array((spot.across(away), 0.0, spot.z)) for spot in places]
            return np.concatenate([r + shift for r, shift in zip(reached, shifts, strict=True)])

        return taken

    def _passing(self, options: GroupOptions, lines: tuple[float, ...]) -> list[Passer]:
        loop_s = self.frames / options.fps
        return [
            passer(
                body_of(options.people + i, options.body),
                self.camera,
                z,
                SETS_OUT[i],
                loop_s,
                rightward=i == 0,
            )
            for i, z in enumerate(lines)
        ]


def _at_origin(body: Body, performer: Performer, turn: float) -> Actor:
    """Return the person with their hips, at rest, over the middle of the room."""
    actor = Actor(body, turn_deg=turn, chair=performer.seated, support=performer.support)
    hips = actor.posed(performer.rest).points[list(HIPS)].mean(axis=0)
    return _moved(actor, -float(hips[0]), -float(hips[2]))


def _moved(actor: Actor, x: float, z: float) -> Actor:
    return replace(actor, x=actor.x + x, z=actor.z + z)


def _furniture(actor: Actor) -> list[Array]:
    """Return the corners (N, 3) of each part of the person's chair."""
    parts = chair_for(actor.body) if actor.chair else []
    parts += chair_for(actor.body, HELD_AHEAD) if actor.support else []
    return [actor.stand.place(part.vertices) for part in parts]
