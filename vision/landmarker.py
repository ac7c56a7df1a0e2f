"""The pose model, behind the one file that knows mediapipe.

mediapipe is imported when the first landmarker is made: it takes 0.6 s or more, and a window is
to open before that.
"""

import threading
from contextlib import nullcontext
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from vision.chatter import without_chatter
from vision.closing import ClosesOnExit
from vision.frames import Frame
from vision.lean_model import lean_asset
from vision.models import ModelSize, check_mediapipe, checked_model
from vision.pose import Pose
from vision.zones import Zone

Mode = Literal["video", "image"]

# What the model is not to see is of this brightness: the middle one, in which it finds nobody.
GREY = 128

# The last of the library's notes comes with the first body that any landmarker finds.
_somebody_met = threading.Event()


class Landmarker(ClosesOnExit):
    """Finds one body in one zone of the frames it is shown, on the CPU.

    In ``video`` mode it follows and smooths the same body from frame to frame, so each person
    needs a landmarker of their own. In ``image`` mode every picture is looked at afresh. Close it
    before the program ends: the library cannot tidy up after the interpreter has begun to.

    Parameters
    ----------
    size
        ``full`` for one person, ``lite`` where speed matters more.
    mode
        ``video`` or ``image``.

    Raises
    ------
    vision.models.ModelError
        Where the model's file or the library is not the one tested.
    """

    def __init__(self, size: ModelSize = "full", *, mode: Mode = "video") -> None:
        check_mediapipe()
        path = checked_model(size)
        self._follows = mode == "video"
        self._last_ms = -1
        with without_chatter():
            import mediapipe
            from mediapipe.tasks.python import BaseOptions, vision

            self._image_of = mediapipe.Image
            self._rgb = mediapipe.ImageFormat.SRGB
            running = vision.RunningMode.VIDEO if self._follows else vision.RunningMode.IMAGE
            asset = lean_asset(path)
            model = (
                {"model_asset_buffer": asset}
                if isinstance(asset, bytes)
                else {"model_asset_path": str(asset)}
            )
            self._graph = vision.PoseLandmarker.create_from_options(
                vision.PoseLandmarkerOptions(
                    base_options=BaseOptions(**model, delegate=BaseOptions.Delegate.CPU),
                    running_mode=running,
                    num_poses=1,
                )
            )
        self._closed = False

    def detect(self, frame: Frame, zone: Zone, *, only: Zone | None = None) -> Pose | None:
        """Return the body found in `zone` of `frame`, in pixels of the whole frame.

        Parameters
        ----------
        frame
            Its image may change size from one call to the next. In ``video`` mode `time_s` is
            expected to rise; where it does not, it is taken as a millisecond after the last.
        zone
            Where to look. Landmarks may be placed outside it, where the model only guesses.
        only
            Show the model no more of the zone than the columns of this one; the rest is grey.

        Returns
        -------
        Pose or None
            `None` where nobody is found.

        Raises
        ------
        ValueError
            Where the image is empty or is not (H, W, 3) uint8.
        RuntimeError
            After `close`.
        """
        if self._closed:
            raise RuntimeError("the landmarker is closed")
        image = frame.image
        # An empty picture would stop the graph for good, and another type be misread silently.
        if image.ndim != 3 or image.shape[2] != 3 or image.size == 0 or image.dtype != np.uint8:
            raise ValueError(f"not an RGB picture: {image.dtype} of shape {image.shape}")
        left, top, right, bottom = zone.pixels(image.shape[1], image.shape[0])
        # The library reads a crop's memory as if it were contiguous.
        crop = np.ascontiguousarray(image[top:bottom, left:right])
        if only is not None:
            crop = _greyed(crop, only.pixels(image.shape[1], image.shape[0]), left)
        with nullcontext() if _somebody_met.is_set() else without_chatter():
            found = self._run(crop, frame.time_s)
        if not found.pose_landmarks:
            return None
        _somebody_met.set()
        inside = _rows(found.pose_landmarks[0])
        width, height = right - left, bottom - top
        # Depth is scaled as x is: that is how the model gives it.
        scale = np.array([width, height, width, 1.0])
        return Pose(
            image=inside * scale + np.array([left, top, 0.0, 0.0]),
            world=_rows(found.pose_world_landmarks[0]),
            smoothed=self._follows,
        )

    def _run(self, crop: NDArray[np.uint8], time_s: float) -> Any:
        picture = self._image_of(image_format=self._rgb, data=crop)
        if not self._follows:
            return self._graph.detect(picture)
        self._last_ms = max(self._last_ms + 1, round(time_s * 1000))
        return self._graph.detect_for_video(picture, self._last_ms)

    def close(self) -> None:
        """Let go of the model; calling it again does nothing."""
        self._closed = True
        self._graph.close()


def _greyed(
    crop: NDArray[np.uint8], keep: tuple[int, int, int, int], left: int
) -> NDArray[np.uint8]:
    """Return a crop that begins at column `left`, grey but for the columns of `keep`."""
    shown = crop.copy()
    shown[:, : max(keep[0] - left, 0)] = GREY
    shown[:, max(keep[2] - left, 0) :] = GREY
    return shown


def _rows(landmarks: Any) -> NDArray[np.float64]:
    """Return the library's landmarks as (33, 4): x, y, z, visibility."""
    return np.array([(mark.x, mark.y, mark.z, mark.visibility) for mark in landmarks])
