"""Finding neutral, and the tops of what a person shows."""

from collections.abc import Callable
from math import isnan, nan

import pytest

from exercises.library import library
from exercises.ranges import mirrored
from feedback.shows import Shows
from feedback.stillness import Stillness
from tests.people import seconds, swing

ARMS = library()["sunrise-arms-seated"].targets[0]
NECK = library()["neck-side-bend-seated"].targets[0]
KNEE = library()["sit-to-stand"].targets[0]


def shown(
    shows: Shows, course: Callable[[float], float], until_s: float, error: float = 4.0
) -> Shows:
    for t in seconds(until_s):
        shows.add(t, course(t), error)
    return shows


def after_rest(course: Callable[[float], float]) -> Callable[[float], float]:
    """Return the course after three seconds at where it begins."""
    return lambda t: course(max(t - 3.0, 0.0))


@pytest.mark.parametrize("top", [18.0, 40.0, 95.0, 170.0])
def test_any_way_out_and_back_is_a_top_however_far(top: float) -> None:
    shows = shown(Shows(ARMS, 8.0, 2.0, 90.0), after_rest(lambda t: swing(t, 8, top)), 33.5)
    assert [round(each.value) for each in shows.tops] == [top] * 3
    assert all(each.error == 4.0 for each in shows.tops)


def test_a_top_is_taken_once_the_person_has_come_back() -> None:
    shows = shown(Shows(ARMS, 8.0, 2.0, 90.0), after_rest(lambda t: swing(t, 8, 95)), 9.0)
    assert shows.tops == ()
    assert len(shown(shows, after_rest(lambda t: swing(t, 8, 95)), 14).tops) == 1


@pytest.mark.parametrize("sign", [1, -1])
def test_small_measures_and_falling_ones_have_tops_too(sign: int) -> None:
    target = NECK if sign > 0 else mirrored(NECK)
    shows = Shows(target, 0.0, 2.0, 60.0, two_sided=True)
    shown(shows, after_rest(lambda t: sign * swing(t, 0, 9)), 33.5)
    assert [round(each.value) for each in shows.tops] == [sign * 9] * 3
    knee = shown(Shows(KNEE, 88.0, 3.0, 90.0), after_rest(lambda t: swing(t, 88, 12)), 33.5)
    assert [round(each.value) for each in knee.tops] == [12] * 3


def test_going_to_the_other_side_is_no_top_of_this_one() -> None:
    shows = Shows(NECK, 0.0, 2.0, 60.0, two_sided=True)
    shown(shows, after_rest(lambda t: swing(t, 0, 15) * (1 if t % 20 < 10 else -1)), 43)
    assert [round(each.value) for each in shows.tops] == [15, 15]


def test_a_top_whose_error_is_not_known_is_not_taken() -> None:
    shows = shown(Shows(ARMS, 8.0, 2.0, 90.0), after_rest(lambda t: swing(t, 8, 95)), 14, nan)
    assert shows.tops == ()
    assert shows.last_untaken == "unsure"


def test_a_hurried_top_is_not_taken() -> None:
    shows = Shows(ARMS, 8.0, 2.0, fastest=45.0)
    shown(shows, after_rest(lambda t: swing(t, 8, 95, cycle_s=2.5)), 6)
    assert shows.tops == ()
    assert shows.last_untaken == "hurried"


def test_moving_in_the_seat_is_left_out_whether_before_or_after() -> None:
    def course(t: float) -> float:
        return swing(t, 8, 22 if t < 10 else 46 if t >= 30 else 95)

    shows = shown(Shows(ARMS, 8.0, 2.0, 90.0), after_rest(course), 44)
    assert [round(each.value) for each in shows.tops] == [95, 95]
    assert shows.last_untaken == "small"


def test_scratching_the_nose_shows_nothing() -> None:
    def course(t: float) -> float:
        return 75.0 if 5 < t < 5.7 else 8.0

    assert shown(Shows(ARMS, 8.0, 2.0, 200.0), course, 12).tops == ()


def test_the_last_top_can_be_taken_back_and_shown_again() -> None:
    shows = Shows(ARMS, 8.0, 2.0, 90.0)
    shown(shows, after_rest(lambda t: swing(t, 8, 90 if t < 10 else 120)), 23.5)
    assert [round(each.value) for each in shows.tops] == [90, 120]
    shows.take_back()
    assert [round(each.value) for each in shows.tops] == [90]
    shows.take_back()
    shows.take_back()
    assert shows.tops == ()


def test_what_was_begun_is_dropped_when_the_sight_is_lost() -> None:
    shows = Shows(ARMS, 8.0, 2.0, 90.0)
    shown(shows, after_rest(lambda t: swing(t, 8, 95)), 7.5)
    shows.stop()
    for t in seconds(12, start_s=8.0):
        shows.add(t, 8.0, 4.0)
    assert shows.tops == ()


def still(course: Callable[[float], float], until_s: float, fps: float = 30.0) -> Stillness:
    stillness = Stillness("degrees")
    for t in seconds(until_s, fps):
        stillness.add(t, course(t))
    return stillness


@pytest.mark.parametrize("fps", [5.0, 12.0, 30.0])
def test_who_is_still_for_two_seconds_is_still(fps: float) -> None:
    assert still(lambda t: 12.0, 1.5, fps).share < 1
    rested = still(lambda t: 12.0 + 1.5 * (-1) ** round(t * fps), 3.0, fps)
    assert rested.share == 1
    assert rested.value == pytest.approx(12, abs=1.6)


def test_who_moves_on_is_not_still_and_begins_anew_where_they_stop() -> None:
    moving = still(lambda t: 10 * t, 5)
    assert moving.share < 0.5
    stopped = still(lambda t: min(10 * t, 40.0), 7)
    assert (stopped.share, stopped.value) == (1, 40)


def test_unseen_time_is_not_stillness() -> None:
    assert still(lambda t: nan if 0.5 < t < 1.5 else 12.0, 2.5).share < 1
    empty = Stillness("degrees")
    assert empty.share == 0
    assert isnan(empty.value)
