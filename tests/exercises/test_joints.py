"""The joint angles a definition may set."""

import pytest

from exercises.joints import JOINTS, posed
from figure.joint_angles import NAMES, NEUTRAL


def test_every_joint_of_the_figure_can_be_set() -> None:
    assert {joint for joints in JOINTS.values() for joint in joints} == set(NAMES)


def test_a_name_without_side_sets_both_sides() -> None:
    angles = posed(NEUTRAL, {"knee_flexion": 40})
    assert (angles.left_knee_flexion, angles.right_knee_flexion) == (40, 40)


@pytest.mark.parametrize(
    "names", [("knee_flexion", "left_knee_flexion"), ("left_knee_flexion", "knee_flexion")]
)
def test_a_name_with_side_wins_whatever_the_order(names: tuple[str, str]) -> None:
    values = {"knee_flexion": 40.0, "left_knee_flexion": 10.0}
    angles = posed(NEUTRAL, {name: values[name] for name in names})
    assert (angles.left_knee_flexion, angles.right_knee_flexion) == (10, 40)


def test_a_name_that_does_not_exist_is_refused() -> None:
    with pytest.raises(KeyError, match="knee_bending"):
        posed(NEUTRAL, {"knee_bending": 10})
