from collections.abc import Callable, Iterable
from dataclasses import replace
from math import nan

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.definition import Target
from feedback.count import Count
from feedback.own_range import OwnRange
from feedback.repetitions import RepetitionCounter
from tests.people import seconds, swing

SUNRISE = Target(measure="shoulder_abduction", rest=0, low=60, high=120, ceiling=150)
KNEE = Target(measure="knee_flexion", rest=5, low=20, high=40, ceiling=60)
STANDING = Target(measure="knee_flexion", rest=90, low=0, high=15, ceiling=-10)
LEAN = Target(measure="trunk_side_lean", rest=0, low=10, high=20, ceiling=30)

Course = Callable[[float], float]


def counted(
    target: Target, course: Course, until_s: float, fps: float = 30.0, noise: float = 0.0
) -> Count:
    tremor = np.random.default_rng(7).normal(0, noise, round(until_s * fps) + 1)
    times = seconds(until_s, fps)
    return over(target, ((t, course(t) + jitter) for t, jitter in zip(times, tremor, strict=False)))


def over(target: Target, samples: Iterable[tuple[float, float]]) -> Count:
    counter = RepetitionCounter("left", OwnRange(target))
    for t, value in samples:
        counter.add(t, value)
    return counter.count()


@pytest.mark.parametrize("fps", [5.0, 12.0, 30.0, 120.0])
@pytest.mark.parametrize(
    ("target", "rest", "top"),
    [
        (SUNRISE, 15, 100),
        (SUNRISE, 8, 65),
        (KNEE, 10, 25),
        (KNEE, 4, 90),
        (STANDING, 95, 8),
        (LEAN, -2, 14),
    ],
)
def test_six_slow_movements_are_six_repetitions(
    target: Target, rest: float, top: float, fps: float
) -> None:
    found = counted(target, lambda t: swing(t, rest, top), 62, fps, noise=1.0)
    assert len(found.repetitions) == 6
    assert not found.partial
    assert not found.unfinished
    for number, repetition in enumerate(found.repetitions):
        assert repetition.start_s == pytest.approx(10 * number + 0.7, abs=0.8)
        assert repetition.peak_s == pytest.approx(10 * number + 4, abs=0.7)
        assert repetition.end_s == pytest.approx(10 * number + 9, abs=1.2)
        assert repetition.peak == pytest.approx(top, abs=3.0)


@pytest.mark.parametrize("fps", [5.0, 30.0])
@pytest.mark.parametrize("noise", [1.0, 2.0])
@pytest.mark.parametrize("target", [SUNRISE, KNEE, LEAN])
def test_trembling_at_rest_is_no_repetition(target: Target, noise: float, fps: float) -> None:
    found = counted(target, lambda t: target.rest + 4, 180, fps, noise)
    assert not found.repetitions
    assert not found.unfinished


def test_a_long_stay_at_the_top_is_one_repetition() -> None:
    def course(t: float) -> float:
        return 10 + 90 * min(max(t - 1, 0) / 3, 1) * min(max(60 - t, 0) / 4, 1)

    found = counted(SUNRISE, course, 62, noise=1.0)
    assert len(found.repetitions) == 1
    assert found.repetitions[0].peak_s == pytest.approx(30, abs=3)


def test_stopping_on_the_way_and_going_on_is_one_repetition() -> None:
    course = np.interp
    points = [0, 1, 2, 5, 6, 8, 9, 12, 14, 16]
    values = [10, 10, 50, 50, 100, 100, 60, 60, 10, 10]
    found = counted(SUNRISE, lambda t: float(course(t, points, values)), 16)
    assert len(found.repetitions) == 1
    assert not found.partial


def test_part_of_the_way_is_noted_apart() -> None:
    def course(t: float) -> float:
        return swing(t, 10, 100 if t < 20 else 55)

    found = counted(SUNRISE, course, 30)
    assert len(found.repetitions) == 2
    assert len(found.partial) == 1
    assert found.partial[0].start_s == pytest.approx(20.5, abs=1)


def test_a_person_who_comes_less_far_is_counted_in_their_own_range() -> None:
    found = counted(SUNRISE, lambda t: swing(t, 8, 42), 80)
    assert len(found.repetitions) == 8
    assert not found.partial
    assert [round(r.peak_s) for r in found.repetitions] == [10 * n + 4 for n in range(8)]


def test_small_movements_before_larger_ones_are_whole_only_if_they_were_the_rule() -> None:
    def found(*tops: float) -> Count:
        course = [*tops, 100, 100, 100]
        return counted(
            SUNRISE,
            lambda t: swing(t, 8, course[min(int(t // 10), len(course) - 1)]),
            10 * len(course),
        )

    assert len(found(44).partial) == 1
    assert len(found(44, 44).repetitions) == 5


def test_one_small_movement_does_not_change_what_counts() -> None:
    tops = [100, 100, 55, 100, 48, 100]
    found = counted(SUNRISE, lambda t: swing(t, 10, tops[min(int(t // 10), 5)]), 60)
    assert len(found.repetitions) == 4
    assert len(found.partial) == 2


def test_begun_and_not_returned_is_unfinished() -> None:
    found = counted(SUNRISE, lambda t: swing(t, 10, 100), 25)
    assert len(found.repetitions) == 2
    assert len(found.unfinished) == 1
    assert not found.partial


def test_almost_back_when_the_sights_end_is_whole() -> None:
    found = counted(SUNRISE, lambda t: swing(t, 10, 100), 8.3)
    assert len(found.repetitions) == 1
    assert not found.unfinished


def test_a_second_out_of_sight_does_not_break_a_repetition() -> None:
    def course(t: float) -> float:
        return nan if 3.0 < t < 4.8 else swing(t, 10, 100)

    found = counted(SUNRISE, course, 12)
    assert len(found.repetitions) == 1
    assert not found.unfinished


def test_long_out_of_sight_leaves_a_repetition_unfinished_and_begins_anew() -> None:
    def course(t: float) -> float:
        return nan if 4.0 < t < 13.0 else swing(t, 10, 100)

    found = counted(SUNRISE, course, 32)
    assert len(found.unfinished) == 1
    # The second is first seen near its top, so it is not known to have begun.
    assert len(found.repetitions) == 1


def test_a_short_jerk_is_no_repetition_and_no_part_of_one() -> None:
    found = counted(SUNRISE, lambda t: 90 if 5 < t < 5.6 else 12, 12)
    assert found == Count()


def test_one_frame_seen_amiss_is_no_repetition_and_breaks_none() -> None:
    def course(t: float) -> float:
        return 10.0 if round(t * 30) == 110 else swing(t, 10, 100)

    assert len(counted(SUNRISE, course, 10).repetitions) == 1


def test_who_begins_at_the_top_is_counted_from_the_first_rest_on() -> None:
    found = counted(SUNRISE, lambda t: swing(t + 4, 10, 100), 26)
    assert [round(repetition.peak_s) for repetition in found.repetitions] == [10, 20]


def test_who_stands_tall_first_and_then_sinks_into_a_stance_is_still_counted() -> None:
    def course(t: float) -> float:
        return 4 if t < 5 else 24 if t < 8 else swing(t - 8, 24, 44)

    found = counted(KNEE, course, 68, noise=0.5)
    assert len(found.repetitions) >= 4


def test_a_calibrated_range_is_kept() -> None:
    own = OwnRange(SUNRISE, calibrated=True)
    counter = RepetitionCounter("left", own)
    for t in seconds(60):
        counter.add(t, swing(t, 0, 35))
    assert not counter.count().repetitions
    assert len(counter.count().partial) == 6
    assert own.span == pytest.approx(60, abs=3)


def test_a_range_of_rest_alone_counts_nothing() -> None:
    nothing = SUNRISE.model_copy(update={"low": 0.0, "high": 0.0})
    assert counted(nothing, lambda t: swing(t, 0, 50), 30, noise=1.0) == Count()


def test_a_repeated_or_earlier_moment_is_passed_over() -> None:
    once = [(t, swing(t, 10, 100)) for t in seconds(22)]
    twice = [sample for sample in once for _ in range(3)]
    assert over(SUNRISE, twice) == over(SUNRISE, once)


def test_what_was_begun_is_dropped_where_it_is_broken_off() -> None:
    counter = RepetitionCounter("left", OwnRange(SUNRISE))
    for t in seconds(14):
        counter.add(t, swing(t, 10, 100))
    assert len(counter.count().unfinished) == 1
    counter.break_off()
    assert len(counter.count().repetitions) == 1
    assert not counter.count().unfinished
    for t in seconds(40, start_s=17.0):
        counter.add(t, swing(t - 20, 30, 110) if t > 20 else 30)
    assert len(counter.count().repetitions) == 3
    assert not counter.count().partial


@pytest.mark.parametrize(("from_rest", "count"), [(False, 3), (True, 2)])
def test_a_beginning_that_was_half_seen_may_or_may_not_do(from_rest: bool, count: int) -> None:
    counter = RepetitionCounter("left", OwnRange(SUNRISE), from_rest=from_rest)
    for t in seconds(30, start_s=1.6):
        counter.add(t, swing(t, 10, 100))
    found = counter.count()
    assert len(found.repetitions) == count
    assert len(found.unfinished) == 3 - count


def test_a_small_and_quick_way_is_a_step_and_a_small_and_slow_one_is_the_persons_own() -> None:
    def found(cycle_s: float) -> Count:
        ways = [(t, swing(t, 4, 13, cycle_s=cycle_s)) for t in seconds(6 * cycle_s, 20)]
        return over(KNEE, ways)

    assert found(1.2) == Count()
    assert len(found(6.0).repetitions) == 6


def test_one_who_never_comes_near_rest_does_something_else() -> None:
    # Bending the knees before a chair is no rising from it.
    found = counted(STANDING, lambda t: swing(t, 5, 38), 90, noise=1.0)
    assert found == Count()


def test_swaying_by_a_few_degrees_is_not_even_a_part_of_a_small_range() -> None:
    found = counted(LEAN, lambda t: swing(t, -1, 3.5, cycle_s=6), 90, noise=0.5)
    assert found == Count()


def test_a_way_that_is_another_movement_is_no_part_and_teaches_nothing() -> None:
    own = OwnRange(SUNRISE)
    counter = RepetitionCounter("left", own, found=lambda start_s, end_s: "other")
    for t in seconds(45):
        counter.add(t, swing(t, 10, 100))
    assert counter.count() == Count()
    assert not own.known


def test_a_way_that_lacks_something_is_a_part_however_often() -> None:
    counter = RepetitionCounter("left", OwnRange(SUNRISE), found=lambda start_s, end_s: "part")
    for t in seconds(40):
        counter.add(t, swing(t, 10, 100))
    assert not counter.count().repetitions
    assert len(counter.count().partial) == 4


@given(
    shift=st.integers(-3600, 3600),
    top=st.floats(70, 140),
    cycle_s=st.floats(4, 16),
    rest=st.floats(0, 20),
)
@settings(max_examples=25, deadline=None)
def test_counts_do_not_depend_on_when(shift: int, top: float, cycle_s: float, rest: float) -> None:
    samples = [(t, swing(t, rest, top, cycle_s=cycle_s)) for t in seconds(3.2 * cycle_s, 8)]
    here = over(SUNRISE, samples)
    there = over(SUNRISE, [(t + shift, value) for t, value in samples])
    assert len(here.repetitions) == len(there.repetitions) == 3
    for one, other in zip(here.repetitions, there.repetitions, strict=True):
        moved = replace(
            one, start_s=one.start_s + shift, peak_s=one.peak_s + shift, end_s=one.end_s + shift
        )
        assert moved.start_s == pytest.approx(other.start_s, abs=1e-6)
        assert moved.peak_s == pytest.approx(other.peak_s, abs=1e-6)
        assert moved.end_s == pytest.approx(other.end_s, abs=1e-6)


@given(values=st.lists(st.floats(-180, 180) | st.just(nan), max_size=200), fps=st.floats(4, 60))
@settings(max_examples=60, deadline=None)
def test_any_course_gives_repetitions_in_order_and_apart(values: list[float], fps: float) -> None:
    found = over(SUNRISE, [(index / fps, value) for index, value in enumerate(values)])
    for repetition in found.repetitions:
        assert repetition.start_s <= repetition.peak_s <= repetition.end_s
    ends = [repetition.end_s for repetition in found.repetitions]
    assert ends == sorted(ends)
    assert all(
        later.start_s >= earlier.peak_s
        for earlier, later in zip(found.repetitions, found.repetitions[1:], strict=False)
    )
