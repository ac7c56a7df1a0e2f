"""The whole line on real people: what is truly done in two clips is what is counted and told."""

import csv
from pathlib import Path
from typing import Any

import pytest

from app.analysis import analyse
from exercises.library import find_exercise
from vision.video import VideoFile


def analysed(clip: Path, movement: str, folder: Path, *, overlay: bool = False) -> dict[str, Any]:
    with VideoFile(clip) as source:
        summary = analyse(source, find_exercise(movement), folder, overlay=overlay)
    assert not summary["incomplete"]
    zone: dict[str, Any] = summary["zones"][0]
    return zone


@pytest.mark.endurance
def test_both_arms_are_raised_four_times(clips: Path, tmp_path: Path) -> None:
    zone = analysed(clips / "video" / "lateral_raise.mp4", "sunrise-arms-standing", tmp_path)
    for side in ("left", "right"):
        done = [each for each in zone["repetitions"] if each["side"] == side]
        assert [each["peak_s"] for each in done] == pytest.approx([2.5, 6.9, 10.9, 14.8], abs=0.4)
        for each in done:
            if each["peak"] is not None:
                assert each["peak"] == pytest.approx(100, abs=each["peak_error"])
    assert zone["partial"] == zone["unfinished"] == 0
    assert zone["seen_fraction"] == 1.0
    assert "soften-back" not in {given["cue"] for given in zone["cues"]}
    assert zone["view"]["seen"] == "front"
    assert abs(zone["view"]["turn_deg"]) < 15
    arm = zone["angles"]["shoulder_abduction_left"]
    assert arm["given_fraction"] > 0.5
    assert arm["about_range"]["high"] == pytest.approx(100, abs=10)


def test_squats_seen_at_an_angle_are_counted_and_no_angle_is_told(
    clips: Path, tmp_path: Path
) -> None:
    clip = clips / "video" / "pose_squats.mp4"
    zone = analysed(clip, "soft-knee-sink", tmp_path, overlay=True)
    assert [done["side"] for done in zone["repetitions"]] == ["both", "both"]
    assert [done["peak"] for done in zone["repetitions"]] == [None, None]
    assert zone["unfinished"] == 1
    assert zone["view"]["seen"] == "turned"
    assert 30 < abs(zone["view"]["turn_deg"]) < 60
    for side in ("left", "right"):
        knee = zone["angles"][f"knee_flexion_{side}"]
        assert knee["given_fraction"] == 0
        assert knee["withheld"]["turned"] > 0.9
        assert knee["about_range"] is None
    with (tmp_path / "angles.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["knee_flexion_left"] + row["knee_flexion_right_error"] for row in rows} == {""}
    assert "cannot-see-joint" in {given["cue"] for given in zone["cues"]}
    with VideoFile(tmp_path / "overlay.mp4") as video:
        assert (video.size, video.frame_count) == ((720, 1280), len(rows))
