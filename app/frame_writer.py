"""Writing drawn frames to an MP4 file."""

from pathlib import Path
from types import TracebackType
from typing import Self

import cv2
import numpy as np
from numpy.typing import NDArray

# The rate a video plays at where its source states none.
UNSTATED_FPS = 30.0


class FrameWriter:
    """Writes RGB frames of one size to `path` as MPEG-4.

    Raises
    ------
    OSError
        Where the file cannot be written.
    """

    def __init__(self, path: Path, size: tuple[int, int], fps: float) -> None:
        code = cv2.VideoWriter.fourcc(*"mp4v")
        self._writer = cv2.VideoWriter(str(path), code, fps, size)
        if not self._writer.isOpened():
            raise OSError(f"{path}: the video cannot be written; choose another folder with --out")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._writer.release()

    def write(self, image: NDArray[np.uint8]) -> None:
        """Append one (H, W, 3) RGB frame."""
        self._writer.write(cv2.cvtColor(image, cv2.COLOR_RGB2BGR))
