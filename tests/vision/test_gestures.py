"""Hands on the heart, told from hands elsewhere."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.keyframes import keyframes
from exercises.library import find_exercise
from tests.vision.exact_body import pose_seen
from vision.gestures import hands_on_heart
from vision.pose import Pose
from vision.skeleton import Landmark

ON_HEART = keyframes(find_exercise("hand-to-heart-seated"))


def resting(roll_deg: float = 0.0, turn_deg: float = 0.0, px: float = 300.0) -> Pose:
    """Return somebody whose hands rest on their heart."""
    found = [pose_seen(a, roll_deg=roll_deg, turn_deg=turn_deg, px_per_metre=px) for a in ON_HEART]
    return next(pose for pose in found if hands_on_heart(pose_seen(ON_HEART[found.index(pose)])))


@given(roll=st.floats(-25, 25), turn=st.floats(-30, 30), px=st.floats(60, 900), hips=st.booleans())
def test_hands_that_rest_there_are_told_however_the_camera_stands(
    roll: float, turn: float, px: float, hips: bool
) -> None:
    pose = resting(roll, turn, px)
    if not hips:
        pose.image[[Landmark.LEFT_HIP, Landmark.RIGHT_HIP], 3] = 0.0
    assert hands_on_heart(pose)


@pytest.mark.parametrize(
    "movement", ["sunrise-arms-seated", "closing-hands-on-belly-seated", "ankle-pumps-seated"]
)
def test_hands_elsewhere_are_not(movement: str) -> None:
    for angles in keyframes(find_exercise(movement)):
        assert not hands_on_heart(pose_seen(angles))


def test_an_unseen_wrist_or_a_body_from_its_side_tells_nothing() -> None:
    hidden = resting()
    hidden.image[Landmark.LEFT_WRIST, 3] = 0.2
    assert not hands_on_heart(hidden)
    assert not hands_on_heart(resting(turn_deg=88))
    nowhere = Pose(np.full((33, 4), np.nan), np.full((33, 4), np.nan))
    assert not hands_on_heart(nowhere)
    one_place = Pose(np.ones((33, 4)), np.ones((33, 4)))
    assert not hands_on_heart(one_place)
