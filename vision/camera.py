"""Frames of a camera, each stamped as its light is read."""

import errno
import os
import sys
import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vision.cameras import CameraInfo
from vision.capture import Capture, open_device
from vision.closing import ClosesOnExit
from vision.frames import Frame
from vision.source import SourceError

# Defaults of ours, unvalidated: a camera may refuse a read now and then, but refusing for so long
# it is gone; and waking it may take longer.
LOST_AFTER_S = 2.0
AWAKE_WITHIN_S = 5.0
LINUX_DEVICES = Path("/dev")
# A refused read returns at once, so a short wait lies between two.
PAUSE_S = 0.05


class CameraLost(SourceError):  # noqa: N818 - an event that is expected and answered
    """The camera stopped giving pictures: unplugged, asleep, or taken away."""


class Camera(ClosesOnExit):
    """A camera as a source.

    A frame not taken in time is gone: `read` gives what the camera holds now. It may block for
    seconds on a camera that stalls, so it belongs in a thread of its own.

    Parameters
    ----------
    camera
        One of `list_cameras`, or its index.
    width, height
        Size asked for, in pixels; `size` is what the camera really gives.
    fps
        Rate asked for; `fps` is what the camera states.

    Raises
    ------
    SourceError
        Where it does not open or gives no picture, telling apart a camera that is not there, one
        this person may not use, and one held by another program.
    """

    kind = "camera"
    live = True
    incomplete = False
    frame_count: int | None = None

    def __init__(
        self, camera: CameraInfo | int, width: int = 1280, height: int = 720, fps: float = 30.0
    ) -> None:
        if isinstance(camera, int):
            camera = CameraInfo(camera, f"camera {camera}")
        self.name = camera.name
        self._last_s = -float("inf")
        self._read_count = 0
        self._capture = _open(camera, width, height, fps)
        self._first = self._take(AWAKE_WITHIN_S)
        if self._first is None:
            self.close()
            raise SourceError(
                f"{camera.name} opens but gives no picture; close other programs that use it, "
                "or unplug it and plug it in again"
            )
        # What a camera says of its size is not always what it gives.
        self.size = (self._first.image.shape[1], self._first.image.shape[0])
        self.fps = self._capture.fps()

    def read(self) -> Frame | None:
        """Return the newest frame; `None` once closed.

        Raises
        ------
        CameraLost
            Where the camera gave no picture for `LOST_AFTER_S`. It is closed then; a new `Camera`
            may find it back.
        """
        frame, self._first = self._first or self._take(LOST_AFTER_S), None
        if self._capture.is_closed:
            return None
        if frame is None:
            self.close()
            raise CameraLost(f"{self.name} gives no more pictures; is it still plugged in?")
        return frame

    def close(self) -> None:
        """Let go of the camera, at once or as soon as a read under way returns."""
        self._capture.close()

    def _take(self, patience_s: float) -> Frame | None:
        """Return the camera's next frame; `None` once closed or where it refuses for so long."""
        give_up_s = time.monotonic() + patience_s
        while not self._capture.is_closed:
            if self._capture.grab():
                grabbed_s = time.monotonic()
                image = self._capture.retrieve()
                if image is not None:
                    return self._stamped(image, grabbed_s)
            if time.monotonic() > give_up_s:
                return None
            time.sleep(PAUSE_S)
        return None

    def _stamped(self, image: NDArray[np.uint8], grabbed_s: float) -> Frame:
        # The clock of some systems stands still for up to 16 ms.
        self._last_s = max(grabbed_s, self._last_s + 1e-6)
        frame = Frame(image, self._last_s, self._read_count)
        self._read_count += 1
        return frame


def _open(camera: CameraInfo, width: int, height: int, fps: float) -> Capture:
    if sys.platform == "linux":
        _check_device(camera, LINUX_DEVICES / f"video{camera.index}")
    capture = open_device(camera.index, width, height, fps)
    if capture is None:
        raise SourceError(
            f"{camera.name} does not open; another program may be using it (close that one first), "
            "or this one may not be allowed to (see the system's privacy settings)"
        )
    return capture


def _check_device(camera: CameraInfo, device: Path) -> None:
    """Say what keeps a Linux camera from opening, without disturbing a program that uses it.

    Opening a V4L2 node does not take the camera; only streaming does.
    """
    if not device.exists():
        raise SourceError(f"{camera.name} is not there ({device}); is it plugged in?")
    try:
        os.close(os.open(device, os.O_RDWR | os.O_NONBLOCK))
    except PermissionError as refused:
        raise SourceError(
            f"{camera.name} may not be used by this account; add it to the group “video” "
            "(sudo usermod -aG video $USER) and sign in again"
        ) from refused
    except OSError as refused:
        if refused.errno == errno.EBUSY:
            raise SourceError(
                f"{camera.name} is in use by another program; close that one first"
            ) from refused
        raise SourceError(f"{camera.name} does not open: {refused.strerror}") from refused
