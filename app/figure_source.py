"""The drawn figure as a source of frames: a movement performed without a camera."""

from math import ceil

import numpy as np
from numpy.typing import NDArray

from app.clock import monotonic
from app.figure_options import FigureOptions, parse_figure
from app.figure_process import paint_loop, unpacked
from app.figure_scene import FigureScene
from app.painters import Painters, Share
from exercises.exercise import Exercise
from vision.closing import ClosesOnExit
from vision.frames import Frame

__all__ = ["FigureSource", "parse_figure"]

# A picture painted ahead of its time is played next where it is due within so long; else what
# comes meanwhile is awaited.
SOON_S = 0.2


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
        self._last = -1
        self._began_s: float | None = None
        places = range(self._scene.frames)
        self._painters = Painters([Share(paint_loop, (options, exercise, in_time), places)])

    def read(self) -> Frame | None:
        """Return the next frame, waiting for it where it must be painted; `None` once closed.

        Raises
        ------
        SourceError
            Where painting ended for a reason of its own, which is named.
        """
        while (index := self._ready()) is None:
            if not self._painters.receive():
                return None
        if self._painters.closed:
            return None
        image = unpacked(self._painters.pictures[index % self._scene.frames])
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
        self._painters.close()

    def _ready(self) -> int | None:
        """Return the index of the frame to play next, where it is painted."""
        following = self._last + 1
        if self._in_time and self._began_s is not None:
            self._painters.take_what_came()
            due = int((monotonic() - self._began_s) * self.fps)
            soon = max(due + 1, following)
            late = range(due, self._last, -1)[: self._scene.frames]
            candidates = [*late, *range(soon, soon + ceil(SOON_S * self.fps))]
        else:
            candidates = [following]
        return next(
            (i for i in candidates if i % self._scene.frames in self._painters.pictures), None
        )
