"""Surfaces: tubes that face outward, placed and joined."""

import numpy as np
import pytest

from figure.mesh import Mesh, joined, tube
from figure.posed import Segment
from figure.rotations import about_z
from figure.seams import seamless

UP = np.array((0.0, 1.0, 0.0))
LEFT, FRONT = np.array((1.0, 0.0, 0.0)), np.array((0.0, 0.0, 1.0))


def column(direction: float = 1.0) -> Mesh:
    centres = np.outer(np.linspace(0, 1, 6), UP * direction)
    return tube(centres, LEFT, FRONT, np.full((6, 2), 0.1), np.array((0.5, 0.5, 0.5)), 16)


@pytest.mark.parametrize("direction", [1.0, -1.0])
def test_normals_and_faces_of_a_tube_face_outward_whichever_way_it_runs(
    direction: float,
) -> None:
    mesh = column(direction)
    outward = mesh.vertices * (1, 0, 1)
    assert ((mesh.normals * outward).sum(1) > 0.09).all()
    for half in ((0, 1, 2), (0, 2, 3)):
        a, b, c = (mesh.vertices[mesh.faces[:, i]] for i in half)
        faces = np.cross(b - a, c - a)
        assert ((faces * (a + b + c) * (1, 0, 1)).sum(1) > 0).all()


def test_a_placed_mesh_is_carried_along_and_its_normals_turned() -> None:
    mesh = column()
    placed = mesh.placed(Segment(np.array((1.0, 2.0, 3.0)), about_z(90)))
    assert placed.vertices.mean(0) == pytest.approx((0.5, 2.0, 3.0))
    assert np.abs(placed.normals[:, 0]).max() < 1e-9


def test_joined_meshes_keep_their_faces_apart() -> None:
    one, other = column(), column(-1.0)
    both = joined([one, other])
    assert len(both.vertices) == len(one.vertices) + len(other.vertices)
    assert both.faces[len(one.faces) :].min() == len(one.vertices)
    assert both.faces.max() == len(both.vertices) - 1


def test_a_seam_is_smoothed_and_what_is_far_from_it_left_alone() -> None:
    upper, lower = column(), column(-1.0)
    tilted = Mesh(lower.vertices, lower.normals @ about_z(30).T, lower.faces, lower.colours)
    joint, core = np.zeros(3), np.array((0.0, 0.0, 0.0))
    smooth = seamless([upper, tilted], joint, core)
    touching = np.linalg.norm(upper.vertices, axis=1) < 0.11
    before = np.abs(upper.normals[touching] - tilted.normals[touching]).max()
    after = np.abs(smooth[0].normals[touching] - smooth[1].normals[touching]).max()
    assert after < 0.5 * before
    far = np.linalg.norm(upper.vertices, axis=1) > 0.3
    assert np.array_equal(smooth[0].normals[far], upper.normals[far])
    assert np.linalg.norm(smooth[0].normals, axis=1) == pytest.approx(1)
