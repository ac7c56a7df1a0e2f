"""The thin layer over OpenCV's capture."""

import threading
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from vision.capture import Capture


class Device:
    """A ``cv2.VideoCapture`` that gives what it is told to."""

    def __init__(self, picture: Any = None, number: float = 0.0) -> None:
        self.picture = picture
        self.number = number
        self.released = 0
        self.reading = threading.Event()
        self.go_on = threading.Event()

    def grab(self) -> bool:
        self.reading.set()
        assert self.go_on.wait(10.0)
        return True

    def retrieve(self) -> tuple[bool, Any]:
        return self.picture is not None, self.picture

    def get(self, prop: int) -> float:
        return self.number

    def release(self) -> None:
        assert not self.reading.is_set() or self.go_on.is_set(), "released under a running read"
        self.released += 1


def test_a_picture_is_turned_to_rgb() -> None:
    blue = np.zeros((2, 3, 3), np.uint8)
    blue[..., 0] = 255  # OpenCV's order is blue, green, red
    image = Capture(Device(blue)).retrieve()
    assert image is not None
    assert image[0, 0].tolist() == [0, 0, 255]
    assert image.flags.c_contiguous


@pytest.mark.parametrize("picture", [None, np.zeros((0, 0, 3), np.uint8)])
def test_a_picture_that_cannot_be_decoded_is_none(picture: Any) -> None:
    assert Capture(Device(picture)).retrieve() is None


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -1.0, 0.0, -1.9e14, 1e12])
def test_a_senseless_statement_is_unknown(number: float) -> None:
    capture = Capture(Device(number=number))
    assert capture.fps() == 0.0
    assert capture.frame_count() is None


def test_what_is_stated_is_told() -> None:
    capture = Capture(Device(number=25.0))
    assert (capture.fps(), capture.frame_count(), capture.position_s()) == (25.0, 25, 0.025)


def test_closed_it_gives_nothing() -> None:
    device = Device(np.zeros((2, 2, 3), np.uint8), 25.0)
    capture = Capture(device)
    capture.close()
    assert capture.is_closed
    assert device.released == 1
    assert capture.grab() is False
    assert capture.retrieve() is None
    assert capture.frame_count() is None


def test_closed_under_a_running_read_it_is_released_after_it() -> None:
    device = Device()
    capture = Capture(device)
    reader = threading.Thread(target=capture.grab)
    reader.start()
    assert device.reading.wait(10.0)
    capture.close()
    assert device.released == 0
    device.go_on.set()
    reader.join(10.0)
    assert device.released >= 1


def test_no_other_file_opens_a_camera_or_a_video() -> None:
    root = Path(__file__).parents[2]
    packages = ("vision", "figure", "words", "exercises", "feedback", "ui", "app")
    opening = [
        path.relative_to(root).as_posix()
        for package in packages
        for path in (root / package).rglob("*.py")
        if "VideoCapture(" in path.read_text(encoding="utf-8")
    ]
    assert opening == ["vision/capture.py"]


def test_opencv_keeps_to_one_thread() -> None:
    assert cv2.getNumThreads() == 1
