"""A machine that sleeps while the clock of the practice stands still."""

import time

import pytest

from app.asleep import Asleep, running_s
from tests.app.passing import ON, passing


def test_what_was_slept_is_told_once_where_the_clock_stood_still() -> None:
    running = iter([100.0, 101.0, 3701.5, 3702.5])
    asleep = Asleep(lambda: next(running))
    assert [asleep.since_last(t) for t in (5.0, 6.0, 6.5, 7.5)] == pytest.approx([0, 0, 3600, 0])


def test_a_clock_that_runs_on_by_itself_or_is_ahead_tells_nothing() -> None:
    running = iter([100.0, 3700.0, 3700.0])
    asleep = Asleep(lambda: next(running))
    assert [asleep.since_last(t) for t in (5.0, 3605.0, 3606.0)] == [0.0, 0.0, 0.0]


def test_the_clock_of_this_machine_runs_beside_that_of_the_practice() -> None:
    before = running_s() - time.monotonic()
    assert running_s() - time.monotonic() == pytest.approx(before, abs=1.0)


def test_a_movement_waits_after_a_sleep_that_its_own_clock_knows_nothing_of() -> None:
    slept_s = 0.0
    with passing() as at:
        at.loop._asleep = Asleep(lambda: at.t + slept_s)
        at.turn()
        at.press(*[ON] * 6)
        assert at.step == "moving"
        slept_s = 3600.0
        at.turn(2)
        assert at.step == "paused"
