"""The drawn figure as a source of frames: a movement performed without a camera."""

import multiprocessing
from math import ceil
from multiprocessing.connection import wait
from threading import Event

import cv2
import numpy as np
from numpy.typing import NDArray

from app.clock import monotonic
from app.figure_options import FigureOptions, parse_figure
from app.figure_process import paint_loop
from app.figure_scene import FigureScene
from exercises.exercise import Exercise
from vision.closing import ClosesOnExit
from vision.frames import Frame
from vision.source import SourceError

__all__ = ["FigureSource", "parse_figure"]

# How often a read that waits for a picture looks whether the source was closed.
LOOK_S = 0.1
GIVE_UP_S = 2.0
# A picture painted ahead of its time is played next where it is due within so long; else what
# comes meanwhile is awaited.
SOON_S = 0.2
ENDED_EARLY = "drawn figure: its painter ended early; please start again"


class FigureSource(ClosesOnExit):
    """Drawn figures that perform a movement over and over.

    They are painted in a process of their own, which holds no interpreter that draws or judges.
    One loop of the movement is kept compressed (about 65 kB a picture at 1280×720) and played
    again from memory. `read` blocks until the next picture has been painted, and stamps it with
    its place in the loop's endless repetition; pacing is the caller's.

    Where it is to play `in_time`, as beside a guide that waits for nobody, a picture that is not
    painted by its time is passed over, and painted when its place comes round again: the clock
    runs from the first picture, and `read` returns the newest one due. Otherwise it returns every
    picture, however long that takes.
    """

    name = "drawn figure"
    kind = "figure"
    frame_count: int | None = None
    live = False
    incomplete = False

    def __init__(
        self, options: FigureOptions, exercise: Exercise, *, in_time: bool = False
    ) -> None:
        """Begin to paint; returns at once.

        Raises
        ------
        SourceError
            For a movement that cannot be drawn.
        """
        self.size = (options.width, options.height)
        self.fps = options.fps
        self._scene = FigureScene(options, exercise)
        self._in_time = in_time
        self._loop: dict[int, bytes] = {}
        self._last = -1
        self._began_s: float | None = None
        self._closed = Event()
        spawning = multiprocessing.get_context("spawn")
        self._pictures, theirs = spawning.Pipe(duplex=False)
        self._process = spawning.Process(
            target=paint_loop,
            args=(options, exercise, in_time, theirs),
            name="painter",
            daemon=True,
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
        while (index := self._ready()) is None:
            if not self._receive():
                return None
        if self._closed.is_set():
            return None
        packed = np.frombuffer(self._loop[index % self._scene.frames], np.uint8)
        picture = np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR), np.uint8)
        image = np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2RGB), np.uint8)
        self._last = index
        self._began_s = monotonic() if self._began_s is None else self._began_s
        return Frame(image, index / self.fps, index)

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
            [actor.posed(angles).points for actor, angles in zip(actors, postures, strict=True)]
        )
        return self._scene.camera.project(room), room

    def close(self) -> None:
        """Stop painting and let go of the pictures; may be called twice, and by any thread."""
        self._closed.set()
        if self._process.is_alive():
            self._process.terminate()
        self._process.join(GIVE_UP_S)

    def _ready(self) -> int | None:
        """Return the index of the frame to play next, where it is painted."""
        following = self._last + 1
        if self._in_time and self._began_s is not None:
            self._take_what_came()
            due = int((monotonic() - self._began_s) * self.fps)
            soon = max(due + 1, following)
            late = range(due, self._last, -1)[: self._scene.frames]
            candidates = [*late, *range(soon, soon + ceil(SOON_S * self.fps))]
        else:
            candidates = [following]
        return next((i for i in candidates if i % self._scene.frames in self._loop), None)

    def _take_what_came(self) -> None:
        # A painter that is done has closed its end, which then seems to have something to say.
        while len(self._loop) < self._scene.frames and self._pictures.poll():
            if not self._receive():
                return

    def _receive(self) -> bool:
        """Wait for a picture and keep it; return whether one came before the source was closed."""
        while not self._closed.is_set():
            if self._pictures in wait([self._pictures, self._process.sentinel], LOOK_S):
                return self._keep()
            if not self._process.is_alive() and not self._pictures.poll():
                break
        if self._closed.is_set():
            return False
        raise SourceError(ENDED_EARLY)

    def _keep(self) -> bool:
        try:
            message = self._pictures.recv()
        except (EOFError, OSError):
            if self._closed.is_set():
                return False
            raise SourceError(ENDED_EARLY) from None
        if isinstance(message, str):
            raise SourceError(f"drawn figure: it could not be painted ({message})")
        place, picture = message
        self._loop[place] = picture
        return True
