"""Frames from a folder of pictures, in their natural order."""

import re
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.closing import ClosesOnExit
from vision.frames import Frame
from vision.source import SourceError

IMAGE_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".webp"})


class ImageFolder(ClosesOnExit):
    """The pictures of a folder as a source.

    Each picture keeps its own size; `size` is that of the first. One that cannot be read is passed
    over and marks the source `incomplete`, while its moment stays in the times of those after it.

    Parameters
    ----------
    path
        The folder. Only its own pictures are read, not those of folders in it.
    fps
        Pictures a second, above zero.

    Raises
    ------
    SourceError
        Where there is no such folder, or no picture in it can be read.
    """

    kind = "images"
    live = False

    def __init__(self, path: Path, fps: float = 30.0) -> None:
        self.name = path.name
        self.fps = fps
        self.incomplete = False
        self._paths = _pictures_in(path)
        self.frame_count: int | None = len(self._paths)
        self._place = 0
        self._read_count = 0
        self._closed = False
        self._first = self._next_image()
        if self._first is None:
            raise SourceError(f"{path}: none of its {self.frame_count} pictures can be read")
        height, width = self._first.shape[:2]
        self.size = (width, height)

    def read(self) -> Frame | None:
        """Return the next picture, or `None` at the end or once closed."""
        image, self._first = self._first, None
        if image is None:
            image = self._next_image()
        if image is None or self._closed:
            return None
        frame = Frame(image, (self._place - 1) / self.fps, self._read_count)
        self._read_count += 1
        return frame

    def close(self) -> None:
        """Read no more; nothing is held open between pictures."""
        self._closed = True

    def _next_image(self) -> NDArray[np.uint8] | None:
        while self._place < len(self._paths) and not self._closed:
            image = _read_image(self._paths[self._place])
            self._place += 1
            if image is not None:
                return image
            self.incomplete = True
        return None


def natural_key(name: str) -> tuple[tuple[int, str], ...]:
    """Return a sorting key that puts ``frame2`` before ``frame10``, whatever the case."""
    parts = re.findall(r"[0-9]+|[^0-9]+", name.casefold())
    return tuple((int(part), "") if part[0] in "0123456789" else (-1, part) for part in parts)


def _pictures_in(path: Path) -> list[Path]:
    try:
        names = [entry.name for entry in path.iterdir() if entry.is_file()]
    except OSError as refused:
        raise SourceError(f"{path} cannot be opened: {refused.strerror}") from refused
    pictures = [name for name in names if Path(name).suffix.lower() in IMAGE_SUFFIXES]
    if not pictures:
        kinds = ", ".join(sorted(IMAGE_SUFFIXES))
        raise SourceError(f"{path}: the folder holds no pictures (looked for {kinds})")
    return [path / name for name in sorted(pictures, key=lambda name: (natural_key(name), name))]


def _read_image(path: Path) -> NDArray[np.uint8] | None:
    """Return a picture as upright RGB, or `None` where it cannot be read.

    Read as bytes first: OpenCV cannot open every file name on every system. It honours the
    picture's Exif orientation.
    """
    try:
        data = np.frombuffer(path.read_bytes(), np.uint8)
        picture = cv2.imdecode(data, cv2.IMREAD_COLOR) if data.size else None
    except (OSError, cv2.error):
        return None
    if picture is None:
        return None
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2RGB), np.uint8)
