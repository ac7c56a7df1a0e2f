"""A body as surfaces: built once, then carried to any posture and lit."""

from dataclasses import replace

import numpy as np

from figure.body import Body
from figure.hair_shape import hair_shape
from figure.hand_shape import hand_shape
from figure.head_shape import head_shape
from figure.limb_shapes import arm_shapes, leg_shapes
from figure.mesh import Array, Mesh
from figure.posed import Posed
from figure.shading import Occluders, lit, occluders_of, sunlit
from figure.trunk_shape import trunk_shapes

_ARMS = ("upper_arm", "forearm")


def _both(*names: str) -> frozenset[str]:
    return frozenset(f"{side}_{name}" for side in ("left", "right") for name in names)


# Which parts throw their shadow on which: a part never on itself or on its neighbour.
SHADOWED_BY: dict[str, frozenset[str]] = {
    "head": _both("forearm"),
    "trunk": _both(*_ARMS) | {"head"},
    "upper_arm": frozenset({"head", "left_forearm", "right_forearm"}),
    "forearm": frozenset({"head", "trunk"}),
    "thigh": _both("forearm", "thigh") | {"trunk"},
    "shank": _both("thigh", "shank"),
    "foot": _both("thigh", "shank"),
}


class Flesh:
    """The surfaces of one body, ready to be carried to any posture."""

    def __init__(self, body: Body) -> None:
        """Build the surfaces that do not bend; about 20 ms."""
        self.body = body
        hair = hair_shape(body)
        self._rigid: list[tuple[str, str, Mesh]] = [("head", "head", head_shape(body))]
        if hair is not None:
            self._rigid.append(("head", "head", hair))
        hand = hand_shape(body)
        for side in ("left", "right"):
            for name, mesh in (arm_shapes(body) | leg_shapes(body)).items():
                self._rigid.append((f"{side}_{name}", name, mesh))
            self._rigid.append((f"{side}_forearm", "forearm", hand))

    def lit_meshes(self, posed: Posed, breath: float = 0.0) -> list[Mesh]:
        """Return the surfaces in the room, their colours as the light makes them.

        `breath` is 0 emptied to 1 filled.
        """
        occluders = occluders_of(posed, self.body)
        meshes = [
            _lit(mesh, occluders, "trunk", "") for mesh in trunk_shapes(posed, self.body, breath)
        ]
        for segment, kind, mesh in self._rigid:
            placed = mesh.placed(posed.segments[segment])
            meshes.append(_lit(placed, occluders, kind, segment))
        return meshes


def _lit(mesh: Mesh, occluders: Occluders, kind: str, segment: str) -> Mesh:
    sun: Array = sunlit(mesh.vertices, occluders.only(SHADOWED_BY[kind] - {segment}))
    return replace(mesh, colours=np.asarray(lit(mesh.colours, mesh.normals, sun)))
