"""What the guide shows at a moment."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.exercise import Exercise
from exercises.guide import guide_at
from exercises.keyframes import base_posture, keyframes
from exercises.library import library
from figure.joint_angles import NAMES, JointAngles, mirrored
from tests.exercises.definitions import plain

movements = st.sampled_from(list(library().values()))
moments = st.floats(0, 3600)
# The fastest a joint of the library's guides moves, degrees a second: room above every limit.
FASTEST = 90.0


def widest_step(a: JointAngles, b: JointAngles) -> float:
    return max(abs(float(getattr(a, name)) - float(getattr(b, name))) for name in NAMES)


def test_a_movement_begins_at_rest_arrives_with_its_phase_and_comes_back() -> None:
    movement = plain()
    begin, top, end = (guide_at(movement, t) for t in (0.0, 4.0, 10.0))
    assert begin.angles == base_posture(movement)
    assert top.angles.left_shoulder_elevation == 100
    assert (top.phase, top.progress) == (1, 0.0)
    assert end.angles == begin.angles
    assert (begin.cycle, end.cycle) == (0, 1)


def test_halfway_through_a_phase_the_joint_is_halfway() -> None:
    elevation = guide_at(plain(), 2.0).angles.right_shoulder_elevation
    assert elevation == pytest.approx((8 + 100) / 2)


def test_the_chest_fills_on_the_way_in_and_empties_on_the_way_out() -> None:
    fullness = [guide_at(plain(), t).angles.breath for t in (0, 2, 4, 7, 9.999)]
    assert fullness == pytest.approx([0, 0.5, 1, 0.5, 0], abs=1e-6)


def test_a_rest_keeps_the_breath_it_has() -> None:
    pause = {"id": "pause", "words": "pause", "breath": "rest", "seconds": 2.0, "travel": 1}
    data = plain().model_dump()
    rise, lower = data["phases"]
    data["phases"] = [rise, {**pause, "guide": rise["guide"]}, lower]
    movement = Exercise.model_validate(data)
    assert [guide_at(movement, t).angles.breath for t in (4, 5, 6)] == [1, 1, 1]


def test_the_figure_breathes_by_itself_where_the_breath_is_natural() -> None:
    arriving = library()["arriving-breath"]
    fullness = [guide_at(arriving, t).angles.breath for t in (0, 2.5, 5)]
    assert fullness == pytest.approx([0, 1, 0], abs=1e-6)


def test_one_natural_breath_lasts_a_cycle_of_several_phases() -> None:
    circles = library()["wrist-circles-seated"]
    fullness = [guide_at(circles, t).angles.breath for t in (0, 2, 4, 6, 7.999)]
    assert fullness == pytest.approx([0, 0.5, 1, 0.5, 0], abs=1e-3)


def test_a_flowing_guide_goes_through_its_phases_without_a_stop() -> None:
    def speed(movement: Exercise, t: float) -> float:
        return widest_step(guide_at(movement, t).angles, guide_at(movement, t + 0.01).angles) / 0.01

    circles = library()["wrist-circles-seated"]
    ends = [2.0, 4.0, 6.0]
    assert min(speed(circles, t) for t in ends) > 5
    stopping = Exercise.model_validate({**circles.model_dump(), "flowing": False})
    assert max(speed(stopping, t) for t in ends) < 0.5
    for t, end in zip(ends, keyframes(circles), strict=False):
        assert widest_step(guide_at(circles, t).angles, end) < 1.01  # but for the breath


def test_before_the_beginning_the_beginning_is_shown() -> None:
    assert guide_at(plain(), -5.0) == guide_at(plain(), 0.0)


def test_sides_alternate_left_first_and_the_right_is_the_left_mirrored() -> None:
    bend = library()["side-bend-standing"]
    left, right = guide_at(bend, 6.0), guide_at(bend, 16.0)
    assert (left.side, right.side, guide_at(bend, 26.0).side) == ("left", "right", "left")
    assert left.angles.trunk_side_lean == 15
    assert right.angles == mirrored(left.angles)


def test_a_movement_that_does_not_alternate_has_no_side() -> None:
    assert guide_at(plain(), 13.0).side is None
    assert keyframes(plain(), right=True)[0].left_shoulder_elevation == 100


@settings(max_examples=150, deadline=None)
@given(movements, moments, st.floats(0, 0.2))
def test_the_guide_never_jumps(movement: Exercise, t: float, later: float) -> None:
    step = widest_step(guide_at(movement, t).angles, guide_at(movement, t + later).angles)
    assert step <= FASTEST * later + 1e-6


@settings(max_examples=100, deadline=None)
@given(movements, moments)
def test_phase_and_progress_are_within_the_definition(movement: Exercise, t: float) -> None:
    moment = guide_at(movement, t)
    assert 0 <= moment.phase < len(movement.phases)
    assert 0 <= moment.progress <= 1
    assert moment.cycle * movement.cycle_s <= t + 1e-6


@settings(max_examples=50, deadline=None)
@given(movements, moments)
def test_two_cycles_later_it_shows_the_same(movement: Exercise, t: float) -> None:
    again = guide_at(movement, t + 2 * movement.cycle_s)
    assert widest_step(guide_at(movement, t).angles, again.angles) < 1e-3
