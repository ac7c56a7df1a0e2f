from dataclasses import replace

import numpy as np
import pytest

from figure.joint_angles import NEUTRAL, JointAngles
from tests.people import seconds
from tests.vision.exact_body import pose_seen
from vision.roll import MOST_DEG, Roll
from vision.skeleton import Landmark


def shown(
    roll: Roll,
    until_s: float,
    *,
    angles: JointAngles = NEUTRAL,
    roll_deg: float = 0.0,
    from_front: bool = True,
    start_s: float = 0.0,
) -> Roll:
    points = pose_seen(angles, roll_deg=roll_deg).image[:, :2]
    for t in seconds(until_s, start_s=start_s):
        roll.take(points, t, from_front=from_front)
    return roll


@pytest.mark.parametrize("tilt", [-8.0, 0.0, 3.0, 12.0])
def test_a_body_that_stands_straight_and_still_tells_the_roll(tilt: float) -> None:
    roll = shown(Roll(), 3, roll_deg=tilt)
    assert roll.known
    assert roll.degrees == pytest.approx(tilt, abs=0.3)


def test_a_moment_is_not_enough() -> None:
    assert not shown(Roll(), 0.9, roll_deg=6).known
    assert Roll().degrees == 0


def test_a_body_that_leans_on_level_hips_is_no_rolled_camera() -> None:
    roll = shown(Roll(), 10, angles=replace(NEUTRAL, trunk_side_lean=14.0))
    assert not roll.known


def test_a_body_that_moves_tells_nothing() -> None:
    roll = Roll()
    for t in seconds(10):
        swaying = pose_seen(roll_deg=8 * np.sin(3 * t)).image[:, :2]
        roll.take(swaying, t, from_front=True)
    assert not roll.known


def test_a_body_seen_from_the_side_tells_nothing_by_itself_and_the_persons_word_counts() -> None:
    roll = shown(Roll(), 5, roll_deg=4, from_front=False)
    assert not roll.known
    assert roll.say_upright()
    assert roll.known
    assert roll.degrees == pytest.approx(4, abs=0.3)


def test_the_persons_word_outlasts_what_is_seen_later() -> None:
    roll = shown(Roll(), 2, roll_deg=4)
    assert roll.say_upright()
    shown(roll, 20, roll_deg=-3, start_s=2)
    assert roll.degrees == pytest.approx(4, abs=0.3)


def test_a_body_far_from_upright_is_not_taken_for_it() -> None:
    roll = shown(Roll(), 5, roll_deg=MOST_DEG + 10)
    assert not roll.known
    assert not roll.say_upright()


def test_nobody_in_sight_cannot_say_so() -> None:
    assert not Roll().say_upright()
    unseen = np.full((33, 2), np.nan)
    roll = Roll()
    for t in seconds(3):
        roll.take(unseen, t, from_front=True)
    assert not roll.say_upright()


@pytest.mark.parametrize("hidden", [Landmark.LEFT_HIP, Landmark.RIGHT_SHOULDER])
def test_half_a_trunk_tells_nothing(hidden: Landmark) -> None:
    points = pose_seen(roll_deg=5).image[:, :2].copy()
    points[hidden] = np.nan
    roll = Roll()
    for t in seconds(3):
        roll.take(points, t, from_front=True)
    assert not roll.known


def test_a_clock_that_steps_back_does_no_harm() -> None:
    roll = shown(Roll(), 3, roll_deg=5, start_s=0.0)
    shown(roll, -96, roll_deg=5, start_s=-100)
    assert roll.degrees == pytest.approx(5, abs=0.3)
