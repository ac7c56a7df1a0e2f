"""Frames of a video file, upright, each at its own time."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vision.capture import Capture, open_file
from vision.closing import ClosesOnExit
from vision.frames import Frame
from vision.mp4 import stated_seconds
from vision.source import SourceError

# Stated lengths are often a frame or two off, so this many may be missing at the end.
FRAMES_MAY_BE_MISSING = 2
# A failing read costs up to 0.1 ms (measured), so a file cut short is given up within 2 s.
MAX_FAILED_READS = 20_000
# A file that states no rate is read as if it had this one: the commonest.
FALLBACK_FPS = 30.0
# Frames further apart than this, and than five of the file's own intervals, have lost some between
# them (a default of ours: phones that vary their rate stay far below it).
HOLE_S = 0.5


class VideoFile(ClosesOnExit):
    """A video file as a source.

    Damaged frames are passed over and mark the source `incomplete`, as does a file that ends more
    than `FRAMES_MAY_BE_MISSING` frames before its stated length. Damage that the decoder paints
    over without a failing read cannot be told from an undamaged picture.

    Frames keep the file's own times, so a variable rate is honoured; a time that does not rise
    over the one before (a raw stream has none) is replaced by one interval after it.

    Parameters
    ----------
    path
        The file.

    Raises
    ------
    SourceError
        Where there is no file, or no picture can be read from it.
    """

    kind = "video"
    live = False

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self.incomplete = False
        self._capture = _open(path)
        self.fps = self._capture.fps()
        self._interval_s = 1.0 / (self.fps or FALLBACK_FPS)
        self._stated_s = stated_seconds(path)
        self.frame_count = self._stated_frames()
        self._read_count = 0
        self._failed_count = 0
        self._last_s = -self._interval_s
        self._ended = False
        self._first = self._next_picture()
        if self._first is None:
            self.close()
            raise SourceError(f"{path}: no picture in it can be read; is it a video, and whole?")
        height, width = self._first[0].shape[:2]
        self.size = (width, height)

    def read(self) -> Frame | None:
        """Return the next frame, or `None` at the end or once closed."""
        picture, self._first = self._first or self._next_picture(), None
        if picture is None or self._capture.is_closed:
            return None
        image, time_s = picture
        self._note_hole(time_s)
        frame = Frame(image, time_s, self._read_count)
        self._read_count += 1
        self._last_s = time_s
        return frame

    def close(self) -> None:
        """Let go of the file."""
        self._capture.close()

    def _stated_frames(self) -> int | None:
        """Return how many frames are shown, as far as the file says."""
        stored = self._capture.frame_count()
        if stored is None or self._stated_s is None or self.fps == 0.0:
            return stored
        return min(stored, max(1, round(self._stated_s * self.fps)))

    def _next_picture(self) -> tuple[NDArray[np.uint8], float] | None:
        """Return the next readable picture and its time, passing over damage."""
        failed = 0
        while not self._ended:
            picture = self._try_picture()
            if picture is not None:
                self._failed_count += failed
                self.incomplete |= failed > 0
                return picture
            failed += 1
            self._ended = self._is_end(failed)
        return None

    def _try_picture(self) -> tuple[NDArray[np.uint8], float] | None:
        if not self._capture.grab():
            return None
        time_s = self._rising(self._capture.position_s())
        image = self._capture.retrieve()
        return None if image is None else (image, time_s)

    def _is_end(self, failed: int) -> bool:
        """Tell the end of the file from damage in it, after so many failing reads in a row.

        Both fail alike, but a damaged frame costs one failing read (measured for MP4), so reading
        goes on until every stated frame was tried.
        """
        if self._capture.is_closed:
            return True
        tried = self._read_count + self._failed_count + failed
        ended = tried > (self.frame_count or 0) or failed >= MAX_FAILED_READS
        if ended:
            self.incomplete |= self._ended_early()
        return ended

    def _rising(self, position_s: float) -> float:
        """Return the file's time of a frame, or one interval after the last if it did not rise."""
        return (
            position_s if position_s > max(self._last_s, 0.0) else self._last_s + self._interval_s
        )

    def _note_hole(self, time_s: float) -> None:
        """Mark the source incomplete where frames are missing between the last and this one."""
        gap_s = time_s - self._last_s
        if self._read_count and gap_s > max(HOLE_S, 5.0 * self._interval_s):
            self.incomplete = True

    def _ended_early(self) -> bool:
        """Tell whether both the frames and the time fall short of what the file states.

        Where the rate varies, some containers only estimate their count, so the count alone would
        accuse whole files; a last frame shown for long would do so by the time alone.
        """
        if self.frame_count is None:
            return False
        stated_s = self._stated_s or self.frame_count * self._interval_s
        margin_s = FRAMES_MAY_BE_MISSING * self._interval_s
        return (
            self._read_count < self.frame_count - FRAMES_MAY_BE_MISSING
            and self._last_s + self._interval_s < stated_s - margin_s
        )


def _open(path: Path) -> Capture:
    if path.exists() and not path.is_file():
        raise SourceError(
            f"{path} is a {'folder' if path.is_dir() else 'device'}, not a video file"
        )
    try:
        with path.open("rb") as file:
            empty = not file.read(1)
        capture = None if empty else open_file(path)
    except FileNotFoundError as missing:
        raise SourceError(f"{path}: there is no such file") from missing
    except OSError as refused:
        raise SourceError(f"{path} cannot be opened: {refused.strerror}") from refused
    if empty:
        raise SourceError(f"{path} is empty; copy or record it again")
    if capture is None:
        raise SourceError(
            f"{path} is not a video that can be read; is it whole, and really a video?"
        )
    return capture
