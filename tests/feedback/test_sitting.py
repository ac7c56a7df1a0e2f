import numpy as np
import pytest

from exercises.library import find_exercise
from feedback.guide_course import guide_course
from feedback.sitting import sits
from figure.joint_angles import NEUTRAL, SEATED
from vision.measures import INDEX


def sitting(knee: float, hip: float, lean: float) -> bool:
    return bool(sits(np.array([knee]), np.array([hip]), np.array([lean]))[0])


def test_a_seat_carries_who_sits_upright_and_nobody_who_stands() -> None:
    assert sitting(SEATED.left_knee_flexion, SEATED.left_hip_flexion, 0.0)
    assert sitting(100.0, 95.0, 5.0)
    assert sitting(75.0, 80.0, -10.0)
    assert not sitting(NEUTRAL.left_knee_flexion, NEUTRAL.left_hip_flexion, 0.0)


@pytest.mark.parametrize(
    ("knee", "hip", "lean"),
    [(30, 22, 5), (60, 65, 30), (90, 95, 40), (120, 125, 45), (40, 110, 80)],
)
def test_who_squats_or_bows_is_over_their_feet(knee: float, hip: float, lean: float) -> None:
    assert not sitting(knee, hip, lean)


def test_what_is_unseen_is_taken_for_standing() -> None:
    assert not sitting(np.nan, 90.0, 0.0)
    assert not sitting(90.0, np.nan, 0.0)


@pytest.mark.parametrize(
    ("movement", "share"),
    [("soft-knee-sink", 0.0), ("commencing-form", 0.0), ("sit-to-stand", 0.1)],
)
def test_only_the_guide_that_has_a_chair_sits(movement: str, share: float) -> None:
    courses = guide_course(find_exercise(movement))
    knee, hip = (courses[:, INDEX[f"{name}_flexion_left"]] for name in ("knee", "hip"))
    seated = sits(knee, hip, courses[:, INDEX["trunk_forward_lean"]])
    assert seated.mean() == 0.0 if share == 0 else seated.mean() >= share
