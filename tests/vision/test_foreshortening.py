from dataclasses import replace
from math import cos, isnan, nan, radians

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figure.joint_angles import NEUTRAL, SEATED, JointAngles
from tests.people import seconds
from tests.vision.exact_body import pose_seen
from vision.foreshortening import EVERY_S, FEWEST, LOST_UNDER, SHORTEST, Foreshortening
from vision.geometry import Floats
from vision.measures import INDEX, MEASURES
from vision.skeleton import Landmark

TRUNK_PX = 150.0
ARM = INDEX["shoulder_abduction_left"]
ELBOW = INDEX["elbow_flexion_left"]
KNEE = INDEX["knee_flexion_left"]


def points_of(angles: JointAngles = NEUTRAL, turn_deg: float = 0.0) -> Floats:
    return np.ascontiguousarray(pose_seen(angles, turn_deg=turn_deg).image[:, :2])


def trunk_px() -> float:
    points = points_of()
    up = points[[11, 12]].mean(axis=0) - points[[23, 24]].mean(axis=0)
    return float(np.hypot(*up))


def learned(until_s: float = 5.0) -> Foreshortening:
    limbs = Foreshortening()
    for t in seconds(until_s):
        limbs.shares(points_of(), trunk_px(), t)
    return limbs


def pointing(degrees: float) -> JointAngles:
    """Return a body whose left arm, level, points so far toward the camera."""
    return replace(NEUTRAL, left_shoulder_elevation=90.0, left_shoulder_plane=degrees)


def test_limbs_in_the_plane_of_the_picture_show_the_whole_of_their_length() -> None:
    shares = learned().shares(points_of(), trunk_px(), 5.0)
    shares[INDEX["pelvis_shift_percent"]] = min(shares[INDEX["pelvis_shift_percent"]], 1.0)
    assert shares == pytest.approx(np.ones(len(MEASURES)), abs=0.05)


@pytest.mark.parametrize("toward", [20.0, 45.0, 70.0])
def test_an_arm_that_points_toward_the_camera_shows_its_cosine(toward: float) -> None:
    straight = replace(pointing(0.0), left_elbow_flexion=0.0)
    limbs = Foreshortening()
    for t in seconds(5):
        limbs.shares(points_of(straight), trunk_px(), t)
    there = replace(pointing(toward), left_elbow_flexion=0.0)
    share = limbs.shares(points_of(there), trunk_px(), 5.0)[ARM]
    assert share == pytest.approx(cos(radians(toward)), abs=0.05)
    assert (share < SHORTEST) == (toward > 32)


def test_an_arm_never_seen_whole_is_known_to_be_too_short() -> None:
    limbs = Foreshortening()
    for t in seconds(10):
        shares = limbs.shares(points_of(pointing(75.0)), trunk_px(), t)
    assert shares[ARM] < SHORTEST
    assert shares[INDEX["shoulder_abduction_right"]] > SHORTEST


def test_a_few_frames_out_of_the_plane_do_not_shorten_the_usual_length() -> None:
    limbs = learned(8.0)
    for t in seconds(10, start_s=8):
        share = limbs.shares(points_of(pointing(70.0)), trunk_px(), t)[ARM]
    assert share < SHORTEST


def test_an_elbow_that_slips_along_a_straight_arm_does_not_shorten_it() -> None:
    limbs = learned()
    points = points_of()
    shoulder, elbow = points[Landmark.LEFT_SHOULDER], points[Landmark.LEFT_ELBOW]
    points[Landmark.LEFT_ELBOW] = shoulder + 0.75 * (elbow - shoulder)
    shares = limbs.shares(points, trunk_px(), 5.0)
    assert shares[ARM] > SHORTEST
    assert shares[ELBOW] < SHORTEST


def test_what_rests_on_no_limb_is_never_short() -> None:
    for key in ("trunk_side_lean", "neck_side_bend", "wrist_span_shoulder_widths"):
        assert learned().shares(points_of(turn_deg=80), trunk_px(), 5.0)[INDEX[key]] == 1.0


def test_thighs_that_point_at_the_camera_give_no_hip_abduction_and_no_pelvis_shift() -> None:
    limbs = Foreshortening()
    for t in seconds(5):
        shares = limbs.shares(points_of(SEATED), trunk_px(), t)
    for key in ("hip_abduction_left", "hip_abduction_right", "pelvis_shift_percent"):
        assert shares[INDEX[key]] < LOST_UNDER
    standing = limbs.shares(points_of(replace(NEUTRAL, left_hip_abduction=25.0)), trunk_px(), 6.0)
    for key in ("hip_abduction_left", "hip_abduction_right", "pelvis_shift_percent"):
        assert standing[INDEX[key]] > SHORTEST


def test_an_unseen_limb_has_no_share_and_spoils_no_other() -> None:
    points = points_of()
    points[Landmark.LEFT_KNEE] = nan
    shares = learned().shares(points, trunk_px(), 5.0)
    assert isnan(shares[KNEE])
    assert shares[INDEX["knee_flexion_right"]] == pytest.approx(1.0, abs=0.05)


@pytest.mark.parametrize("size", [nan, 0.0])
def test_nothing_is_learnt_while_the_size_is_not_known(size: float) -> None:
    limbs = Foreshortening()
    with np.errstate(divide="ignore"):
        for t in seconds(3):
            limbs.shares(points_of(pointing(75.0)), size, t)
    assert limbs.shares(points_of(), trunk_px(), 3.0)[KNEE] == pytest.approx(1.0, abs=0.45)


@given(scale=st.floats(0.2, 5.0), shift=st.floats(-500, 500))
@settings(max_examples=20, deadline=None)
def test_where_and_how_large_the_body_is_changes_nothing(scale: float, shift: float) -> None:
    limbs = learned(FEWEST * EVERY_S + 0.5)
    here = limbs.shares(points_of(pointing(40.0)), trunk_px(), 1.51)
    there = limbs.shares(points_of(pointing(40.0)) * scale + shift, trunk_px() * scale, 1.52)
    np.testing.assert_allclose(there, here, rtol=1e-9)
