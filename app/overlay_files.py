"""The files of an overlay: the whole as a video, and one picture of the movement at its widest."""

from math import isnan
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from app.frame_writer import UNSTATED_FPS, FrameWriter
from app.overlay import Overlay
from exercises.exercise import Exercise
from vision.closing import ClosesOnExit
from vision.measures import indices_of
from vision.sight import Sight
from vision.source import Source
from words.tr import tr

Image = NDArray[np.uint8]


class OverlayFiles(ClosesOnExit):
    """Writes ``overlay.mp4``, and ``overlay.png`` once it is closed.

    Raises
    ------
    OSError
        Where the folder cannot be written.
    """

    def __init__(self, folder: Path, source: Source, exercise: Exercise) -> None:
        fps = source.fps or UNSTATED_FPS
        self._video = FrameWriter(folder / "overlay.mp4", source.size, fps)
        label = tr("label.drawn-figure") if source.kind == "figure" else None
        self._overlay = Overlay(exercise, label)
        self._path = folder / "overlay.png"
        self._targets = [
            (row, target.rest)
            for target in exercise.targets
            if target.role == "lead"
            for row in indices_of(target.measure)
        ]
        self._best: tuple[tuple[int, float], Image] | None = None

    def write(self, image: Image, sight: Sight) -> None:
        """Draw `sight` onto a picture and append it."""
        drawn = self._overlay.drawn(image, sight)
        self._video.write(drawn)
        widest = self._width(sight)
        if self._best is None or widest > self._best[0]:
            self._best = widest, drawn

    def close(self) -> None:
        """Finish both files."""
        self._video.close()
        if self._best is None:
            return
        encoded = cv2.imencode(".png", cv2.cvtColor(self._best[1], cv2.COLOR_RGB2BGR))[1]
        self._path.write_bytes(encoded.tobytes())
        self._best = None

    def _width(self, sight: Sight) -> tuple[int, float]:
        """Return how much is to be seen: how many numbers, and how far the movement has come."""
        values, course = sight.measures.values, sight.measures.course
        far = [abs(float(course[row]) - rest) for row, rest in self._targets]
        given = sum(not isnan(values[row]) for row, _ in self._targets)
        return given, sum(each for each in far if not isnan(each)) + sight.present
