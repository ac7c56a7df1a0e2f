"""Pictures, videos and a camera made up for tests."""

import struct
import threading
import time
from pathlib import Path
from typing import Any, ClassVar

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

import vision.camera

WIDTH, HEIGHT = 160, 120
OPENCV_CAPTURE = cv2.VideoCapture
Image = NDArray[np.uint8]


def halves(index: int, width: int = WIDTH, height: int = HEIGHT) -> Image:
    """Return an RGB picture, red on the left and blue on the right, with a dot that wanders."""
    image = np.empty((height, width, 3), np.uint8)
    image[:, : width // 2] = (220, 30, 30)
    image[:, width // 2 :] = (30, 30, 220)
    cv2.circle(image, (width // 2, (10 + 7 * index) % height), 5, (240, 240, 240), -1)
    return image


def grainy(index: int) -> Image:
    """Return `halves` with grain, which a video codec cannot squeeze away."""
    grain = np.random.default_rng(index).integers(0, 40, (HEIGHT, WIDTH, 3))
    return np.asarray(np.clip(halves(index) + grain, 0, 255), np.uint8)


def write_video(path: Path, count: int = 60, fps: float = 30.0) -> Path:
    """Write an MPEG-4 video of `grainy` pictures."""
    fourcc = cv2.VideoWriter.fourcc(*"mp4v")
    writer = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, fourcc, fps, (WIDTH, HEIGHT))
    assert writer.isOpened()
    for index in range(count):
        writer.write(cv2.cvtColor(grainy(index), cv2.COLOR_RGB2BGR))
    writer.release()
    return path


def write_image(path: Path, image: Image) -> Path:
    """Write an RGB picture in the format of the file's suffix."""
    ok, data = cv2.imencode(path.suffix, cv2.cvtColor(image, cv2.COLOR_RGB2BGR))
    assert ok
    path.write_bytes(data.tobytes())
    return path


def front_loaded(path: Path) -> Path:
    """Move an MP4's header before its pictures, as files for the web have it."""
    data = path.read_bytes()
    media, movie = data.index(b"mdat") - 4, data.index(b"moov") - 4
    header = bytearray(data[movie:])
    table = header.index(b"stco") + 8
    for entry in range(struct.unpack_from(">I", header, table)[0]):
        place = table + 4 + 4 * entry
        offset = struct.unpack_from(">I", header, place)[0]
        struct.pack_into(">I", header, place, offset + len(header))
    path.write_bytes(data[:media] + bytes(header) + data[media:movie])
    return path


class Webcam:
    """A pretended camera at index 0, which stands in for ``cv2.VideoCapture``.

    It behaves as measured ones do: each open device reads on its own, a read waits for the next
    picture, an unplugged one refuses every read at once though it still counts as opened, and a
    taken one does not open.
    """

    def __init__(self) -> None:
        self.plugged = True
        self.taken = False
        self.gives_pictures = True
        self.refusals = 0
        self.stalls = threading.Event()
        self.wakes = threading.Event()
        self.opened = 0
        self.released_while_reading = False
        self.asked: dict[int, float] = {}
        self.count = 0

    def open(self, index: int | str, backend: int) -> Any:
        """Return a device as ``cv2.VideoCapture(index, backend)`` does; files open as ever."""
        if isinstance(index, str):
            return OPENCV_CAPTURE(index, backend)
        return WebcamDevice(self, is_open=index == 0 and self.plugged and not self.taken)


class WebcamDevice:
    """One opening of a `Webcam`, with the methods of ``cv2.VideoCapture``."""

    interval_s: ClassVar[float] = 0.002

    def __init__(self, webcam: Webcam, is_open: bool) -> None:
        self._webcam = webcam
        self._is_open = is_open
        self._is_reading = False
        webcam.opened += is_open

    def isOpened(self) -> bool:  # noqa: N802 - OpenCV's name
        return self._is_open

    def grab(self) -> bool:
        self._is_reading = True
        if self._webcam.stalls.is_set():
            self._webcam.wakes.wait(10.0)
        time.sleep(self.interval_s)
        self._is_reading = False
        if self._webcam.refusals > 0:
            self._webcam.refusals -= 1
            return False
        return self._is_open and self._webcam.plugged and self._webcam.gives_pictures

    def retrieve(self) -> tuple[bool, Any]:
        self._webcam.count += 1
        return True, cv2.cvtColor(halves(self._webcam.count), cv2.COLOR_RGB2BGR)

    def set(self, prop: int, value: float) -> bool:
        self._webcam.asked[prop] = value
        return True

    def get(self, prop: int) -> float:
        return {cv2.CAP_PROP_FPS: 30.0}.get(prop, -1.0)

    def release(self) -> None:
        self._webcam.released_while_reading |= self._is_reading
        self._webcam.opened -= self._is_open
        self._is_open = False


def plug_in(webcam: Webcam, monkeypatch: pytest.MonkeyPatch, devices: Path) -> Webcam:
    """Make `webcam` this machine's camera 0, with its node in the folder `devices`."""
    (devices / "video0").touch()
    monkeypatch.setattr(vision.camera, "LINUX_DEVICES", devices)
    monkeypatch.setattr(vision.camera, "LOST_AFTER_S", 0.4)
    monkeypatch.setattr(vision.camera, "AWAKE_WITHIN_S", 0.4)
    monkeypatch.setattr(vision.camera, "PAUSE_S", 0.01)
    monkeypatch.setattr("vision.capture.cv2.VideoCapture", webcam.open)
    return webcam
