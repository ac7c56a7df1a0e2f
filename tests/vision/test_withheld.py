"""Why a measure has no number, reason by reason, and when it has one again."""

from dataclasses import replace
from math import cos, isnan, radians

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from figure.joint_angles import NEUTRAL, JointAngles
from tests.people import seconds
from tests.vision.exact_body import SIZE, pose_seen
from tests.vision.stick_body import front_body, polar
from vision.expected_error import ExpectedError
from vision.geometry import Floats
from vision.measures import INDEX, MEASURES, Measures, Withheld
from vision.measuring import Taken, View
from vision.seeing import FAR_LIMB_DEG, TURN_MARGIN_DEG, UNSURE, Seeing, squared
from vision.sight import Sight
from vision.viewpoint import SQUARE_DEG, Viewpoint


def look(
    eyes: Seeing,
    t: float,
    angles: JointAngles = NEUTRAL,
    turn_deg: float = 0.0,
    roll_deg: float = 0.0,
) -> Sight:
    return eyes.step(pose_seen(angles, turn_deg=turn_deg, roll_deg=roll_deg), t, SIZE)


def after(
    view: View, seconds_: float, angles: JointAngles = NEUTRAL, turn_deg: float = 0.0
) -> Sight:
    """Return the last sight of somebody who has stood still for so long."""
    eyes = Seeing(view, ())
    return [look(eyes, t, angles, turn_deg) for t in seconds(seconds_)][-1]


def why(found: Measures, key: str) -> Withheld:
    return Withheld(int(found.withheld[INDEX[key]]))


class SaidError(ExpectedError):
    """Takes every measure to be out by as much as is said."""

    def __init__(self, bound: float) -> None:
        super().__init__()
        self._bound = bound

    def step(
        self, taken: Taken, visibility: Floats, shares: Floats, viewpoint: Viewpoint, time_s: float
    ) -> Floats:
        del visibility, shares, viewpoint, time_s
        return np.full(taken.values.shape, self._bound)


@pytest.mark.parametrize("beyond", [False, True])
def test_a_limb_is_unsure_that_is_short_and_may_be_far_out(beyond: bool) -> None:
    ahead = replace(
        NEUTRAL, left_shoulder_plane=90, left_shoulder_elevation=60, left_elbow_flexion=0
    )
    eyes = Seeing("front", (), expected_error=SaidError(UNSURE + 1 if beyond else UNSURE - 1))
    for t in seconds(2):
        look(eyes, t)
    found = look(eyes, 2.5, ahead).measures
    unsure = {MEASURES[row].key for row in np.flatnonzero(found.unsure)}
    assert ("elbow_flexion_left" in unsure) is beyond
    assert not any("right" in key or "trunk" in key for key in unsure)


def test_what_has_no_meaning_in_the_view_is_not_asked() -> None:
    front, side = after("front", 3).measures, after("side", 3, turn_deg=90).measures
    assert why(front, "knee_flexion_left") is Withheld.NOT_ASKED
    assert why(front, "shoulder_abduction_left") is Withheld.GIVEN
    assert why(side, "shoulder_abduction_right") is Withheld.NOT_ASKED
    assert why(side, "knee_flexion_right") is Withheld.GIVEN
    # What it would be is still told, for counting.
    assert np.isfinite(front.course[INDEX["knee_flexion_left"]])


def test_what_needs_the_persons_neutral_is_being_learned_at_first() -> None:
    early, later = after("front", 1).measures, after("front", 3).measures
    assert why(early, "shoulder_hike_left_percent") is Withheld.LEARNING
    assert why(early, "trunk_side_lean") is Withheld.GIVEN
    assert why(later, "shoulder_hike_left_percent") is Withheld.GIVEN


def test_an_arm_that_points_at_the_camera_has_no_elevation_and_the_other_has() -> None:
    eyes = Seeing("front", ())
    for t in seconds(3):
        look(eyes, t)
    ahead = replace(NEUTRAL, left_shoulder_plane=90, left_elbow_flexion=0)
    for t in seconds(6, start_s=3):
        high = 25 * (t - 3)
        found = look(eyes, t, replace(ahead, left_shoulder_elevation=high)).measures
        if high < 20 or high > 45:
            expected = Withheld.FORESHORTENED if high > 45 else Withheld.GIVEN
            assert why(found, "shoulder_abduction_left") is expected
        assert why(found, "shoulder_abduction_right") is Withheld.GIVEN
    assert np.isfinite(found.course[INDEX["shoulder_abduction_left"]])


@pytest.mark.parametrize(("view", "square_deg"), [("front", 0.0), ("side", 90.0)])
@pytest.mark.parametrize("way", [1, -1])
def test_turned_from_the_view_it_has_no_number_until_turned_well_back(
    view: View, square_deg: float, way: int
) -> None:
    eyes, row = Seeing(view, ()), INDEX["elbow_flexion_right"]
    was_given = True
    seen = set()
    for t in seconds(26):
        off = min(max(t - 1, 0), 12.5) - max(t - 13.5, 0)
        sight = look(eyes, t, turn_deg=square_deg + way * 4 * off)
        margin_deg = TURN_MARGIN_DEG if was_given else 0.0
        given_ = sight.viewpoint.off_deg(view) <= SQUARE_DEG + margin_deg
        reason = sight.measures.withheld[row]
        assert (reason == Withheld.TURNED) is not given_
        seen.add((given_, sight.viewpoint.off_deg(view) > SQUARE_DEG))
        was_given = given_
    # Given and withheld alike a little beyond the edge; on the way there, and on the way back.
    assert seen == {(True, False), (True, True), (False, True)}


def test_somebody_of_whom_no_turn_is_known_is_not_taken_for_square() -> None:
    eyes, pose = Seeing("front", ()), pose_seen()
    pose.image[:, 2], pose.world[:] = np.nan, np.nan
    sight = eyes.step(pose, 0.0, SIZE)
    assert isnan(sight.viewpoint.turn_deg)
    assert why(sight.measures, "trunk_side_lean") is not Withheld.GIVEN


@pytest.mark.parametrize(("turn", "far", "near"), [(90, "left", "right"), (-90, "right", "left")])
def test_from_the_side_the_far_limb_is_out_of_sight(turn: float, far: str, near: str) -> None:
    found = after("side", 1, turn_deg=turn).measures
    for joint in ("knee_flexion", "hip_flexion", "shoulder_flexion", "elbow_flexion"):
        assert why(found, f"{joint}_{far}") is Withheld.UNSEEN
        assert why(found, f"{joint}_{near}") is Withheld.GIVEN
    assert why(found, "trunk_forward_lean") is Withheld.GIVEN


def test_it_is_seen_again_well_off_the_side() -> None:
    sight = after("side", 3, turn_deg=90 - FAR_LIMB_DEG - 6)
    assert FAR_LIMB_DEG < sight.viewpoint.off_deg("side") < SQUARE_DEG
    assert why(sight.measures, "knee_flexion_left") is Withheld.GIVEN
    assert why(sight.measures, "knee_flexion_right") is Withheld.GIVEN


def test_a_landmark_out_of_sight_is_the_reason_whatever_else_is() -> None:
    eyes, pose = Seeing("front", ()), pose_seen(turn_deg=60)
    pose.image[13, 3] = 0.1
    found = eyes.step(pose, 0.0, SIZE).measures
    assert why(found, "elbow_flexion_left") is Withheld.UNSEEN
    assert why(found, "elbow_flexion_right") is Withheld.TURNED


@given(elevation=st.floats(1, 179), turn=st.floats(0, SQUARE_DEG + TURN_MARGIN_DEG))
def test_seen_square_a_limb_in_its_plane_has_its_elevation_back(
    elevation: float, turn: float
) -> None:
    body = front_body(left_elbow=polar((450, 200), 100, elevation))
    seen = body.copy()
    seen[:, 0] *= cos(radians(turn))
    wide = squared(seen, turn)
    np.testing.assert_allclose(wide, body, atol=1e-9)


def test_nothing_is_made_wider_than_numbers_are_given_for_nor_without_a_known_turn() -> None:
    body = front_body()
    assert squared(body, np.nan) is body
    assert squared(body, 0.0) is body
    np.testing.assert_array_equal(squared(body, 80.0), squared(body, SQUARE_DEG + TURN_MARGIN_DEG))


def test_another_movement_keeps_the_camera_and_the_limbs_and_forgets_the_neutral() -> None:
    eyes = Seeing("side", ("knee_flexion",))
    eyes.take_up("front", ("shoulder_abduction",))
    for t in seconds(4):
        before = look(eyes, t, roll_deg=6)
    assert before.viewpoint.levelled
    assert eyes.neutral.known
    eyes.take_up("front", ("shoulder_hike",))
    assert isnan(eyes.neutral.torso)
    # An arm 40 degrees out of the plane: too short for who has been seen with it in the plane.
    ahead = replace(
        NEUTRAL, left_shoulder_plane=90, left_shoulder_elevation=40, left_elbow_flexion=0
    )
    sight = look(eyes, 4.6, ahead, roll_deg=6)
    assert sight.viewpoint.levelled
    assert sight.viewpoint.roll_deg == pytest.approx(6, abs=0.5)
    assert why(sight.measures, "shoulder_abduction_left") is Withheld.FORESHORTENED
    assert why(sight.measures, "shoulder_hike_left_percent") is Withheld.LEARNING
    stranger = look(Seeing("front", ()), 0.0, ahead).measures
    assert why(stranger, "shoulder_abduction_left") is Withheld.GIVEN
