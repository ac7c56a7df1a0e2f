from dataclasses import replace
from math import nan

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from figure.joint_angles import NEUTRAL, JointAngles
from tests.people import seconds
from tests.vision.exact_body import pose_seen
from tests.vision.stick_body import FRONT_NEUTRAL
from vision.error_weights import WEIGHTS
from vision.expected_error import LEAST, LONGEST_GAP_S, MOST, SIGNS, ExpectedError, Sign
from vision.geometry import Floats
from vision.measures import INDEX, MEASURES, NAMES
from vision.measuring import Taken, take
from vision.pose import Pose
from vision.skeleton import LANDMARK_COUNT, Landmark
from vision.viewpoint import UNKNOWN, Viewpoint

WHOLE = np.ones(len(MEASURES))
SURE = np.ones(LANDMARK_COUNT)
FRONT = Viewpoint(turn_deg=0.0, body_px=150.0, levelled=True)
ARM, ELBOW = INDEX["shoulder_abduction_left"], INDEX["elbow_flexion_left"]
LEAN = INDEX["trunk_side_lean"]


def taken_of(pose: Pose, seen: NDArray[np.bool_] | None = None) -> Taken:
    counts = np.ones(LANDMARK_COUNT, np.bool_) if seen is None else seen
    return take(pose.image, counts, FRONT_NEUTRAL)


def arm_at(degrees: float) -> Taken:
    angles: JointAngles = replace(NEUTRAL, left_shoulder_elevation=degrees, left_elbow_flexion=0.0)
    return taken_of(pose_seen(angles))


def signs_of(
    taken: Taken,
    *,
    visibility: Floats = SURE,
    shares: Floats = WHOLE,
    viewpoint: Viewpoint = FRONT,
) -> Floats:
    return ExpectedError().signs(taken, visibility, shares, viewpoint, 0.0)


def test_every_measure_has_weights_that_only_widen_the_bound() -> None:
    assert set(WEIGHTS) == set(NAMES)
    for weights in WEIGHTS.values():
        assert len(weights) == SIGNS
        assert min(weights) >= 0
        assert max(weights) > 0


def test_what_is_hardly_visible_turns_farther() -> None:
    faint = SURE.copy()
    faint[Landmark.LEFT_ELBOW] = 0.5
    sure, unsure = (signs_of(arm_at(40), visibility=v)[:, Sign.LEVER] for v in (SURE, faint))
    assert unsure[ARM] > sure[ARM]
    assert unsure[ELBOW] > sure[ELBOW]
    assert unsure[INDEX["shoulder_abduction_right"]] == sure[INDEX["shoulder_abduction_right"]]


def test_a_short_segment_turns_farther_than_a_long_one() -> None:
    pose = pose_seen()
    shoulder, elbow = pose.image[[Landmark.LEFT_SHOULDER, Landmark.LEFT_ELBOW], :2]
    long = signs_of(taken_of(pose))[ARM, Sign.LEVER]
    pose.image[Landmark.LEFT_ELBOW, :2] = shoulder + (elbow - shoulder) / 3
    assert signs_of(taken_of(pose))[ARM, Sign.LEVER] > 2 * long


def test_how_near_the_camera_is_does_not_change_what_is_told_in_parts_of_the_body() -> None:
    near = taken_of(pose_seen(px_per_metre=600.0))
    there = signs_of(near, viewpoint=replace(FRONT, body_px=300.0))
    np.testing.assert_allclose(there, signs_of(taken_of(pose_seen())), atol=1e-9)


def test_a_hundredth_of_the_trunk_at_an_arms_length_is_about_a_degree() -> None:
    assert 0.5 < signs_of(arm_at(40))[ARM, Sign.LEVER] < 3


def test_a_limb_that_points_at_the_camera_is_less_sure_by_what_is_missing() -> None:
    shares = WHOLE.copy()
    shares[ARM] = 0.8
    short = signs_of(arm_at(40), shares=shares)[:, Sign.SHORT]
    assert short[ARM] == pytest.approx(2.0)
    assert short[ELBOW] == 0
    shares[ARM] = nan
    assert signs_of(arm_at(40), shares=shares)[ARM, Sign.SHORT] == 0


@pytest.mark.parametrize("turn", [0.0, 15.0, 30.0, -30.0])
def test_a_turn_counts_against_the_measures_own_view(turn: float) -> None:
    turned = signs_of(arm_at(40), viewpoint=replace(FRONT, turn_deg=turn))[:, Sign.TURN]
    assert turned[ARM] == pytest.approx((turn / 30) ** 2)
    assert turned[INDEX["knee_flexion_left"]] == pytest.approx(((90 - abs(turn)) / 30) ** 2)
    assert turned[ELBOW] == pytest.approx((turn / 30) ** 2)


def test_an_unknown_view_is_not_taken_for_a_square_one() -> None:
    assert signs_of(arm_at(40), viewpoint=UNKNOWN)[ARM, Sign.TURN] == 1.0


def test_what_is_held_against_the_level_is_less_sure_until_that_is_known() -> None:
    known, unknown = (
        signs_of(arm_at(40), viewpoint=replace(FRONT, levelled=levelled))[:, Sign.LEVEL]
        for levelled in (True, False)
    )
    assert not known.any()
    assert unknown[LEAN] == 1
    assert unknown[ARM] == 0


def test_at_a_desk_the_arms_bound_is_no_smaller_than_with_the_hips_in_sight() -> None:
    hidden = np.ones(LANDMARK_COUNT, np.bool_)
    hidden[[landmark for landmark in Landmark if landmark >= Landmark.LEFT_HIP]] = False
    pose = pose_seen()
    desk = replace(FRONT, body_px=nan, levelled=False)
    at_desk = signs_of(taken_of(pose, hidden), viewpoint=desk)
    assert at_desk[ARM, Sign.LEVEL] == 1
    whole = signs_of(taken_of(pose))[ARM, Sign.LEVER]
    assert at_desk[ARM, Sign.LEVER] == pytest.approx(whole, rel=0.5)
    alone = np.zeros(LANDMARK_COUNT, np.bool_)
    alone[[Landmark.LEFT_SHOULDER, Landmark.LEFT_ELBOW]] = True
    assert signs_of(taken_of(pose, alone), viewpoint=desk)[ARM, Sign.LEVER] > 0.3


def followed(values: list[float], fps: float = 30.0) -> Floats:
    """Return the signs after the arm went through `values`."""
    error = ExpectedError()
    for t, value in zip(seconds(len(values) / fps, fps), values, strict=True):
        signs = error.signs(arm_at(value), SURE, WHOLE, FRONT, t)
    return signs


def test_a_steady_sweep_is_as_fast_as_it_is_and_does_not_tremble() -> None:
    signs = followed([10 + 0.5 * frame for frame in range(60)])
    assert signs[ARM, Sign.SPEED] == pytest.approx(1.5, abs=0.1)
    assert signs[ARM, Sign.JITTER] < 0.1


def test_trembling_by_a_degree_is_found() -> None:
    tremor = np.random.default_rng(3).normal(40, 1.0, 150)
    assert followed(tremor.tolist())[ARM, Sign.JITTER] == pytest.approx(1.0, abs=0.4)


def test_after_a_gap_nothing_is_known_of_speed() -> None:
    error = ExpectedError()
    for t in seconds(1):
        error.signs(arm_at(10 + 30 * t), SURE, WHOLE, FRONT, t)
    signs = error.signs(arm_at(90), SURE, WHOLE, FRONT, 1 + LONGEST_GAP_S + 0.1)
    assert signs[ARM, Sign.SPEED] == 0


@given(
    image=arrays(np.float64, (LANDMARK_COUNT, 4), elements=st.floats(-1e5, 1e5) | st.just(nan)),
    visibility=arrays(np.float64, LANDMARK_COUNT, elements=st.floats(-1, 2) | st.just(nan)),
    turn=st.floats(-180, 180) | st.just(nan),
    size=st.floats(0, 2000) | st.just(nan),
    times=st.lists(st.floats(-10, 10), min_size=1, max_size=4),
)
@settings(max_examples=60, deadline=None)
def test_the_bound_is_a_number_whatever_comes(
    image: Floats, visibility: Floats, turn: float, size: float, times: list[float]
) -> None:
    error = ExpectedError()
    taken = take(image, np.ones(LANDMARK_COUNT, np.bool_), FRONT_NEUTRAL)
    for t in times:
        bound = error.step(taken, visibility, WHOLE, Viewpoint(turn, 0.0, size), t)
        assert bound.shape == (len(MEASURES),)
        assert np.isfinite(bound).all()
        assert ((bound >= LEAST) & (bound <= MOST)).all()
