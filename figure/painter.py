"""Paints posed bodies in a room, with the exact truth of every picture."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from figure.actor import Actor
from figure.camera import Array, Camera
from figure.chair import chair_for
from figure.flesh import Flesh
from figure.joint_angles import JointAngles
from figure.kinematics import pose
from figure.mesh import Mesh
from figure.raster import Painted, paint
from figure.room import background
from figure.shading import lit
from figure.shadow import DEPTH as SHADOW_DEPTH
from figure.shadow import floor_shadow

MOST_ACTORS = 8
CHAIR_LIGHT = 0.8


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A painted picture and the truth about it.

    Attributes
    ----------
    image
        (height, width, 3) uint8 RGB, contiguous.
    pixels
        (people, 33, 2) x right and y down of every landmark, hidden ones too.
    room
        (people, 33, 3) metres in the room.
    """

    image: NDArray[np.uint8]
    pixels: Array
    room: Array


class Painter:
    """Paints one to eight actors before one camera."""

    def __init__(self, camera: Camera, actors: Sequence[Actor], fineness: int = 2) -> None:
        """Paint the empty room and build the bodies.

        Parameters
        ----------
        fineness
            How many parts a pixel's side is divided into where an edge crosses it.

        Raises
        ------
        ValueError
            Without an actor or with more than eight.
        """
        if not 1 <= len(actors) <= MOST_ACTORS:
            raise ValueError(f"one to {MOST_ACTORS} figures can be painted, not {len(actors)}")
        self.camera = camera
        self.actors = tuple(actors)
        self._fineness = fineness
        self._flesh = [Flesh(actor.body) for actor in self.actors]
        self._chairs = [_chair_parts(actor) for actor in self.actors]
        self._room = background(camera)
        self._plain: NDArray[np.uint8] = np.asarray(
            cv2.convertScaleAbs(self._room, alpha=255), np.uint8
        )
        eye = np.array(camera.position)
        away = [float(np.linalg.norm(actor.stand.origin - eye)) for actor in self.actors]
        self._far_to_near = sorted(range(len(away)), key=lambda i: -away[i])

    def paint(self, postures: Sequence[JointAngles]) -> Picture:
        """Return the picture of the actors in their `postures`, one for each.

        Raises
        ------
        ValueError
            Where there is not one posture for each actor.
        """
        bodies = [
            actor.placed(pose(angles, actor.body))
            for actor, angles in zip(self.actors, postures, strict=True)
        ]
        meshes = [
            flesh.lit_meshes(posed, angles.breath)
            for flesh, posed, angles in zip(self._flesh, bodies, postures, strict=True)
        ]
        solid = [mesh for parts in (*meshes, *self._chairs) for mesh in parts]
        shadow = floor_shadow(solid, self.camera)
        painted = [
            paint([*self._chairs[i], *meshes[i]], self.camera, self._fineness)
            for i in self._far_to_near
        ]
        image = self._laid(shadow, [p for p in painted if p is not None])
        room = np.stack([posed.points for posed in bodies])
        return Picture(
            image=image,
            pixels=self.camera.project(room),
            room=room,
        )

    def _laid(self, shadow: NDArray[np.uint8], painted: list[Painted]) -> NDArray[np.uint8]:
        """Return the picture: figures over shadow over room, worked out only where they are."""
        image = self._plain.copy()
        left, top, width, height = cv2.boundingRect(shadow)
        boxes = [(left, top, left + width, top + height)] if width else []
        for p in painted:
            h, w = p.cover.shape
            boxes.append((p.left, p.top, p.left + w, p.top + h))
        if not boxes:
            return image
        corners = np.array(boxes)
        left, top = corners[:, :2].min(0).tolist()
        right, bottom = corners[:, 2:].max(0).tolist()
        changed = np.s_[top:bottom, left:right]
        light = shadow[changed].astype(np.float32) * (-SHADOW_DEPTH / 255) + 1
        area = cv2.multiply(self._room[changed], _threefold(light))
        for p in painted:
            h, w = p.cover.shape
            under = area[p.top - top : p.top - top + h, p.left - left : p.left - left + w]
            under[:] = cv2.add(cv2.multiply(under, _threefold(1 - p.cover)), p.colour)
        image[changed] = cv2.convertScaleAbs(area, alpha=255)
        return image


def _chair_parts(actor: Actor) -> list[Mesh]:
    if not actor.chair:
        return []
    parts = [part.placed(actor.stand) for part in chair_for(actor.body)]
    return [replace(p, colours=lit(p.colours, p.normals, CHAIR_LIGHT)) for p in parts]


def _threefold(plane: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return (h, w, 3) of (h, w): many times quicker to multiply by than a broadcast plane."""
    return np.asarray(cv2.merge((plane, plane, plane)), np.float32)
