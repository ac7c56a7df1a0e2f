import numpy as np
import pytest

from feedback.hands_apart import ARM, hands_apart
from figure.body import BODIES
from figure.joint_angles import JointAngles
from figure.kinematics import LANDMARKS, skeleton


def apart(left: float, right: float) -> float:
    return float(hands_apart(np.array([left]), np.array([right]))[0])


def test_hanging_arms_are_a_shoulder_width_apart_and_level_ones_two_arms_more() -> None:
    assert apart(0, 0) == pytest.approx(1.0)
    assert apart(90, 90) == pytest.approx(1.0 + 2 * ARM)
    assert apart(180, 180) == pytest.approx(1.0)


@pytest.mark.parametrize(("left", "right"), [(20, 20), (70, 70), (120, 40), (10, 95)])
def test_a_drawn_body_of_the_usual_build_has_them_there(left: float, right: float) -> None:
    straight = JointAngles(
        left_shoulder_elevation=left,
        right_shoulder_elevation=right,
        left_shoulder_plane=0,
        right_shoulder_plane=0,
        left_elbow_flexion=0,
        right_elbow_flexion=0,
    )
    points = skeleton(straight, BODIES[0])[:, :2]
    at = {name: points[row] for row, name in enumerate(LANDMARKS)}
    shoulders = np.linalg.norm(at["LEFT_SHOULDER"] - at["RIGHT_SHOULDER"])
    wrists = np.linalg.norm(at["LEFT_WRIST"] - at["RIGHT_WRIST"])
    assert apart(left, right) == pytest.approx(wrists / shoulders, abs=0.02)


def test_an_arm_out_of_sight_says_nothing() -> None:
    assert np.isnan(apart(np.nan, 40))
