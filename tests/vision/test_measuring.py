"""Every measure against a number worked out by hand, and what all of them have in common."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from tests.vision.stick_body import FRONT_NEUTRAL, front_body, mirrored, polar, side_body, tilted
from vision.measures import INDEX, MEASURES, NAMES, indices_of
from vision.measuring import (
    View,
    landmarks_needed,
    landmarks_of,
    measure_all,
    seen_points,
    take,
    valid_in,
)
from vision.neutral import Neutral
from vision.posture import facing
from vision.skeleton import LANDMARK_COUNT, Landmark

ALL_SEEN = np.ones(LANDMARK_COUNT, dtype=np.bool_)
SIGNED = ("trunk_side_lean", "neck_side_bend", "neck_rotation", "pelvis_shift")
HELD_TO_THE_PICTURE = (
    *("trunk_side_lean", "trunk_forward_lean", "pelvis_shift", "heel_height"),
    *("hip_flexion", "knee_flexion"),  # which way the person looks tells what is beyond straight
)

# Small enough that no segment loses its length and nobody turns round.
jitter = arrays(np.float64, (LANDMARK_COUNT, 2), elements=st.floats(-12, 12, width=32))
views = st.sampled_from(["front", "side"])


def value(
    body: NDArray[np.float64], key: str, view: View, neutral: Neutral = FRONT_NEUTRAL
) -> float:
    return float(measure_all(body, ALL_SEEN, view, neutral)[INDEX[key]])


def shaken(shake: NDArray[np.float64], view: View) -> NDArray[np.float64]:
    body = front_body() if view == "front" else side_body()
    body[:, :2] += shake
    return body


class TestByHand:
    @pytest.mark.parametrize("raised", [0.0, 30.0, 90.0, 135.0, 180.0])
    def test_left_arm_raised_sideways(self, raised: float) -> None:
        body = front_body(left_elbow=polar((450, 200), 100, raised))
        assert value(body, "shoulder_abduction_left", "front") == pytest.approx(raised)
        assert value(body, "shoulder_abduction_right", "front") == pytest.approx(0)

    def test_right_arm_raised_sideways(self) -> None:
        body = front_body(right_elbow=polar((350, 200), 100, -70))
        assert value(body, "shoulder_abduction_right", "front") == pytest.approx(70)
        assert value(body, "shoulder_abduction_left", "front") == pytest.approx(0)

    def test_arm_is_measured_against_the_trunk_and_not_against_the_vertical(self) -> None:
        # Trunk leaning 20° to the left, arm hanging straight down.
        x, y = polar((400, 400), 200, 160)
        body = front_body(
            left_shoulder=(x + 50, y), right_shoulder=(x - 50, y), left_elbow=(x + 50, y + 100)
        )
        assert value(body, "shoulder_abduction_left", "front") == pytest.approx(20)

    def test_arm_raised_forward(self) -> None:
        body = side_body(left_elbow=polar((300, 200), 100, 60))
        assert value(body, "shoulder_flexion_left", "side") == pytest.approx(60)

    @pytest.mark.parametrize("view", ["front", "side", "any"])
    def test_elbow_bent_square(self, view: View) -> None:
        body = front_body(left_wrist=(540, 300))
        assert value(body, "elbow_flexion_left", view) == pytest.approx(90)
        assert value(body, "elbow_flexion_right", view) == pytest.approx(0)

    def test_sitting_bends_hip_and_knee_to_90(self) -> None:
        body = side_body(left_knee=(450, 400), left_ankle=(450, 550))
        assert value(body, "hip_flexion_left", "side") == pytest.approx(90)
        assert value(body, "knee_flexion_left", "side") == pytest.approx(90)
        assert value(body, "hip_flexion_right", "side") == pytest.approx(0)

    def test_knee_bent_a_third_of_a_right_angle(self) -> None:
        body = side_body(right_ankle=polar((300, 550), 150, -30))
        assert value(body, "knee_flexion_right", "side") == pytest.approx(30)

    def test_leg_to_the_side_is_positive_on_either_side_and_negative_across(self) -> None:
        body = front_body(
            left_knee=polar((430, 400), 150, 20), right_knee=polar((370, 400), 150, -25)
        )
        assert value(body, "hip_abduction_left", "front") == pytest.approx(20)
        assert value(body, "hip_abduction_right", "front") == pytest.approx(25)
        across = front_body(left_knee=polar((430, 400), 150, -10))
        assert value(across, "hip_abduction_left", "front") == pytest.approx(-10)

    def test_toes_up_are_positive_and_toes_down_negative(self) -> None:
        up = side_body(left_toe=polar((280, 715), 70, 100))
        down = side_body(left_toe=polar((280, 715), 70, 75))
        assert value(up, "ankle_dorsiflexion_left", "side") == pytest.approx(10)
        assert value(down, "ankle_dorsiflexion_left", "side") == pytest.approx(-15)

    @pytest.mark.parametrize("back", [-12.0, 0.0, 12.0, 60.0])
    def test_a_hip_drawn_back_and_a_knee_that_gives_way_backward_are_negative(
        self, back: float
    ) -> None:
        # The body looks to the picture's right; 0 is straight down, 90 to the right.
        hip = side_body(left_knee=polar((300, 400), 150, back))
        assert value(hip, "hip_flexion_left", "side") == pytest.approx(back)
        assert value(mirrored(hip), "hip_flexion_right", "side") == pytest.approx(back)
        knee = side_body(left_ankle=polar((300, 550), 150, -back))
        assert value(knee, "knee_flexion_left", "side") == pytest.approx(back)
        assert value(mirrored(knee), "knee_flexion_right", "side") == pytest.approx(back)

    def test_who_looks_toward_the_camera_has_no_beyond_straight(self) -> None:
        body = front_body(left_ankle=polar((430, 550), 150, 12))
        assert take(body, ALL_SEEN).values[INDEX["knee_flexion_left"]] == pytest.approx(12)

    @pytest.mark.parametrize("lean", [-25.0, 0.0, 10.0])
    def test_side_lean_is_positive_to_the_persons_left(self, lean: float) -> None:
        x, y = polar((400, 400), 200, 180 - lean)
        body = front_body(left_shoulder=(x + 50, y), right_shoulder=(x - 50, y))
        assert value(body, "trunk_side_lean", "front") == pytest.approx(lean)

    def test_side_lean_of_a_body_tilted_as_a_whole_is_none_once_the_roll_is_known(self) -> None:
        row = INDEX["trunk_side_lean"]
        whole = tilted(front_body(), 17)
        assert take(whole, ALL_SEEN, roll_deg=17.0).values[row] == pytest.approx(0, abs=1e-9)
        assert take(whole, ALL_SEEN).values[row] == pytest.approx(17)

    @pytest.mark.parametrize("lean", [-5.0, 30.0])
    def test_forward_lean_is_positive_toward_where_the_person_looks(self, lean: float) -> None:
        shoulder = polar((300, 400), 200, 180 - lean)
        body = side_body(left_shoulder=shoulder, right_shoulder=shoulder)
        assert value(body, "trunk_forward_lean", "side") == pytest.approx(lean)
        assert value(mirrored(body), "trunk_forward_lean", "side") == pytest.approx(lean)

    def test_head_bent_to_the_left_is_positive(self) -> None:
        tilt = math.radians(15)
        dx, dy = 20 * math.cos(tilt), 20 * math.sin(tilt)
        body = front_body(left_ear=(400 + dx, 100 + dy), right_ear=(400 - dx, 100 - dy))
        assert value(body, "neck_side_bend", "front") == pytest.approx(15)
        assert value(mirrored(body), "neck_side_bend", "front") == pytest.approx(-15)

    def test_head_turned_left_is_positive_percent_of_a_whole_turn(self) -> None:
        # 20 px off the middle of ears 40 px apart: half an ear span.
        assert value(
            front_body(nose=(420, 104)), "neck_rotation_percent", "front"
        ) == pytest.approx(50)
        crooked = Neutral(nose=0.1)
        assert value(
            front_body(nose=(420, 104)), "neck_rotation_percent", "front", crooked
        ) == pytest.approx(40)

    def test_one_shoulder_lifted_by_a_tenth_of_the_torso(self) -> None:
        body = front_body(left_shoulder=(450, 180))
        assert value(body, "shoulder_hike_left_percent", "front") == pytest.approx(10)
        assert value(body, "shoulder_hike_right_percent", "front") == pytest.approx(0)

    def test_both_shoulders_lifted_while_the_person_comes_nearer(self) -> None:
        body = front_body(left_shoulder=(450, 170), right_shoulder=(350, 170))
        body[:, :2] *= 1.2
        for side in ("left", "right"):
            assert value(body, f"shoulder_hike_{side}_percent", "front") == pytest.approx(15)

    def test_wrists_two_shoulder_widths_apart_and_together(self) -> None:
        wide = front_body(left_wrist=(500, 250), right_wrist=(300, 250))
        together = front_body(left_wrist=(400, 250), right_wrist=(400, 250))
        assert value(wide, "wrist_span_shoulder_widths", "front") == pytest.approx(2)
        assert value(together, "wrist_span_shoulder_widths", "front") == 0

    def test_pelvis_carried_over_the_left_foot(self) -> None:
        # 6 px of a stance of 60.
        body = front_body(left_hip=(436, 400), right_hip=(376, 400))
        assert value(body, "pelvis_shift_percent", "front") == pytest.approx(10)
        assert value(mirrored(body), "pelvis_shift_percent", "front") == pytest.approx(-10)

    def test_left_stays_the_persons_left_when_seen_from_behind(self) -> None:
        x, y = polar((400, 400), 200, 170)
        body = front_body(
            left_hip=(436, 400),
            right_hip=(376, 400),
            left_shoulder=(x + 56, y),
            right_shoulder=(x - 44, y),
        )
        behind = body * (-1, 1, 1, 1)
        for key in ("pelvis_shift_percent", "trunk_side_lean"):
            assert value(body, key, "front") > 5
            assert value(behind, key, "front") == pytest.approx(value(body, key, "front"))

    def test_one_foot_nearer_to_the_camera_does_not_shift_the_pelvis(self) -> None:
        assert value(front_body(left_ankle=(430, 706)), "pelvis_shift_percent", "front") == 0

    def test_heel_lifted_by_a_fifth_of_the_foot(self) -> None:
        heel = (350 - 70 * math.sqrt(1 - 0.2**2), 715 - 70 * 0.2)
        body = side_body(right_heel=heel)
        assert value(body, "heel_height_right_percent", "side") == pytest.approx(20)
        assert value(body, "heel_height_left_percent", "side") == pytest.approx(0)

    def test_a_limb_at_45_degrees_on_a_wide_picture(self) -> None:
        # In fractions of a 16:9 frame the same limb reads 29.4°.
        body = front_body(left_elbow=(450 + 80, 200 + 80))
        assert value(body, "shoulder_abduction_left", "front") == pytest.approx(45)
        body[:, :2] /= (1280, 720)
        assert value(body, "shoulder_abduction_left", "front") == pytest.approx(29.4, abs=0.1)


class TestInCommon:
    @settings(max_examples=25, deadline=None)
    @given(
        shake=jitter,
        view=views,
        scale=st.floats(0.2, 5),
        shift=st.tuples(st.floats(-2000, 2000), st.floats(-2000, 2000)),
    )
    def test_where_and_how_large_the_body_is_changes_nothing(
        self, shake: NDArray[np.float64], view: View, scale: float, shift: tuple[float, float]
    ) -> None:
        body = shaken(shake, view)
        moved = body.copy()
        moved[:, :2] = body[:, :2] * scale + shift
        np.testing.assert_allclose(
            measure_all(moved, ALL_SEEN, view, FRONT_NEUTRAL),
            measure_all(body, ALL_SEEN, view, FRONT_NEUTRAL),
            atol=1e-6,
        )

    @settings(max_examples=25, deadline=None)
    @given(shake=jitter, view=views, degrees=st.floats(-180, 180))
    def test_turning_the_picture_changes_only_what_is_held_against_it(
        self, shake: NDArray[np.float64], view: View, degrees: float
    ) -> None:
        body = shaken(shake, view)
        free = [i for i, measure in enumerate(MEASURES) if measure.name not in HELD_TO_THE_PICTURE]
        np.testing.assert_allclose(
            measure_all(tilted(body, degrees), ALL_SEEN, view, FRONT_NEUTRAL)[free],
            measure_all(body, ALL_SEEN, view, FRONT_NEUTRAL)[free],
            atol=1e-6,
        )

    @settings(max_examples=25, deadline=None)
    @given(shake=jitter, view=views)
    def test_a_mirror_exchanges_sides_and_turns_signs(
        self, shake: NDArray[np.float64], view: View
    ) -> None:
        body = shaken(shake, view)
        straight = measure_all(body, ALL_SEEN, view, FRONT_NEUTRAL)
        expected = straight.copy()
        for name in NAMES:
            rows = indices_of(name)
            expected[list(rows)] = straight[list(reversed(rows))] * (-1 if name in SIGNED else 1)
        np.testing.assert_allclose(
            measure_all(mirrored(body), ALL_SEEN, view, FRONT_NEUTRAL), expected, atol=1e-6
        )

    @settings(max_examples=25, deadline=None)
    @given(shakes=st.lists(jitter, min_size=1, max_size=4), view=views)
    def test_many_frames_at_once_are_each_frame_by_itself(
        self, shakes: list[NDArray[np.float64]], view: View
    ) -> None:
        stack = np.stack([shaken(shake, view) for shake in shakes])
        seen = np.ones(stack.shape[:2], dtype=np.bool_)
        seen[0, Landmark.LEFT_WRIST] = False
        at_once = measure_all(stack, seen, view, FRONT_NEUTRAL)
        assert at_once.shape == (len(shakes), len(MEASURES))
        for body, mask, row in zip(stack, seen, at_once, strict=True):
            np.testing.assert_allclose(measure_all(body, mask, view, FRONT_NEUTRAL), row, atol=1e-9)

    @pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.key)
    def test_each_landmark_it_needs_is_needed_and_no_other(self, measure) -> None:  # type: ignore[no-untyped-def]
        view: View = "front" if "front" in measure.views else "side"
        body = front_body() if view == "front" else side_body()
        row = INDEX[measure.key]
        needed = landmarks_of(measure)
        for landmark in needed:
            seen = ALL_SEEN.copy()
            seen[landmark] = False
            assert np.isnan(measure_all(body, seen, view, FRONT_NEUTRAL)[row]), landmark.name
        alone = np.zeros(LANDMARK_COUNT, dtype=np.bool_)
        alone[list(needed)] = True
        if measure.name == "trunk_forward_lean":  # which way is forward: feet or face
            assert np.isnan(measure_all(body, alone, view, FRONT_NEUTRAL)[row])
            alone[[Landmark.LEFT_HEEL, Landmark.LEFT_TOE]] = True
        assert np.isfinite(measure_all(body, alone, view, FRONT_NEUTRAL)[row])

    def test_a_measure_that_is_not_valid_in_the_view_has_no_number(self) -> None:
        for view in ("front", "side", "any"):
            values = measure_all(front_body(nose=(410, 104)), ALL_SEEN, view, FRONT_NEUTRAL)
            for measure, found in zip(MEASURES, values, strict=True):
                assert valid_in(measure, view) or np.isnan(found), (view, measure.key)
        assert [m.key for m in MEASURES if valid_in(m, "any")] == [
            "elbow_flexion_left",
            "elbow_flexion_right",
        ]

    def test_without_a_neutral_nothing_is_measured_from_it(self) -> None:
        values = measure_all(front_body(), ALL_SEEN, "front", None)
        from_neutral = {"shoulder_hike_left_percent", "shoulder_hike_right_percent"}
        from_neutral |= {"neck_rotation_percent"}
        unknown = {m.key for m, v in zip(MEASURES, values, strict=True) if np.isnan(v)}
        assert from_neutral <= unknown
        assert unknown - from_neutral == {m.key for m in MEASURES if "front" not in m.views}

    def test_a_segment_without_length_has_no_angle(self) -> None:
        assert np.isnan(
            value(front_body(left_elbow=(450, 200)), "shoulder_abduction_left", "front")
        )
        assert np.isnan(
            value(front_body(left_shoulder=(350, 200)), "wrist_span_shoulder_widths", "front")
        )
        assert np.isnan(value(front_body(left_ankle=(370, 700)), "pelvis_shift_percent", "front"))


class TestNeeded:
    def test_landmarks_of_both_sides_of_a_measure(self) -> None:
        assert landmarks_needed(("elbow_flexion",)) == (
            *(Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER),
            *(Landmark.LEFT_ELBOW, Landmark.RIGHT_ELBOW),
            *(Landmark.LEFT_WRIST, Landmark.RIGHT_WRIST),
        )

    def test_landmarks_of_one_side(self) -> None:
        assert landmarks_needed(("knee_flexion",), ("right",)) == (
            Landmark.RIGHT_HIP,
            Landmark.RIGHT_KNEE,
            Landmark.RIGHT_ANKLE,
        )

    def test_none_for_no_measures(self) -> None:
        assert landmarks_needed(()) == ()

    def test_an_unknown_name_is_refused(self) -> None:
        with pytest.raises(ValueError, match="no such measure: sholder_abduction"):
            landmarks_needed(("sholder_abduction", "elbow_flexion"))


class TestFacing:
    def test_by_the_feet_when_the_head_is_turned_to_the_camera(self) -> None:
        assert facing(side_body(nose=(300, 105))[:, :2]) == 1
        assert facing(mirrored(side_body(nose=(300, 105)))[:, :2]) == -1

    def test_by_the_face_when_the_feet_are_out_of_the_picture(self) -> None:
        seen = ALL_SEEN.copy()
        seen[Landmark.LEFT_HEEL :] = False
        assert facing(seen_points(side_body(), seen)) == 1

    def test_unknown_from_the_front_and_when_neither_is_seen(self) -> None:
        assert np.isnan(facing(front_body()[:, :2]))
        seen = ALL_SEEN.copy()
        seen[[Landmark.NOSE, *range(Landmark.LEFT_HEEL, LANDMARK_COUNT)]] = False
        assert np.isnan(facing(seen_points(side_body(), seen)))
