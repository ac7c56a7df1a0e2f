"""Stories of one person before the camera, frame by frame."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from figure.body import BODIES
from figure.joint_angles import NEUTRAL
from tests import people
from tests.vision import room
from tests.vision.room import pose_in_room
from tests.vision.stick_body import front_body, mirrored, polar, pose_of
from vision.following import FORGET_AFTER_S
from vision.measures import INDEX, MEASURES, Withheld
from vision.measuring import take
from vision.pose import Pose
from vision.seeing import Seeing
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


def other_side() -> list[int]:
    """Return the row of the same landmark on the other side, for every landmark."""
    other = {"LEFT": "RIGHT", "RIGHT": "LEFT"}
    names = ["_".join(other.get(part, part) for part in mark.name.split("_")) for mark in Landmark]
    return [Landmark[name] for name in names]


def other_rows() -> list[int]:
    """Return the row of the same measure on the other side, for every measure."""
    other = {"left": "right", "right": "left"}
    keys = ["_".join(other.get(part, part) for part in key.split("_")) for key in INDEX]
    return [INDEX[key] for key in keys]


def test_an_arm_is_raised_and_measured() -> None:
    eyes = seeing()
    for frame in range(60):
        sight = shown(eyes, arm_at(frame), frame * FRAME_S)
        assert sight.measures["shoulder_abduction_left"] == pytest.approx(frame)
    assert sight.present
    assert sight.quality == 1.0
    assert sight.time_s == 59 * FRAME_S
    assert sight.measures.values.shape == (len(MEASURES),)
    given = sight.measures.withheld == Withheld.GIVEN
    np.testing.assert_array_equal(np.isfinite(sight.measures.values), given)
    np.testing.assert_array_equal(sight.measures.error > 0, given)


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
    pose = pose_in_room(turn_deg=90)
    pose.image[[Landmark.LEFT_KNEE, Landmark.LEFT_ANKLE], 3] = 0.1
    sight = eyes.step(pose, 0.0, room.SIZE)
    assert sight.quality == 1.0
    assert sight.measures["knee_flexion_right"] == pytest.approx(NEUTRAL.right_knee_flexion, abs=3)
    assert np.isnan(sight.measures["knee_flexion_left"])
    pose.image[Landmark.RIGHT_ANKLE, 3] = 0.1
    assert eyes.step(pose, FRAME_S, room.SIZE).quality == pytest.approx(2 / 3)


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


def test_one_frame_with_a_broken_arm_is_passed_over_by_that_arm_alone() -> None:
    eyes = seeing()
    broken = front_body(left_elbow=polar((450, 200), 170, 40))
    found = [
        shown(eyes, body, frame * FRAME_S).measures
        for frame, body in enumerate([arm_at(40), arm_at(40), broken, arm_at(40), arm_at(40)])
    ]
    left = [measures["shoulder_abduction_left"] for measures in found]
    np.testing.assert_allclose(left, [40, 40, np.nan, 40, 40], atol=1e-6)
    right = [measures["shoulder_abduction_right"] for measures in found]
    np.testing.assert_allclose(right, 0, atol=1e-6)
    assert found[2].withheld[INDEX["shoulder_abduction_left"]] == Withheld.REJECTED
    assert found[2].withheld[INDEX["elbow_flexion_left"]] == Withheld.REJECTED


def test_sides_exchanged_for_a_while_never_give_the_other_arms_angle() -> None:
    eyes = seeing()
    body, slipped = arm_at(80), arm_at(80)[other_side()]
    sights = [
        shown(eyes, one, frame * FRAME_S)
        for frame, one in enumerate([body, slipped, slipped, body])
    ]
    for sight in sights:
        assert sight.measures["shoulder_abduction_right"] == pytest.approx(0, abs=1e-6)
        assert sight.measures["shoulder_abduction_left"] == pytest.approx(80)
        # What is drawn is what is measured.
        assert sight.pose is not None
        np.testing.assert_array_equal(sight.pose.image, body)


def test_a_mirrored_body_has_the_other_sides_measures() -> None:
    one, other = seeing(), seeing()
    for frame in range(80):
        body = arm_at(frame)
        sight, mirror = (
            shown(eyes, seen, frame * FRAME_S)
            for eyes, seen in ((one, body), (other, mirrored(body)))
        )
        told = replace(sight.measures, values=sight.measures.course)
        expected = people.mirrored(replace(sight, measures=told)).measures.values
        np.testing.assert_allclose(mirror.measures.course, expected, atol=1e-6)
        np.testing.assert_array_equal(
            np.isfinite(mirror.measures.values), np.isfinite(sight.measures.values)[other_rows()]
        )


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


def test_who_takes_the_persons_place_is_learned_anew_and_a_passer_by_is_not_measured() -> None:
    eyes = Seeing("front", ("shoulder_hike",))

    def look(t: float, **standing: Any) -> Sight:
        return eyes.step(pose_in_room(**standing), t, room.SIZE)

    for t in people.seconds(3):
        look(t)
    known = eyes.neutral
    passing = [
        look(t, turn_deg=90, aside_m=1.2 * (t - 3.4), away_m=2.2)
        for t in people.seconds(3.8, start_s=3)
    ]
    for sight in passing:
        assert set(sight.measures.withheld) == {Withheld.REJECTED}
        assert np.isnan(sight.measures.course).all()
        assert sight.present
    assert np.isfinite(look(3.8).measures["shoulder_hike_left_percent"])
    assert eyes.neutral is known
    for t in people.seconds(6.5, start_s=3.9):
        look(t, body=BODIES[3], turn_deg=8, away_m=2.0)
    assert not eyes.neutral.known
    for t in people.seconds(9, start_s=6.5):
        last = look(t, body=BODIES[3], turn_deg=8, away_m=2.0)
    assert np.isfinite(last.measures["shoulder_hike_left_percent"])


def test_a_bumped_camera_is_told_and_the_person_stays_known() -> None:
    eyes = Seeing("front", ("shoulder_hike",))
    told = []
    for t in people.seconds(4):
        body = front_body()
        body[:, 0] -= 150 if t >= 3 else 0
        sight = shown(eyes, body, t)
        told.append(sight.camera_moved)
        assert sight.camera_moved == (Withheld.MOVED in sight.measures.withheld)
    assert told.index(True) == 90
    assert not any(told[110:])
    assert np.isfinite(sight.measures["shoulder_hike_left_percent"])


def test_while_the_camera_is_said_to_move_nothing_is_measured() -> None:
    eyes = seeing()
    for t in people.seconds(1):
        shown(eyes, front_body(), t)
    sight = eyes.step(pose_of(front_body()), 1.0, SIZE, camera_moved=True)
    assert sight.camera_moved
    assert set(sight.measures.withheld) == {Withheld.MOVED}
    # It looks from elsewhere now, and the same person stands elsewhere in its picture.
    moved = front_body()
    moved[:, :2] = moved[:, :2] * 0.6 + 100
    for t in people.seconds(1.5, start_s=1.1):
        sight = shown(eyes, moved, t)
        assert Withheld.REJECTED not in sight.measures.withheld
    assert sight.measures["shoulder_abduction_left"] == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("smoothed", [True, False])
def test_only_what_the_model_left_rough_is_smoothed(smoothed: bool) -> None:
    eyes, alone = seeing(), np.random.default_rng(8)
    rows = INDEX["shoulder_abduction_left"], INDEX["elbow_flexion_left"]
    given, course, rough = [], [], []
    for frame in range(300):
        body = arm_at(60)
        body[:, :2] += alone.normal(0, 1.5, (33, 2))
        sight = eyes.step(Pose(body, np.zeros((33, 4)), smoothed), frame * FRAME_S, SIZE)
        neutral = eyes.neutral
        found = take(body, np.ones(33, np.bool_), neutral, roll_deg=sight.viewpoint.roll_deg)
        given.append(sight.measures.values[[*rows]])
        course.append(sight.measures.course[[*rows]])
        rough.append(found.values[[*rows]])
    np.testing.assert_array_equal(given, course)
    if smoothed:
        np.testing.assert_array_equal(given, rough)
    else:
        assert (np.std(given[30:], axis=0) < 0.6 * np.std(rough[30:], axis=0)).all()
        np.testing.assert_allclose(np.mean(given, axis=0), np.mean(rough, axis=0), atol=0.3)


def test_a_frame_that_comes_late_gives_nothing_and_changes_nothing() -> None:
    eyes = Seeing("front", ("shoulder_hike",))
    for t in people.seconds(3):
        shown(eyes, front_body(), t)
    known = eyes.neutral
    late = shown(eyes, arm_at(90), 2.7)
    assert set(late.measures.withheld) == {Withheld.REJECTED}
    assert shown(eyes, None, 2.8).present is False
    sight = shown(eyes, front_body(), 3.0)
    assert np.isfinite(sight.measures["shoulder_hike_left_percent"])
    assert eyes.neutral is known


def test_with_a_clock_set_back_all_begins_anew() -> None:
    eyes = Seeing("front", ("shoulder_hike",))
    for t in people.seconds(3, start_s=100):
        shown(eyes, front_body(), t)
    sight = shown(eyes, arm_at(40), 5.0)
    assert sight.measures["shoulder_abduction_left"] == pytest.approx(40)
    assert np.isnan(eyes.neutral.torso)
