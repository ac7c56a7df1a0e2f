"""Faces as the camera sees them: which are left, in what order, and where each half lies."""

import numpy as np
import pytest

from figure.box import box
from figure.camera import Camera
from figure.facets import facets_of
from figure.mesh import Mesh

CAMERA = Camera(width=80, height=60, position=(0.0, 0.0, 3.0), look_at=(0.0, 0.0, 0.0))


def face(*corners: tuple[float, float, float]) -> Mesh:
    return Mesh(
        np.array(corners),
        np.tile((0.0, 0.0, 1.0), (4, 1)),
        np.array(((0, 1, 2, 3),), np.int32),
        np.array(((0.0, 0, 0), (1, 0, 0), (1, 1, 0), (0, 1, 0))),
    )


SQUARE = face((-0.5, -0.5, 0), (0.5, -0.5, 0), (0.5, 0.5, 0), (-0.5, 0.5, 0))


def test_only_what_faces_the_camera_is_left() -> None:
    found = facets_of([box((0, 0, 0), (1, 1, 1), (1, 0, 0))], CAMERA, 2)
    assert found is not None
    # Straight before the camera a box shows one of its six faces.
    assert len(found[0].corners) == 1
    turned_away = Mesh(SQUARE.vertices, SQUARE.normals, SQUARE.faces[:, ::-1], SQUARE.colours)
    found = facets_of([turned_away], CAMERA, 2)
    assert found is not None
    assert len(found[0].corners) == 0


@pytest.mark.parametrize("dent", [0, 1, 2, 3])
def test_a_face_with_a_dent_becomes_two_triangles_or_what_of_them_faces_the_camera(
    dent: int,
) -> None:
    vertices = SQUARE.vertices.copy()
    vertices[dent] = vertices[(dent + 2) % 4] * 0.3
    found = facets_of([Mesh(vertices, SQUARE.normals, SQUARE.faces, SQUARE.colours)], CAMERA, 2)
    assert found is not None
    corners = found[0].corners
    # Folded along the dent it has two halves; folded across it, one of them is turned away.
    assert len(corners) == (2 if dent % 2 == 0 else 1)
    assert np.array_equal(corners[:, 2], corners[:, 3])


def test_within_a_mesh_the_farther_comes_first_and_meshes_keep_their_order() -> None:
    def slices(*depths: float) -> Mesh:
        parts = [SQUARE.vertices + np.array((0, 0, z)) for z in depths]
        count = len(depths)
        return Mesh(
            np.concatenate(parts),
            np.tile(SQUARE.normals, (count, 1)),
            np.arange(4 * count, dtype=np.int32).reshape(count, 4),
            np.tile(SQUARE.colours, (count, 1)),
        )

    found = facets_of([slices(0.4, -0.6, 0.1), slices(-0.2)], CAMERA, 1)
    assert found is not None
    facets, _ = found
    assert facets.starts.tolist() == [0, 3, 4]
    width = np.ptp(facets.corners[..., 0], axis=1)
    assert (np.diff(width[:3]) > 0).all()


def test_colour_and_closeness_at_the_corners_are_those_of_the_corners_in_both_halves() -> None:
    tilted = face((-0.5, -0.5, 0.3), (0.5, -0.5, 0.1), (0.5, 0.5, -0.4), (-0.5, 0.5, 0.2))
    found = facets_of([tilted], CAMERA, 2)
    assert found is not None
    facets, box_ = found
    pixels, depth = CAMERA.seen(tilted.vertices)
    x, y = ((pixels - (box_.left, box_.top)) * 2 - 0.5).T.astype(np.float32)
    one = np.ones(4, np.int32)
    assert facets.closeness(one, x, y) == pytest.approx(1 / depth, rel=1e-4)
    assert facets.colours(one, x, y) == pytest.approx(tilted.colours, abs=1e-4)
    assert set(facets.triangles(one, x, y).tolist()) == {2, 3}


def test_what_lies_beside_the_picture_is_not_there() -> None:
    assert facets_of([box((50, 0, 0), (1, 1, 1), (1, 0, 0))], CAMERA, 2) is None
