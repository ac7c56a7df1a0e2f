from dataclasses import replace
from math import isnan, nan

import numpy as np
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


def test_repetitions_are_counted_while_their_numbers_are_withheld() -> None:
    counting = Counting(SUNRISE)
    for t in seconds(22):
        given = arms(t, swing(t, 10, 95)).measures
        nothing = np.full_like(given.values, nan)
        counting.add(t, replace(given, values=nothing, error=nothing))
    tally = counting.done()
    assert [r.side for r in tally.repetitions].count("left") == 2
    assert [r.peak_s for r in tally.repetitions] == pytest.approx([4, 4, 14, 14], abs=0.3)
    for repetition in tally.repetitions:
        assert isnan(repetition.peak)
        assert isnan(repetition.range)
    assert isnan(tally.symmetry)
    assert counting.travelled(arms(22, 50).measures, None) > 0.3
    assert isnan(counting.apart(replace(given, values=nothing)))


def test_symmetry_is_how_much_of_the_one_sides_range_the_other_comes() -> None:
    counting = Counting(SUNRISE)
    assert isnan(counting.tally().symmetry)
    for t in seconds(32):
        counting.add(t, arms(t, swing(t, 10, 110), swing(t, 10, 85)).measures)
    assert counting.tally().symmetry == pytest.approx(0.75, abs=0.03)
    assert counting.done().symmetry == counting.tally().symmetry


def test_what_was_begun_when_the_camera_moves_is_dropped_and_counting_goes_on() -> None:
    counting = Counting(SUNRISE)
    for t in seconds(13):
        counting.add(t, arms(t, swing(t, 10, 95)).measures)
    counting.broken_off(13.0)
    assert counting.tally().unfinished == 0
    assert len(counting.tally().repetitions) == 2
    # The same arms look otherwise from there, and were at rest in the meantime.
    for t in seconds(40, start_s=18.0):
        counting.add(t, arms(t, swing(t - 20, 22, 80) if t > 20 else 22).measures)
    tally = counting.tally()
    assert len(tally.repetitions) == 2 + 4
    assert (tally.partial, tally.unfinished) == (0, 0)


def test_the_range_learnt_before_the_camera_moved_is_kept() -> None:
    counting = Counting(SUNRISE)
    for t in seconds(31):
        counting.add(t, arms(t, swing(t, 8, 40)).measures)
    assert len(counting.tally().repetitions) == 6
    counting.broken_off(31.0)
    for t in seconds(45, start_s=33.0):
        counting.add(t, arms(t, swing(t - 35, 8, 40) if t > 35 else 8).measures)
    assert len(counting.tally().repetitions) == 8


def test_frames_out_of_order_change_nothing() -> None:
    frames = [(t, arms(t, swing(t, 10, 95)).measures) for t in seconds(32)]
    in_order, shuffled = Counting(SUNRISE), Counting(SUNRISE)
    late = [frames[index ^ 1 if index % 7 == 0 else index] for index in range(len(frames))]
    for t, measures in frames:
        in_order.add(t, measures)
    for t, measures in [*late, (nan, frames[0][1])]:
        shuffled.add(t, measures)
    assert len(shuffled.tally().repetitions) == len(in_order.tally().repetitions) == 6


@pytest.mark.parametrize("jump_s", [-3600.0, -3.0, 5.0, 1e6])
@pytest.mark.parametrize("at_s", [4.0, 12.5])
def test_a_clock_that_jumps_invents_no_repetition(at_s: float, jump_s: float) -> None:
    counting = Counting(SUNRISE)
    for t in seconds(30):
        now = t + jump_s if t >= at_s else t
        counting.add(now, arms(now, swing(t, 10, 95)).measures)
    tally = counting.tally()
    assert len(tally.repetitions) <= 6
    ends = [r.end_s for r in tally.repetitions]
    assert ends == sorted(ends)
    assert all(r.start_s < r.peak_s < r.end_s < r.start_s + 12 for r in tally.repetitions)


@pytest.mark.parametrize("fps", [5.0, 15.0, 120.0])
def test_slow_and_quick_cameras_count_alike(fps: float) -> None:
    counting = Counting(SUNRISE)
    for t in seconds(42, fps):
        counting.add(t, arms(t, swing(t, 10, 95), swing(t, 12, 70)).measures)
    sides = [r.side for r in counting.tally().repetitions]
    assert (sides.count("left"), sides.count("right")) == (4, 4)
    assert counting.tally().partial == counting.tally().unfinished == 0


def test_one_just_seen_in_the_middle_of_a_movement_has_not_been_seen_to_begin_it() -> None:
    counting = Counting(SUNRISE)
    for t in seconds(26, start_s=2.2):
        counting.add(t, arms(t, swing(t, 10, 95)).measures)
    tally = counting.tally()
    assert len(tally.repetitions) == 2
    assert tally.unfinished == 2, "the first, and the third that is not over"
