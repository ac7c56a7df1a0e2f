from collections.abc import Mapping
from itertools import pairwise

import pytest

from feedback.group.leading import Lead
from feedback.group.plan import Beat, GroupPlan, Move, Rest, Talk
from feedback.group.stage import LONGER_S
from feedback.group.tempo import EASING_S, FASTEST, SLOWEST, Tempo
from feedback.group.time import GroupTime, beginning
from tests.feedback.grouping import SUNRISE, short

CYCLE_S = SUNRISE.cycle_s
HALF = short(SUNRISE, 0.5)
TICK_S = 0.1


def gone_by(
    time: GroupTime, until_s: float, asks: Mapping[float, Lead] | None = None
) -> list[GroupTime]:
    """Return where a group is each tenth of a second, what is asked at its second."""
    found = []
    for tick in range(1, round(until_s / TICK_S) + 1):
        lead = (asks or {}).get(round(tick * TICK_S, 1))
        time = time if lead is None else time.asked(lead, rest_s=20.0)
        time = time.after(TICK_S)
        found.append(time)
    return found


def of(*beats: Beat) -> GroupTime:
    return beginning(GroupPlan(beats, (1, 2)))


def where(times: list[GroupTime], t: float) -> GroupTime:
    return times[round(t / TICK_S) - 1]


def test_a_movement_is_shown_for_one_cycle_and_ends_with_the_cycle_of_its_minutes() -> None:
    times = gone_by(of(Move(short(SUNRISE, 0.4)), Rest(5)), 50)
    assert where(times, CYCLE_S - 0.2).kind == "showing"
    assert where(times, CYCLE_S - 0.2).remaining_s == 24
    assert where(times, CYCLE_S + 0.2).kind == "moving"
    # 24 seconds are over in the third cycle, which is done to its end.
    assert where(times, CYCLE_S + 26).remaining_s == 0
    assert where(times, CYCLE_S + 29.5).kind == "moving"
    assert where(times, CYCLE_S + 30.5).kind == "resting"


def test_minutes_that_are_whole_cycles_are_no_cycle_longer() -> None:
    times = gone_by(of(Move(HALF), Rest(5)), 50)
    assert where(times, CYCLE_S + 29.5).kind == "moving"
    assert where(times, CYCLE_S + 30.5).kind == "resting"


def test_a_talk_ends_when_the_leader_goes_on_and_a_rest_by_itself() -> None:
    times = gone_by(of(Talk("welcome", 5), Rest(3), Move(HALF)), 30, {20.0: Lead.NEXT})
    assert where(times, 2).remaining_s == pytest.approx(3)
    assert {time.kind for time in times[:199]} == {"talking"}
    assert where(times, 19).remaining_s == 0
    assert where(times, 21).kind == "resting"
    assert where(times, 24).kind == "showing"


def test_longer_adds_a_minute_to_what_goes_on() -> None:
    times = gone_by(of(Rest(5), Move(HALF)), 70, {2.0: Lead.LONGER})
    assert where(times, 64.5).kind == "resting"
    assert where(times, 66).kind == "showing"
    talk = of(Talk("welcome", 5), Move(HALF))
    overdrawn = gone_by(talk, 30)[-1].asked(Lead.LONGER, 20)
    assert overdrawn.remaining_s == pytest.approx(LONGER_S)


def test_longer_in_the_last_cycle_of_a_movement_keeps_it() -> None:
    cycles = Move(short(SUNRISE, 0.4))
    times = gone_by(of(cycles, Rest(5)), 99, {36.0: Lead.LONGER})
    assert where(times, 94).kind == "moving"
    assert where(times, 94).remaining_s == pytest.approx(2, abs=0.2)


def test_a_rest_put_in_goes_back_to_where_a_cycle_begins() -> None:
    start = of(Move(SUNRISE), Rest(5))
    times = gone_by(start, 60, {10.0: Lead.NEXT, 27.0: Lead.REST})
    resting = where(times, 35)
    assert (resting.kind, resting.index) == ("resting", 0)
    assert resting.remaining_s == pytest.approx(20 - 8.1)
    assert resting.moment().angles == start.moment().angles
    back = where(times, 48)
    assert back.kind == "moving"
    assert back.stage.pacer_s % CYCLE_S < 1.2
    rested = where(times, 28).stage.spell, where(times, 46.5).stage.spell
    assert rested[0] == rested[1]


def test_while_all_rest_no_rest_is_put_in() -> None:
    resting = of(Rest(5), Move(HALF))
    assert resting.asked(Lead.REST, 20) == resting
    put_in = of(Move(HALF)).asked(Lead.REST, 20)
    assert put_in.asked(Lead.REST, 20) == put_in
    assert put_in.asked(Lead.NEXT, 20).kind == "showing"


def test_previous_goes_to_the_part_before_where_it_was_left() -> None:
    start = of(Move(SUNRISE), Rest(30), Move(HALF))
    times = gone_by(start, 40, {1.0: Lead.NEXT, 24.0: Lead.NEXT, 30.0: Lead.PREVIOUS})
    before, rest, after = where(times, 23.9), where(times, 27), where(times, 30)
    assert (before.kind, rest.kind, after.kind) == ("moving", "resting", "moving")
    assert after.index == 0
    assert after.remaining_s == pytest.approx(before.remaining_s, abs=0.3)
    assert after.stage.pacer_s % CYCLE_S < 0.2
    assert start.asked(Lead.PREVIOUS, 20) == start


def test_a_movement_that_came_to_its_end_begins_anew_and_is_not_shown_again() -> None:
    times = gone_by(of(Move(HALF), Rest(30), Move(HALF)), 60, {50.0: Lead.PREVIOUS})
    assert where(times, 45).kind == "resting"
    assert (where(times, 51).kind, where(times, 51).index) == ("moving", 0)
    assert where(times, 51).remaining_s == pytest.approx(29, abs=0.2)


def test_a_pause_stands_and_takes_no_time() -> None:
    times = gone_by(of(Move(HALF)), 60, {15.0: Lead.PAUSE, 40.0: Lead.PAUSE})
    paused = where(times, 20)
    assert paused.kind == "paused"
    assert where(times, 39).stage == paused.stage
    assert where(times, 39).elapsed_s == paused.elapsed_s
    assert where(times, 41).kind == "moving"


@pytest.mark.parametrize("last", [Talk("goodbye", 5), Rest(600), Move(SUNRISE)])
def test_next_after_the_last_part_and_leaving_finish(last: Beat) -> None:
    time = of(Move(SUNRISE), last).asked(Lead.NEXT, 20).asked(Lead.NEXT, 20)
    for ended in (time.asked(Lead.LEAVE, 20), time.asked(Lead.NEXT, 20).asked(Lead.NEXT, 20)):
        assert ended.kind == "finished"
        assert ended.remaining_s == 0
        assert ended.after(100) == ended


def test_a_talk_or_a_rest_has_the_movement_that_comes_next() -> None:
    time = of(Talk("welcome", 5), Move(HALF), Talk("goodbye", 5))
    assert time.move == Move(HALF)
    end = time.asked(Lead.NEXT, 20).asked(Lead.NEXT, 20).asked(Lead.NEXT, 20)
    assert end.index == 2
    assert end.move is None
    assert end.exercise == HALF


def test_the_pacer_goes_slower_and_faster_by_tenths_and_no_further() -> None:
    tempo = Tempo()
    for _ in range(9):
        tempo = tempo.turned(-1)
    assert tempo.tenths == SLOWEST
    assert tempo.after(1).rate == 0.7
    for _ in range(9):
        tempo = tempo.turned(+1)
    assert tempo.tenths == FASTEST
    assert tempo.after(1).rate == 1.3


def test_another_pace_comes_about_without_a_jerk() -> None:
    tempo = Tempo().turned(+1)
    rates = [tempo.rate]
    for _ in range(10):
        tempo = tempo.after(EASING_S / 10)
        rates.append(tempo.rate)
    assert rates[0] == 1
    assert rates[-1] == 1.1
    assert rates == sorted(rates)
    assert max(b - a for a, b in pairwise(rates)) < 0.02


def test_a_slower_pacer_takes_longer_for_a_cycle() -> None:
    asks = {CYCLE_S: Lead.NEXT, 11.0: Lead.SLOWER, 11.1: Lead.SLOWER, 11.2: Lead.SLOWER}
    times = gone_by(of(Move(SUNRISE)), 40, asks)
    by = where(times, 35).stage.pacer_s - where(times, 25).stage.pacer_s
    assert by == pytest.approx(7)
