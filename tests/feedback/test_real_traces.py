"""The counter on traces of real movement, with what is known to be true of them.

The bounds are those wanted or reached; nothing in the counter is tuned to a file. A trace that is
not in degrees is given rest and range from its own quantiles, as a calibration would.
"""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from exercises.definition import Target
from exercises.library import find_exercise
from feedback.count import Count
from feedback.counting import Counting
from feedback.own_range import OwnRange
from feedback.repetitions import RepetitionCounter
from tests.benchmarks.recorded import of_truth
from tests.people import sight

kimore, counts = of_truth("kimore"), of_truth("counts")

Array = NDArray[np.float64]

ABDUCTION = Target(measure="shoulder_abduction", rest=0, low=60, high=120, ceiling=150)
KNEE = Target(measure="knee_flexion", rest=5, low=20, high=40, ceiling=60)


def counted(values: Array, fps: float, target: Target) -> Count:
    counter = RepetitionCounter("left", OwnRange(target))
    for index, value in enumerate(values):
        counter.add(index / fps, float(value))
    return counter.count()


def angle(a: Array, b: Array) -> Array:
    """Return the angle in degrees between vectors (..., 2 or 3)."""
    along = (a * b).sum(-1) / np.linalg.norm(a, axis=-1) / np.linalg.norm(b, axis=-1)
    return np.asarray(np.degrees(np.arccos(np.clip(along, -1, 1))), dtype=np.float64)


def knee_flexion(hip: Array, knee: Array, ankle: Array) -> Array:
    return 180 - angle(hip - knee, ankle - knee)


def kimore_rows(path: Path) -> list[tuple[str, Array]]:
    with path.open(newline="") as file:
        return [(row[0], np.array([float(x) for x in row[1:] if x])) for row in csv.reader(file)]


def kimore_target(values: Array, *, rising: bool) -> Target:
    low, high = (float(q) for q in np.nanquantile(values, [0.1, 0.9]))
    if rising:
        return Target(measure="height", rest=low, low=high, high=high + 0.1, ceiling=high + 1)
    return Target(measure="height", rest=high, low=low - 0.1, high=low, ceiling=low - 1)


def people(clips: Path, name: str, *, rising: bool) -> Iterator[tuple[str, Array, Array]]:
    """Yield each person's group, labelled boundaries and counted peaks, in seconds."""
    traces = kimore_rows(clips / "kimore" / f"dists_{name}.csv")
    labels = kimore_rows(clips / "kimore" / f"{name}_labels.csv")
    for (person, values), (_, bounds) in zip(traces, labels, strict=True):
        count = counted(values, 30, kimore_target(values, rising=rising))
        peaks = np.array([repetition.peak_s for repetition in count.repetitions])
        yield person.split("/")[1], bounds[bounds > 0] / 30, peaks


@pytest.mark.endurance
def test_arm_lifts_between_the_labels_are_counted_exactly_in_everyone(clips: Path) -> None:
    agreed = []
    for _, bounds, peaks in people(clips, "Es1", rising=True):
        inside = peaks[(peaks > bounds[0]) & (peaks < bounds[-1])]
        per_label = np.histogram(inside, bounds)[0]
        agreed.append(bool(np.all(per_label == 1)))
    assert len(agreed) == 44
    assert np.mean(agreed) >= 0.97


@pytest.mark.parametrize(("group", "share"), [("Expert", 0.98), ("NotExpert", 0.92)])
def test_nearly_all_labelled_squats_of_a_jumpy_trace_are_found(
    clips: Path, group: str, share: float
) -> None:
    found = [
        bool(np.any((peaks > start - 0.5) & (peaks < end + 0.5)))
        for of_group, bounds, peaks in people(clips, "Es5", rising=False)
        if of_group == group
        for start, end in zip(bounds[::2], bounds[1::2], strict=True)
    ]
    assert len(found) > 80
    assert np.mean(found) >= share


def test_labelled_repetitions_of_all_controls_are_found(clips: Path) -> None:
    traces = [*kimore.arm_lifts(clips), *kimore.squats(clips)]
    whole = kimore.scored(traces, kimore.ours)
    assert whole.labelled == 458
    assert whole.found >= 0.98 * whole.labelled


@pytest.mark.parametrize("exercise", ["arm_lifts", "squats"])
@pytest.mark.endurance
def test_more_people_are_counted_exactly_than_by_plain_hysteresis(
    clips: Path, exercise: str
) -> None:
    traces = getattr(kimore, exercise)(clips)
    ours, plain = (kimore.scored(traces, counter) for counter in (kimore.ours, kimore.plain))
    assert ours.exact > plain.exact
    for expert in (True, False):
        group = [trace for trace in traces if trace.expert is expert]
        ours, plain = (kimore.scored(group, counter) for counter in (kimore.ours, kimore.plain))
        assert ours.exact >= plain.exact


def test_plain_hysteresis_does_as_it_is_known_to(clips: Path) -> None:
    shares = [
        found.exact / found.people
        for traces in (kimore.arm_lifts(clips), kimore.squats(clips))
        for found in (
            kimore.scored([t for t in traces if t.expert], kimore.plain),
            kimore.scored([t for t in traces if not t.expert], kimore.plain),
        )
    ]
    assert shares == pytest.approx([0.94, 0.74, 0.82, 0.77], abs=0.05)


@pytest.mark.parametrize("subject", [1, 2, 3])
def test_ten_arm_raises_one_after_another_are_ten(clips: Path, subject: int) -> None:
    stored = np.load(clips / "uiprmd" / "m07_shoulder_abduction.npz")
    joints = {str(name): stored["xyz"][:, row] for row, name in enumerate(stored["joints"])}
    down = (joints["left_hip"] + joints["right_hip"]) / 2
    down = down - (joints["left_shoulder"] + joints["right_shoulder"]) / 2
    raised = angle(down, joints["right_elbow"] - joints["right_shoulder"])
    resting = angle(down, joints["left_elbow"] - joints["left_shoulder"])
    rows = [row for row in stored["meta"] if row[0] == subject and row[2] == 1]
    frames = np.concatenate([np.arange(row[3], row[3] + row[4]) for row in rows])
    assert len(counted(raised[frames], 100 / 3, ABDUCTION).repetitions) == len(rows) == 10
    assert counted(resting[frames], 100 / 3, ABDUCTION) == Count()


@pytest.mark.parametrize("side", ["left", "right"])
def test_ten_deep_squats_far_past_the_range_are_ten(clips: Path, side: str) -> None:
    stored = np.load(clips / "uiprmd" / "m01_deep_squat.npz")
    joints = {str(name): stored["xyz"][:, row] for row, name in enumerate(stored["joints"])}
    bent = knee_flexion(*(joints[f"{side}_{joint}"] for joint in ("hip", "knee", "ankle")))
    for subject in (1, 2, 3):
        rows = [row for row in stored["meta"] if row[0] == subject and row[2] == 1]
        frames = np.concatenate([np.arange(row[3], row[3] + row[4]) for row in rows])
        assert len(counted(bent[frames], 100 / 3, KNEE).repetitions) == 10


def test_five_quick_squats_are_five(clips: Path) -> None:
    lines = (clips / "opencap" / "squats1_videoAndMocap.mot").read_text().splitlines()
    header = lines.index("endheader") + 1
    table = np.loadtxt(lines[header + 1 :])
    knee = table[:, lines[header].split().index("knee_angle_r")]
    found = counted(knee, 100, KNEE)
    assert len(found.repetitions) == 5
    assert not found.partial
    assert not found.unfinished


def test_two_squats_at_five_pictures_a_second_and_one_begun(clips: Path) -> None:
    landmarks = np.array(json.loads((clips / "video" / "pose_squats.full.json").read_text()))
    left, right = (
        knee_flexion(*(landmarks[:, row, :2] for row in (hip, hip + 2, hip + 4)))
        for hip in (23, 24)
    )
    counting = Counting(find_exercise("soft-knee-sink"))
    for index, (one, other) in enumerate(zip(left, right, strict=True)):
        both = {"knee_flexion_left": float(one), "knee_flexion_right": float(other)}
        counting.add(index / 5, sight(index / 5, **both).measures)
    tally = counting.tally()
    assert [r.peak_s for r in tally.repetitions] == pytest.approx([2.3, 7.1], abs=0.4)
    assert (tally.partial, tally.unfinished) == (0, 1)


@pytest.mark.parametrize("row", [0, 1], ids=["squats", "walking"])
def test_motion_capture_of_both_knees_counts_the_squats_and_no_step(clips: Path, row: int) -> None:
    found = list(counts.of_opencap(clips))[row]
    assert found.met, found


@pytest.mark.endurance
def test_clips_seen_by_the_pose_model_are_counted_exactly(clips: Path) -> None:
    rows = counts.clip_rows(clips)
    assert len(rows) == 2
    assert [row for row in rows if not row.met] == []
