"""Slips of the model that are noticed, and movements that are not taken for slips."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from tests.vision.stick_body import front_body, polar, side_body
from vision.continuity import Believed, bones_changed, follows, sides_exchanged
from vision.skeleton import LANDMARK_COUNT, Landmark

FRAME_S = 1 / 30
noise = arrays(np.float64, (LANDMARK_COUNT, 2), elements=st.floats(-3, 3, width=32))


def exchanged(points: NDArray[np.float64], *names: str) -> NDArray[np.float64]:
    """Return the points with left and right of the named landmarks exchanged."""
    result = points.copy()
    for name in names:
        left, right = Landmark[f"LEFT_{name}"], Landmark[f"RIGHT_{name}"]
        result[[left, right]] = points[[right, left]]
    return result


STANDING = front_body()[:, :2]


def test_a_forearm_that_shrinks_by_a_quarter_in_one_frame_is_a_slip() -> None:
    slipped = front_body(left_wrist=(450, 300 + 67))[:, :2]
    assert bones_changed(STANDING, slipped)
    assert not follows(Believed(STANDING, 1.0), slipped, 1.0 + FRAME_S)


def test_the_same_over_a_tenth_of_a_second_is_a_movement() -> None:
    slipped = front_body(left_wrist=(450, 300 + 67))[:, :2]
    assert follows(Believed(STANDING, 1.0), slipped, 1.1)


def test_a_bone_pointing_at_the_camera_may_change() -> None:
    pointing = front_body(left_elbow=(450, 240), left_wrist=(450, 270))[:, :2]
    moved = front_body(left_elbow=(450, 248), left_wrist=(450, 262))[:, :2]
    assert not bones_changed(pointing, moved)


def test_an_unseen_bone_says_nothing() -> None:
    slipped = front_body(left_wrist=(450, 320))[:, :2]
    slipped[Landmark.LEFT_WRIST] = np.nan
    assert not bones_changed(STANDING, slipped)


@settings(max_examples=50, deadline=None)
@given(before=noise, now=noise)
def test_jitter_of_three_pixels_is_no_slip(
    before: NDArray[np.float64], now: NDArray[np.float64]
) -> None:
    assert follows(Believed(STANDING + before, 0.0), STANDING + now, FRAME_S)


@settings(max_examples=30, deadline=None)
@given(speed=st.floats(-120, 120), start=st.floats(0, 170))
def test_an_arm_that_swings_is_no_slip(speed: float, start: float) -> None:
    def arm(degrees: float) -> NDArray[np.float64]:
        elbow = polar((450, 200), 100, degrees)
        return front_body(left_elbow=elbow, left_wrist=polar(elbow, 90, degrees))[:, :2]

    assert follows(Believed(arm(start), 0.0), arm(start + speed * FRAME_S), FRAME_S)


@pytest.mark.parametrize(
    "names", [("SHOULDER", "ELBOW", "WRIST"), ("HIP", "KNEE", "ANKLE")], ids=["arms", "legs"]
)
def test_exchanged_sides_are_noticed(names: tuple[str, ...]) -> None:
    slipped = exchanged(STANDING, *names)
    assert sides_exchanged(STANDING, slipped)
    assert not follows(Believed(STANDING, 0.0), slipped, 0.2)


def test_exchanged_legs_of_a_walker_seen_from_the_side_are_noticed() -> None:
    striding = side_body(left_knee=(350, 540), left_ankle=(380, 690), right_ankle=(230, 690))[:, :2]
    assert sides_exchanged(striding, exchanged(striding, "HIP", "KNEE", "ANKLE"))


def test_a_new_arrangement_that_stays_is_believed_in_the_end() -> None:
    turned_round = exchanged(STANDING, "SHOULDER", "ELBOW", "WRIST", "HIP", "KNEE", "ANKLE")
    assert not follows(Believed(STANDING, 0.0), turned_round, 0.2)
    assert follows(Believed(STANDING, 0.0), turned_round, 0.3)


def test_the_first_frame_follows_from_nothing() -> None:
    assert follows(None, STANDING, 0.0)
