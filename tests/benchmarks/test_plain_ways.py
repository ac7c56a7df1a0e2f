"""The plain ways: right where nothing is amiss, so that what they get wrong is not the harness."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.benchmarks.recorded import Array, landmarks, of_truth, recorded
from vision.measures import INDEX, MEASURES, indices_of
from vision.measuring import VALID

plain = of_truth("plain_ways")
beside = of_truth("beside")
LEANING = recorded("side lean and neck, standing").exact[::12]
COURSES = [course.name for course in of_truth("courses").COURSES]


def tried(recording: Any, way: str) -> Array:
    """Return the errors of the measures that the way is tried on, those valid in the view."""
    view = recording.scene.course.view
    rows = [r for n in plain.NAMES for r in indices_of(n) if VALID[view][r]]
    return np.asarray(plain.plain_error(recording, way)[:, rows])


@pytest.mark.parametrize("way", ["world", "pixels"])
@pytest.mark.parametrize("course", COURSES)
def test_perfect_landmarks_seen_square_give_perfect_angles(course: str, way: str) -> None:
    assert np.abs(tried(recorded(course), way)).max() < 1e-6


@pytest.mark.parametrize("turn", [-90.0, -45.0, 30.0])
def test_perfect_metres_give_perfect_angles_however_the_body_is_turned(turn: float) -> None:
    for course in COURSES:
        assert np.abs(tried(recorded(course, turn), "world")).max() < 1e-6


def test_pixels_are_out_once_the_body_is_turned() -> None:
    turned = recorded("arms out, standing", 45.0)
    assert np.abs(tried(turned, "pixels")).max() > 5


def test_normalised_coordinates_are_out_even_for_perfect_landmarks() -> None:
    errors = plain.plain_error(recorded("arms out, standing"), "normalised")
    assert np.abs(errors[:, INDEX["shoulder_abduction_left"]]).max() > 10


@settings(deadline=None)
@given(st.floats(-180, 180), st.floats(0.2, 5.0))
def test_angles_in_space_do_not_change_when_the_body_turns_or_grows(
    yaw_deg: float, size: float
) -> None:
    square, _ = landmarks(LEANING, 0.0)
    turned, _ = landmarks(LEANING * size, yaw_deg)
    middle = np.array([480.0, 480.0, 0.0])
    before, after = (plain.in_space(one[..., :3] - middle) for one in (square, turned))
    np.testing.assert_allclose(after, before, atol=1e-6)


def test_what_is_not_found_has_no_number() -> None:
    recording = recorded("knee bend, standing")
    recording.image[:] = np.nan
    recording.world[:] = np.nan
    for way in plain.WAYS:
        assert np.isnan(plain.plain_error(recording, way)).all()


def test_all_ways_are_compared_on_the_same_frames() -> None:
    found = beside.beside(of_truth("followed").followed(recorded("arms ahead, seated", 30.0)))
    assert found
    for one in found:
        assert len({len(error) for error in one.errors.values()}) == 1
    same = beside.where_given(found)
    for way in plain.WAYS:
        assert beside.worst_tenth(same, way)[1] == beside.worst_tenth(same, "ours")[1]


def test_the_truth_of_an_arm_is_its_upper_arm_whatever_the_forearm_does() -> None:
    for course, name in (
        ("arms ahead, standing", "shoulder_flexion"),
        ("arms out, standing", "shoulder_abduction"),
    ):
        recording = recorded(course)
        true = of_truth("exact").exact_measures(recording)
        meant = [
            recording.scene.course.posture(t).left_shoulder_elevation
            for t in recording.times_s.tolist()
        ]
        np.testing.assert_allclose(true[:, INDEX[f"{name}_left"]], meant, atol=0.2)


def test_every_joint_compared_is_a_measure() -> None:
    assert set(plain.NAMES) <= {measure.name for measure in MEASURES}
