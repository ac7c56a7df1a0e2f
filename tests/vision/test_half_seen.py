"""A body that is half out of the picture, or half behind a table."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from figure.joint_angles import NEUTRAL
from tests.people import seconds
from tests.vision import room
from tests.vision.room import pose_in_room
from tests.vision.stick_body import front_body, polar, pose_of
from vision.measures import INDEX, Measures, Withheld
from vision.seeing import Seeing
from vision.sight import Sight
from vision.skeleton import Landmark
from vision.zones import Zone

SIZE = (800, 800)
BELOW = slice(Landmark.LEFT_HIP, None)


def arms_at(left: float, right: float) -> NDArray[np.float64]:
    """Return a body seen from the front with its arms straight at these degrees."""
    elbows = polar((450, 200), 100, left), polar((350, 200), 100, -right)
    wrists = polar(elbows[0], 90, left), polar(elbows[1], 90, -right)
    return front_body(
        left_elbow=elbows[0], right_elbow=elbows[1], left_wrist=wrists[0], right_wrist=wrists[1]
    )


def watched(body: NDArray[np.float64], *needed: str, zone: Zone | None = None) -> Sight:
    """Return the sight of somebody who has kept still for three seconds."""
    eyes = Seeing("front", needed, zone)
    return [eyes.step(pose_of(body), t, SIZE) for t in seconds(3)][-1]


def why(found: Measures, key: str) -> Withheld:
    return Withheld(int(found.withheld[INDEX[key]]))


def test_behind_a_table_arms_are_measured_against_the_vertical_and_say_so() -> None:
    body = arms_at(70, 40)
    body[BELOW, 3] = 0.1
    sight = watched(body, "shoulder_abduction")
    found = sight.measures
    assert found["shoulder_abduction_left"] == pytest.approx(70)
    assert found["shoulder_abduction_right"] == pytest.approx(40)
    assert found["elbow_flexion_left"] == pytest.approx(0, abs=1e-5)
    assert found["neck_side_bend"] == pytest.approx(0, abs=1e-5)
    stood_in = [INDEX[f"shoulder_abduction_{side}"] for side in ("left", "right")]
    assert found.by_vertical[stood_in].all()
    assert not found.by_vertical[INDEX["elbow_flexion_left"]]


def test_what_needs_the_hips_themselves_is_out_of_sight_then() -> None:
    body = arms_at(70, 40)
    body[BELOW, 3] = 0.1
    found = watched(body).measures
    for key in ("trunk_side_lean", "hip_abduction_left", "pelvis_shift_percent"):
        assert why(found, key) is Withheld.UNSEEN
    assert why(found, "shoulder_hike_left_percent") in (Withheld.UNSEEN, Withheld.LEARNING)


def test_an_upper_body_movement_goes_on_while_the_legs_come_and_go() -> None:
    eyes = Seeing("front", ("shoulder_abduction", "elbow_flexion"))
    for frame in range(240):
        body = arms_at(10 + frame / 4, 10)
        if 60 <= frame < 180:
            body[Landmark.LEFT_KNEE :, 3] = 0.1
        sight = eyes.step(pose_of(body), frame / 30, SIZE)
        assert sight.measures["shoulder_abduction_left"] == pytest.approx(10 + frame / 4)
        assert not sight.measures.by_vertical.any()
    assert sight.quality == pytest.approx(1.0)


def test_when_the_hips_go_the_arms_go_on_and_only_their_reference_changes() -> None:
    eyes = Seeing("front", ("shoulder_abduction",))
    # The trunk leans by 10 degrees to the left, and the left arm is 60 degrees off plumb.
    for frame in range(120):
        body = arms_at(60, 10)
        body[: Landmark.LEFT_HIP, 0] += 200 * np.tan(np.radians(10))
        if frame >= 60:
            body[BELOW, 3] = 0.1
        found = eyes.step(pose_of(body), frame / 30, SIZE).measures
        by_vertical = bool(found.by_vertical[INDEX["shoulder_abduction_left"]])
        assert by_vertical is (frame >= 60)
        expected = 60 if by_vertical else 70
        assert found["shoulder_abduction_left"] == pytest.approx(expected, abs=1e-6)


def test_with_one_hip_hidden_the_trunk_is_not_known_and_no_stand_in_is_taken() -> None:
    body = arms_at(70, 40)
    body[Landmark.RIGHT_HIP, 3] = 0.1
    found = watched(body).measures
    assert why(found, "shoulder_abduction_left") is Withheld.UNSEEN
    assert why(found, "trunk_side_lean") is Withheld.UNSEEN
    assert not found.by_vertical.any()
    assert found["elbow_flexion_left"] == pytest.approx(0, abs=1e-5)


def test_half_of_the_body_left_of_the_picture_is_not_measured_and_the_other_half_is() -> None:
    body = arms_at(60, 60)
    body[:, 0] -= 400  # The person's right half is now at negative x.
    found = watched(body, "elbow_flexion").measures
    assert why(found, "elbow_flexion_right") is Withheld.UNSEEN
    assert found["elbow_flexion_left"] == pytest.approx(0, abs=1e-5)
    for key in ("trunk_side_lean", "neck_side_bend", "wrist_span_shoulder_widths"):
        assert why(found, key) is Withheld.UNSEEN
    assert np.isnan(found.course[INDEX["elbow_flexion_right"]])


def test_the_edge_of_the_zone_is_an_edge_as_the_pictures_is() -> None:
    whole = watched(arms_at(60, 60), "elbow_flexion")
    zone = Zone(number=1, left=0.49, top=0.0, width=0.51, height=1.0)
    half = watched(arms_at(60, 60), "elbow_flexion", zone=zone)
    assert (whole.quality, half.quality) == (1.0, 0.5)
    assert why(half.measures, "elbow_flexion_right") is Withheld.UNSEEN
    assert why(half.measures, "elbow_flexion_left") is Withheld.GIVEN


def test_somebody_who_steps_half_out_of_the_picture_and_back_stays_the_same_person() -> None:
    eyes = Seeing("front", ("shoulder_hike",))
    angles = replace(NEUTRAL, left_shoulder_elevation=40)
    hidden = 0
    for t in seconds(12):
        # Out at the side within a second and a half, back after three.
        aside = 2.1 * (np.clip((t - 3) / 1.5, 0, 1) - np.clip((t - 7) / 1.5, 0, 1))
        sight = eyes.step(pose_in_room(angles, aside_m=float(aside)), t, room.SIZE)
        assert Withheld.REJECTED not in sight.measures.withheld
        hidden += why(sight.measures, "elbow_flexion_left") is Withheld.UNSEEN
    assert hidden > 60
    assert np.isfinite(sight.measures["shoulder_hike_left_percent"])
