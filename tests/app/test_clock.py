"""Pictures are shown at steady beats, however unevenly they are made."""

import time
from itertools import pairwise

import pytest

from app import clock
from app.clock import Cadence


class World:
    """A clock that moves only when somebody sleeps or works."""

    def __init__(self) -> None:
        self.now_s = 100.0

    def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.now_s += seconds

    work = sleep


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    world = World()
    monkeypatch.setattr(clock, "monotonic", lambda: world.now_s)
    monkeypatch.setattr(time, "sleep", world.sleep)
    return world


def shown(world: World, works: list[float]) -> list[float]:
    """Return when each picture is shown, given how long each takes to make."""
    cadence, times = Cadence(50), []
    for seconds in works:
        cadence.begin()
        world.work(seconds)
        cadence.beat()
        times.append(world.now_s)
    return times


def test_uneven_work_is_shown_evenly(world: World) -> None:
    times = shown(world, [0.005, 0.015] * 50)
    gaps = [later - earlier for earlier, later in pairwise(times[4:])]
    assert max(gaps) < 0.023, "drawn at the beats themselves, gaps would reach 0.030"
    assert times[-1] - times[3] == pytest.approx(0.02 * 96, abs=0.005)


def test_a_late_picture_keeps_the_beats_after_it_in_place(world: World) -> None:
    times = shown(world, [0.005] * 10 + [0.030] + [0.005] * 10)
    assert times[11:] == pytest.approx([times[9] + 0.02 * n for n in range(3, 13)], abs=1e-6)


def test_after_a_long_delay_missed_beats_are_skipped_not_caught_up(world: World) -> None:
    times = shown(world, [0.005] * 5 + [1.0] + [0.005] * 5)
    gaps = [later - earlier for earlier, later in pairwise(times[6:])]
    assert gaps == pytest.approx([0.02] * 4, abs=1e-6)


def test_making_begins_as_late_as_it_may(world: World) -> None:
    cadence = Cadence(50)
    for _ in range(20):
        began_s = cadence.begin()
        world.work(0.004)
        cadence.beat()
    assert world.now_s - began_s == pytest.approx(0.004 + clock.MARGIN_S, abs=1e-4)
