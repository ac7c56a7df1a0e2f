"""Stories of pace: a slow person is waited for, a quick one is offered less."""

import pytest

from exercises.library import find_exercise
from feedback.coach import Coach
from tests.people import arms, cues_of, live, seconds, sight, swing
from vision.sight import Sight

SUNRISE = find_exercise("sunrise-arms-standing")
BEND = find_exercise("side-bend-seated")
CYCLE_S = SUNRISE.cycle_s


def test_a_person_in_time_is_not_waited_for() -> None:
    coach = Coach(SUNRISE)
    live(coach, lambda t: arms(t, swing(t, 10, 95)), 60)
    assert coach.guide_s == pytest.approx(60, abs=0.3)


def test_slow_person_is_waited_for_at_most_one_cycle() -> None:
    coach = Coach(SUNRISE)
    before = 0.0
    moments = []
    for t in seconds(200):
        coach.step(arms(t, swing(t, 10, 95, cycle_s=18)), t)
        assert 0 <= coach.guide_s - before <= 1 / 30 + 1e-6
        before = coach.guide_s
        moments.append((t, before))
    waited = [t - guide for t, guide in moments]
    assert waited[-1] == pytest.approx(CYCLE_S, abs=0.1)
    assert max(waited) <= CYCLE_S + 0.1
    first_cycle = next(t for t, guide in moments if guide >= CYCLE_S)
    assert first_cycle > CYCLE_S + 2
    let_go = next(t for t, guide in moments if t - guide >= CYCLE_S - 0.1)
    assert coach.guide_s == pytest.approx(200 - CYCLE_S, abs=0.1)
    assert let_go < 150


def test_once_let_go_the_persons_own_breath_is_welcome() -> None:
    coach = Coach(SUNRISE)
    answers = live(coach, lambda t: arms(t, swing(t, 10, 95, cycle_s=18)), 150)
    assert "follow-breath" in {cue for _, cue in cues_of(answers)}


def test_a_resting_person_is_not_waited_out() -> None:
    coach = Coach(SUNRISE)
    live(coach, lambda t: arms(t, 12), 40)
    assert coach.guide_s == pytest.approx(40 - 1 / 30, abs=1e-6)


def test_pausing_stops_the_guide_and_it_goes_on_from_there() -> None:
    coach = Coach(SUNRISE)
    before = live(coach, lambda t: arms(t, 12), 3)[-1]
    coach.pause(3.0)
    paused = live(coach, lambda t: arms(t, 12), 20, start_s=3.0)
    assert {answer.guide for answer in paused} == {paused[0].guide}
    coach.resume(20.0)
    after = coach.step(arms(20.0, 12), 20.0)
    assert after.guide == paused[0].guide
    assert after.breath.fullness == pytest.approx(before.breath.fullness, abs=0.05)
    assert coach.step(arms(20.5, 12), 20.5).guide != after.guide


def test_a_repetition_begun_before_a_pause_is_not_lost() -> None:
    coach = Coach(SUNRISE)
    live(coach, lambda t: arms(t, swing(t, 10, 95)), 5)
    coach.pause(5.0)
    coach.resume(30.0)
    live(coach, lambda t: arms(t, swing(t - 25, 10, 95)), 36, start_s=30.0)
    summary = coach.summary(36)
    assert len(summary.repetitions) == 2
    assert summary.unfinished == 0


def test_a_quick_person_is_offered_a_slower_pace() -> None:
    def hurried(t: float) -> Sight:
        return arms(t, swing(t, 10, 100, cycle_s=3, rising=0.5))

    said = cues_of(live(Coach(SUNRISE), hurried, 12))
    assert said[0][1] == "slower"
    assert said[0][0] < 3


def test_sides_in_turn_are_counted_from_one_leaning_trace() -> None:
    cycle_s = BEND.cycle_s

    def person(t: float) -> Sight:
        side = 1 if int(t // cycle_s) % 2 == 0 else -1
        return sight(t, trunk_side_lean=side * swing(t, 1, 16, cycle_s=cycle_s))

    coach = Coach(BEND)
    answers = live(coach, person, 4 * cycle_s + 1)
    assert [r.side for r in answers[-1].repetitions] == ["left", "right", "left", "right"]
    peaks = [repetition.peak for repetition in answers[-1].repetitions]
    assert peaks == pytest.approx([16, -16, 16, -16], abs=1)
    assert answers[-1].partial == 0
    assert {answer.side for answer in answers} == {"left", "right"}
