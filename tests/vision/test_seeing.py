"""Stories of one person before the camera, frame by frame."""

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.vision.stick_body import front_body, polar, pose_of, side_body
from vision.measures import MEASURES
from vision.seeing import FORGET_AFTER_S, Seeing
from vision.sight import Sight
from vision.skeleton import Landmark
from vision.zones import Zone

SIZE = (800, 800)
FRAME_S = 1 / 30


def seeing() -> Seeing:
    return Seeing("front", ("shoulder_abduction",))


def shown(eyes: Seeing, body: NDArray[np.float64] | None, time_s: float) -> Sight:
    return eyes.step(None if body is None else pose_of(body), time_s, SIZE)


def arm_at(degrees: float) -> NDArray[np.float64]:
    elbow = polar((450, 200), 100, degrees)
    return front_body(left_elbow=elbow, left_wrist=polar(elbow, 90, degrees))


def test_an_arm_is_raised_and_measured() -> None:
    eyes = seeing()
    for frame in range(60):
        sight = shown(eyes, arm_at(frame), frame * FRAME_S)
        assert sight.measures["shoulder_abduction_left"] == pytest.approx(frame)
    assert sight.present
    assert sight.quality == 1.0
    assert sight.time_s == 59 * FRAME_S
    assert np.isnan(sight.measures.error).all()
    assert sight.measures.values.shape == (len(MEASURES),)


def test_an_empty_picture_shows_nobody() -> None:
    sight = shown(seeing(), None, 1.0)
    assert (sight.present, sight.pose, sight.quality) == (False, None, 0.0)
    assert np.isnan(sight.measures.values).all()


def test_an_elbow_that_fades_takes_its_angle_with_it_and_nothing_else() -> None:
    eyes = seeing()
    body = arm_at(40)
    shown(eyes, body, 0.0)
    body[Landmark.LEFT_ELBOW, 3] = 0.3
    sight = shown(eyes, body, FRAME_S)
    assert np.isnan(sight.measures["shoulder_abduction_left"])
    assert sight.measures["shoulder_abduction_right"] == pytest.approx(0)
    assert sight.quality == pytest.approx(5 / 6)


def test_from_the_side_the_far_leg_is_not_asked_for() -> None:
    eyes = Seeing("side", ("knee_flexion",))
    body = side_body()
    body[[Landmark.RIGHT_KNEE, Landmark.RIGHT_ANKLE], 3] = 0.1
    sight = shown(eyes, body, 0.0)
    assert sight.quality == 1.0
    assert sight.measures["knee_flexion_left"] == pytest.approx(0)
    assert np.isnan(sight.measures["knee_flexion_right"])
    body[Landmark.LEFT_ANKLE, 3] = 0.1
    assert shown(eyes, body, FRAME_S).quality == pytest.approx(2 / 3)


def test_hands_that_leave_the_picture_are_not_measured() -> None:
    eyes = Seeing("front", ("wrist_span",))
    sight = shown(eyes, front_body(left_wrist=(830, 200)), 0.0)
    assert np.isnan(sight.measures["wrist_span_shoulder_widths"])
    assert sight.quality == pytest.approx(3 / 4)


def test_hands_that_leave_the_zone_are_not_measured_either() -> None:
    zone = Zone(number=1, left=0.25, top=0.0, width=0.5, height=1.0)
    eyes = Seeing("front", ("wrist_span",), zone)
    sight = shown(eyes, front_body(left_wrist=(640, 200)), 0.0)
    assert np.isnan(sight.measures["wrist_span_shoulder_widths"])


def test_one_frame_with_a_broken_arm_is_passed_over() -> None:
    eyes = seeing()
    broken = front_body(left_elbow=polar((450, 200), 170, 40))
    values = [
        shown(eyes, body, frame * FRAME_S).measures["shoulder_abduction_left"]
        for frame, body in enumerate([arm_at(40), arm_at(40), broken, arm_at(40), arm_at(40)])
    ]
    np.testing.assert_allclose(values, [40, 40, np.nan, 40, 40], atol=1e-6)


def test_sides_exchanged_for_two_frames_never_give_the_other_arms_angle() -> None:
    eyes = seeing()
    slipped = arm_at(80)
    for name in ("SHOULDER", "ELBOW", "WRIST", "HIP", "KNEE", "ANKLE"):
        left, right = Landmark[f"LEFT_{name}"], Landmark[f"RIGHT_{name}"]
        slipped[[left, right]] = slipped[[right, left]]
    values = [
        shown(eyes, body, frame * FRAME_S).measures["shoulder_abduction_right"]
        for frame, body in enumerate([arm_at(80), slipped, slipped, arm_at(80)])
    ]
    np.testing.assert_allclose(values, [0, np.nan, np.nan, 0], atol=1e-6)


def test_shoulders_lift_after_two_quiet_seconds() -> None:
    eyes = Seeing("front", ("shoulder_hike",))
    early = [shown(eyes, front_body(), frame * FRAME_S) for frame in range(50)]
    assert all(np.isnan(sight.measures["shoulder_hike_left_percent"]) for sight in early)
    for frame in range(50, 70):
        shown(eyes, front_body(), frame * FRAME_S)
    lifted = front_body(left_shoulder=(450, 190))
    sight = shown(eyes, lifted, 70 * FRAME_S)
    assert sight.measures["shoulder_hike_left_percent"] == pytest.approx(5)


def test_somebody_else_sits_down_and_is_learned_anew() -> None:
    eyes = Seeing("front", ("shoulder_hike",))
    for frame in range(70):
        shown(eyes, front_body(), frame * FRAME_S)
    assert np.isfinite(eyes.neutral.torso)
    shown(eyes, None, 3.0)
    shown(eyes, front_body(), 4.0)
    assert np.isfinite(eyes.neutral.torso)
    shown(eyes, None, 5.0)
    shown(eyes, front_body(), 4.0 + FORGET_AFTER_S + 0.1)
    assert np.isnan(eyes.neutral.torso)


def test_a_movement_without_measures_needs_only_the_person() -> None:
    eyes = Seeing("any", ())
    assert shown(eyes, front_body(), 0.0).quality == 1.0
    assert shown(eyes, None, FRAME_S).quality == 0.0
