"""Cameras by name."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.vision.specimens import Webcam, plug_in
from vision.cameras import (
    CameraInfo,
    find_camera,
    first_camera,
    linux_cameras,
    list_cameras,
    macos_names,
)
from vision.source import SourceError

DESK = CameraInfo(0, "Integrated Camera")
BRIO = CameraInfo(2, "Logitech BRIO")
C920 = CameraInfo(4, "Logitech C920")
THREE = (DESK, BRIO, C920)


def node(folder: Path, number: int, name: str, index: int) -> None:
    """Make a device node as the kernel lists it."""
    place = folder / f"video{number}"
    place.mkdir()
    (place / "name").write_text(name + "\n", encoding="utf-8")
    (place / "index").write_text(f"{index}\n", encoding="utf-8")


def test_linux_lists_only_what_gives_pictures(tmp_path: Path) -> None:
    node(tmp_path, 10, "Doc Cam", 0)
    node(tmp_path, 0, "Integrated Camera", 0)
    node(tmp_path, 1, "Integrated Camera", 1)
    node(tmp_path, 2, "Logitech BRIO", 0)
    assert linux_cameras(tmp_path) == (DESK, BRIO, CameraInfo(10, "Doc Cam"))


def test_linux_without_any_camera(tmp_path: Path) -> None:
    assert linux_cameras(tmp_path / "video4linux") == ()


def test_linux_names_a_nameless_camera(tmp_path: Path) -> None:
    (tmp_path / "video3").mkdir()
    assert linux_cameras(tmp_path) == (CameraInfo(3, "camera 3"),)


@pytest.mark.parametrize(
    ("text", "camera"),
    [("2", BRIO), ("Logitech C920", C920), ("brio", BRIO), ("INTEGRATED", DESK)],
)
def test_a_camera_is_found_by_number_or_part_of_its_name(text: str, camera: CameraInfo) -> None:
    assert find_camera(text, THREE) == camera


def test_a_whole_name_wins_over_a_part_of_another() -> None:
    plus = CameraInfo(6, "Logitech C920 Plus")
    assert find_camera("logitech c920", (plus, C920)) == C920


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("1", r"there is no camera “1”; there is: 0 \(Integrated Camera\), 2 "),
        ("Logitec BRIO", r"did you mean Logitech BRIO\? there is: "),
        ("logitech", r"several cameras fit “logitech”; .*: 2 \(Logitech BRIO\), 4 "),
    ],
)
def test_what_fits_none_or_several_is_said_with_what_there_is(text: str, line: str) -> None:
    with pytest.raises(SourceError, match=line):
        find_camera(text, THREE)


def test_several_are_named_without_those_that_do_not_fit() -> None:
    with pytest.raises(SourceError) as refused:
        find_camera("logitech", THREE)
    assert "Integrated" not in str(refused.value)


def test_no_camera_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vision.cameras.list_cameras", lambda: ())
    for find in (first_camera, lambda: find_camera("0")):
        with pytest.raises(SourceError, match=r"no camera was found; .*--source figure"):
            find()


def test_macos_names_its_cameras() -> None:
    listing = {"SPCameraDataType": [{"_name": "FaceTime HD Camera"}, {"_name": "BRIO"}]}
    assert macos_names(json.dumps(listing)) == ["FaceTime HD Camera", "BRIO"]


@pytest.mark.parametrize("listing", ["", "{}", "[]", '{"SPCameraDataType": [{}]}'])
def test_an_unlike_listing_is_refused(listing: str) -> None:
    with pytest.raises(ValueError, match="not a listing of cameras"):
        macos_names(listing)


def answer(monkeypatch: pytest.MonkeyPatch, platform: str, output: str | Exception) -> None:
    """Make this machine another platform whose listing says `output`."""

    def run(command: tuple[str, ...], **_: object) -> subprocess.CompletedProcess[str]:
        if isinstance(output, Exception):
            raise output
        return subprocess.CompletedProcess(command, 0, stdout=output)

    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr("vision.cameras.subprocess.run", run)


def test_windows_lists_its_cameras(monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, "win32", "Integrated Camera\r\n\r\nLogitech BRIO\r\n")
    assert list_cameras() == (DESK, CameraInfo(1, "Logitech BRIO"))


@pytest.mark.parametrize(
    "trouble",
    ["not a listing", FileNotFoundError("system_profiler"), subprocess.TimeoutExpired("x", 10)],
)
def test_where_the_listing_fails_the_first_numbers_are_tried(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, trouble: str | Exception
) -> None:
    webcam = plug_in(Webcam(), monkeypatch, tmp_path)
    answer(monkeypatch, "darwin", trouble)
    assert list_cameras() == (CameraInfo(0, "camera 0"),)
    assert webcam.opened == 0
