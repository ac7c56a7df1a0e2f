"""Whatever comes: no error, no warning, and no number made up."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from figure.joint_angles import NEUTRAL
from tests.people import seconds
from tests.vision.room import SIZE, pose_in_room
from tests.vision.stick_body import front_body, side_body, tilted
from vision.measures import INDEX, Measures, Withheld
from vision.measuring import View
from vision.pose import Pose, counting
from vision.seeing import Seeing
from vision.sight import Sight
from vision.skeleton import LANDMARK_COUNT, Landmark
from vision.upright import AGAINST_VERTICAL
from vision.zones import Zone

VIEWS: tuple[View, ...] = ("front", "side", "any")
NEEDED = ("shoulder_abduction", "knee_flexion", "trunk_side_lean")
JOINTS = [row for row, held in enumerate(AGAINST_VERTICAL) if not held]

Array = NDArray[np.float64]


def nowhere(value: float) -> Pose:
    return Pose(np.full((LANDMARK_COUNT, 4), value), np.full((LANDMARK_COUNT, 4), value))


def standing() -> Pose:
    return pose_in_room()


def turned_in_picture(pose: Pose, degrees: float) -> Pose:
    """Return the pose before a camera that is turned about its own axis."""
    return Pose(tilted(pose.image, degrees), tilted(pose.world, degrees), pose.smoothed)


def held(sight: Sight) -> None:
    """Fail unless a sight's measures are whole: a number with its bound, or a reason."""
    found = sight.measures
    given_ = found.withheld == Withheld.GIVEN
    np.testing.assert_array_equal(np.isfinite(found.values), given_)
    np.testing.assert_array_equal(np.isfinite(found.error), given_)
    assert not np.isinf(found.course).any()
    assert (found.error[given_] > 0).all()
    assert 0 <= sight.quality <= 1


def watched(view: View, poses: list[tuple[float, Pose | None]]) -> list[Sight]:
    eyes = Seeing(view, NEEDED)
    sights = [eyes.step(pose, t, SIZE) for t, pose in poses]
    for sight in sights:
        held(sight)
    return sights


def nothing_given(found: Measures) -> bool:
    return bool(np.isnan(found.values).all() and np.isnan(found.course).all())


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 1e300, 0.0, 5.0])
def test_landmarks_that_are_nowhere_or_all_at_one_point_measure_nothing(
    view: View, value: float
) -> None:
    sights = watched(view, [(t, nowhere(value)) for t in seconds(1)])
    assert all(nothing_given(sight.measures) for sight in sights)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("value", [np.nan, np.inf, 1e300])
@pytest.mark.parametrize("column", [0, 2, 3])
def test_a_landmark_with_one_odd_number_is_out_of_sight_alone(
    view: View, value: float, column: int
) -> None:
    def odd() -> Pose:
        pose = standing()
        pose.image[Landmark.LEFT_ELBOW, column] = value
        pose.world[Landmark.LEFT_ELBOW, column] = value
        return pose

    sights = watched(view, [(t, odd()) for t in seconds(1)])
    found = sights[-1].measures
    assert np.isnan(found.course[INDEX["elbow_flexion_left"]])
    assert np.isfinite(found.course[INDEX["elbow_flexion_right"]])


def test_a_pose_of_numbers_is_handed_on_as_it_is() -> None:
    pose = standing()
    assert counting(pose) is pose


numbers = st.one_of(
    st.floats(-300, 1300, width=32),
    st.sampled_from([np.nan, np.inf, -np.inf, 0.0, 1e7, -1e300]),
)


@st.composite
def poses(draw: st.DrawFn) -> Pose | None:
    """Draw a pose: none, whole, scattered, or broken in a few places."""
    kind = draw(st.sampled_from(["none", "whole", "scattered", "broken"]))
    if kind == "none":
        return None
    pose = pose_in_room(
        turn_deg=draw(st.sampled_from([0.0, 45.0, 90.0, 180.0])),
        away_m=draw(st.sampled_from([1.5, 3.0])),
    )
    if kind == "scattered":
        random = np.random.default_rng(draw(st.integers(0, 99)))
        pose.image[:, :3] = random.uniform(0, 900, (LANDMARK_COUNT, 3))
        pose.world[:, :3] = random.normal(0, 0.5, (LANDMARK_COUNT, 3))
    if kind == "broken":
        for array in (pose.image, pose.world):
            for row in draw(st.lists(st.integers(0, LANDMARK_COUNT - 1), max_size=6)):
                array[row] = draw(st.lists(numbers, min_size=4, max_size=4))
    return Pose(pose.image, pose.world, draw(st.booleans()))


moments = st.one_of(
    st.sampled_from([1 / 120, 1 / 30, 0.2, 0.0, -1 / 30, -0.2, 0.7, 6.0, -6.0, 1e6, -1e6])
)


@settings(max_examples=60, deadline=None)
@given(
    view=st.sampled_from(VIEWS),
    frames=st.lists(st.tuples(moments, poses()), min_size=1, max_size=25),
    moved=st.integers(0, 30),
    again=st.integers(0, 30),
)
def test_whatever_comes_and_whenever_it_is_taken_calmly(
    view: View, frames: list[tuple[float, Pose | None]], moved: int, again: int
) -> None:
    eyes, t = Seeing(view, NEEDED), 0.0
    for index, (step, pose) in enumerate(frames):
        t += step
        if index == again:
            eyes.take_up("side", ("knee_flexion",))
        held(eyes.step(pose, t, SIZE, camera_moved=index == moved))


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("degrees", [90, -90, 180, 75, 140])
@pytest.mark.parametrize("body", ["front", "side"])
def test_of_a_body_that_lies_across_the_picture_no_lean_is_given(
    view: View, degrees: float, body: str
) -> None:
    pose = turned_in_picture(pose_in_room(turn_deg=90 if body == "side" else 0), degrees)
    for sight in watched(view, [(t, pose) for t in seconds(2.6)]):
        found = sight.measures
        assert np.isnan(found.values[AGAINST_VERTICAL]).all()
        assert np.isnan(found.course[AGAINST_VERTICAL]).all()
        assert sight.viewpoint.roll_deg == 0


@pytest.mark.parametrize("degrees", [90, -90, 180])
def test_before_a_rotated_camera_the_joints_are_as_ever_and_no_view_is_guessed(
    degrees: float,
) -> None:
    upright = watched("any", [(t, standing()) for t in seconds(1)])[-1].measures
    lying = turned_in_picture(standing(), degrees)
    rotated = watched("any", [(t, lying) for t in seconds(1)])[-1].measures
    np.testing.assert_allclose(rotated.course[JOINTS], upright.course[JOINTS], atol=1e-6)
    elbows = [INDEX[f"elbow_flexion_{side}"] for side in ("left", "right")]
    np.testing.assert_allclose(rotated.values[elbows], upright.values[elbows], atol=1e-6)
    # How a body that lies is turned is not known, and what needs to be seen square has no number.
    for view in ("front", "side"):
        assert np.isnan(watched(view, [(t, lying) for t in seconds(1)])[-1].measures.values).all()


@pytest.mark.parametrize("degrees", [90, 180])
def test_arms_of_somebody_rotated_whose_hips_are_hidden_have_no_number(degrees: float) -> None:
    pose = turned_in_picture(standing(), degrees)
    pose.image[Landmark.LEFT_HIP :, 3] = 0.1
    for view in VIEWS:
        found = watched(view, [(t, pose) for t in seconds(1)])[-1].measures
        assert np.isnan(found.values[found.by_vertical]).all()
        assert np.isnan(found.course[found.by_vertical]).all()
        assert found.by_vertical.sum() == 4


@pytest.mark.parametrize("fps", [5, 15, 30, 60, 120])
def test_at_any_rate_the_same_is_measured(fps: float) -> None:
    pose = pose_in_room(replace(NEUTRAL, left_shoulder_elevation=70))
    sights = watched("front", [(t, pose) for t in seconds(2.6, fps)])
    reference = watched("front", [(t, pose) for t in seconds(2.6)])[-1].measures
    np.testing.assert_allclose(sights[-1].measures.values, reference.values, atol=0.05)
    assert reference["shoulder_abduction_left"] == pytest.approx(70, abs=5)


@pytest.mark.parametrize(
    "zone",
    [
        Zone(number=1, left=0.0, top=0.0, width=1e-9, height=1e-9),
        Zone(number=1, left=1 - 1e-9, top=0.0, width=1e-9, height=1.0),
    ],
)
@pytest.mark.parametrize("size", [SIZE, (1, 1), (0, 0)])
def test_in_a_zone_of_no_size_nobody_is_measured(zone: Zone, size: tuple[int, int]) -> None:
    eyes = Seeing("front", NEEDED, zone)
    for t in seconds(1):
        sight = eyes.step(standing(), t, size)
        held(sight)
        assert nothing_given(sight.measures)
        assert sight.quality == 0


@pytest.mark.parametrize("body", [front_body, side_body])
def test_a_model_without_depth_makes_no_difference_to_the_picture(body: object) -> None:
    flat = Pose(body(), np.full((LANDMARK_COUNT, 4), np.nan))  # type: ignore[operator]
    flat.image[:, 2] = 0.0
    sights = watched("any", [(t, flat) for t in seconds(1)])
    assert np.isfinite(sights[-1].measures["elbow_flexion_left"])
