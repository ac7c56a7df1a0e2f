from math import isnan, nan

import pytest

from exercises.library import find_exercise
from feedback.counting import Counting
from tests.people import arms, seconds, sight, swing
from vision.measures import unseen

SUNRISE = find_exercise("sunrise-arms-standing")
KNEES = find_exercise("soft-knee-sink")
HEART = find_exercise("open-heart-seated")


def test_sides_at_once_are_listed_each() -> None:
    counting = Counting(SUNRISE)
    for t in seconds(22):
        counting.add(t, arms(t, swing(t, 10, 95), swing(t, 14, 90)).measures)
    sides = [repetition.side for repetition in counting.done().repetitions]
    assert sorted(sides) == ["left", "left", "right", "right"]


def test_one_arm_alone_is_counted_alone() -> None:
    counting = Counting(SUNRISE)
    for t in seconds(22):
        counting.add(t, arms(t, 12, swing(t, 10, 95)).measures)
    assert {repetition.side for repetition in counting.done().repetitions} == {"right"}


def test_part_of_the_way_with_both_arms_is_one_part() -> None:
    counting = Counting(SUNRISE)
    for t in seconds(30):
        top = 95 if t < 20 else 55
        counting.add(t, arms(t, swing(t, 10, top), swing(t, 12, top)).measures)
    assert counting.done().partial == 1


def test_knees_together_are_one_and_one_knee_in_sight_is_enough() -> None:
    counting = Counting(KNEES)
    for t in seconds(32):
        bend = swing(t, 5, 30)
        other = nan if 10 < t < 20 else bend + 2
        both = {"knee_flexion_left": bend, "knee_flexion_right": other}
        counting.add(t, sight(t, **both).measures)
    assert [repetition.side for repetition in counting.done().repetitions] == ["both"] * 3


def test_midline_is_counted_as_both() -> None:
    counting = Counting(HEART)
    for t in seconds(32):
        span = swing(t, 0.8, 2.3)
        counting.add(t, sight(t, wrist_span_shoulder_widths=span).measures)
    assert [repetition.side for repetition in counting.done().repetitions] == ["both"] * 3


def test_what_is_open_is_unfinished_only_at_the_end() -> None:
    counting = Counting(SUNRISE)
    for t in seconds(15):
        counting.add(t, arms(t, swing(t, 10, 95)).measures)
    assert counting.done().unfinished == 0
    assert counting.tally().unfinished == 1
    assert counting.done().repetitions == counting.tally().repetitions


@pytest.mark.parametrize("movement", ["arriving-breath", "closing-hands-on-belly"])
def test_a_kept_posture_counts_nothing(movement: str) -> None:
    counting = Counting(find_exercise(movement))
    for t in seconds(12):
        bend = swing(t, 10, 100)
        counting.add(t, sight(t, elbow_flexion_left=bend, trunk_side_lean=bend / 10).measures)
    assert counting.tally() == Counting(find_exercise(movement)).tally()
    assert isnan(counting.travelled(unseen(), None))


def test_sides_are_apart_only_by_their_own_ranges() -> None:
    counting = Counting(SUNRISE)
    assert isnan(counting.apart(arms(0, 10, 90).measures))
    for t in seconds(34):
        counting.add(t, arms(t, swing(t, 10, 60), swing(t, 10, 110)).measures)
    both_up = counting.apart(arms(34, 58, 108).measures)
    assert both_up < 0.15
    assert counting.apart(arms(34, 12, 108).measures) > 0.7
