"""Writing drawn frames to an MP4 file."""

from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.capture import opencv_name
from vision.closing import ClosesOnExit

# The rate a video plays at where its source states none.
UNSTATED_FPS = 30.0


class FrameWriter(ClosesOnExit):
    """Writes RGB frames to `path` as MPEG-4 of one size; a frame of another is scaled to it.

    Raises
    ------
    OSError
        Where the file cannot be written.
    """

    def __init__(self, path: Path, size: tuple[int, int], fps: float) -> None:
        code = cv2.VideoWriter.fourcc(*"mp4v")
        self._size = size
        self._writer = cv2.VideoWriter(opencv_name(path), code, fps, size)
        if not self._writer.isOpened():
            raise OSError(f"{path}: the video cannot be written; choose another folder with --out")

    def close(self) -> None:
        """Finish the file."""
        self._writer.release()

    def write(self, image: NDArray[np.uint8]) -> None:
        """Append one (H, W, 3) RGB frame."""
        frame = cv2.cvtColor(image, cv2.COLOR_RGB2BGR)
        if frame.shape[1::-1] != self._size:  # OpenCV would leave it out without a word
            frame = cv2.resize(frame, self._size, interpolation=cv2.INTER_AREA)
        self._writer.write(frame)
