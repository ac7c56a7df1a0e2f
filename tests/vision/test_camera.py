"""A camera: asked well, refused clearly, lost and found again."""

import errno
import os
import sys
import threading
import time
from itertools import islice
from pathlib import Path

import cv2
import pytest

from tests.vision.specimens import Webcam, plug_in
from vision.camera import Camera, CameraLost
from vision.cameras import CameraInfo
from vision.source import SourceError

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="looks at Linux's device nodes")


@pytest.fixture
def webcam(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Webcam:
    return plug_in(Webcam(), monkeypatch, tmp_path)


def test_it_is_asked_for_a_large_quick_picture_and_gives_what_it_can(webcam: Webcam) -> None:
    with Camera(CameraInfo(0, "Desk Cam")) as camera:
        assert camera.name == "Desk Cam"
        assert camera.size == (160, 120)  # what it gives, not what was asked
        assert camera.fps == 30.0
        assert camera.frame_count is None
    assert webcam.asked[cv2.CAP_PROP_FRAME_WIDTH] == 1280
    assert webcam.asked[cv2.CAP_PROP_FRAME_HEIGHT] == 720
    assert webcam.asked[cv2.CAP_PROP_FPS] == 30
    assert webcam.asked[cv2.CAP_PROP_FOURCC] == cv2.VideoWriter.fourcc(*"MJPG")
    assert webcam.asked[cv2.CAP_PROP_BUFFERSIZE] == 1
    assert webcam.opened == 0


def test_frames_carry_the_monotonic_second_of_their_reading(webcam: Webcam) -> None:
    before = time.monotonic()
    with Camera(0) as camera:
        times = [frame.time_s for frame in islice(iter(camera.read, None), 5)]
    assert before <= times[0] < times[4] <= time.monotonic()


def test_a_standing_clock_still_gives_rising_times(
    webcam: Webcam, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vision.camera.time.monotonic", lambda: 5.0)
    with Camera(0) as camera:
        first, second = camera.read(), camera.read()
    assert first is not None
    assert second is not None
    assert first.time_s < second.time_s < 5.001


@linux_only
def test_none_is_there(webcam: Webcam) -> None:
    with pytest.raises(SourceError, match=r"camera 3 is not there .* is it plugged in\?"):
        Camera(3)


def test_another_program_holds_it(webcam: Webcam) -> None:
    webcam.taken = True
    with pytest.raises(SourceError, match="another program may be using it"):
        Camera(0)
    webcam.taken = False
    with Camera(0) as camera:
        assert camera.read() is not None


@linux_only
@pytest.mark.parametrize(
    ("number", "line"),
    [
        (errno.EACCES, "may not be used by this account"),
        (errno.EBUSY, "is in use by another program"),
        (errno.ENODEV, "No such device"),
    ],
)
def test_the_system_refuses_it(
    webcam: Webcam, monkeypatch: pytest.MonkeyPatch, number: int, line: str
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("vision.camera.os.open", refuse)
    with pytest.raises(SourceError, match=line) as refused:
        Camera(CameraInfo(0, "Desk Cam"))
    assert str(refused.value).startswith("Desk Cam")
    assert "\n" not in str(refused.value)


def test_it_opens_but_gives_no_picture(webcam: Webcam) -> None:
    webcam.gives_pictures = False
    with pytest.raises(SourceError, match="opens but gives no picture") as refused:
        Camera(0)
    assert not isinstance(refused.value, CameraLost)
    assert webcam.opened == 0


def test_it_wakes_slowly(webcam: Webcam) -> None:
    webcam.refusals = 3
    with Camera(0) as camera:
        assert camera.read() is not None
    assert webcam.refusals == 0


def test_it_is_lost_in_the_middle_and_found_again(webcam: Webcam) -> None:
    camera = Camera(0)
    assert camera.read() is not None
    webcam.plugged = False
    with pytest.raises(CameraLost, match="is it still plugged in"):
        camera.read()
    assert webcam.opened == 0
    assert camera.read() is None  # closed, and quiet from then on
    with pytest.raises(SourceError):
        Camera(0)
    webcam.plugged = True
    with Camera(0) as again:
        assert again.read() is not None


def test_a_refused_read_now_and_then_is_no_loss(webcam: Webcam) -> None:
    with Camera(0) as camera:
        camera.read()
        webcam.refusals = 3
        frame = camera.read()
    assert frame is not None
    assert frame.index == 1


def test_closing_a_stalled_camera_does_not_wait_for_it(webcam: Webcam) -> None:
    camera = Camera(0)
    camera.read()
    webcam.stalls.set()
    given: list[object] = []
    reader = threading.Thread(target=lambda: given.append(camera.read()))
    reader.start()
    time.sleep(0.05)
    began = time.monotonic()
    camera.close()
    assert time.monotonic() - began < 1.0
    assert webcam.opened == 1  # the reading thread still holds it
    webcam.wakes.set()
    reader.join(5.0)
    assert given == [None]
    assert webcam.opened == 0
    assert not webcam.released_while_reading
