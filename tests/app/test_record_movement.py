"""A movement proposed from a video, a drawn figure, a recording: through the real pose model."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from exercises.loading import load
from figure.joint_angles import NEUTRAL
from tests.app.test_own_movements import home, run
from tests.feedback.performers import seen, swings
from vision.replay import save_replay

__all__ = ["home"]

RAISED = replace(NEUTRAL, left_shoulder_elevation=95.0, right_shoulder_elevation=95.0)


@pytest.fixture
def replay(tmp_path: Path) -> str:
    """Return a recording of exact landmarks: both arms to the side, three times."""
    performed = seen(*swings(RAISED))
    path = tmp_path / "work" / "arms.npz"
    save_replay(
        path,
        [moment.time_s for moment in performed.moments],
        [moment.pose for moment in performed.moments],
        performed.size,
    )
    return str(path)


def video_of(clips: Path, name: str) -> str:
    return str(clips / "video" / f"{name}.mp4")


def counted(folder: Path) -> list[str]:
    (summary,) = folder.glob("*/summary.json")
    zone = json.loads(summary.read_text(encoding="utf-8"))["zones"][0]
    return [repetition["side"] for repetition in zone["repetitions"]]


@pytest.mark.endurance
def test_four_arm_raises_of_a_man_give_a_movement_with_which_four_are_counted(
    home: Path, clips: Path
) -> None:
    ran = run("movements", "record", video_of(clips, "lateral_raise"), "--id", "his-arms")
    assert ran.status == 0, ran.error
    assert "seen 4 times" in ran.out
    assert "counted with it: 4 left, 4 right" in ran.out
    path = home / "movements" / "his-arms.toml"
    assert run("movements", "check", str(path)).status == 0
    found = load(path)
    assert (found.posture, found.view, found.sides) == ("standing", "front", "each")


@pytest.mark.endurance
@pytest.mark.parametrize(
    ("clip", "sides", "said"),
    [
        ("lateral_raise", ["left"] * 4 + ["right"] * 4, "seen 4 times"),
        # A woman turned half aside; of a third squat the end is not seen.
        ("pose_squats", ["both"] * 2, "angles are rough"),
    ],
)
def test_analyze_counts_with_it_what_was_done(
    home: Path, clips: Path, tmp_path: Path, clip: str, sides: list[str], said: str
) -> None:
    video = video_of(clips, clip)
    ran = run("movements", "record", video, "--id", "found-again")
    assert ran.status == 0, ran.error
    assert said in ran.out
    ran = run("analyze", video, "--movement", "found-again", "--out", str(tmp_path / "a"))
    assert ran.status == 0, ran.error
    assert sorted(counted(tmp_path / "a")) == sides


@pytest.mark.endurance
@pytest.mark.parametrize(
    ("movement", "measure", "sides"),
    [
        ("sunrise-arms-seated", "shoulder_abduction", "each"),
        ("soft-knee-sink", "knee_flexion", "together"),
        ("side-bend-standing", "trunk_side_lean", "alternating"),
        ("march-seated", "hip_flexion", "alternating"),
    ],
)
def test_a_drawn_figures_movement_is_found_again(
    home: Path, movement: str, measure: str, sides: str
) -> None:
    ran = run("movements", "record", "figure:body=2,seed=3,fps=15", "--movement", movement,
              "--id", "found-again")  # fmt: skip
    assert ran.status == 0, ran.error
    found = load(home / "movements" / "found-again.toml")
    assert (found.targets[0].measure, found.sides) == (measure, sides)


def test_a_recording_is_written_where_it_is_asked_to_be_and_never_over_a_file(
    home: Path, replay: str, tmp_path: Path
) -> None:
    out = tmp_path / "work" / "mine.toml"
    ran = run("movements", "record", replay, "--out", str(out), "--title", "Evening arms")
    assert ran.status == 0, ran.error
    text = out.read_text(encoding="utf-8")
    assert load(out).title == "Evening arms"
    assert "Reword" in text
    assert str(tmp_path) not in text.replace(str(out), "")
    assert not (home / "movements").exists()
    again = run("movements", "record", replay, "--out", str(out))
    assert again.status != 0
    assert "already" in again.error
    assert out.read_text(encoding="utf-8") == text


def test_without_a_name_it_is_given_a_free_one(home: Path, replay: str) -> None:
    assert run("movements", "record", replay).status == 0
    assert run("movements", "record", replay).status == 0
    names = sorted(path.stem for path in (home / "movements").iterdir())
    assert names == ["arms-to-the-side-standing", "arms-to-the-side-standing-2"]
    numbers = [load(home / "movements" / f"{name}.toml").number for name in names]
    assert numbers == [101, 102]


def test_where_nothing_moves_one_line_says_so_and_nothing_is_written(
    home: Path, tmp_path: Path
) -> None:
    still = seen(lambda t: NEUTRAL, 6.0)
    path = tmp_path / "work" / "still.npz"
    save_replay(
        path, [m.time_s for m in still.moments], [m.pose for m in still.moments], still.size
    )
    empty = tmp_path / "work" / "empty.npz"
    save_replay(empty, [0.0, 0.1, 0.2], [None] * 3, (64, 48))
    for file, named in ((path, "nothing moved"), (empty, "nobody was seen")):
        ran = run("movements", "record", str(file))
        assert ran.status != 0
        assert named in ran.error.strip().splitlines()[-1]
    assert not (home / "movements").exists()


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ((), "give a VIDEO, or --camera N"),
        (("a.mp4", "--camera", "0"), "give a VIDEO, or --camera N"),
        (("no-such-file.mp4",), "no such file"),
        (("figure",), "needs --movement"),
        (("figure:wings=2", "--movement", "sit-to-stand"), "wings"),
        (("a.npz", "--id", "sit-to-stand"), "which holds"),
        (("a.npz", "--id", "Not An Id"), "no id"),
        (("a.npz", "--title", " "), "--title"),
    ],
)
def test_bad_input_is_one_line(arguments: tuple[str, ...], named: str) -> None:
    ran = run("movements", "record", *arguments)
    assert ran.status != 0
    assert named in ran.error.strip().splitlines()[-1]
