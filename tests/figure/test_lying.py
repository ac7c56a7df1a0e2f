"""A body on its back."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figure.actor import Actor
from figure.body import BODIES, Body
from figure.camera import Camera
from figure.joint_angles import LYING, NEUTRAL
from figure.kinematics import pose
from figure.lying import lie
from figure.painter import Painter
from vision.skeleton import Landmark


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.name)
def test_the_face_looks_up_the_feet_stand_and_nothing_is_under_the_floor(body: Body) -> None:
    points = lie(LYING, body).points
    assert points[Landmark.NOSE, 1] > points[Landmark.LEFT_EAR, 1] + 0.05
    assert points[Landmark.NOSE, 2] < points[Landmark.LEFT_SHOULDER, 2] < 0
    assert points[:, 1].min() > 0
    for side in ("LEFT", "RIGHT"):
        heel, toe = points[Landmark[f"{side}_HEEL"]], points[Landmark[f"{side}_TOE"]]
        assert heel[1] == pytest.approx(toe[1], abs=0.02)
        assert heel[1] < 0.04
        assert points[Landmark[f"{side}_KNEE"], 1] > 0.3


def test_its_left_stays_its_left() -> None:
    points = lie(NEUTRAL).points
    assert points[Landmark.LEFT_SHOULDER, 0] > 0 > points[Landmark.RIGHT_SHOULDER, 0]


def test_lying_moves_no_joint_against_another() -> None:
    stood, lying = pose(NEUTRAL).points, lie(NEUTRAL).points
    trunk_and_arms = [*range(11), *range(11, 25)]
    for points in (stood, lying):
        points -= points[Landmark.LEFT_SHOULDER]
    apart = [
        np.linalg.norm(p[trunk_and_arms, None] - p[None, trunk_and_arms], axis=-1)
        for p in (stood, lying)
    ]
    assert apart[0] == pytest.approx(apart[1], abs=1e-9)


@settings(max_examples=30, deadline=None)
@given(st.floats(-40, 40))
def test_a_twist_leaves_the_shoulders_flat_and_turns_the_knees_the_other_way(twist: float) -> None:
    points = lie(replace(LYING, trunk_twist=twist)).points
    shoulders = points[[Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER]]
    assert np.ptp(shoulders[:, 1]) == pytest.approx(0, abs=1e-9)
    knees = points[[Landmark.LEFT_KNEE, Landmark.RIGHT_KNEE]].mean(axis=0)
    middle = points[[Landmark.LEFT_HIP, Landmark.RIGHT_HIP]].mean(axis=0)
    turned = np.degrees(np.arctan2(knees[0] - middle[0], knees[1] - middle[1]))
    assert turned == pytest.approx(-twist, abs=0.01)


def test_it_is_painted_on_a_mat() -> None:
    camera = Camera(width=320, height=240, position=(0.0, 2.0, 3.0), look_at=(0.0, 0.1, 0.0))
    with_mat, bare = (
        Painter(camera, [Actor(lying=lying, turn_deg=60.0)]).paint([LYING]).image.astype(int)
        for lying in (True, False)
    )
    corner = Actor(lying=True, turn_deg=60.0).stand.place(np.array([[0.4, 0.0, 0.8]]))
    column, row = camera.project(corner)[0].round().astype(int)
    on_the_mat, on_the_floor = with_mat[row, column], bare[row, column]
    assert on_the_floor[0] > on_the_floor[2] + 30  # wood
    assert on_the_mat[0] < on_the_mat[2] + 10  # felt
