"""The one place that touches ``cv2.VideoCapture``: a device or file that gives RGB pictures."""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EILSEQ
from pathlib import Path
from typing import Any

# Read by OpenCV as it opens its first file or camera. The decoder's own chatter about a damaged
# file would bury our one line (-8 is FFmpeg's AV_LOG_QUIET); a stream may open nothing but files;
# and a camera that stalls lets go after 3 s instead of 10.
os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")
os.environ.setdefault("OPENCV_FFMPEG_CAPTURE_OPTIONS", "protocol_whitelist;file")
os.environ.setdefault("OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT", "3")

import cv2
import numpy as np
from numpy.typing import NDArray

# OpenCV's pool of threads gains nothing on our few small operations and doubles the worst case.
cv2.setNumThreads(1)
# OpenCV 5 moved this name; 0 is silent in both. What fails is seen in what a call returns.
(cv2.setLogLevel if hasattr(cv2, "setLogLevel") else cv2.utils.logging.setLogLevel)(0)

# DirectShow opens in a fraction of Media Foundation's time and honours the format asked for.
_CAMERA_BACKENDS = {
    "linux": cv2.CAP_V4L2,
    "darwin": cv2.CAP_AVFOUNDATION,
    "win32": cv2.CAP_DSHOW,
}


class Capture:
    """A device or file being read.

    `close` may come from any thread and never waits: where a read is under way (a stalled camera
    can hold one for seconds), the reading thread lets go of the device as that read returns.
    Releasing a ``cv2.VideoCapture`` under a running read would crash the process.

    Parameters
    ----------
    device
        An opened ``cv2.VideoCapture``.
    """

    def __init__(self, device: Any) -> None:
        self._device = device
        self._lock = threading.Lock()
        self._closing = threading.Event()

    @property
    def is_closed(self) -> bool:
        """True once `close` was called."""
        return self._closing.is_set()

    def grab(self) -> bool:
        """Take the next picture without decoding it; False where there is none. May block."""
        with self._open() as is_open:
            return is_open and bool(self._device.grab())

    def retrieve(self) -> NDArray[np.uint8] | None:
        """Decode the picture grabbed: contiguous (H, W, 3) uint8 RGB, upright; `None` if damaged.

        A video file's rotation mark is honoured by OpenCV itself.
        """
        with self._open() as is_open:
            if not is_open:
                return None
            ok, picture = self._device.retrieve()
        if not ok or picture is None or picture.size == 0:
            return None
        return np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2RGB), np.uint8)

    def position_s(self) -> float:
        """Return the file's own time of the picture last grabbed, in seconds; 0.0 if unknown."""
        return self._number(cv2.CAP_PROP_POS_MSEC) / 1000.0

    def fps(self) -> float:
        """Return the stated frames a second; 0.0 where unknown."""
        rate = self._number(cv2.CAP_PROP_FPS)
        return rate if 0.0 < rate <= 1000.0 else 0.0

    def frame_count(self) -> int | None:
        """Return the stated number of frames; `None` where the container states none."""
        count = self._number(cv2.CAP_PROP_FRAME_COUNT)
        return int(count) if 1.0 <= count < 1e9 else None

    def close(self) -> None:
        """Let go of the device or file, now or as soon as a read under way returns."""
        self._closing.set()
        if self._lock.acquire(blocking=False):
            try:
                self._device.release()
            finally:
                self._lock.release()

    def _number(self, prop: int) -> float:
        with self._open() as is_open:
            value = float(self._device.get(prop)) if is_open else 0.0
        return value if np.isfinite(value) else 0.0

    @contextmanager
    def _open(self) -> Iterator[bool]:
        """Hold the device for one call; yields False once it is closed."""
        with self._lock:
            yield not self._closing.is_set()
        if self._closing.is_set():
            self.close()


def open_file(path: Path) -> Capture | None:
    """Open a video file with FFmpeg alone; `None` where it is not a video.

    The other backends would read numbered pictures, devices or pipelines out of a file's name.

    Raises
    ------
    OSError
        Where its name is not Unicode.
    """
    return _opened(cv2.VideoCapture(opencv_name(path), cv2.CAP_FFMPEG))


def opencv_name(path: Path) -> str:
    """Return the file's name as OpenCV takes it.

    Raises
    ------
    OSError
        Where the name is not Unicode, or is not in the language settings of this machine: OpenCV
        would end the program with a crash.
    """
    try:
        str(path).encode()
    except UnicodeEncodeError:
        raise OSError(EILSEQ, "its name is not Unicode here; rename it", str(path)) from None
    return str(path)


def open_device(index: int, width: int, height: int, fps: float) -> Capture | None:
    """Open a camera and ask for a size in pixels and a rate; `None` where it does not open.

    What the camera then gives may differ. MJPG comes first, since few webcams carry 1280×720 at
    30 frames a second otherwise; the short buffer is asked for, but cannot be relied on.
    """
    device = cv2.VideoCapture(index, _CAMERA_BACKENDS.get(sys.platform, cv2.CAP_ANY))
    device.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
    device.set(cv2.CAP_PROP_FRAME_WIDTH, width)
    device.set(cv2.CAP_PROP_FRAME_HEIGHT, height)
    device.set(cv2.CAP_PROP_FPS, fps)
    device.set(cv2.CAP_PROP_BUFFERSIZE, 1)
    return _opened(device)


def _opened(device: Any) -> Capture | None:
    if device.isOpened():
        return Capture(device)
    device.release()
    return None
