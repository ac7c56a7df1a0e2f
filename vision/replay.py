"""Recorded landmarks played again: a source without pictures."""

import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vision.closing import ClosesOnExit
from vision.frames import Frame
from vision.pose import Pose
from vision.skeleton import LANDMARK_COUNT
from vision.source import SourceError

FORMAT = 1
# An hour at 30 frames a second. Longer ones are refused, since a recording is held in memory.
MAX_FRAMES = 108_000
MAX_SIDE_PX = 8192

_ARRAYS = ("format", "time_s", "image", "world", "size")
# Whether the model had smoothed each frame's pose; recordings from before it was kept are of a
# model that had.
_SMOOTHED = "smoothed"
# What zipfile and NumPy raise over a damaged, locked or made-up archive.
_UNLIKE = (ValueError, EOFError, MemoryError, RuntimeError, zipfile.BadZipFile, zlib.error)
_FRAME_BYTES = 8 * (1 + 2 * LANDMARK_COUNT * 4) + 1
_MAX_BYTES = MAX_FRAMES * _FRAME_BYTES + 65_536

Array = NDArray[np.float64]


class Replay(ClosesOnExit):
    """A recording of one person's landmarks as a source.

    Every frame carries its `recorded` pose (`None` where nobody was seen) and the same dark,
    read-only ground for a picture, so memory stays flat.

    Parameters
    ----------
    path
        An ``.npz`` file as `save_replay` writes it.

    Raises
    ------
    SourceError
        Where it cannot be read, or is not such a recording.
    """

    kind = "replay"
    live = False
    incomplete = False

    def __init__(self, path: Path) -> None:
        self.name = path.name
        arrays = _load(path)
        fault = _fault(arrays)
        if fault:
            raise SourceError(f"{path} is not a recording that can be replayed: {fault}")
        self._time_s, self._image, self._world = (arrays[k] for k in ("time_s", "image", "world"))
        self._smoothed = arrays.get(_SMOOTHED, np.ones(len(self._time_s), np.uint8))
        width, height = (int(side) for side in arrays["size"])
        self.size = (width, height)
        self.frame_count: int | None = len(self._time_s)
        span_s = float(self._time_s[-1] - self._time_s[0])
        self.fps = (self.frame_count - 1) / span_s if span_s > 0.0 else 0.0
        self._ground = np.zeros((height, width, 3), np.uint8)
        self._ground.flags.writeable = False
        self._place = 0
        self._closed = False

    def read(self) -> Frame | None:
        """Return the next recorded moment, or `None` at the end or once closed."""
        if self._closed or self._place == self.frame_count:
            return None
        at = self._place
        self._place += 1
        seen = not np.isnan(self._image[at, 0, 0])
        smoothed = bool(self._smoothed[at])
        pose = Pose(self._image[at], self._world[at], smoothed) if seen else None
        return Frame(self._ground, float(self._time_s[at]), at, (pose,))

    def close(self) -> None:
        """Play no more."""
        self._closed = True


def save_replay(
    path: Path, times_s: Sequence[float], poses: Sequence[Pose | None], size: tuple[int, int]
) -> None:
    """Write landmarks as a recording, without any picture.

    Parameters
    ----------
    path
        The file to write, ending in ``.npz``.
    times_s
        Seconds of each frame, strictly rising, from 0 up.
    poses
        As many poses as times; `None` where nobody was seen.
    size
        Width and height in pixels of the frames they were found in.

    Raises
    ------
    ValueError
        Where `Replay` would not take it back.
    OSError
        Where the file cannot be written.
    """
    nobody = np.full((LANDMARK_COUNT, 4), np.nan)
    arrays: dict[str, NDArray[Any]] = {
        "format": np.array(FORMAT),
        "time_s": np.asarray(times_s, np.float64),
        "image": _stacked([nobody if pose is None else pose.image for pose in poses]),
        "world": _stacked([nobody if pose is None else pose.world for pose in poses]),
        "size": np.array(size, np.int64),
        _SMOOTHED: np.array([pose is None or pose.smoothed for pose in poses], np.uint8),
    }
    fault = _fault(arrays)
    if fault:
        raise ValueError(fault)
    with path.open("wb") as file:  # savez would add a suffix of its own to a bare name
        np.savez_compressed(file, allow_pickle=False, **arrays)


def _stacked(rows: list[Array]) -> Array:
    return np.array(rows, np.float64).reshape(-1, LANDMARK_COUNT, 4)


def _load(path: Path) -> dict[str, NDArray[Any]]:
    """Return the recording's arrays, none of them larger than a recording may be."""
    try:
        with zipfile.ZipFile(path) as archive:
            stated = sum(member.file_size for member in archive.infolist())
        if stated > _MAX_BYTES:
            raise SourceError(f"{path} is longer than an hour of recording; cut it first")
        with np.load(path, allow_pickle=False) as stored:
            missing = [name for name in _ARRAYS if name not in stored.files]
            if missing:
                raise SourceError(f"{path} is not a recording: it has no {', '.join(missing)}")
            kept = [name for name in (*_ARRAYS, _SMOOTHED) if name in stored.files]
            return {name: stored[name] for name in kept}
    except _UNLIKE as unlike:
        raise SourceError(f"{path} is not a recording, or is damaged") from unlike
    except OSError as refused:
        raise SourceError(f"{path} cannot be opened: {refused.strerror or refused}") from refused


def _fault(arrays: dict[str, NDArray[Any]]) -> str:
    """Return what is not as it has to be in a recording's arrays; empty where all is well."""
    version, time_s, image, world, size = (arrays[name] for name in _ARRAYS)
    count = len(time_s) if time_s.ndim == 1 else 0
    rows = (count, LANDMARK_COUNT, 4)
    if any(array.dtype.kind not in "iuf" for array in arrays.values()):
        return "its arrays are not all numbers"
    if version.shape != () or version != FORMAT:
        return f"its format is not {FORMAT}"
    if not 1 <= count <= MAX_FRAMES:
        return f"it has no list of 1 to {MAX_FRAMES} times"
    if image.shape != rows or world.shape != rows:
        return f"image and world are not both {rows}"
    if size.shape != (2,) or not np.all((size >= 1) & (size <= MAX_SIDE_PX)):
        return f"its size is not a width and a height of 1 to {MAX_SIDE_PX}"
    if not np.all(np.isfinite(time_s)) or time_s[0] < 0 or not np.all(np.diff(time_s) > 0):
        return "its times do not rise from 0 up"
    if arrays.get(_SMOOTHED, np.ones(count)).shape != (count,):
        return "it does not say of every frame whether it was smoothed"
    return _landmark_fault(image, world)


def _landmark_fault(image: NDArray[Any], world: NDArray[Any]) -> str:
    """Return a fault where a frame is neither wholly numbers nor wholly NaN (nobody seen)."""
    both = np.concatenate([image, world], axis=1).astype(np.float64)
    whole = np.isfinite(both).all(axis=(1, 2))
    nobody = np.isnan(both).all(axis=(1, 2))
    if not np.all(whole | nobody):
        return f"frame {int(np.argmin(whole | nobody))} is partly not numbers"
    return ""
