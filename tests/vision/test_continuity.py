"""What a body can have done between two frames, and what it cannot."""

from math import inf, isnan

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from tests.vision.stick_body import front_body, polar, side_body
from vision import continuity
from vision.continuity import Change, bone_bounds, outline
from vision.skeleton import LANDMARK_COUNT, Landmark

RATES = (5, 15, 30, 60, 120)
STANDING = front_body()[:, :2]
noise = arrays(np.float64, (LANDMARK_COUNT, 2), elements=st.floats(-3, 3, width=32))


def change(before: NDArray[np.float64], now: NDArray[np.float64]) -> Change:
    return continuity.change(outline(before), outline(now))


def bent(before: NDArray[np.float64], now: NDArray[np.float64]) -> float:
    return continuity.bent(outline(before), outline(now))


def size_px(points: NDArray[np.float64]) -> float:
    return outline(points).size_px


def slips(before: NDArray[np.float64], now: NDArray[np.float64], fps: float) -> int:
    """Return how many bones cannot have changed so in one frame."""
    return change(before, now).bones_beyond(*bone_bounds(1 / fps))


def shifted(points: NDArray[np.float64], x: float, y: float = 0.0) -> NDArray[np.float64]:
    """Return the points moved by so many pixels."""
    moved: NDArray[np.float64] = points + np.array([x, y])
    return moved


@pytest.mark.parametrize("fps", [30, 60, 120])
@pytest.mark.parametrize("length", [67, 113])
def test_a_forearm_that_changes_by_a_quarter_in_one_frame_is_a_slip(
    fps: float, length: float
) -> None:
    assert slips(STANDING, front_body(left_wrist=(450, 300 + length))[:, :2], fps) == 1


def test_it_may_have_turned_so_far_when_the_frames_are_far_apart() -> None:
    quarter = front_body(left_wrist=(450, 300 + 67))[:, :2]
    tenth = front_body(left_wrist=(450, 300 + 9))[:, :2]
    assert slips(STANDING, quarter, 10) == 0
    assert slips(STANDING, front_body(left_wrist=(450, 300 + 55))[:, :2], 10) == 1
    # So short a forearm points at the camera and says nothing, at any rate.
    assert slips(STANDING, tenth, 5) == 0


@pytest.mark.parametrize(("fps", "shortest"), [(5, 0.5), (15, 0.77), (30, 0.8), (120, 0.8)])
def test_the_bounds_widen_with_the_time_between_frames(fps: float, shortest: float) -> None:
    low, high = bone_bounds(1 / fps)
    assert low == pytest.approx(shortest, abs=0.005)
    assert high == pytest.approx(0.96 / low)


def test_after_half_a_second_a_bone_may_be_of_any_length() -> None:
    assert bone_bounds(0.5) == (0.0, inf)


def test_a_bone_pointing_at_the_camera_may_change() -> None:
    pointing = front_body(left_elbow=(450, 240), left_wrist=(450, 270))[:, :2]
    moved = front_body(left_elbow=(450, 248), left_wrist=(450, 262))[:, :2]
    assert slips(pointing, moved, 30) == 0


def test_an_unseen_bone_says_nothing() -> None:
    slipped = front_body(left_wrist=(450, 320))[:, :2]
    slipped[Landmark.LEFT_WRIST] = np.nan
    assert slips(STANDING, slipped, 30) == 0


@settings(max_examples=50, deadline=None)
@given(before=noise, now=noise, fps=st.sampled_from(RATES))
def test_jitter_of_three_pixels_is_no_change(
    before: NDArray[np.float64], now: NDArray[np.float64], fps: float
) -> None:
    seen = change(STANDING + before, STANDING + now)
    assert seen.bones_beyond(*bone_bounds(1 / fps)) == 0
    assert not seen.too_far(1 / fps)
    assert not seen.too_large(1 / fps)


@settings(max_examples=50, deadline=None)
@given(speed=st.floats(-90, 90), start=st.floats(0, 170), fps=st.sampled_from(RATES))
def test_an_arm_that_swings_in_the_picture_is_no_slip(
    speed: float, start: float, fps: float
) -> None:
    def arm(degrees: float) -> NDArray[np.float64]:
        elbow = polar((450, 200), 100, degrees)
        return front_body(left_elbow=elbow, left_wrist=polar(elbow, 90, degrees))[:, :2]

    assert slips(arm(start), arm(start + speed / fps), fps) == 0


@settings(max_examples=50, deadline=None)
@given(speed=st.floats(-60, 60), start=st.floats(0, 90), fps=st.sampled_from(RATES))
def test_an_arm_that_swings_toward_the_camera_is_no_slip(
    speed: float, start: float, fps: float
) -> None:
    def arm(degrees: float) -> NDArray[np.float64]:
        shown = float(np.cos(np.radians(degrees)))
        return front_body(left_elbow=(450, 200 + 100 * shown), left_wrist=(450, 200 + 190 * shown))

    assert slips(arm(start), arm(start + speed / fps), fps) == 0


@pytest.mark.parametrize("fps", RATES)
def test_a_quick_walk_takes_nobody_too_far_and_a_leap_does(fps: float) -> None:
    trunk_px = size_px(STANDING)
    walked = shifted(STANDING, 3.0 * trunk_px / fps)
    assert not change(STANDING, walked).too_far(1 / fps)
    leapt = shifted(STANDING, 0.3 * trunk_px + 4.0 * trunk_px / fps)
    assert change(STANDING, leapt).too_far(1 / fps)


@pytest.mark.parametrize("fps", RATES)
def test_who_walks_toward_the_camera_grows_slowly_and_who_is_nearer_is_larger(fps: float) -> None:
    assert not change(STANDING, STANDING * (1 + 0.6 / fps)).too_large(1 / fps)
    assert change(STANDING, STANDING * 1.5).too_large(1 / fps)
    assert change(STANDING, STANDING / 1.5).too_large(1 / fps)


def test_with_one_hip_hidden_the_trunk_is_still_followed() -> None:
    hidden = STANDING.copy()
    hidden[Landmark.LEFT_HIP] = np.nan
    assert change(STANDING, shifted(hidden, 30, 40)).moved == pytest.approx(50 / size_px(STANDING))


def test_the_size_is_that_of_the_longest_bone_for_its_kind() -> None:
    bowing = front_body(left_shoulder=(450, 300), right_shoulder=(350, 300))
    assert size_px(bowing) == pytest.approx(size_px(STANDING), rel=0.15)
    assert size_px(side_body()) == pytest.approx(200, rel=0.1)


def test_nothing_seen_says_nothing() -> None:
    nowhere = np.full((LANDMARK_COUNT, 2), np.nan)
    seen = change(nowhere, STANDING)
    assert isnan(seen.moved)
    assert isnan(seen.grown)
    assert isnan(seen.unlike)
    assert seen.bones == []
    assert isnan(bent(nowhere, STANDING))
    assert not seen.too_far(0.1)
    assert not seen.too_large(0.1)


def test_a_body_at_one_point_has_no_size() -> None:
    point = np.full((LANDMARK_COUNT, 2), 100.0)
    assert isnan(size_px(point))
    assert isnan(change(point, STANDING).moved)


def test_a_body_shifted_as_a_whole_is_not_bent() -> None:
    assert bent(STANDING, shifted(STANDING, 80, -20)) == pytest.approx(0)
    waving = front_body(left_elbow=(550, 200), left_wrist=(640, 200))[:, :2]
    # A few landmarks that moved by themselves do not count, for most stayed.
    assert bent(STANDING, shifted(waving, 80)) == pytest.approx(0)
    assert bent(STANDING, side_body()[:, :2]) > 0.15
