"""Joints that do not go all the way."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figure.joint_angles import NEUTRAL
from figure.limits import limited


@given(st.floats(-200, 200), st.floats(-100, 100), st.floats(0, 100))
def test_only_the_limited_angle_is_held_back(asked: float, low: float, width: float) -> None:
    angles = replace(NEUTRAL, left_shoulder_elevation=asked, right_shoulder_elevation=asked)
    kept = limited(angles, {"left_shoulder_elevation": (low, low + width)})
    assert low <= kept.left_shoulder_elevation <= low + width
    assert kept.right_shoulder_elevation == asked
    if low <= asked <= low + width:
        assert kept == angles


def test_a_name_that_is_no_joint_angle_is_refused() -> None:
    with pytest.raises(ValueError, match="left_wing"):
        limited(NEUTRAL, {"left_wing": (0, 1)})


def test_reversed_limits_are_refused() -> None:
    with pytest.raises(ValueError, match="reversed"):
        limited(NEUTRAL, {"left_knee_flexion": (10, 5)})
