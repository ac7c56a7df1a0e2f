"""What tells a movement from another in which the same measure travels."""

from collections.abc import Callable, Mapping
from math import nan

import numpy as np
import pytest

from exercises.exercise import Exercise
from exercises.library import find_exercise
from feedback.finding import Counted, Found
from feedback.going_along import GoingAlong
from tests.people import seconds, swing
from vision.measures import INDEX, MEASURES

SUNRISE = find_exercise("sunrise-arms-standing")
HEART = find_exercise("open-heart-standing")
BEND = find_exercise("side-bend-standing")
KNEES = find_exercise("soft-knee-sink")
FORM = find_exercise("commencing-form")
CHAIR = find_exercise("sit-to-stand")


Course = Callable[[float], float]


def found(exercise: Exercise, side: Counted, /, **ways: tuple[float, float]) -> Found:
    """Return what an excursion was in which measures went from one value to another and back."""
    return found_of(exercise, side, 8.0, {key: there(*way) for key, way in ways.items()})


def found_of(
    exercise: Exercise,
    side: Counted,
    seconds_s: float,
    courses: Mapping[str, Course],
    unsure: Callable[[float], bool] = lambda share: False,
    of: str = "elbow_flexion",
) -> Found:
    """Return what an excursion was; `unsure` says when the measures `of` may be anything."""
    lead = next(target for target in exercise.targets if target.role == "lead")
    along = GoingAlong(exercise, lead)
    for t in seconds(seconds_s, 15):
        row = [nan] * len(MEASURES)
        for key, course in courses.items():
            row[INDEX[key]] = course(t / seconds_s)
        doubted = unsure(t / seconds_s)
        along.add(t, row, [doubted and m.name == of for m in MEASURES])
    return along.found(side, 0.0, seconds_s)


def there(rest: float, top: float) -> Course:
    """Return the way from one value to another and back, over a share of the time."""
    return lambda share: rest + (top - rest) * swing(share, 0, 1, cycle_s=1.0, rising=0.5)


def test_an_arm_raised_nearly_straight_is_the_movement() -> None:
    arm = {"shoulder_abduction_left": (10.0, 95.0)}
    assert found(SUNRISE, "left", **arm) == "whole"
    assert found(SUNRISE, "left", **arm, elbow_flexion_left=(8.0, 50.0)) == "whole"


def test_a_hand_brought_up_with_the_elbow_bent_is_another() -> None:
    arm = {"shoulder_abduction_left": (10.0, 80.0)}
    assert found(SUNRISE, "left", **arm, elbow_flexion_left=(8.0, 95.0)) == "other"
    # From the lap, where the elbow was bent before.
    assert found(SUNRISE, "left", **arm, elbow_flexion_left=(60.0, 110.0)) == "other"


def test_an_elbow_that_may_be_anything_tells_of_no_other_movement() -> None:
    courses = {
        "shoulder_abduction_left": there(10.0, 95.0),
        "elbow_flexion_left": lambda share: 120.0 if 0.4 < share < 0.6 else 8.0,
    }
    assert found_of(SUNRISE, "left", 8.0, courses) == "other"
    # Not of a moment before or after either, in which it is not told that it may be.
    doubted = found_of(SUNRISE, "left", 8.0, courses, lambda share: 0.43 < share < 0.57)
    assert doubted == "whole"
    # What is said of it before and long after has a say.
    early = found_of(SUNRISE, "left", 8.0, courses, lambda share: 0.43 < share < 0.47)
    assert early == "other"


def test_an_arm_read_of_a_neighbours_for_a_while_does_not_waver() -> None:
    def taken(share: float) -> bool:
        return 0.3 < share < 0.4 or 0.6 < share < 0.7

    up = there(10.0, 95.0)
    courses = {"shoulder_abduction_left": lambda share: 150.0 if taken(share) else up(share)}
    lead = "shoulder_abduction"
    assert found_of(SUNRISE, "left", 8.0, courses, of=lead) == "other"
    assert found_of(SUNRISE, "left", 8.0, courses, taken, of=lead) == "whole"


def test_the_elbow_of_the_other_arm_has_no_say() -> None:
    ways = {"shoulder_abduction_left": (10.0, 95.0), "elbow_flexion_right": (8.0, 140.0)}
    assert found(SUNRISE, "left", **ways) == "whole"


@pytest.mark.parametrize(
    ("key", "size"), [("elbow_flexion_left", 25.0), ("shoulder_abduction_left", 18.0)]
)
def test_waving_to_and_fro_at_the_top_is_another(key: str, size: float) -> None:
    plain = {
        "shoulder_abduction_left": there(10.0, 120.0),
        "elbow_flexion_left": there(8.0, 45.0),
    }

    def waved(share: float) -> float:
        to_and_fro = size * np.sin(2 * np.pi * 10 * share) if 0.3 < share < 0.7 else 0.0
        return plain[key](share) + float(to_and_fro)

    assert found_of(SUNRISE, "left", 6.0, plain) == "whole"
    assert found_of(SUNRISE, "left", 6.0, {**plain, key: waved}) == "other"


def test_an_arm_that_reaches_ahead_only_seems_raised() -> None:
    arms = {"shoulder_abduction_left": (8.0, 70.0), "shoulder_abduction_right": (8.0, 8.0)}
    aside = found(SUNRISE, "left", **arms, wrist_span_shoulder_widths=(1.4, 2.7))
    ahead = found(SUNRISE, "left", **arms, wrist_span_shoulder_widths=(1.4, 1.6))
    assert (aside, ahead) == ("whole", "other")


def test_knees_bend_together_or_it_is_a_step() -> None:
    step = {"knee_flexion_left": (5.0, 60.0), "knee_flexion_right": (5.0, 10.0)}
    assert found(KNEES, "both", **step) == "other"
    both = {**step, "knee_flexion_right": (5.0, 45.0)}
    assert found(KNEES, "both", **both) == "whole"
    assert found(KNEES, "both", knee_flexion_left=(5.0, 60.0)) == "whole", "the far knee is hidden"


def test_a_squat_with_the_arms_held_out_is_whole_and_arms_that_sink_meanwhile_are_another() -> None:
    knees = {"knee_flexion_left": (5.0, 70.0), "knee_flexion_right": (5.0, 70.0)}
    assert found(KNEES, "both", **knees, shoulder_flexion_left=(10.0, 85.0)) == "whole"
    assert found(KNEES, "both", **knees, shoulder_flexion_left=(80.0, 15.0)) == "other"


def test_sitting_down_is_no_knee_bend_and_a_deep_squat_is_one() -> None:
    knees = {"knee_flexion_left": (5.0, 90.0), "knee_flexion_right": (5.0, 90.0)}
    seat = found(
        KNEES, "both", **knees, hip_flexion_left=(3.0, 90.0), trunk_forward_lean=(0.0, 0.0)
    )
    squat = found(
        KNEES, "both", **knees, hip_flexion_left=(3.0, 95.0), trunk_forward_lean=(0.0, 40.0)
    )
    assert (seat, squat) == ("other", "whole")


def test_picking_something_up_is_no_knee_bend() -> None:
    knees = {"knee_flexion_left": (5.0, 40.0), "knee_flexion_right": (5.0, 40.0)}
    assert found(KNEES, "both", **knees, trunk_forward_lean=(0.0, 75.0)) == "other"


def test_arms_that_float_while_the_knees_stay_are_a_part() -> None:
    arm = {"shoulder_flexion_left": (18.0, 78.0)}
    assert found(FORM, "left", **arm, knee_flexion_left=(20.0, 6.0)) == "whole"
    assert found(FORM, "left", **arm, knee_flexion_left=(12.0, 11.0)) == "part"
    assert found(FORM, "left", **arm) == "whole", "legs out of sight say nothing"


def test_knees_that_bend_while_the_arms_float_up_are_not_those_that_go_along() -> None:
    arm = {"shoulder_flexion_left": (18.0, 78.0)}
    assert found(FORM, "left", **arm, knee_flexion_left=(6.0, 20.0)) == "part"


def test_a_bow_with_hanging_arms_floats_none() -> None:
    bow = {"shoulder_flexion_left": (8.0, 55.0), "trunk_forward_lean": (0.0, 50.0)}
    assert found(FORM, "left", **bow, knee_flexion_left=(20.0, 6.0)) == "other"


def test_rising_without_leaning_forward_is_a_part_however_long_one_then_stands() -> None:
    def lean(share: float) -> float:
        return 35.0 * max(0.0, 1 - 7 * min(share, 1 - share))

    knees = {f"knee_flexion_{side}": there(95.0, 5.0) for side in ("left", "right")}
    leant = {**knees, "trunk_forward_lean": lean}
    upright = {**knees, "trunk_forward_lean": there(2.0, 3.0)}
    assert found_of(CHAIR, "both", 30.0, leant) == "whole"
    assert found_of(CHAIR, "both", 30.0, upright) == "part"


def test_both_arms_open_or_the_heart_does_not() -> None:
    span = {"wrist_span_shoulder_widths": (1.0, 2.2)}
    left = {"elbow_flexion_left": (140.0, 80.0), "shoulder_abduction_left": (50.0, 55.0)}
    right = {"elbow_flexion_right": (140.0, 80.0), "shoulder_abduction_right": (50.0, 55.0)}
    still = {"elbow_flexion_right": (140.0, 139.0), "shoulder_abduction_right": (50.0, 50.0)}
    assert found(HEART, "both", **span, **left, **right) == "whole"
    assert found(HEART, "both", **span, **left, **still) == "other"


def test_arms_swept_up_are_no_opening_of_the_heart() -> None:
    arms = {f"shoulder_abduction_{side}": (10.0, 95.0) for side in ("left", "right")}
    assert found(HEART, "both", wrist_span_shoulder_widths=(1.0, 3.5), **arms) == "other"


def test_a_step_aside_opens_a_leg_and_is_no_side_bend() -> None:
    lean = {"trunk_side_lean": (0.0, 12.0)}
    assert found(BEND, "left", **lean, hip_abduction_left=(8.0, 9.0)) == "whole"
    assert found(BEND, "left", **lean, hip_abduction_left=(8.0, 28.0)) == "other"
    assert found(BEND, "left", **lean, hip_abduction_right=(8.0, 28.0)) == "other"
    right = {"trunk_side_lean": (0.0, -12.0), "hip_abduction_right": (8.0, 28.0)}
    assert found(BEND, "right", **right) == "other"


def test_seated_thighs_have_no_angle_from_the_front_and_no_say() -> None:
    seated = find_exercise("side-bend-seated")
    ways = {"trunk_side_lean": (0.0, 12.0), "hip_abduction_left": (8.0, 60.0)}
    assert found(seated, "left", **ways) == "whole"


def test_where_next_to_nothing_was_seen_it_is_taken_for_the_movement() -> None:
    lead = next(target for target in SUNRISE.targets if target.role == "lead")
    along = GoingAlong(SUNRISE, lead)
    assert along.found("left", 0.0, 5.0) == "whole"
    assert found(SUNRISE, "left", elbow_flexion_left=(8.0, 140.0)) == "whole"


BOW = find_exercise("drawing-the-bow-standing")
ONE_ARM = find_exercise("single-arm-raise-standing")
MARCH = find_exercise("march-seated")
HINGE = find_exercise("hip-hinge-seated")
HEELS = find_exercise("heel-raise-standing")
TURN = find_exercise("neck-turn-seated")
BACKWARD = find_exercise("looking-backward-seated")


def test_a_bow_is_no_sunrise_for_the_other_arm_comes_along_with_its_elbow_bent() -> None:
    both = {"shoulder_abduction_left": (8.0, 82.0), "shoulder_abduction_right": (8.0, 70.0)}
    assert found(SUNRISE, "left", **both) == "whole"
    assert found(SUNRISE, "left", **both, elbow_flexion_right=(0.0, 140.0)) == "other"
    assert found(BOW, "left", **both, elbow_flexion_right=(0.0, 140.0)) == "whole"
    assert found(BOW, "left", **both, elbow_flexion_right=(0.0, 5.0)) == "other"


def test_both_arms_at_once_are_no_single_arm() -> None:
    left = {"shoulder_abduction_left": (15.0, 140.0), "elbow_flexion_left": (64.0, 84.0)}
    assert found(ONE_ARM, "left", **left, shoulder_abduction_right=(15.0, 13.0)) == "whole"
    assert found(ONE_ARM, "left", **left, shoulder_abduction_right=(15.0, 140.0)) == "other"
    assert found(ONE_ARM, "left", **left) == "whole", "what is unseen speaks for nothing"


def test_arms_that_go_against_each_other_are_another() -> None:
    left = {"shoulder_abduction_left": (8.0, 95.0)}
    assert found(SUNRISE, "left", **left, shoulder_abduction_right=(95.0, 8.0)) == "other"
    assert found(SUNRISE, "left", **left, shoulder_abduction_right=(8.0, 8.0)) == "whole"


def test_a_hip_that_bends_because_the_trunk_leans_is_no_march() -> None:
    knee = {"hip_flexion_left": (90.0, 110.0)}
    assert found(MARCH, "left", **knee, trunk_forward_lean=(0.0, 3.0)) == "whole"
    assert found(MARCH, "left", **knee, trunk_forward_lean=(0.0, 20.0)) == "other"


def test_one_who_stands_up_leans_and_does_no_hinge() -> None:
    lean = {"trunk_forward_lean": (0.0, 28.0)}
    assert found(HINGE, "both", **lean, knee_flexion_left=(90.0, 92.0)) == "whole"
    assert found(HINGE, "both", **lean, knee_flexion_left=(90.0, 20.0)) == "other"


def test_heels_that_are_lifted_in_a_seat_are_no_heel_raise() -> None:
    heels = {"heel_height_left_percent": (0.0, 18.0), "heel_height_right_percent": (0.0, 18.0)}
    assert found(HEELS, "both", **heels, knee_flexion_left=(3.0, 5.0)) == "whole"
    assert found(HEELS, "both", **heels, knee_flexion_left=(90.0, 93.0)) == "other"


def test_arms_that_open_with_the_head_tell_looking_backward_from_a_turn() -> None:
    turn = {"neck_rotation_percent": (0.0, 45.0)}
    opened = {f"shoulder_abduction_{side}": (8.0, 24.0) for side in ("left", "right")}
    still = {f"shoulder_abduction_{side}": (8.0, 9.0) for side in ("left", "right")}
    assert found(TURN, "left", **turn, **still) == "whole"
    assert found(TURN, "left", **turn, **opened) == "other"
    assert found(BACKWARD, "left", **turn, **opened) == "whole"
    assert found(BACKWARD, "left", **turn, **still) == "part"
