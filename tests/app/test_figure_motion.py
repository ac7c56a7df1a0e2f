"""How the drawn figure performs: as the guide, or varied as people vary, in a closed loop."""

from dataclasses import replace

import numpy as np
import pytest

from app.figure_motion import LONGEST_LOOP_S, Motion
from app.figure_options import FigureOptions
from exercises.exercise import Exercise
from exercises.guide import guide_at
from exercises.library import find_exercise
from figure.joint_angles import NAMES

PLAIN = FigureOptions()
SUNRISE = find_exercise("sunrise-arms-standing")
SIDE_BEND = find_exercise("side-bend-seated")
ARM = "left_shoulder_elevation"


def track(motion: Motion, name: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.array([getattr(motion.posture(i), name) for i in range(motion.frames)])


def test_unvaried_it_is_the_guide_itself() -> None:
    motion = Motion(SUNRISE, PLAIN)
    assert motion.frames == round(SUNRISE.cycle_s * PLAIN.fps)
    for frame in (0, 17, 100, 250):
        guide = guide_at(SUNRISE, frame / PLAIN.fps).angles
        for name in NAMES:
            assert getattr(motion.posture(frame), name) == pytest.approx(getattr(guide, name))


def test_a_movement_that_alternates_shows_both_sides_before_it_begins_again() -> None:
    motion = Motion(SIDE_BEND, PLAIN)
    assert motion.frames == round(2 * SIDE_BEND.cycle_s * PLAIN.fps)
    lean = track(motion, "trunk_side_lean")
    assert lean.max() > 8
    assert lean.min() < -8


@pytest.mark.parametrize("seed", [0, 1, 2])
@pytest.mark.parametrize("exercise", [SUNRISE, SIDE_BEND], ids=lambda e: e.id)
def test_it_moves_without_a_jump_also_where_the_loop_closes(exercise: Exercise, seed: int) -> None:
    motion = Motion(exercise, replace(PLAIN, seed=seed))
    assert motion.frames <= LONGEST_LOOP_S * PLAIN.fps
    for name in (ARM, "trunk_side_lean", "neck_rotation"):
        values = track(motion, name)
        steps = np.abs(np.diff(np.append(values, values[0])))
        assert steps.max() < 4  # 120° a second


def test_a_shoulder_that_stops_at_95_stops_there_and_the_other_goes_on() -> None:
    motion = Motion(SUNRISE, replace(PLAIN, top_left=80, seed=3))
    assert track(motion, ARM).max() == 80
    assert track(motion, "right_shoulder_elevation").max() > 81


def test_any_joint_stops_where_it_is_told_to() -> None:
    sink = Motion(
        find_exercise("soft-knee-sink"), replace(PLAIN, joint_tops=(("left_knee_flexion", 15.0),))
    )
    assert track(sink, "left_knee_flexion").max() == 15
    assert track(sink, "right_knee_flexion").max() > 20


@pytest.mark.parametrize("exercise", [SUNRISE, SIDE_BEND], ids=lambda e: e.id)
def test_it_rests_as_long_as_it_is_told_to_before_each_repetition(exercise: Exercise) -> None:
    plain, resting = Motion(exercise, PLAIN), Motion(exercise, replace(PLAIN, rest=3))
    cycles = 2 if exercise.sides == "alternating" else 1
    assert resting.frames == plain.frames + cycles * 90
    still = round(exercise.cycle_s * PLAIN.fps) + 90
    for number in range(cycles):
        rest = resting.posture(number * still)
        assert resting.posture(number * still + 89) == rest
        for frame in (1, 60, 200):
            moving = resting.posture(number * still + 90 + frame)
            guide = plain.posture(number * (still - 90) + frame)
            for name in NAMES:
                assert getattr(moving, name) == pytest.approx(getattr(guide, name), abs=1e-6)


def test_repetitions_vary_within_bounds_and_each_seed_in_its_own_way() -> None:
    plain = track(Motion(SUNRISE, PLAIN), ARM).max()
    varied = Motion(SUNRISE, replace(PLAIN, seed=5))
    values = track(varied, ARM)
    peaks = [part.max() for part in np.array_split(values, round(len(values) / 300))]
    assert np.ptp(peaks) > 1
    assert max(peaks) < 1.12 * plain
    assert min(peaks) > 0.85 * plain
    other = track(Motion(SUNRISE, replace(PLAIN, seed=6)), ARM)
    assert len(other) != len(values) or not np.allclose(other, values, atol=0.5)
    again = track(Motion(SUNRISE, replace(PLAIN, seed=5)), ARM)
    assert np.array_equal(again, values)


def test_reach_and_tempo_scale_how_far_and_how_fast() -> None:
    plain = Motion(SUNRISE, PLAIN)
    small = Motion(SUNRISE, replace(PLAIN, reach=0.5, tempo=2))
    assert small.frames == pytest.approx(plain.frames / 2, abs=1)
    rise, small_rise = (np.ptp(track(motion, ARM)) for motion in (plain, small))
    assert small_rise == pytest.approx(rise / 2, rel=0.02)
