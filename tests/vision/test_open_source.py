"""What a person types, and the source it opens."""

from pathlib import Path

import numpy as np
import pytest

from tests.vision.specimens import Webcam, halves, plug_in, write_image, write_video
from vision.camera import Camera
from vision.cameras import CameraInfo
from vision.images import ImageFolder
from vision.open_source import open_source
from vision.pose import Pose
from vision.replay import Replay, save_replay
from vision.source import Source, SourceError
from vision.suggest import did_you_mean
from vision.video import VideoFile


class FigureAskedError(Exception):
    """The drawn figure was asked for, with this text."""


def ask_figure(text: str) -> Source:
    raise FigureAskedError(text)


def opened(text: str) -> Source:
    source = open_source(text, figure=ask_figure)
    source.close()
    return source


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a working folder with one of everything, on a machine with one camera."""
    devices = tmp_path / "dev"
    devices.mkdir()
    plug_in(Webcam(), monkeypatch, devices)
    monkeypatch.setattr(
        "vision.open_source.list_cameras", lambda: (CameraInfo(0, "Desk Cam v1.2"),)
    )
    monkeypatch.setattr("vision.cameras.list_cameras", lambda: (CameraInfo(0, "Desk Cam v1.2"),))
    folder = tmp_path / "here"
    (folder / "pictures").mkdir(parents=True)
    (folder / "empty").mkdir()
    write_image(folder / "pictures" / "1.png", halves(0))
    write_video(folder / "lateral_raise.mp4", count=3)
    save_replay(folder / "seen.npz", [0.0], [Pose(np.ones((33, 4)), np.ones((33, 4)))], (64, 48))
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("camera", Camera),
        ("Camera", Camera),
        ("0", Camera),
        ("desk", Camera),
        ("Desk Cam v1.2", Camera),
        ("pictures", ImageFolder),
        ("lateral_raise.mp4", VideoFile),
        ("./lateral_raise.mp4", VideoFile),
        (" lateral_raise.mp4 ", VideoFile),
        ("seen.npz", Replay),
    ],
)
def test_a_text_opens_what_it_names(place: Path, text: str, kind: type[Source]) -> None:
    assert isinstance(opened(text), kind)


def test_a_camera_keeps_its_name(place: Path) -> None:
    assert opened("camera").name == opened("0").name == "Desk Cam v1.2"


@pytest.mark.parametrize("text", ["figure", "figure:body=2,turn=15", "FIGURE:seed=1"])
def test_the_figure_is_given_the_whole_text(place: Path, text: str) -> None:
    with pytest.raises(FigureAskedError, match=text):
        opened(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "no source was named"),
        ("camra", "“camra” is no camera, file or folder here; did you mean camera"),
        ("figur", "did you mean figure"),
        ("7", r"there is no camera “7”; there is: 0 \(Desk Cam v1\.2\)"),
        ("Dusk Cam", r"did you mean Desk Cam v1\.2\?"),
        ("lateral_rase.mp4", r"no such file or folder; did you mean lateral_raise\.mp4\?"),
        ("nowhere/at/all.mp4", "there is no such file or folder"),
        ("empty", "the folder holds no pictures"),
        ("pictures/1.png", "is a single picture; give the folder"),
        ("https://example.org/film.mp4", "is a network address; only cameras and files"),
        ("rtsp://camera.local", "is a network address"),
        ("/dev/video7", "there is no camera “7”"),
        ("/dev/null", "is a device, not a video file"),
        ("x" * 5000 + ".mp4", "cannot be looked at: File name too long"),
        ("~nobody-of-this-name", "is no camera, file or folder here|there is: 0"),
        ("a\0b.mp4", "there is no such file or folder"),
    ],
)
def test_anything_else_is_refused_in_one_line(place: Path, text: str, line: str) -> None:
    with pytest.raises(SourceError, match=line) as refused:
        opened(text)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("text", ["camera", "0"])
def test_no_camera_at_all(place: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("vision.open_source.list_cameras", lambda: ())
    monkeypatch.setattr("vision.cameras.list_cameras", lambda: ())
    with pytest.raises(SourceError, match=r"no camera was found; .*--source figure"):
        opened(text)
    with pytest.raises(SourceError, match="“brio” is no camera, file or folder here; give camera"):
        opened("brio")


def test_a_near_word_is_suggested_whatever_its_case() -> None:
    assert did_you_mean("LATERAL", ["Lateral", "side"]) == "; did you mean Lateral?"
    assert did_you_mean("xyz", ["Lateral", "side"]) == ""
    assert did_you_mean("side", []) == ""
