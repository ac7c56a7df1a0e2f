"""The whole line on real people: what is truly done in two clips is what is counted."""

from pathlib import Path
from typing import Any

import pytest

from app.analysis import analyse
from exercises.library import find_exercise
from vision.video import VideoFile


def analysed(clip: Path, movement: str, folder: Path) -> dict[str, Any]:
    with VideoFile(clip) as source:
        summary = analyse(source, find_exercise(movement), folder)
    assert not summary["incomplete"]
    zone: dict[str, Any] = summary["zones"][0]
    return zone


def test_both_arms_are_raised_four_times(clips: Path, tmp_path: Path) -> None:
    zone = analysed(clips / "video" / "lateral_raise.mp4", "sunrise-arms-standing", tmp_path)
    for side in ("left", "right"):
        tops = [done["peak_s"] for done in zone["repetitions"] if done["side"] == side]
        assert tops == pytest.approx([2.5, 6.9, 10.9, 14.8], abs=0.4)
    assert zone["partial"] == zone["unfinished"] == 0
    assert zone["seen_fraction"] == 1.0
    assert "soften-back" not in {given["cue"] for given in zone["cues"]}


def test_two_squats_and_one_that_is_not_ended_pass_the_ceiling_of_a_soft_sink(
    clips: Path, tmp_path: Path
) -> None:
    zone = analysed(clips / "video" / "pose_squats.mp4", "soft-knee-sink", tmp_path)
    assert [done["side"] for done in zone["repetitions"]] == ["both", "both"]
    assert zone["unfinished"] == 1
    softened = [given["t_s"] for given in zone["cues"] if given["cue"] == "soften-back"]
    assert len(softened) == 3, "each of the three goes far past 60 degrees, and is told so once"
    for done in zone["repetitions"]:
        assert any(done["start_s"] < t_s < done["peak_s"] for t_s in softened)
