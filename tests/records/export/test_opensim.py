"""Motion and marker files: what OpenSim itself reads back is what was measured."""

import importlib.util
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from records.export.opensim_markers import even_times, marker_file, rate_of, resampled
from records.export.opensim_motion import motion, seen_together
from records.export.stretches import Stretch, stretches
from tests.records.export.traces import KEYS, LEFT, RIGHT, empty, trace

READER = Path(__file__).with_name("opensim_reader.py")
needs_opensim = pytest.mark.skipif(
    importlib.util.find_spec("opensim") is None,
    reason="the package opensim is not installed here; it has wheels for Linux and Windows",
)


def read_by_opensim(path: Path) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, str(READER), str(path)],
        cwd=path.parent,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("JSON")]
    found: dict[str, Any] = json.loads(line[4:])
    return found


def only(whole: Any) -> Stretch:
    (found,) = stretches(whole)
    return found


@needs_opensim
def test_opensim_reads_back_every_angle_that_was_seen_with_the_others(tmp_path: Path) -> None:
    stretch = only(trace())
    written = motion("P-0147 movement 1", stretch)
    assert written is not None
    assert written.columns == (LEFT, RIGHT)  # a span is no angle
    assert (written.moments, written.of) == (23, 30)
    path = tmp_path / "a.mot"
    path.write_bytes(written.data)
    found = read_by_opensim(path)
    assert (found["degrees"], found["labels"]) == (True, ["time", LEFT, RIGHT])
    both = np.isfinite(stretch.trace.values[:, KEYS.index(RIGHT)])
    columns = [KEYS.index(LEFT), KEYS.index(RIGHT)]
    want = np.column_stack((stretch.trace.times_s[both], stretch.trace.values[both][:, columns]))
    np.testing.assert_allclose(found["rows"], want, atol=1e-5)
    np.testing.assert_allclose(found["table"], want[:, 1:], atol=1e-5)
    np.testing.assert_allclose(found["table_times"], want[:, 0], atol=1e-5)


@needs_opensim
def test_opensim_reads_back_the_markers_with_blanks_where_nothing_was_seen(tmp_path: Path) -> None:
    stretch = only(trace())
    written = marker_file("a.trc", stretch)
    assert written is not None
    path = tmp_path / "a.trc"
    path.write_bytes(written.data)
    found = read_by_opensim(path)
    assert found["names"] == ["left_shoulder", "right_shoulder"]
    assert (found["rate"], found["units"]) == (10.0, "millimeters")
    np.testing.assert_allclose(np.diff(found["times"]), 0.1, atol=1e-6)
    frames = np.array(found["frames"], dtype=float)
    np.testing.assert_array_equal(frames, np.array(found["table"], dtype=float))
    times = np.array(found["times"])
    # X right and Y up: 200 - 20 t from the upper edge of 720 is 520 + 20 t from the lower.
    np.testing.assert_allclose(frames[:, 0, 0], 300 + 10 * times, atol=0.02)
    np.testing.assert_allclose(frames[:, 0, 1], 520 + 20 * times, atol=0.02)
    hidden = stretch.trace.times_s[[10, 19]]
    inside = (times > hidden[0]) & (times < hidden[1])
    assert np.isnan(frames[inside, 1]).all()
    assert np.isfinite(frames[times < hidden[0] - 0.15, 1]).all()
    # Both of its heads say how many there are.
    assert written.frames == len(frames)


def test_a_trace_without_a_moment_or_a_number_makes_no_file() -> None:
    assert list(stretches(empty())) == []
    blank = replace(trace(), values=np.full((30, len(KEYS)), np.nan))
    assert motion("P-0147", only(blank)) is None
    unseen = replace(trace(), landmarks=np.full((30, 33, 2), np.nan))
    assert marker_file("a.trc", only(unseen)) is None
    assert marker_file("a.trc", only(trace(moments=1))) is None


def test_each_movement_is_a_stretch_and_a_clock_set_back_leaves_moments_out() -> None:
    whole = trace()
    ids = ("a",) * 10 + ("b",) * 10 + ("a",) * 10
    times = whole.times_s.copy()
    times[25:] -= 1.0
    found = list(stretches(replace(whole, exercise_ids=ids, times_s=times)))
    assert [(each.number, each.exercise_id) for each in found] == [(1, "a"), (2, "b"), (3, "a")]
    assert all((np.diff(each.trace.times_s) > 0).all() for each in found)
    assert [len(each.trace.times_s) for each in found] == [10, 10, 5]


@given(arrays(bool, st.tuples(st.integers(1, 12), st.integers(1, 5))))
def test_what_is_seen_together_keeps_at_least_what_the_best_measure_alone_would(
    seen: np.ndarray,
) -> None:
    kept = seen_together(seen)
    numbers = len(kept) * int(seen[:, kept].all(axis=1).sum()) if kept else 0
    assert numbers >= seen.sum(axis=0).max()
    assert len(set(kept)) == len(kept)


def test_resampling_keeps_a_straight_line_and_makes_up_nothing_across_a_gap() -> None:
    times = np.array([0.0, 0.11, 0.2, 0.29, 1.2, 1.3])
    at = even_times(times, rate_of(times))
    found = resampled(times, 5 * times, at)
    gap = (at > 0.29 + 1e-6) & (at < 1.2 - 1e-6)
    assert np.isnan(found[gap]).all()
    np.testing.assert_allclose(found[~gap], 5 * at[~gap])
