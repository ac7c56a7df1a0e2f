"""The drawn figure as a source of frames: a movement performed without a camera."""

import multiprocessing
from multiprocessing.connection import wait
from threading import Event
from types import TracebackType
from typing import Self

import cv2
import numpy as np
from numpy.typing import NDArray

from app.figure_options import FigureOptions, parse_figure
from app.figure_process import FAILED, paint_loop
from app.figure_scene import FigureScene
from exercises.exercise import Exercise
from figure.kinematics import pose
from vision.frames import Frame
from vision.source import SourceError

__all__ = ["FigureSource", "parse_figure"]

# How often a read that waits for a picture looks whether the source was closed.
LOOK_S = 0.1
GIVE_UP_S = 2.0


class FigureSource:
    """Drawn figures that perform a movement over and over.

    They are painted in a process of their own, which holds no interpreter that draws or judges.
    One loop of the movement is kept compressed (about 65 kB a picture at 1280×720) and played
    again from memory. `read` blocks until the next picture has been painted, and stamps it with
    its place in the loop's endless repetition; pacing is the caller's.
    """

    name = "drawn figure"
    kind = "figure"
    frame_count: int | None = None
    live = False
    incomplete = False

    def __init__(self, options: FigureOptions, exercise: Exercise) -> None:
        """Begin to paint; returns at once.

        Raises
        ------
        SourceError
            For a movement that cannot be drawn.
        """
        self.size = (options.width, options.height)
        self.fps = options.fps
        self._scene = FigureScene(options, exercise)
        self._loop: list[bytes] = []
        self._index = 0
        self._closed = Event()
        spawning = multiprocessing.get_context("spawn")
        self._pictures, theirs = spawning.Pipe(duplex=False)
        self._process = spawning.Process(
            target=paint_loop, args=(options, exercise, theirs), name="painter", daemon=True
        )
        self._process.start()
        theirs.close()

    def read(self) -> Frame | None:
        """Return the next frame, waiting for it where it must be painted; `None` once closed.

        Raises
        ------
        SourceError
            Where painting ended for a reason of its own, which is named.
        """
        place = self._index % self._scene.frames
        while place >= len(self._loop):
            received = self._next_picture()
            if received is None:
                return None
            self._loop.append(received)
        if self._closed.is_set():
            return None
        packed = np.frombuffer(self._loop[place], np.uint8)
        picture = np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR), np.uint8)
        image = np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2RGB), np.uint8)
        frame = Frame(image, self._index / self.fps, self._index)
        self._index += 1
        return frame

    def truth(self, index: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return where the landmarks of frame `index` truly are.

        Returns
        -------
        pixels
            (people, 33, 2): x right and y down in the picture, hidden ones too.
        room
            (people, 33, 3): metres in the room.
        """
        actors, postures = self._scene.actors, self._scene.postures(index)
        room = np.stack(
            [
                actor.placed(pose(angles, actor.body)).points
                for actor, angles in zip(actors, postures, strict=True)
            ]
        )
        return self._scene.camera.project(room), room

    def close(self) -> None:
        """Stop painting and let go of the pictures; may be called twice, and by any thread."""
        self._closed.set()
        if self._process.is_alive():
            self._process.terminate()
        self._process.join(GIVE_UP_S)

    def __enter__(self) -> Self:
        """Return the source itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close."""
        self.close()

    def _next_picture(self) -> bytes | None:
        while not self._closed.is_set():
            if self._pictures in wait([self._pictures, self._process.sentinel], LOOK_S):
                return self._received()
            if not self._process.is_alive() and not self._pictures.poll():
                break
        if self._closed.is_set():
            return None
        raise SourceError("drawn figure: its painter ended early; please start again")

    def _received(self) -> bytes | None:
        try:
            message = self._pictures.recv_bytes()
        except (EOFError, OSError):
            if self._closed.is_set():
                return None
            raise SourceError("drawn figure: its painter ended early; please start again") from None
        if message.startswith(FAILED):
            why = message[len(FAILED) :].decode()
            raise SourceError(f"drawn figure: it could not be painted ({why})")
        return message
