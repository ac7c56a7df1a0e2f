from math import nan
from pathlib import Path

import numpy as np
import pytest

from exercises.library import find_exercise
from tests.benchmarks.recorded import Array, of_truth

counts, kimore, doings, no_movement = (
    of_truth(name) for name in ("counts", "kimore", "doings", "no_movement")
)


def swings(count: int, top: float = 1.0, first: float = 0.0) -> Array:
    share = np.arange(round(count * 4 * kimore.FPS)) / (4 * kimore.FPS) + first
    return np.asarray(top * (1 - np.cos(2 * np.pi * share)) / 2, np.float64)


def test_plain_hysteresis_counts_what_goes_over_the_upper_and_under_the_lower_threshold() -> None:
    assert kimore.plain(swings(3)) == pytest.approx([2, 6, 10], abs=0.1)
    assert kimore.plain(swings(3, top=0.65)) == []
    assert kimore.plain(np.array([0, 0.8, 0.5, 0.9, 0.2, 0.0])) == pytest.approx([3 / kimore.FPS])


def test_plain_hysteresis_has_to_have_been_low_before() -> None:
    assert len(kimore.plain(swings(3, first=0.4))) == 2
    assert kimore.plain(np.array([nan, 0.9, 0.1, nan])) == []


def test_both_counters_are_scored_alike() -> None:
    labelled = tuple((4.0 * n, 4.0 * n + 4) for n in range(3))
    trace = kimore.Trace(True, swings(3), labelled)
    one_more = kimore.Trace(True, swings(4), labelled)
    for counter in (kimore.ours, kimore.plain):
        found = kimore.scored([trace, one_more], counter)
        assert (found.people, found.exact, found.labelled, found.found) == (2, 1, 6, 6)


@pytest.mark.parametrize("row", ["small_arms", "small_knees"])
def test_small_ranges_are_counted_like_large_ones(row: str) -> None:
    found = getattr(counts, row)()
    assert found.met, found


def test_without_recordings_those_rows_are_left_out(tmp_path: Path) -> None:
    assert list(counts.of_kimore(tmp_path)) == []
    assert list(counts.of_opencap(tmp_path)) == []
    assert counts.clip_rows(tmp_path) == []


def test_everybody_who_does_nothing_is_watched_by_every_movement_or_its_equal() -> None:
    waving = next(d for d in no_movement.NO_MOVEMENT if d.name == "waving, standing")
    watching = {e.id for e in counts.movements() if counts.meant_for(e, waving)}
    assert {"sunrise-arms-standing", "soft-knee-sink", "two-hands-hold-up-heavens"} <= watching
    assert "sunrise-arms-seated" not in watching


def test_a_way_of_their_own_takes_the_time_that_it_says() -> None:
    rise = find_exercise("sunrise-arms-standing")
    doing = doings.own_way(
        rise, doings.Way("slowly", repetitions=2, tempo=0.5, top_s=3.0, rest_s=0)
    )
    assert doing.seconds == pytest.approx(2 * doings.STILL_S + 2 * (rise.cycle_s / 0.5 + 3.0))
    at_rest, at_top = doing.posture(0.0), doing.posture(doings.STILL_S + 4 / 0.5 + 1.0)
    assert at_rest.left_shoulder_elevation < 10
    assert at_top.left_shoulder_elevation == pytest.approx(95, abs=1)
