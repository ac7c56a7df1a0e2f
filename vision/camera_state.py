"""Whether a camera still shows the room: silent, dark, frozen or fine."""

import zlib
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np
from numpy.typing import NDArray

# All defaults of ours, unvalidated.
SILENT_AFTER_S = 1.0
FROZEN_AFTER_S = 2.0
# A waking camera often gives a few black pictures, which are not worth a screen of their own.
DARK_AFTER_S = 0.5
# Of 255: a covered lens reads 0 to 4, a dim room well above 20.
DARK_LUMA = 8.0

# Every 16th pixel each way: 3,600 of a 1280×720 picture.
_STRIDE = 16


class CameraState(Enum):
    """What a camera gives just now; each but FINE has a calm screen."""

    FINE = "fine"
    SILENT = "silent"
    DARK = "dark"
    FROZEN = "frozen"


@dataclass(frozen=True, slots=True)
class Watched:
    """What is remembered of a camera's frames.

    Attributes
    ----------
    frame_s
        Seconds of the last frame.
    lit_s
        Seconds when a picture was last not black.
    changed_s
        Seconds when the picture last differed from the one before.
    fingerprint
        Of the last picture; `None` before the first.
    """

    frame_s: float
    lit_s: float
    changed_s: float
    fingerprint: int | None = None


def step(watched: Watched, luma: float, fingerprint: int, t: float) -> Watched:
    """Return what is remembered after one more frame.

    Parameters
    ----------
    watched
        What was remembered before it.
    luma
        Mean brightness of the frame, 0–255.
    fingerprint
        A number that differs when the picture does.
    t
        Seconds of the frame.
    """
    after = replace(watched, frame_s=t, fingerprint=fingerprint)
    if luma >= DARK_LUMA:
        after = replace(after, lit_s=t)
    if fingerprint != watched.fingerprint:
        after = replace(after, changed_s=t)
    return after


def state_of(watched: Watched, t: float) -> CameraState:
    """Return the state at second `t`; the first that holds of silent, dark, frozen."""
    if t - watched.frame_s > SILENT_AFTER_S:
        return CameraState.SILENT
    if watched.frame_s - watched.lit_s >= DARK_AFTER_S:
        return CameraState.DARK
    if watched.frame_s - watched.changed_s >= FROZEN_AFTER_S:
        return CameraState.FROZEN
    return CameraState.FINE


class CameraWatch:
    """Keeps an eye on one camera: told of every frame, asked at every picture drawn.

    The two may come from two threads: what is remembered is replaced whole.

    Before the first frame there is nothing to watch: the state is FINE.
    """

    def __init__(self) -> None:
        self._watched: Watched | None = None

    def seen(self, image: NDArray[np.uint8], t: float) -> None:
        """Take note of a camera's frame: (H, W, 3) uint8 RGB, read at second `t`."""
        sample = image[::_STRIDE, ::_STRIDE]
        before = self._watched or Watched(frame_s=t, lit_s=t, changed_s=t)
        self._watched = step(before, mean_luma(sample), fingerprint(sample), t)

    def state(self, t: float) -> CameraState:
        """Return the camera's state at second `t`."""
        watched = self._watched
        return CameraState.FINE if watched is None else state_of(watched, t)

    def silent_s(self, t: float) -> float:
        """Return the seconds since the last frame at second `t`; 0.0 before the first."""
        watched = self._watched
        return 0.0 if watched is None else max(0.0, t - watched.frame_s)


def mean_luma(image: NDArray[np.uint8]) -> float:
    """Return the mean brightness, 0–255, of an RGB picture (weights of ITU-R BT.601)."""
    red, green, blue = image.reshape(-1, 3).mean(axis=0)
    return float(0.299 * red + 0.587 * green + 0.114 * blue)


def fingerprint(image: NDArray[np.uint8]) -> int:
    """Return a checksum of a picture.

    The grain of a live sensor changes it from frame to frame even where nothing moves, so equal
    ones in a row mean a picture that stands still.
    """
    return zlib.crc32(image.tobytes())
