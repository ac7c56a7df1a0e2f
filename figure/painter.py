"""Paints posed bodies in a room, with the exact truth of every picture."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from figure.actor import Actor
from figure.camera import Array, Camera
from figure.chair import HELD_AHEAD, chair_for
from figure.flesh import Flesh
from figure.joint_angles import JointAngles
from figure.kinematics import LANDMARKS
from figure.mat import mat
from figure.mesh import Mesh
from figure.raster import Painted, paint
from figure.room import background
from figure.shading import lit
from figure.shadow import DEPTH as SHADOW_DEPTH
from figure.shadow import floor_shadow

# A group of eight, and two who pass by.
MOST_ACTORS = 10
FURNITURE_LIGHT = 0.8
NOBODY: Array = np.full((len(LANDMARKS), 3), np.nan)
HIPS = (LANDMARKS.index("LEFT_HIP"), LANDMARKS.index("RIGHT_HIP"))


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A painted picture and the truth about it.

    Attributes
    ----------
    image
        (height, width, 3) uint8 RGB, contiguous.
    pixels
        (people, 33, 2) x right and y down of every landmark, hidden ones too; NaN of who is away.
    room
        (people, 33, 3) metres in the room; NaN of who is away.
    """

    image: NDArray[np.uint8]
    pixels: Array
    room: Array


class Painter:
    """Paints one to ten actors before one camera."""

    def __init__(
        self, camera: Camera, actors: Sequence[Actor], fineness: int = 2, *, room: bool = True
    ) -> None:
        """Paint the empty room and build the bodies.

        Parameters
        ----------
        fineness
            How many parts a pixel's side is divided into where an edge crosses it.
        room
            Whether there is a room behind them, with their shadows, or white paper alone.

        Raises
        ------
        ValueError
            Without an actor or with more than ten.
        """
        if not 1 <= len(actors) <= MOST_ACTORS:
            raise ValueError(f"one to {MOST_ACTORS} figures can be painted, not {len(actors)}")
        self.camera = camera
        self.actors = tuple(actors)
        self._fineness = fineness
        self._shadows = room
        self._flesh = [Flesh(actor.body) for actor in self.actors]
        self._furniture = [_furniture(actor) for actor in self.actors]
        self._room = background(camera) if room else _paper(camera)
        self._plain: NDArray[np.uint8] = np.asarray(
            cv2.convertScaleAbs(self._room, alpha=255), np.uint8
        )

    def paint(
        self, postures: Sequence[JointAngles | None], actors: Sequence[Actor] | None = None
    ) -> Picture:
        """Return the picture of the actors in their `postures`, one for each.

        Parameters
        ----------
        postures
            `None` for one who is away; what they sit on or hold on to stays.
        actors
            The same people where they are now, if they move about; a chair stays where it stood.

        Raises
        ------
        ValueError
            Where there is not one posture, and one place, for each actor.
        """
        there = [
            (i, flesh, actor.posed(angles), angles)
            for i, (flesh, actor, angles) in enumerate(
                zip(self._flesh, actors or self.actors, postures, strict=True)
            )
            if angles is not None
        ]
        meshes = {i: flesh.lit_meshes(posed, angles.breath) for i, flesh, posed, angles in there}
        solid = [mesh for parts in (*meshes.values(), *self._furniture) for mesh in parts]
        shadow = floor_shadow(solid if self._shadows else [], self.camera)
        room = np.full((len(self.actors), *NOBODY.shape), NOBODY)
        for i, _, posed, _ in there:
            room[i] = posed.points
        painted = [
            paint([*self._furniture[i], *meshes.get(i, [])], self.camera, self._fineness)
            for i in self._far_to_near(room)
            if i in meshes or self._furniture[i]
        ]
        image = self._laid(shadow, [p for p in painted if p is not None])
        return Picture(image=image, pixels=self.camera.project(room), room=room)

    def _far_to_near(self, room: Array) -> list[int]:
        """Return the actors' rows, the farthest first: where the hips are, or stood at first."""
        at = room[:, HIPS].mean(axis=1)
        homes = np.array([actor.stand.origin for actor in self.actors])
        away = np.linalg.norm(np.where(np.isnan(at), homes, at) - self.camera.position, axis=1)
        return sorted(range(len(away)), key=lambda i: -float(away[i]))

    def _laid(self, shadow: NDArray[np.uint8], painted: list[Painted]) -> NDArray[np.uint8]:
        """Return the picture: figures over shadow over room, worked out only where they are."""
        image = self._plain.copy()
        left, top, width, height = cv2.boundingRect(shadow)
        if width:
            dark = np.s_[top : top + height, left : left + width]
            light = shadow[dark].astype(np.float32) * (-SHADOW_DEPTH / 255) + 1
            # Three planes: many times quicker to multiply by than one, broadcast.
            floor = cv2.multiply(self._room[dark], cv2.merge((light, light, light)))
            image[dark] = cv2.convertScaleAbs(floor, alpha=255)
        pixels = image.reshape(-1, 3)
        for p in painted:
            under = pixels.take(p.places, axis=0).astype(np.float32) * np.float32(1 / 255)
            pixels[p.places] = cv2.convertScaleAbs(p.over(under), alpha=255)
        return image


def _paper(camera: Camera) -> NDArray[np.float32]:
    """Return white paper, (height, width, 3) float32."""
    return np.ones((camera.height, camera.width, 3), np.float32)


def _furniture(actor: Actor) -> list[Mesh]:
    parts = chair_for(actor.body) if actor.chair else []
    parts += chair_for(actor.body, HELD_AHEAD) if actor.support else []
    parts += [mat(actor.body)] if actor.lying else []
    placed = [part.placed(actor.stand) for part in parts]
    return [replace(p, colours=lit(p.colours, p.normals, FURNITURE_LIGHT)) for p in placed]
