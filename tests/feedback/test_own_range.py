import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.definition import Target
from feedback.own_range import OwnRange

RISING = Target(measure="shoulder_abduction", rest=0, low=60, high=120, ceiling=150)
FALLING = Target(measure="knee_flexion", rest=90, low=0, high=15, ceiling=-10)


def rested(own: OwnRange, distances: list[float], fps: float = 30.0) -> OwnRange:
    for distance in distances:
        own.rests_at(distance, 1 / fps)
    return own


@pytest.mark.parametrize("target", [RISING, FALLING])
@given(value=st.floats(-180, 180))
@settings(max_examples=20)
def test_a_value_is_found_again_from_its_distance(target: Target, value: float) -> None:
    own = OwnRange(target)
    assert own.value(own.distance(value)) == pytest.approx(value)


def test_rest_is_where_the_person_rests_though_they_tremble() -> None:
    tremor = np.random.default_rng(1).normal(18, 2, 300)
    assert rested(OwnRange(RISING), list(tremor)).rest == pytest.approx(18, abs=2)


def test_rest_is_not_carried_along_by_a_slow_beginning() -> None:
    own = rested(OwnRange(RISING), [10.0] * 90 + [10 + index / 6 for index in range(60)])
    assert own.rest == pytest.approx(10, abs=1)


def test_rest_is_found_by_who_begins_above_it() -> None:
    own = rested(OwnRange(RISING), [100 - index for index in range(90)] + [10.0] * 60)
    assert own.rest == pytest.approx(10, abs=1)


def test_range_is_learnt_from_the_middle_of_the_last_excursions() -> None:
    own = OwnRange(RISING)
    assert not own.known
    for height in (90, 92, 40, 91):
        own.came(height)
    assert own.known
    assert own.span == 91


def test_very_small_excursions_do_not_shrink_the_range() -> None:
    own = OwnRange(RISING)
    for _ in range(10):
        own.came(8)
    assert own.span == 60


def test_a_calibrated_range_is_known_and_kept() -> None:
    own = OwnRange(RISING, calibrated=True)
    own.came(100)
    own.came(100)
    assert own.known
    assert own.span == 60


def test_the_other_side_of_a_midline_measure_hardly_moves_the_rest() -> None:
    lean = Target(measure="trunk_side_lean", rest=0, low=10, high=20, ceiling=30)
    own = OwnRange(lean, two_sided=True)
    rested(own, [own.distance(-15.0)] * 300)
    assert -2 <= own.rest <= 0


def test_swaying_counts_for_nothing_in_a_range_that_is_hardly_more() -> None:
    lean = OwnRange(Target(measure="trunk_side_lean", rest=0, low=10, high=20, ceiling=30))
    assert not lean.is_something(5.0)
    assert not lean.is_whole(5.9, 0.7)
    assert lean.is_whole(7.1, 0.7)
    slight = OwnRange(
        Target(measure="trunk_side_lean", rest=0, low=4, high=6, ceiling=10), calibrated=True
    )
    assert slight.is_whole(4.0, 0.7), "a range found for this person is theirs"


def test_measures_that_are_no_angles_have_no_sway_in_degrees() -> None:
    span = OwnRange(Target(measure="wrist_span", rest=1, low=2, high=2.5, ceiling=3.2))
    assert span.is_whole(0.75, 0.7)
    assert not span.is_something(0.3)


def test_swaying_of_a_few_percent_counts_for_nothing() -> None:
    shift = OwnRange(Target(measure="pelvis_shift", rest=0, low=5, high=10, ceiling=18))
    assert not shift.is_something(3.9)
    assert shift.is_whole(4.6, 0.7)


def test_one_turn_in_a_repetition_tells_where_the_next_will_be() -> None:
    own = OwnRange(RISING)
    nearer = rested(OwnRange(RISING), [35.0] * 60)
    assert not nearer.is_whole(66, 0.7)
    for each in (own, nearer):
        each.came(70 - each.rest, whole=True)
    assert nearer.is_whole(66, 0.7), "it comes where they turned, from a rest that is nearer"
    assert own.is_whole(66, 0.7)
    assert not own.is_whole(25, 0.7)


def test_a_small_way_that_was_no_repetition_tells_nothing_of_the_next() -> None:
    own = OwnRange(RISING)
    own.came(38)
    assert not own.is_whole(38, 0.7)
    own.came(37)
    assert own.is_whole(38, 0.7)


@pytest.mark.parametrize(
    ("rest", "top", "at_all"),
    [(20, 90, True), (29, 50, True), (40, 85, True), (45, 85, False), (60, 130, True)],
)
def test_a_rest_near_the_range_is_none_unless_they_come_far_from_it(
    rest: float, top: float, at_all: bool
) -> None:
    assert OwnRange(RISING).rests_at_all(rest, top) is at_all
