from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from figure.actor import Actor
from figure.body import BODIES
from figure.camera import Camera
from figure.joint_angles import NEUTRAL
from figure.painter import Painter
from tests.vision.exact_body import pose_seen
from tests.vision.stick_body import mirrored
from vision.frames import Frame
from vision.landmarker import Landmarker
from vision.pose import Pose
from vision.skeleton import LANDMARK_COUNT, Landmark
from vision.turning import turn_of
from vision.zones import one_person

ALL_SEEN = np.ones(LANDMARK_COUNT, dtype=np.bool_)
HIPS = [Landmark.LEFT_HIP, Landmark.RIGHT_HIP]
SHOULDERS = [Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER]


def degrees(turn: complex) -> float:
    assert abs(turn) > 0
    return float(np.degrees(np.angle(turn)))


@pytest.mark.parametrize("turn", [-80.0, -45.0, 0.0, 15.0, 30.0, 70.0])
def test_a_body_without_error_tells_its_turn_and_agrees_with_itself(turn: float) -> None:
    found = turn_of(pose_seen(turn_deg=turn), ALL_SEEN)
    assert degrees(found) == pytest.approx(turn, abs=5.5)
    assert abs(found) == pytest.approx(1.0, abs=0.01)


def test_what_the_model_turns_too_little_past_square_is_read_farther() -> None:
    told = [abs(degrees(turn_of(pose_seen(turn_deg=t), ALL_SEEN))) for t in range(0, 181, 4)]
    assert told == sorted(told)
    assert told[0] == pytest.approx(0, abs=0.5)
    assert told[-1] == pytest.approx(180, abs=0.5)
    assert degrees(turn_of(pose_seen(turn_deg=-107), ALL_SEEN)) == pytest.approx(-119, abs=2)


def test_a_mirrored_body_is_turned_the_other_way() -> None:
    pose = pose_seen(turn_deg=35)
    mirror = Pose(mirrored(pose.image, 960), mirrored(pose.world, 0))
    assert degrees(turn_of(mirror, ALL_SEEN)) == pytest.approx(-35, abs=1)


def test_with_the_hips_hidden_the_shoulders_tell() -> None:
    pose = pose_seen(turn_deg=40)
    pose.world[HIPS, :3] = 0.0
    seen = ALL_SEEN.copy()
    seen[HIPS] = False
    assert degrees(turn_of(pose, seen)) == pytest.approx(40, abs=1)


def test_the_guess_of_a_hidden_far_hip_counts() -> None:
    seen = ALL_SEEN.copy()
    seen[[Landmark.LEFT_HIP, Landmark.LEFT_SHOULDER]] = False
    assert degrees(turn_of(pose_seen(turn_deg=60), seen)) == pytest.approx(58, abs=1)


def test_nothing_is_told_without_hips_and_shoulders() -> None:
    seen = ALL_SEEN.copy()
    seen[HIPS + SHOULDERS] = False
    assert turn_of(pose_seen(turn_deg=40), seen) == 0


@pytest.mark.parametrize("value", [np.nan, np.inf, 0.0, 320.0])
def test_nothing_is_told_of_a_body_that_is_none(value: float) -> None:
    nowhere = np.full((LANDMARK_COUNT, 4), value)
    assert turn_of(Pose(nowhere, nowhere), ALL_SEEN) == 0


@given(
    image=arrays(np.float64, (LANDMARK_COUNT, 4), elements=st.floats(-1e6, 1e6)),
    world=arrays(np.float64, (LANDMARK_COUNT, 4), elements=st.floats(-1e3, 1e3) | st.just(np.nan)),
)
@settings(max_examples=40, deadline=None)
def test_whatever_comes_is_a_turn_or_none(
    image: np.ndarray[tuple[int, int], np.dtype[np.float64]],
    world: np.ndarray[tuple[int, int], np.dtype[np.float64]],
) -> None:
    turn = turn_of(Pose(image, world), ALL_SEEN)
    assert np.isfinite(turn)
    assert abs(turn) <= 1 + 1e-9


@pytest.mark.parametrize("turn", [-90.0, -45.0, 0.0, 45.0, 90.0])
def test_the_pose_model_tells_the_turn_of_a_drawn_body(turn: float) -> None:
    posture = replace(NEUTRAL, left_shoulder_elevation=40.0, right_shoulder_elevation=40.0)
    painter = Painter(
        Camera(640, 480, (0.0, 1.1, 3.4), (0.0, 0.9, 0.0), 52.0), [Actor(BODIES[2], turn_deg=turn)]
    )
    image = painter.paint([posture]).image
    with Landmarker("full") as landmarker:
        for index in range(6):
            pose = landmarker.detect(Frame(image, index / 15, index), one_person(640, 480))
    assert pose is not None
    assert degrees(turn_of(pose, pose.image[:, 3] > 0.5)) == pytest.approx(turn, abs=15)
