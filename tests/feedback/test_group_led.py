"""A Coach whose guide somebody else leads."""

import pytest

from exercises.guide import guide_at
from feedback.coach import Coach
from feedback.visit import Visit
from tests.feedback.grouping import SUNRISE
from tests.people import Person, arms, seconds, swing
from vision.sight import Sight


def slow(t: float) -> Sight:
    return arms(t, swing(t, 10, 95, cycle_s=25))


@pytest.mark.parametrize("person", [slow, lambda t: arms(t, 90), lambda t: arms(t, 4)])
def test_a_guide_that_is_led_waits_for_nobody_and_never_lets_go(person: Person) -> None:
    coach = Coach(SUNRISE)
    for t in seconds(40, fps=8):
        answer = coach.step(person(t), t, led_s=0.8 * t)
        assert answer.guide == guide_at(SUNRISE, 0.8 * t).angles
        assert coach.guide_s == 0.8 * t
        assert answer.cue is None or answer.cue.id != "follow-breath"


def test_a_guide_that_was_led_goes_on_by_itself_from_there() -> None:
    coach = Coach(SUNRISE)
    for t in seconds(3, fps=10):
        coach.step(arms(t, 4), t, led_s=t + 20)
    coach.step(arms(3.4, 4), 3.4)
    assert coach.guide_s == pytest.approx(23.4)


def test_a_guide_that_is_led_may_go_back_and_never_before_the_beginning() -> None:
    coach = Coach(SUNRISE)
    coach.step(arms(0, 4), 0, led_s=17)
    coach.step(arms(0.1, 4), 0.1, led_s=10)
    assert coach.guide_s == 10
    coach.step(arms(0.2, 4), 0.2, led_s=-3)
    assert coach.guide_s == 0


def test_a_pause_stops_it_and_keeps_what_protects() -> None:
    visit = Visit(SUNRISE, (), 0, slow_breath=False)
    visit.step(arms(0, 4), 0, led_s=5)
    visit.pause(0.1)
    answer = visit.step(arms(0.2, 155), 0.2, led_s=7)
    assert answer.guide == guide_at(SUNRISE, 5).angles
    assert visit.past
    assert answer.cue is not None
    assert answer.cue.protective


def test_what_is_past_is_past_on_either_side_and_only_now() -> None:
    coach = Coach(SUNRISE)
    assert not coach.past
    coach.step(arms(0, 20, 155), 0)
    assert coach.past
    for t in seconds(2, start_s=0.1, fps=10):
        coach.step(arms(t, 20), t)
    assert not coach.past
