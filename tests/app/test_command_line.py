"""The command line: what it prints, what it refuses, and that it never shows a traceback."""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import pytest

from app import main as command_line
from app.commands.calibrate import calibrate
from tests.vision.specimens import write_video
from vision import models
from vision.replay import save_replay

MOVEMENT = "sunrise-arms-standing"


@dataclass
class Ran:
    """How a command ended and what it printed."""

    status: int
    out: str
    error: str


class Terminal:
    """Runs the command line in this process, in a folder of its own."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch, self._capfd = monkeypatch, capfd

    def run(self, *arguments: str) -> Ran:
        self._monkeypatch.setattr(sys, "argv", ["unhurried", *arguments])
        self._capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            command_line.main()
        captured = self._capfd.readouterr()
        status = ended.value.code
        return Ran(status if isinstance(status, int) else 0, captured.out, captured.err)


@pytest.fixture
def terminal(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> Terminal:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("UNHURRIED_HOME", str(tmp_path / "home"))
    return Terminal(monkeypatch, capfd)


@pytest.fixture
def replay(tmp_path: Path) -> str:
    """Return a short replay in which nobody is seen."""
    save_replay(tmp_path / "empty-room.npz", [0.0, 0.1, 0.2], [None] * 3, (64, 48))
    return "empty-room.npz"


def refused(ran: Ran, *named: str) -> None:
    """Hold `ran` to one clear line that names what is amiss, and a non-zero exit."""
    assert ran.status != 0
    assert "Traceback" not in ran.error
    last = ran.error.strip().splitlines()[-1]
    for part in named:
        assert part in last, ran.error


def test_help_names_every_command_and_imports_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['unhurried', '--help']\n"
        "from app.main import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'numpy', 'cv2', 'mediapipe', 'pygame', 'pydantic', 'rich'} & set(sys.modules)\n"
        "sys.exit(f'imported {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    for command in command_line.COMMANDS:
        assert command in done.stdout


def test_an_unknown_movement_is_asked_after(terminal: Terminal) -> None:
    refused(terminal.run("movements", "show", "sunrise-arm-standing"), f"did you mean {MOVEMENT}")
    refused(terminal.run("practice", "sunrise"), "sunrise")
    refused(terminal.run("demo", "--movement", "nonsense"), "nonsense")


@pytest.mark.parametrize("command", ["analyze", "practice"])
def test_files_that_are_no_recording_are_one_line_each(
    terminal: Terminal, tmp_path: Path, command: str
) -> None:
    (tmp_path / "text.mp4").write_text("this is not a video")
    (tmp_path / "nothing.mp4").touch()
    (tmp_path / "empty").mkdir()
    for name in ("text.mp4", "nothing.mp4", "empty", "absent.mp4"):
        if command == "analyze":
            ran = terminal.run("analyze", name, "--movement", MOVEMENT)
        else:
            ran = terminal.run("practice", MOVEMENT, "--source", name, "--headless")
        refused(ran, name)
    assert not (tmp_path / "out").exists(), "nothing is written for what cannot be read"


def test_a_camera_that_is_not_there_is_one_line(terminal: Terminal) -> None:
    refused(terminal.run("practice", MOVEMENT, "--source", "97", "--headless"), "camera")


def test_an_output_folder_that_cannot_be_made_is_one_line(
    terminal: Terminal, tmp_path: Path, replay: str
) -> None:
    (tmp_path / "taken").write_text("a file")
    refused(terminal.run("analyze", replay, "--movement", MOVEMENT, "--out", "taken"), "taken")


def test_two_recordings_of_one_name_do_not_overwrite_each_other(terminal: Terminal) -> None:
    ran = terminal.run("analyze", "a/clip.mp4", "b/clip.mp4", "--movement", MOVEMENT)
    refused(ran, "clip")
    assert ran.status == 2


def test_an_altered_model_is_refused_before_it_is_loaded(
    terminal: Terminal, tmp_path: Path, replay: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    altered = tmp_path / "models"
    shutil.copytree(models.model_path("full").parent, altered)
    bundle = bytearray((altered / models.model_path("full").name).read_bytes())
    bundle[5_000_000] ^= 1
    (altered / models.model_path("full").name).write_bytes(bundle)
    real = models.model_path
    monkeypatch.setattr(models, "model_path", lambda size: altered / real(size).name)
    refused(terminal.run("analyze", replay, "--movement", MOVEMENT), "pose_landmarker_full")


def test_a_replay_is_analysed_without_a_window(
    terminal: Terminal, tmp_path: Path, replay: str
) -> None:
    ran = terminal.run("analyze", replay, "--movement", MOVEMENT)
    assert ran.status == 0, ran.error
    summary = json.loads((tmp_path / "out" / "empty-room" / "summary.json").read_text())
    assert summary["frames"] == 3
    assert summary["zones"][0]["seen_fraction"] == 0.0
    assert summary["zones"][0]["repetitions"] == []


def test_a_drawn_figure_is_analysed_for_as_long_as_is_asked(
    terminal: Terminal, tmp_path: Path
) -> None:
    figure = "figure:body=2,turn=45,seed=1,tempo=0.5,fps=5,size=320x240"
    ran = terminal.run("analyze", figure, "--movement", MOVEMENT, "--seconds", "2", "--overlay")
    assert ran.status == 0, ran.error
    folder = tmp_path / "out" / figure.replace(":", "-")
    summary = json.loads((folder / "summary.json").read_text())
    assert (summary["frames"], summary["incomplete"]) == (10, False)
    for name in ("angles.csv", "overlay.mp4", "overlay.png"):
        assert (folder / name).stat().st_size > 0
    assert "view: turned, turned" in ran.out
    assert "no number in 100% of the frames (turned 100%)" in ran.out


def test_a_figure_that_cannot_be_drawn_is_one_line(terminal: Terminal) -> None:
    ran = terminal.run("analyze", "figure:trun=45", "--movement", MOVEMENT)
    refused(ran, "trun", "did you mean turn")


def test_one_file_that_cannot_be_read_does_not_keep_the_others_from_being_analysed(
    terminal: Terminal, tmp_path: Path, replay: str
) -> None:
    (tmp_path / "text.mp4").write_text("this is not a video")
    ran = terminal.run("analyze", "text.mp4", replay, "absent.mp4", "--movement", MOVEMENT)
    assert ran.status == 1
    assert [line.split()[1] for line in ran.error.splitlines()] == ["text.mp4", "absent.mp4:"]
    assert (tmp_path / "out" / "empty-room" / "summary.json").exists()


def test_nothing_is_written_outside_the_folder_asked_for(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = tmp_path / "pictures"
    (pictures / "below").mkdir(parents=True)
    cv2.imwrite(str(pictures / "1.png"), np.zeros((48, 64, 3), np.uint8))
    monkeypatch.chdir(pictures / "below")
    assert terminal.run("analyze", "..", "--movement", MOVEMENT, "--out", "kept").status == 0
    assert (pictures / "below" / "kept" / "pictures" / "summary.json").exists()


def test_names_that_differ_only_in_case_do_not_overwrite_each_other(terminal: Terminal) -> None:
    refused(terminal.run("analyze", "a/Clip.mp4", "b/clip.mp4", "--movement", MOVEMENT), "clip")


def test_analyzing_asks_for_the_movement(terminal: Terminal, replay: str) -> None:
    refused(terminal.run("analyze", replay), "--movement")


def test_a_length_that_is_no_number_is_refused(terminal: Terminal) -> None:
    refused(terminal.run("demo", "--headless", "--seconds", "nan"), "nan")


def test_a_command_that_is_nearly_right_is_asked_after(terminal: Terminal) -> None:
    refused(terminal.run("analyse", "x.mp4"), "did you mean analyze?")
    refused(terminal.run("movements", "show", "sunrise"), "did you mean sunrise-arms-lying?")


def test_checking_goes_on_after_a_file_that_cannot_be_opened(
    terminal: Terminal, tmp_path: Path
) -> None:
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "mine.toml").write_text("formt = 1\n")
    ran = terminal.run("movements", "check", "folder.toml", "absent.toml", "mine.toml")
    assert ran.status == 1
    for said in ("folder.toml: Is a directory", "absent.toml: No such file", "did you mean format"):
        assert said in ran.error


@pytest.mark.skipif(sys.platform == "win32", reason="closes streams with sh")
def test_a_program_started_without_standard_streams_loses_no_frame(tmp_path: Path) -> None:
    clip = write_video(tmp_path / "clip.mp4", count=12)
    command = f'exec "$0" -m app.main analyze "$1" --movement {MOVEMENT} --out "$2" <&- >&- 2>&-'
    subprocess.run(["sh", "-c", command, sys.executable, clip, tmp_path / "out"], check=True)
    summary = json.loads((tmp_path / "out" / "clip" / "summary.json").read_text())
    assert summary["frames"] == 12


@pytest.mark.endurance
def test_a_letter_the_terminal_lacks_is_written_otherwise(replay: str, tmp_path: Path) -> None:
    named = tmp_path / "Übung.npz"
    named.write_bytes((tmp_path / replay).read_bytes())
    done = subprocess.run(
        [sys.executable, "-m", "app.main", "analyze", named, "--movement", MOVEMENT],
        cwd=tmp_path,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert done.returncode == 0, done.stderr
    assert b"\\xdcbung.npz: 3 frames" in done.stdout


def test_without_a_display_a_practice_says_how_to_go_on(terminal: Terminal) -> None:
    ran = terminal.run("practice", MOVEMENT, "--source", "figure")
    refused(ran, "no display here; use --headless --out DIR")


def test_without_a_display_calibrating_names_only_options_that_it_has(terminal: Terminal) -> None:
    ran = terminal.run("calibrate", "P-0147", MOVEMENT, "--source", "figure")
    refused(ran, "no display here; use --headless")
    named = set(re.findall(r"--[a-z]+", ran.error))
    assert named <= {option for each in calibrate.params for option in each.opts}


def test_a_settings_file_with_a_fault_is_one_line(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "settings.toml").write_text("text_scale = 'large'")
    refused(terminal.run("demo", "--headless"), "settings.toml", "text_scale")


def test_movements_are_listed_shown_and_checked(terminal: Terminal, tmp_path: Path) -> None:
    listed = terminal.run("movements", "list")
    assert "sit-to-stand" in listed.out
    shown = terminal.run("movements", "show", "sit-to-stand")
    assert "knee_flexion" in shown.out
    (tmp_path / "mine.toml").write_text("format = 1\nidd = 'x'\n")
    checked = terminal.run("movements", "check", "mine.toml")
    assert checked.status == 1
    assert any("idd" in line and "did you mean id" in line for line in checked.error.splitlines())
    schema = json.loads(terminal.run("movements", "schema").out)
    assert "phases" in schema["properties"]


def test_a_size_that_is_none_is_refused(terminal: Terminal) -> None:
    refused(terminal.run("demo", "--size", "huge"), "1280x720")
    refused(terminal.run("demo", "--size", "10x10"), "640x400")


def test_the_program_really_starts() -> None:
    command = [sys.executable, "-m", "app.main", "--version"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0
    assert done.stdout.startswith("unhurried, version")


def test_faults_of_the_program_itself_are_not_hidden() -> None:
    assert command_line.one_line(ZeroDivisionError("a fault of ours")) is None


def test_an_operating_system_error_is_one_line_with_its_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        (tmp_path / "absent" / "file").read_bytes()
    line = command_line.one_line(caught.value)
    assert line is not None
    assert "absent" in line
    assert "No such file" in line
