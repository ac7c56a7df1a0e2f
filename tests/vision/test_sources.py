"""Every source keeps to the one protocol."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.vision.source_conformance import CHECKS, PICTURE_CHECKS, OpenSource
from tests.vision.specimens import Webcam, halves, plug_in, write_image, write_video
from vision.camera import Camera
from vision.images import ImageFolder
from vision.pose import Pose
from vision.replay import Replay, save_replay
from vision.video import VideoFile


def _video(folder: Path) -> OpenSource:
    path = write_video(folder / "clip.mp4")
    return lambda: VideoFile(path)


def _images(folder: Path) -> OpenSource:
    for index in range(12):
        write_image(folder / f"frame{index}.png", halves(index))
    return lambda: ImageFolder(folder)


def _replay(folder: Path) -> OpenSource:
    pose = Pose(np.ones((33, 4)), np.ones((33, 4)))
    path = folder / "seen.npz"
    save_replay(path, [0.1 * i for i in range(20)], [pose] * 20, (64, 48))
    return lambda: Replay(path)


RECORDED = {"video": _video, "images": _images, "replay": _replay}


@pytest.fixture
def opener(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> OpenSource:
    """Return what opens the kind of source that the test names."""
    if request.param == "camera":
        plug_in(Webcam(), monkeypatch, tmp_path)
        return lambda: Camera(0)
    return RECORDED[request.param](tmp_path)


@pytest.mark.parametrize("opener", ["camera", *RECORDED], indirect=True)
@pytest.mark.parametrize("check", CHECKS)
def test_every_source(check: Callable[[OpenSource], None], opener: OpenSource) -> None:
    check(opener)


@pytest.mark.parametrize("opener", ["camera", "video", "images"], indirect=True)
@pytest.mark.parametrize("check", PICTURE_CHECKS)
def test_every_source_of_pictures(check: Callable[[OpenSource], None], opener: OpenSource) -> None:
    check(opener)
