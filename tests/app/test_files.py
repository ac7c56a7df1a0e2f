"""What analysis and a practice without a window write."""

import csv
import json
from dataclasses import replace
from math import nan
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from app.analysis import analyse
from app.angles_csv import AnglesCsv
from app.contact_sheet import ContactSheet
from app.figure_source import FigureSource, parse_figure
from app.frame_writer import FrameWriter
from app.headless import rehearse_to_files
from app.rehearsal import Drawn, Rehearsal
from app.settings import Settings
from exercises.library import find_exercise
from tests.app.fake_camera import FakeCamera, room
from tests.app.practising import begins, led
from tests.people import sight
from ui.view import Choices
from vision.landmarker import Landmarker
from vision.measures import MEASURES
from vision.pose import Pose
from vision.replay import Replay, save_replay
from vision.sight import Sight, nobody
from vision.video import VideoFile
from vision.viewpoint import Viewpoint

SUNRISE = find_exercise("sunrise-arms-standing")


@pytest.fixture(scope="module")
def replay(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a replay of the figure's own true landmarks over two cycles, seen without fault."""
    path = tmp_path_factory.mktemp("replay") / "two-cycles.npz"
    with FigureSource(parse_figure("figure:fps=15"), SUNRISE) as figure:
        times = [index / 15 for index in range(15 * 21)]
        poses: list[Pose | None] = []
        for index in range(len(times)):
            pixels, metres = figure.truth(index)
            seen = np.ones((33, 1))
            flat = np.hstack([pixels[0], np.zeros((33, 1)), seen])
            poses.append(Pose(flat, np.hstack([metres[0], seen])))
        save_replay(path, times, poses, figure.size)
    return path


def test_a_replay_is_counted_and_written(replay: Path, tmp_path: Path) -> None:
    with Replay(replay) as source:
        summary = analyse(source, SUNRISE, tmp_path / "made")
    assert json.loads((tmp_path / "made" / "summary.json").read_text()) == summary
    assert summary["model"] == "replay"
    assert not summary["incomplete"]
    (zone,) = summary["zones"]
    assert zone["seen_fraction"] == 1.0
    for side in ("left", "right"):
        peaks = [r["peak_s"] for r in zone["repetitions"] if r["side"] == side]
        assert peaks == pytest.approx([4.0, 14.0], abs=0.5), "the top is where the in-breath ends"


def test_the_table_has_every_measure_and_blanks_what_the_view_does_not_show(
    replay: Path, tmp_path: Path
) -> None:
    with Replay(replay) as source:
        analyse(source, SUNRISE, tmp_path)
    with (tmp_path / "angles.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    beside = [name for m in MEASURES for name in (m.key, f"{m.key}_error")]
    assert list(rows[0]) == ["time_s", "zone", "view", "turn_deg", *beside]
    assert len(rows) == 15 * 21
    top = SUNRISE.phases[0].guide["shoulder_elevation"]
    # The guide's elbow is a little bent, and the line to the wrist has its say in the elevation.
    highest = max(float(row["shoulder_abduction_left"] or 0) for row in rows)
    assert highest == pytest.approx(top, abs=5)
    assert {row["shoulder_flexion_left"] for row in rows} == {""}
    assert {row["shoulder_flexion_left_error"] for row in rows} == {""}
    assert {row["zone"] for row in rows} == {"1"}
    for measure in MEASURES:
        for row in rows:
            number, error = row[measure.key], row[f"{measure.key}_error"]
            assert (number == "") == (error == ""), "no number without its error"
            assert error == "" or float(error) > 0


def test_the_table_says_how_the_person_stands_and_leaves_what_is_not_known_blank(
    tmp_path: Path,
) -> None:
    def stands(turn_deg: float) -> Sight:
        return replace(sight(0.0, error=4.0), viewpoint=Viewpoint(turn_deg))

    with AnglesCsv(tmp_path / "angles.csv") as table:
        for turn_deg in (-0.4, 44.6, nan):
            table.write(0.0, 1, stands(turn_deg))
        table.write(0.0, 1, nobody(0.0))
    with (tmp_path / "angles.csv").open(encoding="utf-8", newline="") as file:
        stood = [(row["view"], row["turn_deg"]) for row in csv.DictReader(file)]
    assert stood == [("front", "0"), ("turned", "45"), ("", ""), ("", "")]


def test_a_recording_that_begins_late_is_no_longer_than_it_is(replay: Path, tmp_path: Path) -> None:
    with Replay(replay) as source:
        frames = [source.read() for _ in range(20)]
    poses = [frame.recorded[0] for frame in frames if frame is not None and frame.recorded]
    save_replay(tmp_path / "late.npz", [900 + n / 15 for n in range(20)], poses, (1280, 720))
    with Replay(tmp_path / "late.npz") as late:
        summary = analyse(late, SUNRISE, tmp_path)
    assert summary["seconds"] == pytest.approx(19 / 15, abs=0.1)
    assert summary["zones"][0]["cues"] == []


def test_an_analysis_that_is_stopped_keeps_what_was_seen_and_says_so(
    replay: Path, tmp_path: Path
) -> None:
    def stop(frames: int) -> None:
        if frames == 100:
            raise KeyboardInterrupt

    with Replay(replay) as source, pytest.raises(KeyboardInterrupt):
        analyse(source, SUNRISE, tmp_path, progress=stop)
    summary = json.loads((tmp_path / "summary.json").read_text())
    assert summary["incomplete"]
    assert summary["frames"] == 100
    assert len((tmp_path / "angles.csv").read_text().splitlines()) == 101


def test_a_folder_that_cannot_be_written_is_an_os_error(replay: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, not a folder")
    with Replay(replay) as source, pytest.raises(OSError, match="taken"):
        analyse(source, SUNRISE, tmp_path / "taken")


def test_a_rehearsal_of_the_figure_is_seen_and_drawn(tmp_path: Path) -> None:
    """Three seconds of the drawn figure before the real pose model, to files."""
    moments: list[Drawn] = []
    with FigureSource(parse_figure("figure:fps=10"), SUNRISE) as figure:
        written = rehearse_to_files(
            figure, led(SUNRISE), tmp_path, "demo", Settings(), 3.0, moments.append
        )
        truth = [figure.truth(m.seen.observation.frame.index)[0][0] for m in moments]
    assert written.frames == len(moments) == 30
    assert written.done.record.movements[0].summary.seen_fraction == 1.0
    poses = [moment.seen.observation.poses[0] for moment in moments]
    shoulders = np.array([pose.image[11:13, :2] for pose in poses if pose is not None])
    off = np.linalg.norm(shoulders - np.array(truth)[:, 11:13], axis=2)
    assert np.median(off) < 20, "the skeleton lies on the figure (pixels at 1280×720)"
    video = VideoFile(tmp_path / "demo.mp4")
    assert video.size == (1280, 720)
    assert video.frame_count == 30
    sheet = cv2.imread(str(tmp_path / "demo.png"))
    assert sheet is not None
    assert sheet.std() > 20


def test_a_rehearsal_that_is_stopped_keeps_what_was_seen(replay: Path, tmp_path: Path) -> None:
    seen: list[Drawn] = []

    def stop(moment: Drawn) -> None:
        seen.append(moment)
        if len(seen) == 20:
            raise KeyboardInterrupt

    with Replay(replay) as source, pytest.raises(KeyboardInterrupt):
        rehearse_to_files(source, led(SUNRISE), tmp_path, "practice", Settings(), None, stop)
    (movement,) = json.loads((tmp_path / "summary.json").read_text())["movements"]
    assert (movement["frames"], movement["incomplete"]) == (20, True)
    assert len((tmp_path / "angles.csv").read_text().splitlines()) == 21
    with VideoFile(tmp_path / "practice.mp4") as video:
        assert video.frame_count == 20
    assert (tmp_path / "practice.png").exists()


@pytest.mark.endurance
def test_each_movement_of_a_rehearsal_counts_its_own_frames(tmp_path: Path) -> None:
    save_replay(tmp_path / "still.npz", [i / 2 for i in range(2 * 150)], [None] * 300, (64, 48))
    closing = find_exercise("arriving-breath").model_copy(update={"minutes": 0.5})
    with Replay(tmp_path / "still.npz") as source:
        rehearse_to_files(source, led(closing, closing), tmp_path, "practice", Settings(), None)
    summary = json.loads((tmp_path / "summary.json").read_text())
    frames = [movement["frames"] for movement in summary["movements"]]
    assert sum(frames) == summary["frames"]
    assert frames[0] == pytest.approx(70, abs=4), "half a minute and the cycle that was begun"


@pytest.mark.parametrize(("kind", "differs"), [("camera", False), ("video", True)])
def test_what_is_drawn_from_a_camera_tells_nothing_of_the_room(kind: str, differs: bool) -> None:
    def drawn(luma: int) -> NDArray[np.uint8]:
        source = FakeCamera(lambda i: replace(room(0, luma), time_s=i / 10) if i < 3 else None)
        source.kind = kind
        rehearsal = Rehearsal(source, begins(SUNRISE), Choices(), (640, 400))
        with Landmarker("lite") as landmarker:
            *_, last = rehearsal.moments(landmarker, None)
        return last.drawn

    assert np.array_equal(drawn(60), drawn(200)) != differs


def test_the_sheet_spreads_six_moments_over_whatever_length() -> None:
    sheet = ContactSheet()
    for value in range(1000):
        sheet.offer(np.full((90, 160, 3), value // 4, np.uint8))
    drawn = sheet.sheet()
    tones = [
        int(drawn[16 + row * 466 + 225, 16 + column * 816 + 400, 0])
        for row in range(3)
        for column in range(2)
    ]
    assert sorted(set(tones)) == tones
    assert tones[0] == pytest.approx(250 / 12, abs=8)
    assert tones[-1] == pytest.approx(250 * 11 / 12, abs=8)


def test_a_picture_of_another_size_is_scaled_into_the_video_not_left_out(tmp_path: Path) -> None:
    with FrameWriter(tmp_path / "made.mp4", (64, 48), 10.0) as writer:
        writer.write(np.zeros((48, 64, 3), np.uint8))
        writer.write(np.full((100, 30, 3), 200, np.uint8))
    with VideoFile(tmp_path / "made.mp4") as video:
        tones = [frame.image.mean() for frame in iter(video.read, None)]
    assert tones == pytest.approx([0, 200], abs=12)


def test_a_video_that_cannot_be_written_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="cannot be written"):
        FrameWriter(tmp_path / "absent" / "made.mp4", (64, 48), 10.0)


def test_every_row_of_the_table_is_in_the_file_at_once(tmp_path: Path) -> None:
    with AnglesCsv(tmp_path / "angles.csv") as table:
        table.write(0.5, 1, sight(0.5, error=2.5, trunk_side_lean=-3.0))
        lines = (tmp_path / "angles.csv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("0.5000,1,")
    assert "-3.00,2.50" in lines[1]
