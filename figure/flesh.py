"""A body as surfaces: built once, then carried to any posture and lit."""

from dataclasses import replace

import numpy as np

from figure.body import Body
from figure.hair_shape import hair_shape
from figure.hand_shape import hand_shape
from figure.head_shape import head_shape
from figure.limb_shapes import arm_shapes, leg_shapes
from figure.mesh import Mesh
from figure.posed import Posed
from figure.seams import seamless
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
            self._rigid.append((f"{side}_hand", "forearm", hand))

    def lit_meshes(self, posed: Posed, breath: float = 0.0) -> list[Mesh]:
        """Return the surfaces in the room, their colours as the light makes them.

        `breath` is 0 emptied to 1 filled.
        """
        trunk = trunk_shapes(posed, self.body, breath)
        pieces = {name: ("trunk", "", mesh) for name, mesh in trunk.items()}
        for i, (segment, kind, mesh) in enumerate(self._rigid):
            pieces[f"{segment} {i}"] = (kind, segment, mesh.placed(posed.segments[segment]))
        self._close_seams(posed, pieces)
        return _lit(list(pieces.values()), occluders_of(posed, self.body))

    def _close_seams(self, posed: Posed, pieces: dict[str, tuple[str, str, Mesh]]) -> None:
        chest, pelvis = posed.segments["chest"], posed.segments["pelvis"]
        heart = chest.origin - chest.axes[:, 1] * 0.10
        for side in ("left", "right"):
            for joint, cloth, core in (
                ("upper_arm", ("shirt", f"{side}_shoulder"), heart),
                ("thigh", ("trousers",), pelvis.origin),
            ):
                segment = f"{side}_{joint}"
                names = [*cloth, next(name for name in pieces if name.startswith(segment))]
                meshes = [pieces[name][2] for name in names]
                smooth = seamless(meshes, posed.segments[segment].origin, core)
                for name, mesh in zip(names, smooth, strict=True):
                    pieces[name] = (*pieces[name][:2], mesh)


def _lit(pieces: list[tuple[str, str, Mesh]], occluders: Occluders) -> list[Mesh]:
    """Return the surfaces of `pieces`, those with the same shadows on them lit together."""
    alike: dict[tuple[str, str], list[Mesh]] = {}
    for kind, segment, mesh in pieces:
        alike.setdefault((kind, segment), []).append(mesh)
    return [
        mesh
        for (kind, segment), meshes in alike.items()
        for mesh in _lit_alike(meshes, occluders.only(SHADOWED_BY[kind] - {segment}))
    ]


def _lit_alike(meshes: list[Mesh], occluders: Occluders) -> list[Mesh]:
    vertices, normals, colours = (
        np.concatenate([getattr(mesh, name) for mesh in meshes])
        for name in ("vertices", "normals", "colours")
    )
    shown = lit(colours, normals, sunlit(vertices, occluders))
    ends = np.cumsum([len(mesh.vertices) for mesh in meshes])[:-1]
    parts = np.split(shown, ends)
    return [replace(mesh, colours=part) for mesh, part in zip(meshes, parts, strict=True)]
